/** The cache of earlier builds, and the rendering of pages with it. */
export { type CompiledRenderer, compileRenderer, getCompiledRenderer } from './compiled-renderer.ts';
export { pruneEmptyDirectories, recycleDirectories, reuseDirectories } from './directory-pool.ts';
export { listFilesRecursive } from './list-files.ts';
export type { PagePath, Prerenderer } from './prerender-entry.ts';
export {
  importPrerenderEntry,
  openRenderer,
  outputPathOf,
  type Renderer,
} from './renderer.ts';
export { rendererHash } from './renderer-hash.ts';
export { type SiteInputs, type SiteList, siteListKey } from './site-list.ts';
export { openSiteLists, type SiteLists } from './site-lists.ts';
