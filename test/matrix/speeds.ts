import { platforms } from '../../src/platforms/registry.gen.ts';
import type { RenderedFile } from '../../src/render/rendered-file.ts';
import { parse } from 'yaml';

const gigabit = 1000;

/** Lines below `interface <port>`, without their indent. */
function sectionOf(text: string, port: string): string[] {
  const lines = text.split('\n');
  const start = lines.indexOf(`interface ${port}`);
  if (start === -1) return [];
  const end = lines.findIndex((line, at) => at > start && !line.startsWith(' '));
  return lines.slice(start + 1, end).map((line) => line.trim());
}

const find = (lines: readonly string[], form: RegExp): number | undefined => {
  const found = lines.map((line) => form.exec(line)?.[1]).find((one) => one !== undefined);
  return found === undefined ? undefined : Number(found);
};

type Said = (port: string) => number | undefined;

const readersOfSpeeds: Readonly<Record<string, (files: readonly RenderedFile[]) => Said>> = {
  eos: ([file]) => {
    const { content } = file!;
    return (port) => {
      const lines = sectionOf(content, port);
      const megabits = find(lines, /^speed forced (\d+)full$/);
      return megabits === undefined ? find(lines, /^speed (?:forced )?(\d+)g/) : megabits / gigabit;
    };
  },
  nxos: ([file]) => {
    const { content } = file!;
    return (port) => {
      const megabits = find(sectionOf(content, port), /^speed (\d+)$/);
      if (megabits !== undefined) return megabits / gigabit;
      const [, panel] = /^Ethernet1\/(\d+)\/\d+$/.exec(port) ?? [];
      const breakout = new RegExp(`^interface breakout module 1 port ${panel} map (\\d+)g-`);
      return panel === undefined ? undefined : find(content.split('\n'), breakout);
    };
  },
  junos: ([file]) => {
    const lines = file!.content.split('\n');
    const speed = (panel: number | string, word: string) =>
      find(lines, new RegExp(`^set chassis fpc 0 pic 0 port ${panel} ${word} (\\d+)g$`));
    return (port) => {
      const [, panel = '', channel] = /^\w+-0\/0\/(\d+)(?::(\d+))?$/.exec(port) ?? [];
      if (channel !== undefined) return speed(panel, 'channel-speed');
      // SFP28 ports of the QFX5120-48Y go by the first of their four.
      return speed(panel, 'speed') ?? speed(Number(panel) - (Number(panel) % 4), 'speed');
    };
  },
  sonic: (files) => {
    const text = files.find(({ path }) => path === 'config_db.json')!.content;
    const { PORT } = JSON.parse(text) as { PORT: Record<string, { speed: string } | undefined> };
    return (port) => PORT[port] && Number(PORT[port].speed) / gigabit;
  },
  'cumulus-nvue': ([file]) => {
    const [, { set }] = parse(file!.content) as [
      unknown,
      { set: { interface: Record<string, { link?: { speed?: string } } | undefined> } },
    ];
    return (port) => {
      const speed = set.interface[port]?.link?.speed;
      return speed === undefined ? undefined : Number(/^(\d+)G$/.exec(speed)?.[1]);
    };
  },
  // Ports negotiate.
  frr: () => () => undefined,
};

/** Tells the Gb/s that the files of a switch ask of a port; undefined where they leave it to the port. */
export function readSpeeds(os: string, files: readonly RenderedFile[]): Said {
  const read = readersOfSpeeds[os];
  if (!read) throw new Error(`no reader of the speeds of ${os}`);
  return read(files);
}

/** Speeds that some port of a platform can have, whole or split, Gb/s; undefined where the user counts its ports. */
export function speedsOf(platform: string): ReadonlySet<number> | undefined {
  const known = platforms.find(({ id }) => id === platform);
  if (!known || known.ports.length === 0) return undefined;
  return new Set(known.ports.flatMap(({ speeds, breakouts }) => [...speeds, ...breakouts.map(({ speed }) => speed)]));
}
