/**
 * The page of a document whose text is not saved: the text is read alone, takes its place in the content that was read before, and only its page
 * is rendered. At 1,000 documents that takes a tenth of reading the folder again.
 */
import type { importPrerenderEntry, PagePath, Prerenderer } from '../../src/cache/index.ts';
import {
  atTheirFiles,
  type ContentFile,
  type Corpus,
  fieldPaths,
  type Origins,
  readUnsaved,
  type UnsavedDocument,
} from '../../src/corpus/index.ts';
import { addressOf, recordAddress } from '../../src/documents/address.ts';
import type { Diagnostic } from '../../src/documents/diagnostic.ts';
import { type ContentDocument, type Documents, noDocuments } from '../../src/documents/document.ts';
import type { ContentHistory } from '../../src/documents/history.ts';
import type { Photographs } from '../../src/documents/photograph.ts';
import { createSite, type Site } from '../../src/documents/site.ts';
import type { AnnotatedFile } from '../../src/documents/source.ts';
import { isDocumentCollection } from '../../src/schema/collections.ts';
import type { Path } from '../../src/schema/traverse.ts';

/** A finding with the field that it is about; without one it is about the body. */
export type FieldDiagnostic = Diagnostic & { path?: Path | undefined };

export interface UnsavedView {
  /** The rendered page; undefined for a text that has none yet. */
  page: Uint8Array | undefined;
  /** The file of the page, below the site's root. */
  pageFile: string;
  /** The site with the document, and the document itself if it can be shown. */
  site: Site;
  document: ContentDocument | undefined;
  isDraft: boolean;
  /** The day on which it is published, if that is to come. */
  heldUntil: string | undefined;
  findings: FieldDiagnostic[];
}

type PageCode = Awaited<ReturnType<typeof importPrerenderEntry>>;
export type SiteContent = Corpus & { history: ContentHistory; photographs: Photographs };

/** The content of the compiled pages, which have one store for all of it. */
export interface ContentStore {
  content: SiteContent;
  /** The pages of the saved content, or of other documents in its place. */
  pagesOf(documents?: Documents): Promise<Prerenderer>;
}

/** What the compiled pages hold now: several previews of a process use the same pages, one after the other. */
const shownBy = new WeakMap<PageCode, { content: SiteContent; documents: Documents; pages: Prerenderer }>();

/** Opens the store with the content of a corpus that was read with a preview. */
export function openContentStore(module: PageCode, content: SiteContent): ContentStore {
  const saved = content.preview?.documents ?? noDocuments();
  return {
    content,
    async pagesOf(documents = saved) {
      const shown = shownBy.get(module);
      if (shown?.content === content && shown.documents === documents) return shown.pages;
      shownBy.delete(module);
      await module.replaceContent({ ...content, documents });
      const pages = module.openPrerenderer(content.site.url);
      shownBy.set(module, { content, documents, pages });
      return pages;
    },
  };
}

export interface ViewOptions {
  day: string;
  /** Every page of the saved content, by its file. */
  paths: ReadonlyMap<string, PagePath>;
  diagnosticsIn(source: AnnotatedFile): Diagnostic[];
}

/** Renders the page of `file` with `text` in place of its content, and checks the text. */
export async function viewUnsaved(
  store: ContentStore,
  file: ContentFile,
  text: string,
  { day, paths, diagnosticsIn }: ViewOptions,
): Promise<UnsavedView> {
  const unsaved = readUnsaved(file, text, store.content, day);
  const { documents, document, isDraft } = unsaved;
  const pageFile = pageFileOf(file);
  const path = paths.get(pageFile) ?? pathLike(paths, file, pageFile);
  const isShown = document !== undefined || !isDocumentCollection(file.collection);
  const page =
    isShown && path !== undefined ? await (await store.pagesOf(documents)).render(path) : undefined;
  const site = createSite(documents, store.content, day);
  const heldUntil = unsaved.draft?.publishOn;
  return { page, pageFile, site, document, isDraft, heldUntil, findings: findingsIn(unsaved, diagnosticsIn) };
}

/** The content with a saved text. */
export function withSaved(content: SiteContent, file: ContentFile, text: string, day: string): SiteContent {
  const { documents, draft } = readUnsaved(file, text, content, day);
  const others = (content.preview?.drafts ?? []).filter((other) => other.file !== file.file);
  return { ...content, preview: { documents, drafts: draft === undefined ? others : [...others, draft] } };
}

/** The findings as they would be after publication: in a draft, check reports errors as warnings. */
function findingsIn(
  { source, diagnostics, origins }: UnsavedDocument,
  diagnosticsIn: ViewOptions['diagnosticsIn'],
): FieldDiagnostic[] {
  if (source === undefined) return diagnostics;
  const found = [...diagnostics, ...diagnosticsIn(asPublished(source))];
  return withPaths(source, found, origins);
}

/** Findings in a text with their fields, then at the files in which the words stand, without the warnings in a base. */
export function withPaths(
  source: AnnotatedFile,
  found: readonly Diagnostic[],
  origins: Origins,
): FieldDiagnostic[] {
  const paths = fieldPaths(source, found);
  return found.flatMap((diagnostic, at) =>
    atTheirFiles([diagnostic], origins).map((placed) => ({ ...placed, path: paths[at] })),
  );
}

/** The file as if it were published, for what check then reports. */
export function asPublished(source: AnnotatedFile): AnnotatedFile {
  return Object.create(source, { isDraft: { value: false }, hash: { value: undefined } }) as AnnotatedFile;
}

/** The file of the page on which a document or record is seen. */
export function pageFileOf({ collection, slug }: Pick<ContentFile, 'collection' | 'slug'>): string {
  // A rate is part of other pages.
  if (collection === 'rates') return 'policies/index.html';
  const address = isDocumentCollection(collection)
    ? addressOf(collection, slug)
    : recordAddress(collection, slug).replace(/#.*$/, '');
  return `${address.slice(1)}index.html`;
}

/** The path of a new page, by another one of its kind. */
function pathLike(
  paths: ReadonlyMap<string, PagePath>,
  { collection }: ContentFile,
  pageFile: string,
): PagePath | undefined {
  const component = isDocumentCollection(collection)
    ? collection === 'pages'
      ? 'src/pages/[page].astro'
      : `src/pages/${collection}/[slug].astro`
    : `src/pages/${collection}/[id]/`;
  for (const path of paths.values())
    if (path.route.component.startsWith(component))
      return { ...path, pathname: `/${pageFile.replace(/index\.html$/, '')}` };
  return undefined;
}
