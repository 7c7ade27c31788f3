import type { EthernetInterface, LagInterface, Port, SwitchDevice } from '../../../device/device.ts';
import { spellPort } from '../names.ts';
import type { Panel, PanelPort } from '../panel-data.ts';
import { modeFor } from '../breakout.ts';
import { panelOf } from '../panels.ts';
import { type Entry, type Tables, tableOf } from './tables.ts';

/** IP MTU of ports that nothing uses: SONiC's default. */
const usualMtu = 9100;

/** Alias of a channel, as the platform's device files form it; it is also what LLDP calls the port. */
function aliasOf({ channelAlias }: Panel, { alias, lanes }: PanelPort, { channel, channels }: Port): string {
  if (channel === undefined) return alias;
  if (channelAlias === 'letter') return `${alias}${String.fromCodePoint(0x60 + channel)}`;
  if (channelAlias === 'number') return `${alias}/${channel}`;
  return `${alias.split('/')[0]}/${((channel - 1) * lanes.length) / channels + 1}`;
}

/**
 * Reed-Solomon FEC from 100 Gb/s on, and wherever a lane carries 50 Gb/s, as the media of IEEE 802.3 ask for it and SONiC
 * gives its own 100G ports (minigraph.py); other ports keep what the platform does.
 */
const needsFec = (speed: number, lanes: number): boolean => speed >= 100 || speed / lanes >= 50;

function portEntry(panel: Panel, at: PanelPort, port: Port, used?: Entry): Entry {
  const count = at.lanes.length / port.channels;
  const first = ((port.channel ?? 1) - 1) * count;
  return {
    alias: aliasOf(panel, at, port),
    lanes: at.lanes.slice(first, first + count).join(','),
    index: String(at.panel),
    speed: String(port.speed * 1000),
    ...(needsFec(port.speed, count) ? { fec: 'rs' } : {}),
    ...(port.channel === undefined ? {} : { subport: String(port.channel) }),
    ...(used ?? { admin_status: 'down', mtu: String(usualMtu) }),
  };
}

/** The channels of a port that is split; itself where it is whole. */
function channelsOf(port: Port): Port[] {
  if (port.channel === undefined) return [port];
  return Array.from({ length: port.channels }, (_, index) => ({ ...port, channel: index + 1 }));
}

const samePlace = (a: Port, b: Port): boolean => a.panel === b.panel && a.channel === b.channel;

function usedEntry(one: EthernetInterface, lags: readonly LagInterface[], description: string): Entry {
  const { mode } = one;
  const mtu = mode.type === 'member' ? (lags.find(({ id }) => id === mode.lag)?.mtu ?? one.mtu) : one.mtu;
  return { admin_status: 'up', mtu: String(mtu), ...(description === '' ? {} : { description }) };
}

/** All ports of the front panel, with their lanes: SONiC has no others. What nothing uses is down. */
export function portTables(device: SwitchDevice, describe: (one: EthernetInterface) => string): Tables {
  const panel = panelOf(device.platform.id);
  if (!panel) throw new Error(`no ports of ${device.platform.id}`);
  const ethernets = device.interfaces.filter((one) => one.kind === 'ethernet');
  const lags = device.interfaces.filter((one) => one.kind === 'lag');
  const byPanel = new Map<number, EthernetInterface[]>();
  for (const one of ethernets) byPanel.set(one.port.panel, [...(byPanel.get(one.port.panel) ?? []), one]);
  const ports: [string, Entry][] = [];
  const modes: [string, Entry][] = [];
  for (const at of panel.ports.values()) {
    const used = byPanel.get(at.panel) ?? [];
    const whole: Port = {
      panel: at.panel,
      channels: 1,
      lanes: at.lanes.length,
      speed: at.speed,
      maxSpeed: at.speed,
      platform: device.platform.id,
    };
    const sample = used[0]?.port ?? whole;
    for (const port of channelsOf({ ...sample, platform: device.platform.id })) {
      const one = used.find((each) => samePlace(each.port, port));
      ports.push([spellPort(port), portEntry(panel, at, port, one && usedEntry(one, lags, describe(one)))]);
    }
    const mode = modeFor(at, sample);
    if (mode !== undefined) modes.push([`Ethernet${at.base}`, { brkout_mode: mode }]);
  }
  return { PORT: tableOf(ports), BREAKOUT_CFG: tableOf(modes) };
}
