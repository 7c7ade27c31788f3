import { addressing, networks } from './addressing.ts';
import { anycast } from './anycast.ts';
import { type Schema, line, list, name, object, word } from './common.ts';
import { designsOf } from './designs.ts';
import { extra, templates } from './extra.ts';
import { fabric } from './fabric.ts';
import { devices, links } from './overrides.ts';
import { access, pods, racks, zones } from './racks.ts';
import { routing } from './routing.ts';
import { system } from './system.ts';
import { leaks, vrfs } from './tenancy.ts';
import { upstreams } from './upstreams.ts';

const sections: Readonly<Record<string, Schema>> = {
  name: name('Name of the fabric; the output goes to out/<name>.'),
  description: line('What the fabric is.', 1000),
  include: list(
    line('Path of a YAML file, relative to this one.', 1024),
    'Files whose content is merged below this one: maps key by key, lists one after the other; what this file says wins.',
    { default: [] },
  ),
  design: { ...word('How the fabric forwards: the name of a design.', 64), default: 'l3-ospf-ibgp' },
  zones,
  pods,
  fabric,
  addressing,
  networks,
  vrfs,
  leaks,
  anycast,
  racks,
  routing,
  access,
  system,
  links,
  upstreams,
  devices,
  extra: extra('every switch'),
  templates,
};

/** JSON Schema (draft 2020-12) of a topology file, before a version adds its own names of designs and platforms. */
export const topologySchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...object(
    'Topology',
    'A data-centre fabric: racks, leafs, spines, servers and networks.',
    { ...sections, designs: designsOf(sections) },
    ['name', 'fabric', 'addressing', 'networks', 'racks'],
  ),
};
