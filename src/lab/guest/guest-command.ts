/** What a guest is started with. */
export interface GuestSize {
  /** Folder of the lab, absolute. */
  readonly folder: string;
  /** Its memory, in MiB. */
  readonly memory: number;
  /** Folder of the host for a file that is this memory; it is seen by nobody else, and ends with the guest. */
  readonly memoryFolder: string;
}

/** Shell program of the first process around a guest: `$1` is the lab's folder, the rest the guest's command. */
export const guestHolder = `
read -r word || exit 1
console=$1/console
shift
"$@" >"$console" 2>&1 </dev/null
`;

/** Command line of user-mode-linux: the host's files are the guest's root, read-only, and its first process is the agent in the lab's folder. */
export function guestCommand({ folder, memory, memoryFolder }: GuestSize): string[] {
  return [
    'env',
    `TMPDIR=${memoryFolder}`,
    'linux.uml',
    `mem=${memory}M`,
    'root=/dev/root',
    'rootfstype=hostfs',
    'rootflags=/',
    'ro',
    `init="${folder}/agent"`,
    `HEDDLE_LAB="${folder}"`,
    `uml_dir=${folder}`,
    'umid=uml',
    'con=null',
    'con0=null,fd:1',
    'ssl=null',
    'quiet',
  ];
}
