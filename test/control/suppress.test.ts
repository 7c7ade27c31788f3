import { describe, expect, it } from 'vitest';
import { compileTexts, place, withUnusedNetwork } from './compile-texts.ts';

const reason = 'its servers come in spring';
const found = (text: string) => compileTexts({ 'main.yaml': text }).diagnostics.map(place);

/** A group of servers with two findings in its line, which ends with `comment`. */
const withTwoFindings = (comment: string) =>
  withUnusedNetwork().replace(
    'nics: { speed: 10G }, networks: [service] }',
    `nics: { speed: 10G, count: 1 }, bond: lacp, networks: [service, backup, backup] }${comment}`,
  );

describe('a suppression', () => {
  it('has something to silence here', () => {
    expect(found(withUnusedNetwork())).toEqual(['main.yaml:9:3 info FAB036']);
  });

  it.each([
    ['at the end of the line', withUnusedNetwork(` # heddle-ignore network-is-used: ${reason}`)],
    ['by code', withUnusedNetwork(` # heddle-ignore FAB036: ${reason}`)],
    ['without a space after #', withUnusedNetwork(` #heddle-ignore FAB036: ${reason}`)],
    ['on a line of its own above', withUnusedNetwork('', `  # heddle-ignore network-is-used: ${reason}\n`)],
    ['above, at another depth', withUnusedNetwork('', `# heddle-ignore network-is-used: ${reason}\n`)],
    ['above other comments', withUnusedNetwork('', `  # heddle-ignore network-is-used: ${reason}\n  # Backups.\n`)],
    ['with \\r\\n', withUnusedNetwork(` # heddle-ignore FAB036: ${reason}`).replaceAll('\n', '\r\n')],
  ])('%s silences its rule at its line', (_where, text) => {
    const { diagnostics, suppressed } = compileTexts({ 'main.yaml': text });
    expect(diagnostics.map(place)).toEqual([]);
    expect(suppressed.map(({ diagnostic, reason }) => [diagnostic.code, reason])).toEqual([['FAB036', reason]]);
  });

  it('silences several rules, and a finding of each', () => {
    expect(found(withTwoFindings(''))).toEqual(['main.yaml:13:76 warning FAB043', 'main.yaml:13:121 warning FAB049']);
    expect(found(withTwoFindings(` # heddle-ignore lacp-has-two-nics, FAB049: ${reason}`))).toEqual([]);
  });

  it.each([
    ['in a text', `description: "x # heddle-ignore network-is-usd: y"\n`],
    ['in a block of text', 'description: |\n  x\n  # heddle-ignore network-is-usd: y\n'],
    ['in single quotes over lines', "description: 'x\n\n  # heddle-ignore network-is-usd: y'\n"],
  ])('%s is none', (_where, text) => {
    expect(found(`${withUnusedNetwork()}${text}`).filter((one) => one.includes('CTL'))).toEqual([]);
  });

  it('works in an included file, at its own lines', () => {
    const text = withUnusedNetwork(` # heddle-ignore FAB036: ${reason}`);
    const at = text.indexOf('networks:');
    const [networks] = text.slice(at).split('racks:');
    const rest = text.slice(0, at) + text.slice(at + networks!.length);
    const { diagnostics, suppressed } = compileTexts({
      'main.yaml': `include: [networks.yaml]\n${rest}`,
      'networks.yaml': networks!,
    });
    expect(diagnostics.map(place)).toEqual([]);
    expect(suppressed.map(({ comment }) => comment.file.path)).toEqual(['/heddle-test/site/networks.yaml']);
  });

  it('is for its own line and rule alone, and unused elsewhere', () => {
    expect(found(withUnusedNetwork('', `# heddle-ignore FAB036: ${reason}\n\n`))).toEqual([
      'main.yaml:9:17 warning CTL004',
      'main.yaml:11:3 info FAB036',
    ]);
    expect(found(withUnusedNetwork(` # heddle-ignore FAB049: ${reason}`))).toEqual([
      'main.yaml:9:3 info FAB036',
      'main.yaml:9:60 warning CTL004',
    ]);
  });

  it('is unused for one of its rules', () => {
    expect(found(withUnusedNetwork(` # heddle-ignore FAB036, FAB049: ${reason}`))).toEqual([
      'main.yaml:9:68 warning CTL004',
    ]);
  });

  it('is not called unused where an error or another design hides what it is for', () => {
    const text = withUnusedNetwork(` # heddle-ignore FAB049: ${reason}`);
    const broken = text.replace('networks: [service]', 'networks: [service, storge]');
    expect(found(broken).filter((one) => one.includes('CTL004'))).toEqual([]);
    const { diagnostics } = compileTexts({ 'main.yaml': text }, 'l3-ebgp');
    expect(diagnostics.filter(({ code }) => code === 'CTL004')).toEqual([]);
  });

  it.each([
    ['no colon', ' # heddle-ignore FAB036'],
    ['nothing after the colon', ' # heddle-ignore FAB036:'],
    ['a reason without its colon', ' # heddle-ignore FAB036 its servers come in spring'],
    ['no rule', ' # heddle-ignore: its servers come in spring'],
  ])('needs rules and a reason: %s', (_what, comment) => {
    expect(found(withUnusedNetwork(comment)).filter((one) => one.includes('CTL'))).toEqual([
      'main.yaml:9:44 error CTL001',
    ]);
  });

  it('names rules that there are, and none that report errors', () => {
    const { diagnostics } = compileTexts({
      'main.yaml': withUnusedNetwork(` # heddle-ignore FAB036, network-is-usd, references-exist: ${reason}`),
    });
    expect(diagnostics.map(place)).toEqual(['main.yaml:9:68 error CTL002', 'main.yaml:9:84 error CTL003']);
    expect(diagnostics[0]!.hint).toBe('Did you mean network-is-used?');
  });

  it('is another word where more letters follow', () => {
    expect(found(withUnusedNetwork(' # heddle-ignored by nobody'))).toEqual(['main.yaml:9:3 info FAB036']);
  });
});
