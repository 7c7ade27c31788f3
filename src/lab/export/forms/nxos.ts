import { spellPort } from '../../../targets/nxos/names.ts';
import { type Form, fileNamed } from '../form.ts';
import { literal } from '../literal.ts';

/** Cisco Nexus 9000v, a virtual machine in a container (containerlab manual, kinds/vr-n9kv): whole ports of module 1. */
export const nxos: Form = {
  kind: 'cisco_n9kv',
  image: 'vrnetlab/cisco_n9kv:9300-10.5.2',
  portName: (port) => (port.channels === 1 ? spellPort(port) : undefined),
  node(context) {
    const config = fileNamed(context, `${context.device.name}.cfg`);
    return {
      settings: { 'startup-config': config.path, 'enforce-startup-config': true },
      files: [{ ...config, content: literal(config.content) }],
    };
  },
  notes: [
    'the image is built with vrnetlab from a download that needs an account; a node needs KVM, 4 cores, 10 GB of memory and about 5 minutes to start',
    'the config is sent over the console once the machine runs, on top of what the image sets',
  ],
};
