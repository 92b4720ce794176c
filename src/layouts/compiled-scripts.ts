/**
 * The scripts as they were when the pages were compiled. They depend on our sources alone: in the compiled code the values
 * stand in the place of this module (src/cache/compiled-renderer.ts), so that no build has to wait for a bundler.
 */
import { bundleScripts } from './bundle-scripts.ts';

export const compiledScripts = await bundleScripts();
