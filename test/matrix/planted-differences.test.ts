import { describe, expect, it } from 'vitest';
import type { Device, EthernetInterface, LagInterface, SwitchDevice } from '../../src/device/device.ts';
import { addToIp } from '../../src/ip/index.ts';
import { renderArtifacts } from '../../src/pipeline/render-artifacts.ts';
import { compiledTopology } from '../pipeline/compiled.ts';
import { compileBy, environment } from './by-design.ts';
import { complaintsAbout, complaintsIn } from './complaints.ts';
import { type RenderedFabric, readFabric } from './rendered-fabric.ts';

/** A copy of a reading, to be bent. */
type Bent<T> = T extends readonly (infer One)[]
  ? Bent<One>[]
  : T extends ReadonlyMap<infer Key, infer Value>
    ? Map<Key, Bent<Value>>
    : T extends (...given: never) => unknown
      ? T
      : T extends object
        ? { -readonly [Key in keyof T]: Bent<T[Key]> }
        : T;

function copyOf(fabric: RenderedFabric): Bent<RenderedFabric> {
  const switches = [...fabric.switches].map(([name, one]) => {
    const { statedSpeed, ...rest } = one;
    return [name, { ...structuredClone(rest), statedSpeed }] as const;
  });
  const { servers, cables } = structuredClone({ servers: fabric.servers, cables: fabric.cables });
  return { switches: new Map(switches), servers, cables } as Bent<RenderedFabric>;
}

type Bend = (fabric: Bent<RenderedFabric>) => void;

const vendors = ['arista', 'cisco', 'dell', 'juniper', 'linux', 'nvidia'];

/** The uplink of a leaf to the first spine, what its loopback's sessions are, and its server's bond. */
function placeIn(fabric: Bent<RenderedFabric>, rack: string) {
  const leaf = fabric.switches.get(`${rack}-leaf1`)!;
  const uplink = fabric.cables.find(({ a, z }) => a.device === leaf.name && z.device === 'spine1')!;
  const access = fabric.cables.find(({ a }) => a.device === `node-${rack}-1`)!;
  const server = fabric.servers.get(access.a.device)!;
  const { interfaces, bgp } = leaf.reading;
  const lag = interfaces[interfaces[access.z.port]!.lag!]!;
  const bond = Object.values(server.meanings).find((one) => one.bond)!;
  const vlan = server.meanings['vlan30']!;
  return { leaf, port: interfaces[uplink.a.port]!, uplink, lag, bond, vlan, access, server, bgp: bgp! };
}

type Place = ReturnType<typeof placeIn>;

const bends: Readonly<Record<string, (place: Place) => void>> = {
  'another subnet': ({ port }) => (port.addresses = ['10.254.9.1/31']),
  'another length': ({ port }) => (port.addresses = port.addresses.map((one) => one.replace('/31', '/30'))),
  'no address': ({ port }) => (port.addresses = []),
  'another MTU': ({ port }) => (port.mtu = 9000),
  'no MTU': ({ port }) => delete port.mtu,
  'another VRF': ({ port }) => (port.vrf = 'other'),
  'another area': ({ port }) => (port.ospf!.area = '0.0.0.1'),
  'another network type': ({ port }) => (port.ospf!.pointToPoint = false),
  'another hello interval': ({ port }) => (port.ospf!.hello = 5),
  'another dead interval': ({ port }) => (port.ospf!.dead = 20),
  'another cost': ({ port }) => (port.ospf!.cost = 10),
  'no BFD': ({ port }) => (port.ospf!.bfd = false),
  'another key': ({ port }) => (port.ospf!.authentication = 'md5 2'),
  'another algorithm': ({ port }) => (port.ospf!.authentication = 'sha256 1'),
  'no authentication': ({ port }) => delete port.ospf!.authentication,
  'a passive interface': ({ port }) => (port.ospf!.passive = true),
  'no OSPF': ({ port }) => delete port.ospf,
  'VLANs on an uplink': ({ port }) => (port.tagged = [10]),
  'a lone LAG': ({ port, leaf }) => {
    port.lag = 'lag9';
    leaf.reading.interfaces['lag9'] = { ...port, lacp: 'active fast' };
  },
  'an uplink too fast': ({ uplink }) => (uplink.speed = 400),
  'a speed that is stated': ({ leaf }) => (leaf.statedSpeed = () => 40),
  'another AS': ({ bgp }) => (bgp.asn = 65001),
  'another remote AS': ({ bgp }) => (bgp.neighbors['|10.255.0.1']!.remoteAs = 65001),
  'another family': ({ bgp }) => (bgp.neighbors['|10.255.0.1']!.families = [6]),
  'BFD of a session': ({ bgp }) => (bgp.neighbors['|10.255.0.1']!.bfd = true),
  'two reflectors': ({ bgp }) => (bgp.neighbors['|10.255.0.1']!.routeReflectorClient = true),
  'more paths': ({ bgp }) => (bgp.neighbors['|10.255.0.1']!.addPath = true),
  'no session': ({ bgp }) => delete bgp.neighbors['|10.255.0.1'],
  'another loopback': ({ leaf }) => {
    for (const one of Object.values(leaf.reading.interfaces)) {
      if (one.addresses[0]?.endsWith('/32')) one.addresses = ['10.255.9.9/32'];
    }
  },
  'no LACP on the switch': ({ lag }) => (lag.lacp = 'static'),
  'another LACP rate on the switch': ({ lag }) =>
    (lag.lacp = lag.lacp === 'active fast' ? 'active slow' : 'active fast'),
  'fewer VLANs on the switch': ({ lag }) => (lag.tagged = lag.tagged.slice(1)),
  'more VLANs on the switch': ({ lag }) => (lag.tagged = [...lag.tagged, 99]),
  'another native VLAN on the switch': ({ lag }) => (lag.native = 99),
  'a VLAN that the switch does not have': ({ leaf }) => delete leaf.reading.vlans[30],
  'a LAG too narrow': ({ lag, leaf }) => {
    // Arista's LAGs say none: what their chips can.
    if (lag.mtu === undefined) delete leaf.reading.vlans[30];
    else lag.mtu = 1500;
  },
  'a member less on the switch': ({ leaf, access }) => delete leaf.reading.interfaces[access.z.port]!.lag,
  'no LACP on the server': ({ bond }) => (bond.bond!.mode = 'balance-xor'),
  'another LACP rate on the server': ({ bond }) =>
    (bond.bond!.lacpRate = bond.bond!.lacpRate === 'fast' ? 'slow' : 'fast'),
  'a member less on the server': ({ bond }) => bond.bond!.members.pop(),
  'another VLAN on the server': ({ vlan }) => (vlan.vlan!.id = 31),
  'another MTU on the server': ({ vlan }) => (vlan.mtu = 1500),
  'another subnet on the server': ({ vlan }) => (vlan.addresses = ['10.31.0.11/24']),
  'the address of the gateway': ({ vlan }) =>
    (vlan.addresses = vlan.addresses.map((one) => one.replace(/\.\d+\//, '.1/'))),
  'another gateway on the server': ({ server }) => {
    const [one] = Object.values(server.meanings).filter(({ routes }) => routes.some((to) => to.startsWith('default')));
    one!.routes = one!.routes.map((to) => to.replace(/via (\d+\.\d+\.\d+)\.\d+/, 'via $1.254'));
  },
};

describe('a planted difference is found', () => {
  const fabric = readFabric(compiledTopology('mixed-vendor'));

  it.each(Object.entries(bends))('%s, in every system', (_, bend) => {
    for (const rack of vendors) {
      const copy = copyOf(fabric);
      bend(placeIn(copy, rack));
      expect(complaintsIn(copy as RenderedFabric), rack).not.toEqual([]);
    }
  });

  it('and none is in a copy', () => {
    expect(complaintsIn(copyOf(fabric) as RenderedFabric)).toEqual([]);
  });

  const pairBends: Readonly<Record<string, Bend>> = {
    'another domain': ({ switches }) => (switches.get('z1r1-leaf1')!.reading.mlag!.domain = 99),
    'another peer address': ({ switches }) => (switches.get('z1r1-leaf1')!.reading.mlag!.remote = '10.0.0.9'),
    'another peer link': ({ switches }) => (switches.get('z1r1-leaf1')!.reading.mlag!.peerLink = 'Port-Channel9'),
    'another number of a LAG': ({ switches }) => {
      const { interfaces } = switches.get('z1r1-leaf1')!.reading;
      Object.values(interfaces).find(({ mlag }) => mlag !== undefined)!.mlag = 999;
    },
    'VLANs pruned on one end': ({ switches }) => {
      const lag = Object.values(switches.get('spine1')!.reading.interfaces).find(({ mlag }) => mlag !== undefined);
      lag!.tagged = lag!.tagged.slice(1);
    },
    'no LACP between switches': ({ switches }) => {
      const lag = Object.values(switches.get('spine1')!.reading.interfaces).find(({ mlag }) => mlag !== undefined);
      lag!.lacp = 'static';
    },
  };
  const mlag = readFabric(compileBy('swift-5zone', 'mlag'));

  it.each(Object.entries(pairBends))('%s, of MLAG pairs', (_, bend) => {
    const copy = copyOf(mlag);
    bend(copy);
    expect(complaintsIn(copy as RenderedFabric)).not.toEqual([]);
  });
});

/** The first port of a switch to another switch. */
const isUplink = (one: SwitchDevice['interfaces'][number]): one is EthernetInterface =>
  one.kind === 'ethernet' && one.mode.type === 'routed' && one.peer?.kind === 'switch';

function changeFirst<Kind>(
  device: SwitchDevice,
  isKind: (one: SwitchDevice['interfaces'][number]) => boolean,
  change: (one: Kind) => Kind,
): SwitchDevice {
  const at = device.interfaces.findIndex(isKind);
  return { ...device, interfaces: device.interfaces.with(at, change(device.interfaces[at] as Kind) as never) };
}

const isLag = ({ kind }: SwitchDevice['interfaces'][number]): boolean => kind === 'lag';

const changes: Readonly<Record<string, (device: SwitchDevice) => SwitchDevice>> = {
  MTU: (device) => changeFirst<EthernetInterface>(device, isUplink, (one) => ({ ...one, mtu: 9000 })),
  'the dead interval': (device) =>
    changeFirst<EthernetInterface>(device, isUplink, (one) => {
      if (one.mode.type !== 'routed' || !one.mode.ospf) throw new Error('not routed');
      return { ...one, mode: { ...one.mode, ospf: { ...one.mode.ospf, deadInterval: 20 } } };
    }),
  'an address': (device) =>
    changeFirst<EthernetInterface>(device, isUplink, (one) => {
      if (one.mode.type !== 'routed') throw new Error('not routed');
      const addresses = one.mode.addresses.map((own) => ({ ...own, ip: addToIp(own.ip, 64) }));
      return { ...one, mode: { ...one.mode, addresses } };
    }),
  'the LACP rate': (device) =>
    changeFirst<LagInterface>(device, isLag, (one) => {
      if (one.protocol.type !== 'lacp') throw new Error('no LACP');
      return { ...one, protocol: { ...one.protocol, rate: one.protocol.rate === 'fast' ? 'slow' : 'fast' } };
    }),
  'the tagged VLANs': (device) =>
    changeFirst<LagInterface>(device, isLag, (one) => {
      if (one.mode.type !== 'bridged') throw new Error('not bridged');
      return { ...one, mode: { ...one.mode, tagged: one.mode.tagged.slice(1) } };
    }),
  'the AS': (device) => ({ ...device, bgp: { ...device.bgp!, asn: 65001 } }),
};

describe('a device changed before it is rendered is found', () => {
  const compilation = compiledTopology('mixed-vendor');
  const cases = Object.keys(changes).flatMap((what) => vendors.map((rack) => [what, rack] as const));

  it.each(cases)('%s, of the leaf in rack %s', (what, rack) => {
    const devices: Device[] = compilation.devices.map((one) =>
      one.kind === 'switch' && one.name === `${rack}-leaf1` ? changes[what]!(one) : one,
    );
    const artifacts = () => renderArtifacts(compilation.plan!, devices, { environment, replacements: new Map() });
    expect(complaintsAbout({ ...compilation, devices, artifacts })).not.toEqual([]);
  });
});
