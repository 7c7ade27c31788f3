import { line, list, mapOf, name, object } from './common.ts';

const vrf = object('VrfSection', 'A routing table of its own: its networks reach each other, and nobody else.', {
  description: line('Whom it is for.'),
});

/** VRF names: as an interface of Linux, and no word that systems keep for themselves (a rule sees to that). */
export const vrfNamePattern = '^[A-Za-z][A-Za-z0-9-]{0,13}$';

export const vrfs = {
  ...mapOf('VRFs by name (VRF-lite). Networks without a `vrf` are in the default table.', vrf, vrfNamePattern),
  default: {},
};

const leak = object(
  'LeakSection',
  'Networks that are reached from another VRF as well. For traffic both ways the way back has to be given too.',
  {
    networks: list(name('A network of `networks`.'), 'Networks whose prefixes are taken over.', { minItems: 1 }),
    to: {
      type: 'string',
      pattern: vrfNamePattern,
      description: 'The VRF that takes them over; `default` is the default table.',
    },
  },
  ['networks', 'to'],
);

export const leaks = list(leak, 'Routes that cross between VRFs; no others do.', { default: [] });
