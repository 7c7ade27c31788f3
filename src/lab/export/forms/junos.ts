import type { Port } from '../../../device/device.ts';
import { managementPort } from '../../../targets/junos/names.ts';
import { type Form, fileNamed } from '../form.ts';

const portOf = ({ panel, channels }: Port): string | undefined => (channels === 1 ? `ge-0/0/${panel}` : undefined);

/** Speeds are those of a panel: the machine's ports have none. */
const isOfPanel = (line: string): boolean => /^set chassis fpc \d+ pic \d+ port \d+ /.test(line);

/** Where the config names a port: its own lines, and where protocols say which interface. */
const portName = /(?<=^set interfaces |^set (?!interfaces ).* interface )(?:et|xe)-0\/0\/(?=\d)/;
const management = new RegExp(`(?<=^set interfaces )${managementPort}(?= )`);

/** The config with the names that the virtual machine has for its ports. */
function renamed(content: string): string {
  const lines = content.split('\n').filter((line) => !isOfPanel(line));
  return lines.map((line) => line.replace(portName, 'ge-0/0/').replace(management, 'fxp0')).join('\n');
}

/** The machine has ten ports where nothing else is said; it reads this when it starts, in the form with braces. */
const allPorts = 'chassis {\n    fpc 0 {\n        pic 0 {\n            number-of-ports 96;\n        }\n    }\n}\n';

/** Juniper vJunos-switch, a virtual machine in a container (containerlab manual, kinds/vr-vjunosswitch). */
export const junos: Form = {
  kind: 'juniper_vjunosswitch',
  image: 'vrnetlab/juniper_vjunos-switch:23.2R1.14',
  portName: portOf,
  node(context) {
    const config = fileNamed(context, `${context.device.name}.conf`);
    const ports = { path: `${context.folder}/ports.conf`, content: allPorts };
    return {
      settings: { 'startup-config': ports.path, 'enforce-startup-config': true },
      files: [{ ...config, content: renamed(config.content) }, ports],
    };
  },
  notes: [
    'the image is built with vrnetlab from a download of Juniper; a node needs KVM, not inside another virtual machine, and about 5 minutes to start',
    'it starts without its config, which is of set commands that the image does not read: copy switches/NAME/NAME.conf to admin@NODE:/var/tmp/, then ssh admin@NODE "configure; load set /var/tmp/NAME.conf; commit and-quit"',
    'its ports are all called ge-0/0/N, so the config calls them that here',
  ],
};
