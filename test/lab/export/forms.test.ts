import { describe, expect, it } from 'vitest';
import { formByName } from '../../../src/lab/export/forms.ts';
import { linksOf } from '../../../src/lab/export/links.ts';
import { literal } from '../../../src/lab/export/literal.ts';
import { nxos } from '../../../src/lab/export/forms/nxos.ts';
import { formatByName, targetByName } from '../../../src/pipeline/registries.ts';
import { nicProgram } from '../../../src/lab/network/native/nic-programs.ts';
import { expectGolden } from '../../support/goldens.ts';
import { exported } from './exported.ts';

const vendors = exported('mixed-vendor.yaml');

describe('systems', () => {
  it('are all that a topology can name', () => {
    expect([...formByName.keys()].toSorted()).toEqual([...targetByName.keys(), ...formatByName.keys()].toSorted());
  });

  it('of six vendors are as the goldens say', () => {
    expectGolden('export/mixed-vendor.clab.yaml', vendors.text);
    for (const path of [
      'README.md',
      'switches/spine1/interfaces.json',
      'switches/linux-leaf1/start.sh',
      'switches/dell-leaf1/lanemap.ini',
      'switches/dell-leaf1/port_config.ini',
    ])
      expectGolden(`export/${path.replaceAll('/', '-')}`, vendors.contents.get(path) ?? '');
  });
});

describe('names of ports', () => {
  it('of cEOS are mapped to those that its config has', () => {
    const config = vendors.contents.get('switches/arista-leaf1/arista-leaf1.cfg') ?? '';
    const map = JSON.parse(vendors.contents.get('switches/arista-leaf1/interfaces.json') ?? '') as {
      ManagementIntf: Record<string, string>;
      EthernetIntf: Record<string, string>;
    };
    const named = [...config.matchAll(/^interface ((?:Ethernet|Management)\S+)/gm)].map(([, name]) => name);
    expect([...Object.values(map.ManagementIntf), ...Object.values(map.EthernetIntf)].toSorted()).toEqual(
      named.toSorted(),
    );
  });

  it('of vJunos are those of its links, in the whole config', () => {
    const config = vendors.contents.get('switches/juniper-leaf1/juniper-leaf1.conf') ?? '';
    expect(config).not.toMatch(/\b(et|xe)-0\/0\/|\bem0\b|port 0 speed/);
    const ends = vendors.text.match(/juniper-leaf1:ge-0\/0\/\d+/g)?.map((end) => end.split(':')[1]);
    const named = [...config.matchAll(/^set interfaces (ge-0\/0\/\d+) /gm)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(ends));
    expect(config).toMatch(/^set protocols ospf area 0\.0\.0\.0 interface ge-0\/0\/48\.0 metric/m);
    expect(config).toContain('description "to spine1 Ethernet3/1"');
  });

  it('of SONiC have the lanes that its config gives them', () => {
    const { PORT: ports } = JSON.parse(vendors.contents.get('switches/dell-leaf1/config_db.json') ?? '') as {
      PORT: Record<string, { lanes: string }>;
    };
    const lanes = vendors.contents.get('switches/dell-leaf1/lanemap.ini')?.matchAll(/^eth\d+:(\S+)$/gm);
    expect([...(lanes ?? [])].map(([, one]) => one)).toEqual(Object.values(ports).map((one) => one.lanes));
  });

  it('that a kind does not have are refused', () => {
    const [device] = vendors.devices.filter(({ name }) => name === 'cisco-leaf1');
    const broken = {
      ...device!,
      interfaces: device!.interfaces.map((one) =>
        one.kind === 'ethernet' ? { ...one, port: { ...one.port, channel: 1, channels: 4 } } : one,
      ),
    };
    const others = vendors.devices.map((one) => (one === device ? broken : one));
    expect(() => linksOf(others, () => nxos)).toThrow(/^Port \d+\/1 of cisco-leaf1 is broken out, and cisco_n9kv/);
  });
});

describe('an export', () => {
  it('takes images in place of the usual ones', () => {
    const { clab } = exported('mlag-leafs.yaml', {}, new Map([['eos', 'lab/ceos:1']]));
    const images = Object.values(clab.topology.nodes).map(({ kind, image }) => `${kind} ${image}`);
    expect(new Set(images)).toEqual(new Set(['arista_ceos lab/ceos:1', 'linux heddle-linux:12']));
  });

  it('has no address on management ports', () => {
    for (const [path, content] of vendors.contents)
      if (path.startsWith('switches/')) expect(content).not.toMatch(/\b10\.253\./);
  });

  it('gives ports whose cable leads outside a link to nothing', () => {
    const { clab, notes } = exported('border.yaml');
    expect(clab.topology.links?.filter((link) => 'type' in link)).toHaveLength(2);
    expect(notes).toContain('upstreams: nobody answers on their 2 ports, which have a link');
  });

  it('hands configs over as they are, where containerlab reads templates', () => {
    expect(literal('motd {{ name }} {x}')).toBe('motd {{"{{"}} name }} {x}');
  });

  it('starts Linux nodes with all their files in place, by the program that reads them', () => {
    for (const device of vendors.devices.filter(({ kind }) => kind === 'server')) {
      const folder = `servers/${device.location.rack}/${device.name}`;
      const script = vendors.contents.get(`${folder}/start.sh`) ?? '';
      const others = [...vendors.contents.keys()].filter((path) => path.startsWith(`${folder}/`));
      expect(others.length).toBeGreaterThan(1);
      for (const path of others) {
        const name = path.slice(folder.length + 1);
        if (name !== 'start.sh') expect(script).toMatch(new RegExp(`^install .* /heddle/${name} /etc/\\S+$`, 'm'));
      }
      const program = device.kind === 'server' ? nicProgram(device.format) : undefined;
      for (const line of program?.apply ?? []) expect(script).toContain(line);
    }
  });
});
