// `node scripts/bundle.mjs FOLDER`: builds what runs, since reading 900 modules takes longer than most commands do. Types
// are the compiler's.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, transform } from 'esbuild';

const root = join(import.meta.dirname, '..');
const outdir = resolve(process.argv[2] ?? 'dist');

/** What all that is built has in common. */
const usual = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.12',
  charset: 'utf8',
  logLevel: 'warning',
};

/** What a source module exports. */
async function load(path) {
  const { outputFiles } = await build({ ...usual, entryPoints: [path], format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The validator of topology files as code, in the place of what would compile it from its schema at each start. */
const compiledValidator = {
  name: 'compiled-validator',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]topology[\\/]shape[\\/]validator\.ts$/ }, async () => {
      const { Ajv2020 } = await import('ajv/dist/2020.js');
      const { default: standalone } = await import('ajv/dist/standalone/index.js');
      const { topologySchema } = await load('src/topology/schema/schema.ts');
      const { validation } = await load('src/topology/shape/validation.ts');
      const ajv = new Ajv2020({ ...validation, code: { source: true, esm: true } });
      const imports = [];
      const code = standalone
        .default(ajv, ajv.compile(topologySchema))
        .replaceAll(/require\("([^"]+)"\)/g, (_, path) => {
          imports.push(`import required${imports.length} from ${JSON.stringify(`${path}.js`)};`);
          return `required${imports.length - 1}`;
        });
      const contents = [...imports, code, 'export const validator = () => validate;'].join('\n');
      return { contents: (await transform(contents, { minify: true })).code, loader: 'js', resolveDir: root };
    });
  },
};

/** The command line is loaded by a module that knows what the engine made of it before. */
const cachedCommandLine = {
  name: 'cached-command-line',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/run\.ts$/ }, () => ({ path: join(root, 'scripts', 'run-cached.mjs') }));
  },
};

/** Parts of Node.js that take long to load, and that most runs do not use: loaded when something of theirs is asked for. */
const slowParts = ['crypto', 'child_process'];
const loadedWhenUsed = {
  name: 'loaded-when-used',
  setup({ onResolve, onLoad }) {
    const namespace = 'when-used';
    onResolve({ filter: new RegExp(`^(?:node:)?(?:${slowParts.join('|')})$`) }, ({ path, namespace: from }) =>
      from === namespace ? { path, external: true } : { path: path.replace(/^node:/, ''), namespace },
    );
    onLoad({ filter: /./, namespace }, async ({ path }) => {
      const names = Object.keys(await import(`node:${path}`)).filter((name) => name !== 'default');
      const contents = `for (const name of ${JSON.stringify(names)})
        Object.defineProperty(exports, name, { enumerable: true, get: () => require('node:${path}')[name] });`;
      return { contents, loader: 'js' };
    });
  },
};

/** Licences of the packages whose code is in what was built. */
function licencesOf(metafile) {
  const folders = Object.keys(metafile.inputs).flatMap(
    (path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
  );
  return [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((one) => /^licen[cs]e/i.test(one));
    const text = file === undefined ? '' : readFileSync(join(root, folder, file), 'utf8').trim();
    return `${name} ${version}, ${license}\n\n${text}\n`;
  });
}

/** Where a script is, as CommonJS has it: loading that takes less time. */
const commonJs = {
  format: 'cjs',
  define: {
    'import.meta.dirname': '__dirname',
    'import.meta.filename': '__filename',
    'import.meta.url': '__filename',
  },
};

/** The library. */
await build({
  ...usual,
  entryPoints: ['src/index.ts'],
  outdir,
  format: 'esm',
  packages: 'external',
  plugins: [compiledValidator],
});

/** The command, and what labs start as processes of their own. */
await build({
  ...usual,
  ...commonJs,
  entryPoints: ['cli/main', 'cli/lab/probe', 'lab/network/mlag/agent-program'].map((name) => `src/${name}.ts`),
  outbase: 'src',
  outdir,
  outExtension: { '.js': '.cjs' },
  plugins: [cachedCommandLine],
});

/** The whole command line in one script, with the packages that every command needs. */
const script = join(outdir, 'cli', 'run.cjs');
const { metafile } = await build({
  ...usual,
  ...commonJs,
  entryPoints: ['src/cli/run.ts'],
  outfile: script,
  // Read as one byte a character, which takes half the time; names stay, for what a report of a bug says.
  charset: 'ascii',
  minifyWhitespace: true,
  minifySyntax: true,
  // What the engine kept of a script does not know how to import: packages are required when they are needed.
  supported: { 'dynamic-import': false },
  external: ['nunjucks', 'tinyglobby', 'vscode-languageserver', 'vscode-languageserver-textdocument'],
  plugins: [compiledValidator, loadedWhenUsed],
  metafile: true,
});
writeFileSync(join(outdir, 'licences.txt'), licencesOf(metafile).join(`\n${'-'.repeat(80)}\n\n`));

const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'warm-up.mjs'), script], { stdio: 'inherit' });
process.exitCode = status ?? 1;
