/** Where a switch's script puts files. */
function placesOf(script: string): Map<string, string> {
  return new Map([...script.matchAll(/^place (\S+) (\/\S+) /gm)].map(([, file = '', place = '']) => [file, place]));
}

/**
 * Where a machine has its generated files, by name: as the script that installs them says, or each at its head.
 * @param files contents by name.
 */
export function installedAt(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const script = files.get('setup.sh');
  if (script !== undefined) return placesOf(script);
  return new Map(
    [...files].flatMap(([name, content]): [string, string][] => {
      const place = /^# (?:.* )?Install as (\/\S*[^\s,.])/m.exec(content)?.[1];
      return place === undefined ? [] : [[name, place]];
    }),
  );
}
