/**
 * The scripts as bundled when the pages were compiled. They depend on our sources alone: the compiled code has their values instead
 * of this module (src/cache/compiled-renderer.ts), so that no build waits for a bundler.
 */
import { bundleScripts } from './bundle-scripts.ts';

export const compiledScripts = await bundleScripts();
