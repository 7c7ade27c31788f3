import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RenderedFile } from '../../src/render/rendered-file.ts';
import type { ServerFormat } from '../../src/servers/server-format.ts';
import { deepFreeze } from '../support/freeze.ts';
import { expectGoldenFolder } from '../support/goldens.ts';
import { anyServer } from './any-server.ts';
import { context, fewGolden, servers } from './fixtures.ts';
import { type Meanings, meaningsOf } from './meaning.ts';

type Read = (files: readonly RenderedFile[]) => Meanings;

const isComment = (line: string): boolean => line === '' || line.startsWith('#');

/** Lines of one file that could go without the reader noticing, by what stands before `=`. */
function unnoticedIn(files: readonly RenderedFile[], at: number, read: Read, expected: Meanings): string[] {
  const file = files[at]!;
  const lines = file.content.split('\n');
  const unnoticed = lines.filter((line, index) => {
    if (isComment(line)) return false;
    try {
      const without = { ...file, content: lines.toSpliced(index, 1).join('\n') };
      expect(read(files.toSpliced(at, 1, without))).toEqual(expected);
      return true;
    } catch {
      return false;
    }
  });
  return unnoticed.map((line) => line.split('=')[0]!);
}

/** Files of a format for which the reader is no judge. */
const besides = new Set(['frr.conf', 'daemons', 'sysctl.conf', 'networkd.conf', 'resolved.conf']);

export interface Expectations {
  /** The meaning of the files of a host. */
  readonly read: Read;
  /** What the format says in its own way, done to what the model says. */
  readonly adapt?: (meanings: Meanings) => Meanings;
  /** Settings that are not in the meaning, which tests of the format look at. */
  readonly unread: readonly string[];
}

/** What every format of files, one an interface or more, is held to. */
export function describeFormat(format: ServerFormat, { read, adapt = (same) => same, unread }: Expectations): void {
  describe(format.name, () => {
    it.each(fewGolden)('writes %s as it did', (name) => {
      expectGoldenFolder(`${format.name}/${name}`, format.render(servers[name]!, context));
    });

    it.each(Object.keys(servers))('says all that the model of %s says', (name) => {
      expect(read(format.render(servers[name]!, context))).toEqual(adapt(meaningsOf(servers[name]!)));
    });

    it('says all that the model of any server says', () => {
      fc.assert(
        fc.property(anyServer, (device) => {
          expect(read(format.render(device, context))).toEqual(adapt(meaningsOf(device)));
        }),
      );
    });

    it('would be seen to have lost any line or file', () => {
      const unnoticed = ['active-backup-macs', 'static-tagged', 'dual-stack', 'routed-numbered'].flatMap((name) => {
        const files = format.render(servers[name]!, context).filter(({ path }) => !besides.has(path));
        const expected = adapt(meaningsOf(servers[name]!));
        expect(read(files)).toEqual(expected);
        return files.flatMap((_, at) => unnoticedIn(files, at, read, expected));
      });
      expect([...new Set(unnoticed)].toSorted()).toEqual([...unread].toSorted());
    });

    it('is a pure function of the device', () => {
      fc.assert(
        fc.property(anyServer, anyServer, (device, other) => {
          const first = format.render(deepFreeze(device), context);
          format.render(other, context);
          expect(format.render(structuredClone(device), context)).toEqual(first);
        }),
      );
    });

    it('has a file of a name once, whatever the server', () => {
      fc.assert(
        fc.property(anyServer, (device) => {
          const paths = format.render(device, context).map(({ path }) => path);
          expect(new Set(paths).size).toBe(paths.length);
        }),
      );
    });
  });
}
