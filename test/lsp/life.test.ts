import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type RegistrationParams,
  RegistrationRequest,
} from 'vscode-languageserver/node';
import { smallTopology } from '../cli/command-line.ts';
import { useHeddle } from '../support/heddle-process.ts';
import { Editor, messageOf, uriOf } from './client.ts';

const { main } = useHeddle();

describe('the process of the server', () => {
  it('says what it can do, and ends as the protocol says', async () => {
    const editor = new Editor(main(), []);
    const { serverInfo, capabilities } = await editor.initialize();
    expect(serverInfo?.name).toBe('heddle');
    expect(capabilities).toMatchObject({ positionEncoding: 'utf-16', hoverProvider: true });
    expect(await editor.shutDown()).toBe(0);
    expect(editor.stderr).toBe('');
  });

  it('ends when the editor is gone, which is a failure where it did not say so', async () => {
    const editor = new Editor(main(), ['--stdio', `--clientProcessId=${process.pid}`]);
    await editor.initialize();
    const ended = once(editor.child, 'exit');
    editor.connection.dispose();
    editor.child.stdin.end();
    expect(await ended).toEqual([1, null]);
  });

  it('ends when the process is gone that the editor said it is', async () => {
    const editor = new Editor(main());
    const gone = spawnSync(process.execPath, ['-e', '0']).pid;
    const ended = once(editor.child, 'exit');
    await editor.initialize({}, gone);
    expect(await ended).toEqual([1, null]);
  });

  it('asks to hear of files that are not open, and heeds what it hears', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'heddle-lsp-'));
    const [file, lock] = [join(folder, 'fabric.yaml'), join(folder, 'fabric.lock.json')];
    const editor = new Editor(main());
    const asked = new Promise<RegistrationParams>((resolve) => {
      editor.connection.onRequest(RegistrationRequest.type, resolve);
    });
    await editor.initialize({ workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    const [registration] = (await asked).registrations;
    expect(registration).toMatchObject({ method: 'workspace/didChangeWatchedFiles' });
    await editor.open(file, smallTopology);
    await editor.codes(file, 0);
    writeFileSync(lock, 'no lock');
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf(lock), type: FileChangeType.Created }],
    });
    const [broken] = await editor.diagnostics(lock, ({ length }) => length === 1);
    expect(messageOf(broken!)).toContain('it is not JSON');
    rmSync(lock);
    await editor.save(file);
    expect(await editor.codes(lock, 0)).toEqual([]);
    expect(await editor.shutDown()).toBe(0);
    rmSync(folder, { recursive: true });
  });

  it('outlives messages that are none', async () => {
    const editor = new Editor(main());
    for (const garbage of [
      '{"jsonrpc": ',
      'null',
      '[]',
      '7',
      '{}',
      '{"jsonrpc":"2.0","id":9,"method":"no/such"}',
      '\u0000',
    ]) {
      editor.child.stdin.write(`Content-Length: ${Buffer.byteLength(garbage)}\r\n\r\n${garbage}`);
    }
    expect((await editor.initialize()).serverInfo?.name).toBe('heddle');
    for (const method of ['textDocument/hover', 'textDocument/completion', 'textDocument/codeAction']) {
      await expect(editor.connection.sendRequest(method, { textDocument: 7 })).resolves.toBeOneOf([null, []]);
    }
    expect(await editor.shutDown()).toBe(0);
  });

  it('outlives requests about files that it does not know, and files that are none', async () => {
    const editor = new Editor(main());
    await editor.initialize();
    await editor.open('/nowhere/at/all.yaml', smallTopology);
    expect(await editor.codes('/nowhere/at/all.yaml', 0)).toEqual([]);
    const position = { line: 3, character: 3 };
    for (const uri of ['untitled:Untitled-1', 'file:///not/open.yaml', 'file://%ZZ/x', 'no uri']) {
      const hover = await editor.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
      expect(hover).toBeNull();
    }
    expect(await editor.shutDown()).toBe(0);
    expect(editor.logged).toEqual([]);
  });
});

/** What people type, and what cats do. */
const snippets = fc.oneof(
  fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ':',
    ': ',
    '- ',
    '\n',
    '\n  ',
    '"',
    "'",
    '|',
    '>',
    '#',
    '&a ',
    '*a',
    '<<: *a',
    '!!int ',
  ),
  fc.constantFrom(
    '\t',
    '\r',
    '\r\n',
    '---\n',
    '...\n',
    '{1..9}',
    '{rack}',
    '\u0000',
    '\ud800',
    '🧵',
    '# heddle-ignore x',
  ),
  fc.constantFrom(
    'include: [fabric.yaml]\n',
    'tors: {}\n',
    'designs: { mlag: { racks: } }\n',
    '__proto__: 1\n',
    '? [a]: b\n',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

const edits = fc.array(
  fc.record({ from: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat({ max: 30 }), text: snippets }),
  { minLength: 1, maxLength: 6 },
);

describe('edits of any kind', () => {
  it('leave a server that answers, and a right file is right again', { timeout: 240_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'heddle-lsp-'));
    const file = join(folder, 'fabric.yaml');
    const editor = new Editor(main());
    await editor.initialize();
    await editor.open(file, smallTopology);
    await fc.assert(
      fc.asyncProperty(edits, async (list) => {
        for (const { from, length, text } of list) {
          const start = Math.floor(from * editor.text(file).length);
          await editor.edit(file, start, Math.min(editor.text(file).length, start + length), text);
          const cursor = editor.text(file).slice(start).split('\n')[0]!.slice(0, 8);
          const needle = cursor.includes('|') ? '' : `${cursor}|`;
          const answers = await Promise.all([
            editor.hover(file, needle),
            editor.complete(file, needle),
            editor.actions(file, needle),
            editor.symbols(file),
            editor.define(file, needle),
          ]);
          expect(answers).not.toContain(undefined);
        }
        await editor.edit(file, 0, editor.text(file).length, smallTopology);
        expect(editor.logged).toEqual([]);
      }),
      { numRuns: 60, endOnFailure: true },
    );
    expect(await editor.codes(file, 0)).toEqual([]);
    expect(await editor.shutDown()).toBe(0);
    rmSync(folder, { recursive: true });
  });
});
