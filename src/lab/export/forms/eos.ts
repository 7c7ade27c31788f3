import { managementPort, spellPort } from '../../../targets/eos/names.ts';
import { type Form, fileNamed } from '../form.ts';
import { literal } from '../literal.ts';

/**
 * Arista cEOS (containerlab manual, kinds/ceos). Links are `eth1` and on; a mapping file gives them the names of the panel,
 * and the management port the one that the config means.
 */
export const eos: Form = {
  kind: 'arista_ceos',
  image: 'ceos:4.32.0F',
  portName: (_, number) => `eth${number}`,
  node(context) {
    const { device, ports, folder } = context;
    const config = fileNamed(context, `${device.name}.cfg`);
    const mapping = {
      ManagementIntf: { eth0: managementPort },
      EthernetIntf: Object.fromEntries(ports.map(({ name, port }) => [name, spellPort(port)])),
    };
    const map = { path: `${folder}/interfaces.json`, content: `${JSON.stringify(mapping, undefined, 2)}\n` };
    return {
      settings: {
        'startup-config': config.path,
        'enforce-startup-config': true,
        binds: [`${map.path}:/mnt/flash/EosIntfMapping.json:ro`],
      },
      files: [{ ...config, content: literal(config.content) }, map],
    };
  },
  notes: [
    'the image is a download from Arista that needs an account: docker import cEOS64-lab-4.32.0F.tar.xz ceos:4.32.0F',
    'its data plane is software: storm control, hardware tables and their limits are not those of a switch',
  ],
};
