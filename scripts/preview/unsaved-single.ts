/** The page of site.yml or finder.yml with a text that is not saved, and the findings in it. */
import { fieldPaths, readSingleText } from '../../src/corpus/index.ts';
import { LIST_FIELD, type SingleFileName, singleFiles } from '../../src/desk/single-files.ts';
import { createSite } from '../../src/documents/site.ts';
import { finderSchema } from '../../src/schema/finder.ts';
import { siteSchema } from '../../src/schema/site.ts';
import type { ContentStore, SiteContent, UnsavedView, ViewOptions } from './unsaved.ts';

/** The content around the text, and how another content is shown. */
export interface SingleStore {
  store: ContentStore;
  open(content: SiteContent): ContentStore;
}

/** `file` is its name for an editor. */
export async function viewUnsavedSingle(
  { store, open }: SingleStore,
  name: SingleFileName,
  file: string,
  text: string,
  { day, paths, diagnosticsIn }: ViewOptions,
): Promise<UnsavedView> {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { content } = store;
  const { source, diagnostics, part } = readPart(name, plain, file);
  const whole = { ...content, ...part };
  const pageFile = `${singleFiles[name].address.slice(1)}index.html`;
  const path = paths.get(pageFile);
  const page = path === undefined ? undefined : await (await open(whole).pagesOf()).render(path);
  const found = [...diagnostics, ...(source === undefined ? [] : diagnosticsIn(source))];
  const fields = source === undefined ? [] : fieldPaths(source, found, singleFiles[name].schema);
  const findings = found.map((finding, at) => {
    const path = fields[at];
    return { ...finding, path: path !== undefined && name === 'finder' ? [LIST_FIELD, ...path] : path };
  });
  const site = createSite(content.preview?.documents ?? content.documents, whole, day);
  return { page, pageFile, site, document: undefined, isDraft: false, heldUntil: undefined, findings };
}

/** What the text changes in the content: nothing while it has errors. */
function readPart(name: SingleFileName, text: string, file: string) {
  if (name === 'site') {
    const { data, ...read } = readSingleText(text, file, siteSchema);
    return { ...read, part: data === undefined ? {} : { site: data } };
  }
  const { data, ...read } = readSingleText(text, file, finderSchema);
  return { ...read, part: data === undefined ? {} : { finder: data } };
}
