import type { ServerDevice, SwitchDevice } from '../../src/device/device.ts';
import type { Compilation } from '../../src/pipeline/compilation.ts';
import type { RenderedFile } from '../../src/render/rendered-file.ts';
import { readFrrConf } from '../readback/frr-daemons.ts';
import { readers } from '../readback/index.ts';
import type { ReadBgp, Reading } from '../readback/reading.ts';
import type { Meanings } from '../servers/meaning.ts';
import { hostReaders } from '../servers/readers.ts';
import { readSpeeds } from './speeds.ts';

/** A switch as its files have it. */
export interface RenderedSwitch {
  readonly name: string;
  readonly platform: string;
  readonly reading: Reading;
  /** Gb/s that the files ask of a port; undefined where they leave it to the port. */
  readonly statedSpeed: (port: string) => number | undefined;
}

/** A server as its files have it. */
export interface RenderedServer {
  readonly name: string;
  readonly meanings: Meanings;
  /** Of one that is a router itself. */
  readonly bgp?: ReadBgp;
}

/** A line of the cable plan. */
export interface Cable {
  readonly name: string;
  readonly a: { readonly device: string; readonly port: string };
  readonly z: { readonly device: string; readonly port: string };
  /** Gb/s. */
  readonly speed: number;
}

/** A fabric as its rendered files have it: nothing of it is from the device model. */
export interface RenderedFabric {
  readonly switches: ReadonlyMap<string, RenderedSwitch>;
  readonly servers: ReadonlyMap<string, RenderedServer>;
  readonly cables: readonly Cable[];
}

function readCables(csv: string): Cable[] {
  const [head = '', ...lines] = csv.trim().split(/\r?\n/);
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    const cell = (name: string): string => cells[columns.indexOf(name)]!;
    return {
      name: cell('cable'),
      a: { device: cell('a_device'), port: cell('a_port') },
      z: { device: cell('z_device'), port: cell('z_port') },
      speed: Number(cell('speed_gbps')),
    };
  });
}

function readSwitch({ name, os, platform }: SwitchDevice, files: readonly RenderedFile[]): RenderedSwitch {
  const read = readers[os];
  if (!read) throw new Error(`test/readback/index.ts has no reader of ${os}`);
  return {
    name,
    platform: platform.id,
    reading: read(files),
    statedSpeed: readSpeeds(os, files),
  };
}

function readServer({ name, format }: ServerDevice, files: readonly RenderedFile[]): RenderedServer {
  const read = hostReaders[format];
  if (!read) throw new Error(`test/servers/readers.ts has no reader of ${format}`);
  const frr = files.find(({ path }) => path === 'frr.conf');
  const bgp = frr && readFrrConf(frr.content, new Set(['bgpd', 'bfdd'])).bgp;
  return { name, meanings: read(files), ...(bgp ? { bgp } : {}) };
}

/** Reads all that a topology is rendered to, each file with the reader of its kind. */
export function readFabric({ devices, artifacts }: Compilation): RenderedFabric {
  const byDevice = new Map<string, RenderedFile[]>();
  let cables: Cable[] = [];
  for (const { path, content } of artifacts()) {
    if (path === 'cabling/cables.csv') cables = readCables(content);
    const [, kind, name, file] = /^(?:(switches)|servers\/[^/]+)\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (name === undefined || file === undefined) continue;
    const key = `${kind ?? 'servers'} ${name}`;
    byDevice.set(key, [...(byDevice.get(key) ?? []), { path: file, content }]);
  }
  const switches = new Map<string, RenderedSwitch>();
  const servers = new Map<string, RenderedServer>();
  for (const device of devices) {
    const { kind, name } = device;
    const files = byDevice.get(`${kind === 'switch' ? 'switches' : 'servers'} ${name}`) ?? [];
    if (kind === 'switch') switches.set(name, readSwitch(device, files));
    else servers.set(name, readServer(device, files));
  }
  return { switches, servers, cables };
}
