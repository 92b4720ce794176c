/**
 * Reads an .ofd, the national format of official documents (GB/T 33190), with our own reader: npm's ofd.js gives the text in the order
 * of the file, not of the page, and its package is not what its repository holds.
 */
import { ImportError } from '../import-error.ts';
import { numbersIn, type OfdPart, type OfdParts, readBytes, readPart } from '../ofd/ofd-package.ts';
import {
  emptyObjects,
  type PageObjects,
  POINTS_PER_MM,
  type Resources,
  readObjects,
} from '../ofd/page-objects.ts';
import { omissionOf } from '../omission-reasons.ts';
import { buildTree } from '../page-layout/build-tree.ts';
import { type LaidOutPage, refuseTooManyPages } from '../page-layout/laid-out-page.ts';
import { countCharacters, type Omission, type Reader } from '../source-document.ts';
import { child, childrenNamed, descendants, textContent, type XmlElement } from '../xml.ts';
import { unzipParts } from '../zip-parts.ts';

/** A4, for a file that does not say: millimetres. */
const DEFAULT_PAGE_MM = [0, 0, 210, 297];

export const readOfd: Reader = async (bytes, { fileName }) => {
  const parts = unzipParts(bytes, fileName);
  const start = [...parts.keys()].find((name) => /(?:^|\/)OFD\.xml$/i.test(name)) ?? '';
  const entry = readPart(parts, '', start);
  if (entry === undefined) throw damaged(fileName);
  const bodies = childrenNamed(entry.root, 'DocBody');
  if (bodies.some((body) => child(body, 'Encryptions')) || parts.has('Encryptions.xml')) {
    throw new ImportError(`${fileName} 加了密。请用阅读器打开，去掉密码，另存一份再导入。`);
  }
  const pictures = new Map<string, Uint8Array>();
  const read = bodies.flatMap((body) => {
    const path = textContent(child(body, 'DocRoot'));
    const document = readPart(parts, entry.path, path);
    return document ? [readDocument(parts, document, pictures)] : [];
  });
  const pages = read.flatMap((document) => document.pages);
  if (pages.length === 0) throw damaged(fileName);
  refuseTooManyPages(pages.length, fileName);
  const annotations = read.flatMap((document) => document.annotations);
  const hidden = pages.map((page) => page.hidden).join('');
  const omissions: Omission[] = [
    ...annotations.map((text) => omissionOf('comment', text)),
    ...(hidden === '' ? [] : [omissionOf('hidden', hidden)]),
  ];
  const { root, omissions: running } = buildTree(pages);
  const ownText = pages.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join('');
  return {
    root,
    pictures,
    omissions: [...omissions, ...running],
    additions: [],
    sourceCharacters: countCharacters(ownText + hidden + annotations.join('')),
    notes: notesOf(bodies, read, pages),
    hasTitle: true,
    metadata: {
      title: bodies.map((body) => textContent(child(child(body, 'DocInfo'), 'Title')).trim()).find(Boolean),
    },
  };
};

const damaged = (fileName: string) =>
  new ImportError(`${fileName} 坏了，里面没有页面。请用阅读器打开看看，或者重新要一份。`);

type OfdPage = LaidOutPage & Pick<PageObjects, 'hidden' | 'unreadable'>;

interface OfdDocument {
  pages: OfdPage[];
  annotations: string[];
  hasAttachments: boolean;
}

function readDocument(parts: OfdParts, document: OfdPart, pictures: Map<string, Uint8Array>): OfdDocument {
  const common = child(document.root, 'CommonData');
  const resources = readResources(parts, document, common, pictures);
  const templates = new Map(
    childrenNamed(common, 'TemplatePage').map(({ attributes }) => [
      attributes.ID,
      readPart(parts, document.path, attributes.BaseLoc ?? ''),
    ]),
  );
  const usualBox = boxOf(child(common, 'PageArea'));
  const pages = childrenNamed(child(document.root, 'Pages'), 'Page').flatMap(({ attributes }) => {
    const page = readPart(parts, document.path, attributes.BaseLoc ?? '');
    if (page === undefined) return [];
    const found = emptyObjects();
    for (const { attributes: used } of childrenNamed(page.root, 'Template')) {
      const template = templates.get(used.TemplateID);
      if (template) readObjects(template.root, resources, found);
    }
    readObjects(page.root, resources, found);
    const [, , width = 0, height = 0] = boxOf(child(page.root, 'Area')) ?? usualBox ?? DEFAULT_PAGE_MM;
    return [{ width: width * POINTS_PER_MM, height: height * POINTS_PER_MM, ...found }];
  });
  return {
    pages,
    annotations: readAnnotations(parts, document),
    hasAttachments: child(document.root, 'Attachments') !== undefined,
  };
}

function boxOf(area: XmlElement | undefined): number[] | undefined {
  const box = numbersIn(textContent(child(area, 'PhysicalBox')));
  return box.length === 4 ? box : undefined;
}

/** Pictures and composite objects by their identifiers; pictures are entered in `pictures`. */
function readResources(
  parts: OfdParts,
  document: OfdPart,
  common: XmlElement | undefined,
  pictures: Map<string, Uint8Array>,
): Resources {
  const names = new Map<string, string>();
  const composites = new Map<string, XmlElement>();
  for (const named of [...childrenNamed(common, 'PublicRes'), ...childrenNamed(common, 'DocumentRes')]) {
    const resource = readPart(parts, document.path, textContent(named));
    if (resource === undefined) continue;
    const folder = resource.root.attributes.BaseLoc ?? '';
    for (const media of descendants(resource.root, 'MultiMedia')) {
      const file = textContent(child(media, 'MediaFile')).trim();
      const bytes =
        readBytes(parts, resource.path, `${folder}/${file}`) ?? readBytes(parts, resource.path, file);
      if (bytes === undefined) continue;
      const name = `${document.path}#${media.attributes.ID}`;
      names.set(media.attributes.ID ?? '', name);
      pictures.set(name, bytes);
    }
    for (const unit of descendants(resource.root, 'CompositeGraphicUnit')) {
      composites.set(unit.attributes.ID ?? '', unit);
    }
  }
  return { pictureName: (id) => names.get(id), composite: (id) => composites.get(id) };
}

/** The text of comments and watermarks: they lie over the pages and are not the document. */
function readAnnotations(parts: OfdParts, document: OfdPart): string[] {
  const list = readPart(parts, document.path, textContent(child(document.root, 'Annotations')));
  if (list === undefined) return [];
  return descendants(list.root, 'FileLoc').flatMap((location) => {
    const part = readPart(parts, list.path, textContent(location));
    return part
      ? descendants(part.root, 'TextCode').map((code) => textContent(code).replace(/\s+/gu, ''))
      : [];
  });
}

function notesOf(
  bodies: readonly XmlElement[],
  documents: readonly OfdDocument[],
  pages: readonly OfdPage[],
): string[] {
  const unreadable = pages.reduce((sum, page) => sum + page.unreadable, 0);
  return [
    ...(bodies.length > 1 ? [`文件里有 ${bodies.length} 份公文，都导入了，请分开。`] : []),
    ...(bodies.some((body) => child(body, 'Signatures')) ? ['文件上的电子签章没有带过来。'] : []),
    ...(documents.some(({ hasAttachments }) => hasAttachments)
      ? ['文件带着附件，没有带过来。请打开原文，把附件另存以后单独导入。']
      : []),
    ...(unreadable > 0 ? [`有 ${unreadable} 个字认不出来：文件里只有它们的形状。请对照原件补上。`] : []),
  ];
}
