/**
 * A site while an editor writes it: its pages are drawn with the code and in the way that a build draws them, each when it is
 * asked for. A change of the content and the drawing of a page wait for each other, because both go by one store of content.
 */

import {
  type CompiledRenderer,
  importPrerenderEntry,
  outputPathOf,
  type PagePath,
  type Prerenderer,
} from '../../src/cache/index.ts';
import type { DraftFile } from '../../src/corpus/index.ts';
import { addressOf } from '../../src/documents/address.ts';
import { type Diagnostic, hasErrors } from '../../src/documents/diagnostic.ts';
import { createSite, type Site } from '../../src/documents/site.ts';
import type { Settings } from '../../src/settings.ts';
import { readCachedHistory, watchContent } from '../check-corpus.ts';
import { compiledPagesKey, getCompiledPages, isCompiled } from '../compile-pages.ts';
import { startTask } from '../start-task.ts';
import { type ExtraFiles, openExtraFiles } from './extra-files.ts';

/** The last content without an error, and what its pages are drawn with. */
interface RenderedSite {
  site: Site;
  pages: Prerenderer;
  paths: ReadonlyMap<string, PagePath>;
  compiled: CompiledRenderer;
  drafts: readonly DraftFile[];
  /** Pages that were asked for, by their file. */
  pageCache: Map<string, Promise<Uint8Array | undefined>>;
}

export interface Preview {
  /** The path at which the site stands. */
  top(): string;
  /** Tells this state from any before. */
  version(): string;
  /** What stops the site from being built now. */
  errors(): readonly Diagnostic[];
  /** The files of the drafts by their addresses. */
  drafts(): ReadonlyMap<string, string>;
  /** What is still to be done in a draft. */
  diagnosticsOf(file: string): Diagnostic[];
  /** Reads what changed, in the folder public as well where it did. */
  refresh(hasPublicChanged: boolean): Promise<void>;
  /** Resolves when what is being read has been read. */
  settled(): Promise<void>;
  /** What stands at a path from the site's top, `policies/di-bao/index.html`: a page, or where another file lies. */
  find(file: string): Promise<{ page: Uint8Array } | { path: string } | undefined>;
}

export interface PreviewOptions {
  /** A folder for what is made on the way. */
  workDir: string;
  /** Hears that the code of the pages has to be compiled, which takes a while. */
  onCompile(): void;
}

/** Opens the preview of the content that the settings name; nothing is read before the first `refresh`. */
export function openPreview(settings: Settings, { workDir, onCompile }: PreviewOptions): Preview {
  const content = watchContent(settings);
  const extraFiles = openExtraFiles(settings, workDir);
  const history = startTask(() => readCachedHistory(settings));
  const enqueue = openQueue();
  const began = Date.now();
  let changes = 0;
  let errors: readonly Diagnostic[] = [];
  let rendered: RenderedSite | undefined;
  let top = '/';

  const load = async () => {
    const { corpus, diagnostics } = content.read();
    const url = corpus.site.url;
    errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (url !== '') top = new URL(url).pathname;
    if (hasErrors(diagnostics) || corpus.preview === undefined) return;
    const { documents, drafts } = corpus.preview;
    const site = createSite(documents, corpus, settings.today);
    const { photographs, refused } = await extraFiles.prepare(site);
    if (refused !== undefined) {
      errors = [refused];
      return;
    }
    const key = compiledPagesKey(url);
    if (!isCompiled(key)) onCompile();
    const compiled = await getCompiledPages(settings, key);
    const module = await importPrerenderEntry(compiled);
    await module.replaceContent({ ...corpus, documents, history: await history, photographs });
    const pages = module.openPrerenderer();
    const paths = new Map<string, PagePath>();
    // Of two pages that want one address the first has it, as in a build.
    for (const path of (await pages.paths()).toReversed())
      paths.set(outputPathOf(path).replace(/^\//, ''), path);
    rendered = { site, pages, paths, compiled, drafts, pageCache: new Map() };
  };

  const pageOf = (file: string): Promise<Uint8Array | undefined> | undefined => {
    const path = rendered?.paths.get(file);
    if (rendered === undefined || path === undefined) return undefined;
    const page = rendered.pageCache.get(file) ?? rendered.pages.render(path);
    rendered.pageCache.set(file, page);
    return page;
  };

  return {
    top: () => top,
    version: () => `${began}-${changes}`,
    errors: () => errors,
    drafts: () =>
      new Map(
        (rendered?.drafts ?? []).map(({ collection, slug, file }) => [addressOf(collection, slug), file]),
      ),
    diagnosticsOf: (file) => content.diagnosticsOf(file),
    refresh: (hasPublicChanged) =>
      enqueue(async () => {
        if (hasPublicChanged) {
          extraFiles.invalidatePublic();
          await content.readPublicFolder();
        }
        try {
          await load();
        } finally {
          changes += 1;
          setImmediate(content.saveCache);
        }
      }),
    settled: () => enqueue(async () => undefined),
    find: (file) =>
      enqueue(async () => {
        if (rendered === undefined) return undefined;
        const lying = extraFiles.find(file);
        if (lying !== undefined) return { path: lying };
        const page = await pageOf(file);
        if (page !== undefined) return { page };
        return makeExtraFile(extraFiles, file, rendered);
      }),
  };
}

async function makeExtraFile(
  extraFiles: ExtraFiles,
  file: string,
  { site, compiled }: RenderedSite,
): Promise<{ path: string } | undefined> {
  const path = await extraFiles.make(file, site, compiled.files);
  return path === undefined ? undefined : { path };
}

/** Lets one piece of work begin when the last has ended. */
function openQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
