import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServerDevice } from '../../src/device/device.ts';
import { serverFormats } from '../../src/servers/registry.gen.ts';
import { hostileStrings } from '../injection/hostile.ts';
import { context, servers } from './fixtures.ts';

/** A server with a text of the user's in every place that has one. */
function withText(device: ServerDevice, text: string): ServerDevice {
  const interfaces = device.interfaces.map((one) => ({ ...one, description: text }));
  const location = { ...device.location, rack: text, zone: text };
  return { ...device, role: text, location, interfaces, system: { ...device.system, fabric: 'fixture' } };
}

/** Lines that are no comments, in the way of any of the formats, nor what FRR calls an interface, which is one too. */
const settings = (text: string): string[] => text.split('\n').filter((line) => !/^\s*[#!]|^ description /.test(line));

const anyText = fc.oneof(fc.constantFrom(...hostileStrings), fc.string({ unit: 'binary', maxLength: 60 }));

describe.each(serverFormats.map((format) => [format.name, format] as const))('%s', (_, format) => {
  it.each(['dual-stack', 'static-tagged', 'routed'])('says of %s the same whatever its texts are', (name) => {
    const usual = format.render(withText(servers[name]!, 'x'), context);
    fc.assert(
      fc.property(anyText, (text) => {
        const files = format.render(withText(servers[name]!, text), context);
        expect(files.map(({ path }) => path)).toEqual(usual.map(({ path }) => path));
        for (const [index, { content }] of files.entries()) {
          expect(settings(content)).toEqual(settings(usual[index]!.content));
          expect(content).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\\]/u);
        }
      }),
      { numRuns: 200 },
    );
  });
});
