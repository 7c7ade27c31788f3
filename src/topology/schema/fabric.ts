import { integer, object, pattern, speed } from './common.ts';
import { extra } from './extra.ts';
import { countedPorts, os, platform } from './hardware.ts';

const tier = { platform, os, ports: countedPorts, extra: extra('every switch of the tier') };

export const uplinks = {
  ...object('Uplinks', 'Links from a leaf to the spines above it.', {
    perSpine: integer('Parallel links from each leaf to each spine.', 1, 16, 1),
    speed: speed('Speed of each link. Without it: the highest speed that both ends can do.'),
  }),
  default: {},
};

const interlink = {
  ...object(
    'Interlink',
    'Links between the two leafs of a rack that has two: the L2 path of the shared gateway. Between two spines: the peer link of the pair that they are in the design mlag.',
    {
      count: integer('Number of links, bundled with LACP.', 1, 8, 2),
      speed: speed('Speed of each link. Without it: the highest speed of the ports used.'),
    },
  ),
  default: {},
};

export const fabric = object(
  'FabricSection',
  'The switches that make the fabric, by tier.',
  {
    asn: integer('Autonomous system number of the fabric (iBGP: one for all switches).', 1, 4294967294),
    mtu: integer('IP MTU of every fabric link, in bytes.', 1280, 9216, 9214),
    superspines: object(
      'Superspines',
      'The third tier of a 5-stage Clos, above the pods. Needs pods.',
      {
        count: integer('Number of superspines in the fabric.', 1, 512),
        planes: integer(
          'Planes: spine n of every pod connects to the superspines of plane n only. 1 connects every spine to every superspine.',
          1,
          64,
          1,
        ),
        name: pattern('Name pattern; {n} counts.'),
        linksPerSpine: integer('Parallel links from each spine to each of its superspines.', 1, 16, 1),
        ...tier,
      },
      ['count', 'platform', 'os'],
    ),
    spines: object(
      'Spines',
      'The tier above the leafs.',
      {
        count: integer('Number of spines; with pods: in each pod.', 1, 512),
        name: pattern('Name pattern; {n} counts, {pod} is the pod. Default: spine{n}, with pods pod{pod}-spine{n}.'),
        interlink,
        ...tier,
      },
      ['count', 'platform', 'os'],
    ),
    leafs: object(
      'Leafs',
      'The top-of-rack switches. `tors` is accepted as another word for leafs.',
      {
        name: { ...pattern('Name pattern; {rack} is the rack, {n} counts from 1.'), default: '{rack}-leaf{n}' },
        perRack: integer('Leafs in each rack, where the rack does not say.', 0, 2, 1),
        uplinks,
        interlink,
        ...tier,
      },
      ['platform', 'os'],
    ),
    borderLeafs: object(
      'BorderLeafs',
      'Switches that upstreams are cabled to, beside the racks: below the spines, or in five stages below the superspines.',
      {
        count: integer('Number of border leafs.', 1, 64),
        name: { ...pattern('Name pattern; {n} counts.'), default: 'border{n}' },
        uplinks,
        ...tier,
      },
      ['count', 'platform', 'os'],
    ),
  },
  ['asn', 'spines', 'leafs'],
);
