import { isAbsolute, relative, resolve, sep } from 'node:path';

/** Where the runners of GitHub and GitLab say that they checked the project out. */
const roots = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'] as const;

function within(root: string, path: string): string | undefined {
  const part = relative(root, path);
  return part === '..' || part.startsWith(`..${sep}`) || isAbsolute(part) ? undefined : part;
}

/**
 * How reports name files: from the root of the project in CI, else from the working directory. A path that leads out
 * of there is made absolute. With forward slashes.
 */
export function projectPaths(env: Readonly<Record<string, string | undefined>>): (path: string) => string {
  const here = process.cwd();
  const known = roots.flatMap((name) => env[name] ?? []).filter((root) => isAbsolute(root));
  const root = known.find((one) => within(one, here) !== undefined) ?? here;
  return (path) => {
    const absolute = resolve(here, path);
    return (within(root, absolute) ?? absolute).replaceAll(sep, '/');
  };
}
