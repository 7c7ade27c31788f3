import { address, line, list, mapOf, object } from './common.ts';

const service = object(
  'AnycastSection',
  'Addresses that several routed servers have at once: packets go to the nearest of them, and are spread where several are equally near.',
  {
    description: line('What the service is.'),
    addresses: list(address('An address, of either family.'), 'The addresses, in no pool of the file.', {
      minItems: 1,
    }),
    roles: list(
      line('A role of servers.', 64),
      'Roles of the servers with `bond: routed` that announce the addresses. They go with the server: its own sessions announce them.',
      { minItems: 1 },
    ),
  },
  ['addresses', 'roles'],
);

export const anycast = { ...mapOf('Anycast services, by name.', service), default: {} };
