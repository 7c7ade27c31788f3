import type { Artifact } from '../../../artifacts/artifact.ts';
import { spellPort } from '../../../targets/frr/names.ts';
import { nicName } from '../../../servers/linux-names.ts';
import type { Form, FormContext, FormedNode } from '../form.ts';
import { linuxImage } from '../linux-image.ts';
import { places, startScript } from '../start-script.ts';

/** Files that the container gets, and the script that puts them into place when it starts. */
function node(context: FormContext, isManaged: boolean): FormedNode {
  const { device, ports, folder, files } = context;
  const placed = places(files);
  const script: Artifact = {
    path: `${folder}/start.sh`,
    content: startScript(
      device,
      placed,
      ports.map(({ name }) => name),
      isManaged,
    ),
  };
  const nameOf = ({ path }: Artifact): string => path.slice(folder.length + 1);
  const mounted = [...placed.map(({ file }) => file), script];
  return {
    settings: {
      ...(isManaged ? {} : { 'network-mode': 'none' as const }),
      cmd: 'sh /heddle/start.sh',
      binds: mounted.map((file) => `${file.path}:/heddle/${nameOf(file)}:ro`),
    },
    files: mounted,
  };
}

const build = `its image is made on the machine that runs the lab: docker build -t ${linuxImage} image`;

/** A switch with FRR on Linux: a container of Debian that has what the generated files are for. */
export const frr: Form = {
  kind: 'linux',
  image: linuxImage,
  portName: spellPort,
  node: (context) => node(context, true),
  notes: [
    `${build}; quay.io/frrouting/frr has no ifupdown2, and would leave the ports without addresses`,
    "left out: the management port, which is containerlab's, accounts, and the services besides routing",
  ],
};

/** A server: the same image; containerlab's own network is left out, since its port has the name of the first NIC. */
export const server: Form = {
  kind: 'linux',
  image: linuxImage,
  portName: nicName,
  node: (context) => node(context, false),
  notes: [
    `${build}; it has the programs of all formats but ifcfg`,
    'no management network: eth0 is a port of the fabric',
  ],
};

/** A server whose format no program in Debian reads. */
export const ifcfg: Form = {
  ...server,
  notes: [
    ...server.notes,
    'servers with ifcfg files have their links but no addresses: the program that reads those files is in no image that may be passed on; see --image',
  ],
};
