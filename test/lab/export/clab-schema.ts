/**
 * The part of containerlab's topology that exports use, transcribed from its published schema: srl-labs/containerlab at
 * v0.79.0, schemas/clab.schema.json. Closed, so that a key which is not looked up there is found.
 */
const words = { type: 'array', items: { type: 'string' }, minItems: 1, uniqueItems: true } as const;

const node = {
  type: 'object',
  properties: {
    kind: {
      enum: ['arista_ceos', 'cisco_n9kv', 'juniper_vjunosswitch', 'linux', 'nvidia_cumulusvx', 'sonic-vs'],
    },
    image: { type: 'string', minLength: 1 },
    'startup-config': { type: 'string' },
    'enforce-startup-config': { type: 'boolean' },
    'network-mode': { type: 'string', pattern: '^none$' },
    cmd: { type: 'string' },
    binds: words,
    labels: { type: 'object', additionalProperties: { type: 'string' } },
  },
  required: ['kind', 'image'],
  additionalProperties: false,
} as const;

const veth = {
  type: 'object',
  properties: {
    endpoints: {
      type: 'array',
      items: { type: 'string', pattern: '^\\S+:\\S+$' },
      minItems: 2,
      maxItems: 2,
      uniqueItems: true,
    },
  },
  required: ['endpoints'],
  additionalProperties: false,
} as const;

const dummy = {
  type: 'object',
  properties: {
    type: { const: 'dummy' },
    endpoint: {
      type: 'object',
      properties: { node: { type: 'string' }, interface: { type: 'string' } },
      required: ['node', 'interface'],
      additionalProperties: false,
    },
  },
  required: ['type', 'endpoint'],
  additionalProperties: false,
} as const;

export const clabSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', pattern: '^[a-zA-Z0-9][a-zA-Z0-9._-]*$' },
    topology: {
      type: 'object',
      properties: {
        nodes: {
          type: 'object',
          patternProperties: { '^[a-zA-Z0-9][a-zA-Z0-9._|-]*$': node },
          additionalProperties: false,
        },
        links: { type: 'array', items: { anyOf: [veth, dummy] }, minItems: 1 },
      },
      required: ['nodes'],
      additionalProperties: false,
    },
  },
  required: ['name', 'topology'],
  additionalProperties: false,
} as const;
