/** The files of the desk's own page: script and style are bundled by esbuild when they are first requested. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ClientFiles } from '../../src/desk/contract.ts';
import { projectDir } from '../../src/settings.ts';

const clientDir = join(projectDir, 'src', 'desk', 'client');

/** The oldest Chromium that runs on Windows 7, and the Firefox of that time. */
export const TARGETS = ['chrome109', 'firefox109'];

export function openClientFiles(): ClientFiles {
  let files: Promise<ReadonlyMap<string, Uint8Array>> | undefined;
  return () => {
    files ??= bundle();
    return files;
  };
}

async function bundle(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { build } = await import('esbuild');
  const files = new Map<string, Uint8Array>();
  files.set('index.html', readFileSync(join(clientDir, 'index.html')));
  const { outputFiles } = await build({
    entryPoints: [
      { in: join(clientDir, 'main.ts'), out: 'client' },
      { in: join(clientDir, 'style.css'), out: 'client' },
    ],
    outdir: clientDir,
    bundle: true,
    // The editor of the body is loaded when it is opened.
    splitting: true,
    format: 'esm',
    minify: true,
    charset: 'utf8',
    target: TARGETS,
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    write: false,
  });
  for (const { path, contents } of outputFiles) files.set(basename(path), contents);
  return files;
}
