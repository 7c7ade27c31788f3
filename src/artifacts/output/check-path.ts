/** Refuses the path of an artifact that is not plainly below the folder of the fabric: a bug, never the user's mistake. */
export function checkPath(path: string): void {
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..') || /[\\\0:]/.test(path)) {
    throw new Error(`unsafe path of an artifact: ${JSON.stringify(path)}`);
  }
}
