import { choice, integer, list, object, speed, word } from './common.ts';

/** Ports that the user counts, for platforms that have no fixed front panel. */
export const countedPorts = list(
  object(
    'CountedPorts',
    'A run of equal ports, numbered on from the run before.',
    {
      count: integer('How many ports there are.', 1, 1024),
      speed: speed('Speed of each port.'),
      use: choice(
        'What the automatic cabling may use them for: servers, links to the tier above, or both.',
        ['access', 'uplink', 'any'],
        'any',
      ),
    },
    ['count', 'speed'],
  ),
  'Ports of a switch whose platform has none of its own (platform: linux), from port 1 upwards.',
);

export const platform = word(
  'Hardware model: the id of a platform heddle knows, such as arista-7050sx3-48yc8, or linux.',
  64,
);

export const os = word('Network operating system, which names the config to write: eos or frr.', 32);
