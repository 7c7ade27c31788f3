import { spellPort } from '../../../targets/cumulus-nvue/names.ts';
import type { Form } from '../form.ts';

/** NVIDIA Cumulus VX, a virtual machine in a container (containerlab manual, kinds/nvidia_cumulusvx). */
export const cumulusNvue: Form = {
  kind: 'nvidia_cumulusvx',
  image: 'vrnetlab/nvidia_cumulusvx:5.11.0',
  portName: (port) => (port.channels === 1 ? spellPort(port) : undefined),
  node: ({ files }) => ({ settings: {}, files }),
  notes: [
    'NVIDIA no longer offers the image; a node needs KVM',
    'it starts without its config, which containerlab cannot hand it: copy switches/NAME/startup.yaml to cumulus@NODE, then there: nv config replace startup.yaml && nv config apply',
  ],
};
