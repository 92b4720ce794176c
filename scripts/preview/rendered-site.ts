/** The pages of the last content that can be shown, each rendered when it is asked for. */
import {
  type CompiledRenderer,
  importPrerenderEntry,
  outputPathOf,
  type PagePath,
  type Prerenderer,
} from '../../src/cache/index.ts';
import type { ContentFile, DraftFile } from '../../src/corpus/index.ts';
import { noDocuments } from '../../src/documents/document.ts';
import { createSite, type Site } from '../../src/documents/site.ts';
import type { Settings } from '../../src/settings.ts';
import { compiledPagesKey, getCompiledPages, isCompiled } from '../compile-pages.ts';
import { type ContentStore, openContentStore, pageFileOf, type SiteContent, withSaved } from './unsaved.ts';

export interface RenderedSite {
  site: Site;
  store: ContentStore;
  /** Opens a store of other content for the same pages. */
  open(content: SiteContent): ContentStore;
  /** Every page by its file. */
  paths: ReadonlyMap<string, PagePath>;
  compiled: CompiledRenderer;
  drafts: readonly DraftFile[];
  /** Requested pages, by their file. */
  pageCache: Map<string, Promise<Uint8Array | undefined>>;
}

/** Opens the pages of `site`, made of `content`; `onCompile` is called before their code is compiled, which takes a while. */
export async function renderSite(
  settings: Settings,
  site: Site,
  content: SiteContent,
  onCompile: () => void,
): Promise<RenderedSite> {
  const key = compiledPagesKey();
  if (!isCompiled(key)) onCompile();
  const compiled = await getCompiledPages(settings, key);
  const module = await importPrerenderEntry(compiled);
  module.skipPageKeys();
  const open = (whole: SiteContent) => openContentStore(module, whole);
  const store = open(content);
  const paths = await pathsOf(await store.pagesOf());
  const drafts = content.preview?.drafts ?? [];
  return { site, store, open, paths, compiled, drafts, pageCache: new Map() };
}

/** The same pages after `text` was saved in `file`, on `day`. */
export async function withSavedText(
  rendered: RenderedSite,
  file: ContentFile,
  text: string,
  day: string,
): Promise<RenderedSite> {
  const saved = withSaved(rendered.store.content, file, text, day);
  const { documents, drafts } = saved.preview ?? { documents: noDocuments(), drafts: [] };
  const store = rendered.open(saved);
  // Only a new document has a page that is not known yet.
  const isKnown = rendered.paths.has(pageFileOf(file));
  const paths = isKnown ? rendered.paths : await pathsOf(await store.pagesOf());
  return { ...rendered, site: createSite(documents, saved, day), store, paths, drafts, pageCache: new Map() };
}

/** The page of a file below the site's root, rendered once; undefined for another file. */
export function pageOf(
  { store, paths, pageCache }: RenderedSite,
  file: string,
): Promise<Uint8Array | undefined> | undefined {
  const path = paths.get(file);
  if (path === undefined) return undefined;
  const page = pageCache.get(file) ?? store.pagesOf().then((pages) => pages.render(path));
  pageCache.set(file, page);
  return page;
}

/** All pages by their file. */
async function pathsOf(pages: Prerenderer): Promise<Map<string, PagePath>> {
  const paths = new Map<string, PagePath>();
  // Of two pages with one address the first wins, as in a build.
  for (const path of (await pages.paths()).toReversed())
    paths.set(outputPathOf(path).replace(/^\//, ''), path);
  return paths;
}
