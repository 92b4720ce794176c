/** The script that every page on the card runs first, bundled by esbuild for Chromium 80. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The script, for a card whose data has `parts` parts. */
export async function bundleCardScript(parts: number): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('client/card.client.ts', import.meta.url))],
    define: { PARTS: String(parts) },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'chrome80',
    charset: 'utf8',
    write: false,
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}
