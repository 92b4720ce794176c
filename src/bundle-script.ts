/**
 * Bundles a client script with esbuild as a classic script for Chromium 80. Browsers refuse modules on file://, where the portable
 * site is opened, and Astro emits modules only.
 */

/** Options of esbuild. */
export interface BundleOptions {
  define?: Record<string, string>;
  alias?: Record<string, string>;
}

/** The bundled code of the script `entry`. Rejects with esbuild's error. */
export async function bundleScript(entry: string, options: BundleOptions = {}): Promise<string> {
  // Imported on demand: most builds import this module and bundle nothing.
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
