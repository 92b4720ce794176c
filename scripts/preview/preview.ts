/**
 * The site while an editor writes: pages are rendered as in a build, each on request. Changes of the content and rendering wait
 * for each other, because both use the one content store.
 */

import type { BaseFiles, ChangedFile, ContentFile, DraftFile } from '../../src/corpus/index.ts';
import type { SingleFileName } from '../../src/desk/single-files.ts';
import { addressOf } from '../../src/documents/address.ts';
import { type Diagnostic, hasErrors } from '../../src/documents/diagnostic.ts';
import { type Documents, noDocuments } from '../../src/documents/document.ts';
import { createSite } from '../../src/documents/site.ts';
import type { Settings } from '../../src/settings.ts';
import { readCachedHistory, watchContent } from '../check-corpus.ts';
import { startTask } from '../start-task.ts';
import { compareUnsaved } from './compare-unsaved.ts';
import { openExtraFiles } from './extra-files.ts';
import { openQueue } from './queue.ts';
import { pageOf, type RenderedSite, renderSite, withSavedText } from './rendered-site.ts';
import { type FieldDiagnostic, type UnsavedView, viewUnsaved } from './unsaved.ts';
import { viewUnsavedSingle } from './unsaved-single.ts';

export interface Preview {
  /** The base path of the site. */
  top(): string;
  /** A different value for each state. */
  version(): string;
  /** The errors that stop a build now. */
  errors(): readonly Diagnostic[];
  /** The documents that are not published, by address. */
  drafts(): ReadonlyMap<string, DraftFile>;
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
  /** The page of a file as if `text` were in it, with the findings in it; undefined while no page can be rendered. */
  view(file: ContentFile, text: string): Promise<UnsavedView | undefined>;
  /** As `view`, for site.yml and finder.yml; `file` is its name for an editor. */
  viewSingle(name: SingleFileName, file: string, text: string): Promise<UnsavedView | undefined>;
  /** What the rules that compare files find in `text`, between other calls; nothing while no page can be rendered. */
  compare(file: ContentFile, text: string): Promise<FieldDiagnostic[]>;
  /** As `view`, after which `text` counts as the content of the file: cheaper than `refresh` after a file was saved. */
  replace(file: ContentFile, text: string): Promise<void>;
  /** The documents and records, with drafts. */
  documents(): Documents;
  /** The files of the content's bases. */
  baseFiles(): BaseFiles;
  /** What the content's own files say differently from their bases. */
  changed(): readonly ChangedFile[];
}

export interface PreviewOptions {
  /** A folder for temporary files. */
  workDir: string;
  /** Called before the code of the pages is compiled, which takes a while. */
  onCompile(): void;
  /** Whether pages are rendered in spite of errors, without what cannot be shown; otherwise the pages before the error stay. */
  isTolerant?: boolean;
}

/** The compiled pages hold one content at a time, for all previews of the process. */
const enqueue = openQueue();

/** Opens the preview of the settings' content; reads nothing before the first `refresh`. */
export function openPreview(
  settings: Settings,
  { workDir, onCompile, isTolerant = false }: PreviewOptions,
): Preview {
  const content = watchContent(settings);
  const extraFiles = openExtraFiles(settings, workDir);
  const history = startTask(() => readCachedHistory(settings));
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
    if ((hasErrors(diagnostics) && !isTolerant) || corpus.preview === undefined) return;
    const site = createSite(corpus.preview.documents, corpus, settings.today);
    const { photographs, refused } = await extraFiles.prepare(site);
    refusal = refused;
    if (refused !== undefined) {
      errors = [refused];
      if (!isTolerant) return;
    }
    const whole = { ...corpus, history: await history, photographs };
    rendered = await renderSite(settings, site, whole, onCompile);
  };

  const viewOptions = (paths: RenderedSite['paths']) => ({
    day: settings.today,
    paths,
    diagnosticsIn: content.diagnosticsIn,
  });

  return {
    top: () => top,
    version: () => `${began}-${changes}`,
    errors: () => errors,
    drafts: () =>
      new Map((rendered?.drafts ?? []).map((draft) => [addressOf(draft.collection, draft.slug), draft])),
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
        const page = await pageOf(rendered, file);
        if (page !== undefined) return { page };
        const path = await extraFiles.make(file, rendered.site, rendered.compiled.files);
        return path === undefined ? undefined : { path };
      }),
    view: (file, text) =>
      enqueue(async () => rendered && viewUnsaved(rendered.store, file, text, viewOptions(rendered.paths))),
    viewSingle: (name, file, text) =>
      enqueue(
        async () => rendered && viewUnsavedSingle(rendered, name, file, text, viewOptions(rendered.paths)),
      ),
    compare: async (file, text) =>
      rendered === undefined
        ? []
        : compareUnsaved(rendered.store.content, file, text, settings.today, content.comparisons),
    replace: (file, text) =>
      enqueue(async () => {
        if (rendered === undefined) return;
        rendered = await withSavedText(rendered, file, text, settings.today);
        changes += 1;
      }),
    documents: () => rendered?.store.content.preview?.documents ?? noDocuments(),
    changed: () => rendered?.store.content.changed ?? [],
    baseFiles: () => rendered?.store.content.baseFiles ?? new Map(),
  };
}
