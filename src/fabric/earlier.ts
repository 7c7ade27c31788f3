/** What was given to whom: path of the allocation (`loopback/spine1`) to its value, in text. The lock file is this, sorted. */
export type Allocations = ReadonlyMap<string, string>;

/** Former names of racks and devices that were renamed, to the names they have now. */
export interface Renames {
  readonly racks: Map<string, string>;
  readonly devices: Map<string, string>;
}

/** Row that an allocation is taken from: two of a row never have one value. */
export function rowOf(key: string): string {
  const [kind = '', first = ''] = key.split('/');
  switch (kind) {
    case 'p2p':
    case 'backup':
    case 'vrf-p2p':
    case 'vrf-backup':
      return 'p2p';
    case 'p2p6':
    case 'backup6':
    case 'vrf-p2p6':
    case 'vrf-backup6':
      return 'p2p6';
    // A kind of link is no place that only one could have.
    case 'session':
      return key;
    case 'subnet':
    case 'subnet6':
    case 'host':
    case 'lag':
    case 'mlag':
      return `${kind}/${first}`;
    case 'port':
      return `port/${key.slice(key.lastIndexOf('/') + 1)}`;
    default:
      return kind;
  }
}

/** `<a>--<z>#<n>` with the names that its ends have now. A name may hold `--` itself, so every place is tried. */
function renameLink(id: string, devices: ReadonlyMap<string, string>): string {
  const hash = id.lastIndexOf('#');
  for (let at = id.indexOf('--'); at !== -1 && at < hash; at = id.indexOf('--', at + 1)) {
    const a = id.slice(0, at);
    const z = id.slice(at + 2, hash);
    if (devices.has(a) || devices.has(z)) return `${devices.get(a) ?? a}--${devices.get(z) ?? z}${id.slice(hash)}`;
  }
  return id;
}

/** The key under the names of now. */
function renameKey(key: string, { racks, devices }: Renames): string {
  const [kind = '', first = '', second = ''] = key.split('/');
  const rack = (name: string): string => racks.get(name) ?? name;
  const device = (name: string): string => devices.get(name) ?? name;
  switch (kind) {
    case 'rack':
    case 'backup':
    case 'backup6':
      return `${kind}/${rack(first)}`;
    case 'asn':
      return `${kind}/${first}/${first === 'rack' ? rack(second) : first === 'switch' ? device(second) : second}`;
    case 'loopback':
    case 'loopback6':
    case 'host-loopback':
    case 'host-loopback6':
    case 'oob':
    case 'oob6':
    case 'mlag-domain':
      return `${kind}/${device(first)}`;
    case 'vrf-p2p':
    case 'vrf-p2p6':
      return `${kind}/${first}/${renameLink(second, devices)}`;
    case 'vrf-backup':
    case 'vrf-backup6':
    case 'subnet':
    case 'subnet6':
      return `${kind}/${first}/${rack(second)}`;
    case 'host':
      return `${kind}/${rack(first)}/${device(second)}`;
    case 'lag':
    case 'mlag':
      return `${kind}/${device(first)}/${device(second)}`;
    case 'p2p':
    case 'p2p6':
    case 'session':
      return `${kind}/${renameLink(first, devices)}`;
    case 'port':
      return `${kind}/${renameLink(first, devices)}/${device(second)}`;
    default:
      return key;
  }
}

/** Kinds of allocations of which every device of a sort has one. */
const deviceKinds = new Set(['loopback', 'loopback6', 'host-loopback', 'host-loopback6']);

/** Devices that allocations know. */
function devicesIn(all: Allocations): Set<string> {
  const names = new Set<string>();
  for (const key of all.keys()) {
    const [kind = '', first = '', second = ''] = key.split('/');
    if (deviceKinds.has(kind)) names.add(first);
    if (kind === 'host') names.add(second);
  }
  return names;
}

/** Allocations of an earlier build, by row. What nobody asks for any more rests: it is given to no one else. */
export class EarlierAllocations {
  readonly all: Allocations;
  readonly #rows = new Map<string, Map<string, string>>();

  constructor(all: Allocations = new Map()) {
    this.all = all;
    for (const [key, value] of all) {
      const row = this.#rows.get(rowOf(key));
      if (row) row.set(key, value);
      else this.#rows.set(rowOf(key), new Map([[key, value]]));
    }
  }

  /** Allocations of a row. */
  row(name: string): Allocations {
    return this.#rows.get(name) ?? new Map();
  }

  /**
   * The same under the names of now. A hint whose new name the allocations already know has been followed
   * by an earlier build, and says nothing any more.
   */
  renamed(renames: Renames): EarlierAllocations {
    const known = devicesIn(this.all);
    const racks = new Map([...renames.racks].filter(([, now]) => !this.all.has(`rack/${now}`)));
    const devices = new Map([...renames.devices].filter(([, now]) => !known.has(now)));
    if (racks.size === 0 && devices.size === 0) return this;
    return new EarlierAllocations(
      new Map([...this.all].map(([key, value]) => [renameKey(key, { racks, devices }), value])),
    );
  }
}
