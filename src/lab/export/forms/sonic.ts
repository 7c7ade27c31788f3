import type { Artifact } from '../../../artifacts/artifact.ts';
import { printTables } from '../../../targets/sonic/config-db/print.ts';
import type { Table, Tables } from '../../../targets/sonic/config-db/tables.ts';
import { spellPort } from '../../../targets/sonic/names.ts';
import { type Form, type NamedPort, fileNamed } from '../form.ts';

/** Where the image has the tables of its hardware; what ends in `.orig` it takes them from at every start. */
const hardware = '/usr/share/sonic/device/x86_64-kvm_x86_64-r0/Force10-S6000';

type Ports = Readonly<Record<string, { readonly lanes: string; readonly alias: string; readonly speed: string }>>;

/** Without the ports that have neither a link nor settings: the virtual switch wants lanes of a link for each. */
function ofLinks(config: string, ports: readonly NamedPort[]): string {
  const { PORT: all = {}, BREAKOUT_CFG: modes = {}, ...rest } = JSON.parse(config) as Tables;
  const linked = new Set(ports.map(({ port }) => spellPort(port)));
  const settings = JSON.stringify(rest);
  const isUsed = (name: string): boolean =>
    linked.has(name) || settings.includes(`|${name}"`) || settings.includes(`"${name}"`);
  const used = (table: Table): Table => Object.fromEntries(Object.entries(table).filter(([name]) => isUsed(name)));
  return printTables({ ...rest, PORT: used(all), BREAKOUT_CFG: used(modes) });
}

/** Which link is which lanes, and which lanes are which port. */
function tables(config: string, ports: readonly NamedPort[]): { lanes: string; config: string } {
  const { PORT: known } = JSON.parse(config) as { PORT: Ports };
  const rows = ports.map(({ name, port }, index) => {
    const called = spellPort(port);
    const found = known[called];
    if (!found) throw new Error(`CONFIG_DB has no ${called}`);
    return { name, called, index, ...found };
  });
  return {
    lanes: rows.map(({ name, lanes }) => `${name}:${lanes}\n`).join(''),
    config: [
      '# name lanes alias index speed\n',
      ...rows.map(({ called, lanes, alias, index, speed }) => `${called} ${lanes} ${alias} ${index} ${speed}\n`),
    ].join(''),
  };
}

/** SONiC's virtual switch (containerlab manual, kinds/sonic-vs; sonic-buildimage platform/vs/docker-sonic-vs/start.sh). */
export const sonic: Form = {
  kind: 'sonic-vs',
  image: 'docker-sonic-vs:202405',
  portName: (_, number) => `eth${number}`,
  node(context) {
    const { folder, ports } = context;
    const config = fileNamed(context, 'config_db.json');
    const routing = fileNamed(context, 'frr.conf');
    const { lanes, config: panel } = tables(config.content, ports);
    const laneMap: Artifact = { path: `${folder}/lanemap.ini`, content: lanes };
    const portMap: Artifact = { path: `${folder}/port_config.ini`, content: panel };
    return {
      settings: {
        binds: [
          `${config.path}:/var/sonic/config_db.json:ro`,
          `${routing.path}:/etc/frr/frr.conf`,
          `${laneMap.path}:${hardware}/lanemap.ini.orig:ro`,
          `${portMap.path}:${hardware}/port_config.ini.orig:ro`,
        ],
      },
      files: [{ ...config, content: ofLinks(config.content, ports) }, routing, laneMap, portMap],
    };
  },
  notes: [
    'the image is docker-sonic-vs.gz of the SONiC builds: docker load, and tag it docker-sonic-vs:202405; it must be one that takes /var/sonic/config_db.json',
    'its routing is loaded by hand once it runs: docker exec NODE vtysh -b',
  ],
};
