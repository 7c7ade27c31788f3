import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { clabSchema } from './clab-schema.ts';
import { exported } from './exported.ts';

/** Path of containerlab's own schema (schemas/clab.schema.json, BSD-3-Clause), which this repository does not have. */
const published = process.env['CLAB_SCHEMA'];

const own = new Ajv({ strict: false }).compile(clabSchema);
const theirs = published
  ? new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(published, 'utf8')) as object)
  : undefined;

/** What containerlab takes as a link of each kind: nodes/ceos, vr_n9kv, vr_vjunosswitch, nvidia_cumulusvx, sonic. */
const linkNames: Readonly<Record<string, RegExp>> = {
  arista_ceos: /^eth[1-9]\d*$/,
  cisco_n9kv: /^Ethernet1\/[1-9]\d*$/,
  juniper_vjunosswitch: /^ge-0\/0\/\d+$/,
  nvidia_cumulusvx: /^swp[1-9]\d*$/,
  'sonic-vs': /^eth[1-9]\d*$/,
  linux: /^[A-Za-z0-9._-]{1,15}$/,
};

const folder = join(import.meta.dirname, '..', '..', '..', 'topologies');
const topologies = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const largest = { racks: ['z1r1', 'z5r4'], serversPerRack: 2 };

/** Large ones cut to size: how many there are of one kind changes nothing. */
const cutOf = (name: string) => (name === 'swift-5zone.yaml' ? largest : {});

function endsOf(links: ReturnType<typeof exported>['clab']['topology']['links']) {
  return (links ?? []).flatMap((link) =>
    'endpoints' in link ? link.endpoints : [`${link.endpoint.node}:${link.endpoint.interface}`],
  );
}

describe('the transcribed schema', () => {
  it('finds what containerlab does not have', () => {
    const { clab } = exported('two-rack.yaml');
    const { nodes } = clab.topology;
    const [name = ''] = Object.keys(nodes);
    for (const wrong of [{ kind: 'eos' }, { bind: ['a:b'] }, { binds: [] }, { image: 1 }])
      expect(own({ ...clab, topology: { nodes: { ...nodes, [name]: { ...nodes[name], ...wrong } } } })).toBe(false);
    expect(own({ ...clab, topology: { nodes, links: [{ endpoints: ['a:eth1', 'a:eth1'] }] } })).toBe(false);
  });
});

describe.each(topologies)('%s for containerlab', (name) => {
  const { clab, contents, devices, files, text } = exported(name, cutOf(name));
  const { nodes, links } = clab.topology;

  it('is what the schema allows', () => {
    own(clab);
    expect(own.errors ?? []).toEqual([]);
  });

  it.skipIf(!theirs)('is what the published schema allows', () => {
    theirs!(clab);
    expect(theirs!.errors ?? []).toEqual([]);
  });

  it('has a node for each device, with a name that Kubernetes takes as well', () => {
    expect(Object.keys(nodes)).toEqual(devices.map((one) => one.name));
    for (const node of Object.keys(nodes)) expect(node).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
  });

  it('has each end of a link once, with a name that its kind takes', () => {
    const ends = endsOf(links);
    expect(new Set(ends).size).toBe(ends.length);
    const cables = devices.flatMap(({ interfaces }) =>
      interfaces.filter((one) => one.kind === 'ethernet' && one.peer && nodes[one.peer.device]),
    );
    expect(links?.filter((link) => 'endpoints' in link)).toHaveLength(cables.length / 2);
    for (const end of ends) {
      const [node = '', port = ''] = end.split(':');
      expect(port).toMatch(linkNames[nodes[node]!.kind]!);
    }
  });

  it('has every file that it names, and names every file of a Linux device', () => {
    const named = Object.values(nodes).flatMap(({ binds = [], 'startup-config': config }) => [
      ...binds.map((bind) => bind.split(':')[0] ?? ''),
      ...(config === undefined ? [] : [config]),
    ]);
    for (const path of named) expect(contents.has(path), path).toBe(true);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    for (const { binds = [] } of Object.values(nodes)) {
      const places = binds.map((bind) => bind.split(':')[1]);
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it('is the same bytes when written again', () => {
    const again = exported(name, cutOf(name));
    expect(again.text).toBe(text);
    expect(again.files).toEqual(files);
  });
});
