import {
  clientPattern,
  placePattern,
  sshKeyPattern,
  timezonePattern,
  wordPattern,
  domainPattern,
  hostPattern,
  interfacePattern,
  linePattern,
  namePattern,
  patternPattern,
  secretPattern,
} from '../schema/common.ts';
import { folderPattern, linesPattern } from '../schema/extra.ts';

/** What a pattern of the schema asks for, in words that follow "must be". */
export interface Form {
  readonly words: string;
  /** A value that a message must not repeat. */
  readonly isSecret?: boolean;
}

const forms = new Map<string, Form>([
  [namePattern, { words: 'a name of at most 63 letters, digits and hyphens' }],
  [patternPattern, { words: 'a name pattern: letters, digits, hyphens, and placeholders in braces' }],
  [interfacePattern, { words: 'an interface name of at most 15 letters, digits, dots, hyphens and underscores' }],
  [domainPattern, { words: 'a DNS domain such as dc1.example.net' }],
  [hostPattern, { words: 'a host name or an address' }],
  [linePattern, { words: 'a single line of text, without characters that are not seen' }],
  [linesPattern, { words: 'lines of text, without tabs and characters that are not seen' }],
  [folderPattern, { words: 'a folder below that of the file, such as ./templates' }],
  [placePattern, { words: 'a place that begins with a letter or a digit, such as row-2 rack 7' }],
  [timezonePattern, { words: 'a time zone name such as Europe/Berlin' }],
  [sshKeyPattern, { words: 'a public key: its type, the key, and a comment of plain words' }],
  [wordPattern, { words: 'a word of letters, digits, dots, hyphens and underscores' }],
  [clientPattern, { words: 'a prefix or an address' }],
  ['^(1|10|25|40|50|100|200|400|800)G$', { words: 'a speed: 1G, 10G, 25G, 40G, 50G, 100G, 200G, 400G or 800G' }],
  ['^[1-9][0-9]{0,3}G$', { words: 'a speed such as 400G' }],
  ['^[0-9A-Fa-f:.]+/[0-9]{1,3}$', { words: 'a prefix: an address, a slash and a length' }],
  ['^[1-9][0-9]{0,9}-[1-9][0-9]{0,9}$', { words: 'a range of AS numbers, such as 64512-65534' }],
  [
    '^[A-Za-z][A-Za-z0-9-]{0,13}$',
    { words: 'a name of at most 14 letters, digits and hyphens that begins with a letter' },
  ],
  ['^[0-9A-Fa-f:.]+$', { words: 'an address such as 10.20.0.1' }],
  [
    secretPattern,
    { words: 'env:NAME, the name of an environment variable, or file:PATH, the path of a file', isSecret: true },
  ],
  ['^[A-Za-z0-9-]+(:[0-9]{1,4}(/[0-9]{1,2})?)?$', { words: 'a device, device:port or device:port/channel' }],
  ['^[A-Za-z0-9][A-Za-z0-9-]*$', { words: 'a name of letters, digits and hyphens' }],
  ['^([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}$', { words: 'a MAC address such as 52:54:00:12:34:56' }],
  ['^[a-z_][a-z0-9_-]{0,31}$', { words: 'a login name: lower-case letters, digits, - and _' }],
  ['^\\$6\\$[./0-9A-Za-z$=]+$', { words: 'a SHA-512 crypt hash, which begins with $6$', isSecret: true }],
]);

/** What a pattern of the schema asks for. */
export function formOf(pattern: string): Form {
  const form = forms.get(pattern);
  if (!form) throw new Error(`the pattern ${pattern} of the schema has no words`);
  return form;
}
