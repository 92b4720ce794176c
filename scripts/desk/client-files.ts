/** The files of the desk's own page: its script is bundled by esbuild when it is first requested. */
import { existsSync, readFileSync } from 'node:fs';
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
  for (const name of ['index.html', 'style.css']) {
    const path = join(clientDir, name);
    if (existsSync(path)) files.set(name === 'style.css' ? 'client.css' : name, readFileSync(path));
  }
  const { outputFiles } = await build({
    entryPoints: { client: join(clientDir, 'main.ts') },
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
