import { shellWords } from '../host/shell-words.ts';

/** A command of the host, to be run in a guest. */
export interface GuestRequest {
  readonly cwd: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folders of the host that the command reads, its own among them, absolute. */
  readonly folders: readonly string[];
  /** What is wrong with the topology has been told on the host. */
  readonly told: boolean;
}

/** Folders of the host that a guest has something of its own over. */
const covered = ['/run', '/etc', '/var'];

/** What is the host's own, and not so in the guest: where to write what does not last. */
const hostOnly = new Set(['XDG_RUNTIME_DIR', 'TMPDIR', 'TMP', 'TEMP', 'PWD', 'OLDPWD']);

const guestVariable = 'HEDDLE_LAB_GUEST';

/** Whether heddle runs in a guest already, and what the host has told of the topology. */
export function guestOf(environment: GuestRequest['environment']): { readonly told: boolean } | undefined {
  const value = environment[guestVariable];
  return value === undefined ? undefined : { told: value === 'told' };
}

/** Bash program that runs a command in a guest as it would run on the host: in the same folder, with the same environment. */
export function guestProgram({ cwd, command, environment, folders, told }: GuestRequest): string {
  const kept = Object.entries(environment).filter(([name, value]) => value !== undefined && !hostOnly.has(name));
  const all = [
    ...kept,
    ['TMPDIR', '/var/tmp'],
    ['XDG_RUNTIME_DIR', '/run/heddle'],
    [guestVariable, told ? 'told' : 'new'],
  ];
  const hidden = [...new Set([cwd, ...folders])].filter((folder) =>
    covered.some((one) => folder.startsWith(`${one}/`)),
  );
  return [
    'show() {',
    '  mountpoint -q "$1" && return',
    '  mkdir -p "$1" && mount -t hostfs -o "$1" -r none "$1" || return',
    // What is shown must not hide the lab's folder, which the guest writes to.
    '  case $HEDDLE_LAB in "$1"/*) mount -t hostfs -o "$HEDDLE_LAB" none "$HEDDLE_LAB" ;; esac',
    '}',
    ...hidden.map((folder) => `${shellWords('show', folder)} || exit 2`),
    `${shellWords('cd', '--', cwd)} || exit 2`,
    `exec ${shellWords('env', '-i', ...all.map(([name, value]) => `${name}=${value}`), ...command)}`,
    '',
  ].join('\n');
}
