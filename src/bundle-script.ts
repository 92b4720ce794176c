/**
 * Bundles a script for phones by esbuild: classic, for Chromium 80. Classic, because a page opened from a memory card (file://)
 * is refused modules; esbuild, because Astro's own way makes modules.
 */

/** What a script is given when it is bundled, as esbuild takes it. */
export interface BundleOptions {
  define?: Record<string, string>;
  alias?: Record<string, string>;
}

/** The code of the script that begins with the file `entry`. Rejects with esbuild's error. */
export async function bundleScript(entry: string, options: BundleOptions = {}): Promise<string> {
  // Loaded where a script is bundled: every build loads the rooms that can, and few do.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    ...options,
    entryPoints: [entry],
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
