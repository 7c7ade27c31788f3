// Scripts with what the engine compiled of them earlier, beside them. Another engine than that one compiles them anew.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';

const cacheOf = (file) => file.replace(/\.cjs$/, '.cache');

/** Loads a CommonJS module; gives what it exports, and what keeps that which is compiled of it by then. */
export function loadCached(file) {
  // Room for what is new grows at once: most of what a short run makes lives to its end, and would be copied many times.
  v8.setFlagsFromString('--semi-space-growth-factor=16');
  const cache = cacheOf(file);
  const script = new vm.Script(
    `(function (require, module, exports, __filename, __dirname) {${readFileSync(file, 'latin1')}\n})`,
    {
      filename: file,
      ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
    },
  );
  const module = { exports: {} };
  script.runInThisContext()(createRequire(file), module, module.exports, file, dirname(file));
  return { exports: module.exports, keep: () => writeFileSync(cache, script.createCachedData()) };
}
