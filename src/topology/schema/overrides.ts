import { address, flag, integer, list, mapOf, name, object, placePattern, speed } from './common.ts';
import { extra } from './extra.ts';
import { countedPorts, os, platform } from './hardware.ts';

const end = (description: string) => ({
  type: 'string',
  pattern: '^[A-Za-z0-9-]+(:[0-9]{1,4}(/[0-9]{1,2})?)?$',
  description: `${description} A device, or device:port, or device:port/channel of a broken-out port; a server's port is the number of its NIC from 1.`,
  examples: ['spine1:5', 'z1r1-leaf1:49', 'spine2:3/1'],
});

const link = object(
  'LinkSection',
  'One cable that is not as the automatic cabling would lay it. Links given between two devices take the place of the automatic ones between them, one for one; further ones are added.',
  {
    a: end('One end.'),
    z: end('The other end.'),
    speed: speed('Speed of the link.'),
    mtu: integer('IP MTU of the link, in bytes, where it is not that of the fabric.', 576, 9216),
    length: {
      type: 'number',
      exclusiveMinimum: 0,
      maximum: 100000,
      description: 'Length of the cable in metres, if measured.',
    },
    absent: flag('The automatic cable between the two is not there.', false),
    extra: extra('the ports of the switches that the cable ends at'),
  },
  ['a', 'z'],
);

export const links = list(link, 'Explicit links and port pins.', { default: [] });

const device = object('DeviceSection', 'What is different on one device.', {
  platform,
  os,
  ports: countedPorts,
  mtu: integer('IP MTU of the device’s fabric links, in bytes.', 576, 9216),
  loopback: address('Loopback address, pinned.'),
  oob: address('Out-of-band management address, pinned.'),
  asn: integer('Autonomous system number, where the design gives each switch its own.', 1, 4294967294),
  unit: integer('Rack unit (lowest, from 1 at the bottom).', 1, 60),
  rack: {
    type: 'string',
    pattern: placePattern,
    maxLength: 64,
    description: 'Rack or row where a spine stands, for the cable plan.',
  },
  renamedFrom: name('What the switch was called before. Its allocations stay.'),
  maintenance: flag('Drained: the device stays configured and sends traffic elsewhere.', false),
  extra: extra('the switch'),
});

export const devices = {
  ...mapOf('Settings of single devices, by host name.', device),
  default: {},
};
