/**
 * Bundles a client script with Rolldown as a classic script for Chromium 80. Browsers refuse modules on file://, where the portable
 * site is opened, and Astro emits modules only.
 */

/** Options of Rolldown. */
export interface BundleOptions {
  /** Expressions in place of global names. */
  define?: Record<string, string>;
}

/** The bundled code of the script `entry`. Rejects with Rolldown's error. */
export async function bundleScript(entry: string, { define = {} }: BundleOptions = {}): Promise<string> {
  // Imported on demand: most builds import this module and bundle nothing.
  const { build } = await import('rolldown');
  const { output } = await build({
    input: entry,
    platform: 'browser',
    transform: { target: 'chrome80', define },
    output: { format: 'iife', strict: true, minify: true, comments: false },
    write: false,
    logLevel: 'silent',
  });
  return output[0].code;
}
