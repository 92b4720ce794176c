/**
 * The site while an editor writes: pages are rendered as in a build, each on request. Changes of the content and rendering wait
 * for each other, because both use the one content store.
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

/** The last content without errors, and its renderer. */
interface RenderedSite {
  site: Site;
  pages: Prerenderer;
  paths: ReadonlyMap<string, PagePath>;
  compiled: CompiledRenderer;
  drafts: readonly DraftFile[];
  /** Requested pages, by their file. */
  pageCache: Map<string, Promise<Uint8Array | undefined>>;
}

export interface Preview {
  /** The base path of the site. */
  top(): string;
  /** A different value for each state. */
  version(): string;
  /** The errors that stop a build now. */
  errors(): readonly Diagnostic[];
  /** The files of drafts, by address. */
  drafts(): ReadonlyMap<string, string>;
  /** The findings in a draft. */
  diagnosticsOf(file: string): Diagnostic[];
  /** Reads changed files, including those of the folder public if it changed. */
  refresh(hasPublicChanged: boolean): Promise<void>;
  /**
   * After the first `refresh`: reads and checks what that left out, between requests. The errors are then complete.
   */
  finish(): Promise<void>;
  /** Saves what was read for the next start. */
  saveCache(): void;
  /** Resolves when reading has finished. */
  settled(): Promise<void>;
  /** The page or the file at a path below the site's root such as `policies/di-bao/index.html`. */
  find(file: string): Promise<{ page: Uint8Array } | { path: string } | undefined>;
}

export interface PreviewOptions {
  /** A folder for temporary files. */
  workDir: string;
  /** Called before the code of the pages is compiled, which takes a while. */
  onCompile(): void;
}

/** Opens the preview of the settings' content; reads nothing before the first `refresh`. */
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

  let finishStep: (() => boolean) | undefined;
  let isRead = false;
  /** A file of the folder public that stops a build. */
  let refusal: Diagnostic | undefined;

  const load = async () => {
    const { corpus, diagnostics, finish } = isRead
      ? { ...content.read(), finish: undefined }
      : content.readFirst();
    isRead = true;
    finishStep = finish;
    const url = corpus.site.url;
    errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (url !== '') top = new URL(url).pathname;
    if (hasErrors(diagnostics) || corpus.preview === undefined) return;
    const { documents, drafts } = corpus.preview;
    const site = createSite(documents, corpus, settings.today);
    const { photographs, refused } = await extraFiles.prepare(site);
    refusal = refused;
    if (refused !== undefined) {
      errors = [refused];
      return;
    }
    const key = compiledPagesKey(url);
    if (!isCompiled(key)) onCompile();
    const compiled = await getCompiledPages(settings, key);
    const module = await importPrerenderEntry(compiled);
    await module.replaceContent({ ...corpus, documents, history: await history, photographs });
    module.skipPageKeys();
    const pages = module.openPrerenderer();
    const paths = new Map<string, PagePath>();
    // Of two pages with one address the first wins, as in a build.
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
    async finish() {
      while (finishStep !== undefined) {
        // Requests are answered between two steps.
        await new Promise((resolve) => setImmediate(resolve));
        await enqueue(async () => {
          if (finishStep?.() === false) finishStep = undefined;
        });
        if (finishStep === undefined)
          await enqueue(async () => {
            if (refusal === undefined)
              errors = content.read().diagnostics.filter(({ severity }) => severity === 'error');
            changes += 1;
            content.saveCache();
          });
      }
    },
    saveCache: () => content.saveCache(),
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

/** Returns a function that runs tasks one after another. */
function openQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
