import { type Schema, mapOf, wordPattern } from './common.ts';

/** Lines of text that show all there is of them: as a single line, but with line breaks between. */
export const linesPattern =
  '^[^\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]*(\\n[^\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]*)*$';

/**
 * Lines of the user's own, by the operating system that they are for.
 * @param place what the lines go to, in words that follow "Lines for".
 */
export const extra = (place: string): Schema =>
  mapOf(
    `Lines for ${place}, in the language of its operating system, by the name of that: each switch takes those for the one it runs. They stand in the config as they are, after heddle's own lines and marked as the file's. Nothing in them is checked, and they are shown in plans and in redacted builds: no place for a secret.`,
    {
      type: 'string',
      pattern: linesPattern,
      maxLength: 65536,
      description: 'The lines, as a block of text.',
      examples: ['ip access-list standard NOC\n   permit 10.0.0.0/8\n'],
    },
    wordPattern,
  );

/** Form of a folder below that of the file which names it. */
export const folderPattern = '^(?:[.]/)?[A-Za-z0-9_][A-Za-z0-9._-]*(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)*/?$';

export const templates: Schema = {
  type: 'string',
  pattern: folderPattern,
  maxLength: 1024,
  description:
    'A folder, relative to this file and below its own, with templates that take the place of heddle’s: <target>/<stanza>.njk stands for the stanza of that name in the folder `templates` of the package. What is overridden is listed in the manifest.',
  examples: ['./templates'],
};
