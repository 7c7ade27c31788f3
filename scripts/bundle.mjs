// `node scripts/bundle.mjs FOLDER`: builds what runs, one module for each program of the package and some for what they
// share, as reading 900 files takes longer than most commands do. Types are the compiler's.
import { join } from 'node:path';
import { build, transform } from 'esbuild';

const root = join(import.meta.dirname, '..');

/** The library, the command, and what labs start as processes of their own. */
const programs = ['index', 'cli/main', 'cli/lab/probe', 'lab/network/mlag/agent-program'];

/** What a source module exports. */
async function load(path) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [path],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
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

const outdir = process.argv[2];
if (outdir === undefined) throw new Error('node scripts/bundle.mjs FOLDER');

await build({
  absWorkingDir: root,
  entryPoints: programs.map((name) => `src/${name}.ts`),
  outbase: 'src',
  outdir,
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  packages: 'external',
  plugins: [compiledValidator],
  format: 'esm',
  platform: 'node',
  target: 'node20.12',
  charset: 'utf8',
  logLevel: 'warning',
});
