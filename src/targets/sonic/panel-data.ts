/** Front panel of a platform as SONiC's own device files have it. */
export interface PanelData {
  /** `DEVICE_METADATA|localhost|platform`: the name of the folder of the platform's device files. */
  readonly platform: string;
  /** `hwsku`: the folder of the port layout in it. */
  readonly hwsku: string;
  /** Sets of modes that ports can be put into (dynamic port breakout); absent: the layout is fixed. */
  readonly modes?: readonly (readonly string[])[];
  /** What follows the alias of a port that is split: the number of its first lane, of the channel, or a letter. */
  readonly channelAlias?: 'lane' | 'number' | 'letter';
  /** A line a port: panel number, name, lanes, alias, speed in Gb/s, and which of the sets of modes (the first where absent). */
  readonly ports: string;
}

/** One front-panel port. */
export interface PanelPort {
  readonly panel: number;
  /** Number in the name of the port, and of its first channel. */
  readonly base: number;
  readonly lanes: readonly number[];
  readonly alias: string;
  /** Gb/s. */
  readonly speed: number;
  readonly modes: readonly string[];
}

export interface Panel extends Omit<PanelData, 'ports' | 'modes'> {
  /** By panel number, ascending. */
  readonly ports: ReadonlyMap<number, PanelPort>;
  /** Ports can be split. */
  readonly canSplit: boolean;
}

function readLanes(text: string): number[] {
  const [first = 0, last = first] = text.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Reads the table of a platform's ports. */
export function readPanel({ modes, ports, ...rest }: PanelData): Panel {
  const lines = ports.split('\n').filter((line) => line !== '');
  const read = lines.map((line): PanelPort => {
    const [panel = '', name = '', lanes = '', alias = '', speed = '', set = '0'] = line.trim().split(/ +/);
    return {
      panel: Number(panel),
      base: Number(name.slice('Ethernet'.length)),
      lanes: readLanes(lanes),
      alias,
      speed: Number(speed),
      modes: modes?.[Number(set)] ?? [],
    };
  });
  return { ...rest, canSplit: modes !== undefined, ports: new Map(read.map((port) => [port.panel, port])) };
}
