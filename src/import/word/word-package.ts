/** The parts of a .docx and the relationships between them (ECMA-376 part 2). */
import { posix } from 'node:path';
import { XmlError } from '@rgrove/parse-xml';
import { ImportError } from '../import-error.ts';
import { elementsOf, type XmlElement } from '../xml.ts';
import { zipPartText } from '../zip-parts.ts';
import type { Relationship } from './conversion.ts';
import { parseWordXml } from './word-xml.ts';

export interface NamedPart {
  name: string;
  root: XmlElement;
}

export interface WordPackage {
  documentName: string;
  document: XmlElement;
  /** The parts that the document relates to in this way: `styles`, `footnotes`, `header`. */
  related(type: string): NamedPart[];
  /** The relationships of a part by their ids. */
  targetsOf(name: string): (id: string | undefined) => Relationship | undefined;
  part(name: string): XmlElement | undefined;
  bytes(name: string): Uint8Array | undefined;
  /** All parts with text for people: of these the characters are counted. */
  textParts(): XmlElement[];
}

const TEXT_PARTS = ['footnotes', 'endnotes', 'comments', 'header', 'footer', 'diagramData'];

/** Opens the parts of a package; throws ImportError if one is damaged. */
export function openPackage(parts: ReadonlyMap<string, Uint8Array>, fileName: string): WordPackage {
  const parsed = new Map<string, XmlElement | undefined>();
  const part = (name: string): XmlElement | undefined => {
    if (!parsed.has(name)) parsed.set(name, parsePart(parts, name, fileName));
    return parsed.get(name);
  };
  const relationshipsOf = (name: string) => readRelationships(part(relationshipsName(name)), name);
  const documentName =
    [...relationshipsOf('').values()].find(({ type }) => type === 'officeDocument')?.target ??
    'word/document.xml';
  const document = part(documentName);
  if (document === undefined) {
    throw new ImportError(`${fileName} 坏了，里面没有正文。请用 Word 或 WPS 打开，另存一份再导入。`);
  }
  const ofDocument = relationshipsOf(documentName);
  const related = (type: string) => {
    const names = [...ofDocument.values()].filter((each) => each.type === type && !each.isExternal);
    return [...new Set(names.map(({ target }) => target))].flatMap((name): NamedPart[] => {
      const root = part(name);
      return root === undefined ? [] : [{ name, root }];
    });
  };
  return {
    documentName,
    document,
    related,
    targetsOf: (name) => {
      const targets = relationshipsOf(name);
      return (id) => targets.get(id ?? '');
    },
    part,
    bytes: (name) => parts.get(name),
    textParts: () => [document, ...TEXT_PARTS.flatMap((type) => related(type).map(({ root }) => root))],
  };
}

function parsePart(
  parts: ReadonlyMap<string, Uint8Array>,
  name: string,
  fileName: string,
): XmlElement | undefined {
  const text = zipPartText(parts, name);
  if (text === undefined) return undefined;
  try {
    return parseWordXml(text);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new ImportError(`${fileName} 坏了（${name} 读不了）。请用 Word 或 WPS 打开，另存一份再导入。`);
  }
}

const relationshipsName = (name: string) =>
  posix.join(posix.dirname(name || 'x'), '_rels', `${posix.basename(name)}.rels`);

/** The relationships in a part; the type is the last part of its address, which strict and transitional files share. */
function readRelationships(root: XmlElement | undefined, source: string): Map<string, Relationship> {
  return new Map(
    elementsOf(root).map(({ attributes }) => {
      const { Id = '', Type = '', Target = '', TargetMode } = attributes;
      const isExternal = TargetMode === 'External';
      const target = isExternal
        ? Target
        : posix.join(Target.startsWith('/') ? '' : posix.dirname(source || 'x'), Target).replace(/^\/+/, '');
      return [Id, { type: posix.basename(Type), target, isExternal }];
    }),
  );
}
