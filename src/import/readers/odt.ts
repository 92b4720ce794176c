/** Reads an OpenDocument text (.odt, ISO/IEC 26300), which LibreOffice and WPS write. */
import type { Element } from 'hast';
import { ownNumber } from '../fields/document-numbers.ts';
import { paragraph } from '../hast-elements.ts';
import { ImportError } from '../import-error.ts';
import { newOutline, readBlocks } from '../odt/odt-blocks.ts';
import { listStylesOf } from '../odt/odt-lists.ts';
import { type OdtState, omit } from '../odt/odt-state.ts';
import { stylesOf } from '../odt/odt-styles.ts';
import { storedText } from '../odt/odt-xml.ts';
import { countCharacters, type Reader } from '../source-document.ts';
import { descendants, elementsOf, parseElements, type XmlElement } from '../xml.ts';
import { unzipParts, zipPartText } from '../zip-parts.ts';

export const readOdt: Reader = async (bytes, { fileName }) => {
  const parts = unzipParts(bytes, fileName);
  if (/encryption-data/.test(zipPartText(parts, 'META-INF/manifest.xml') ?? ''))
    throw new ImportError(`${fileName} 设了密码。请打开它，去掉密码，另存一份再导入。`);
  const [content, styles] = ['content.xml', 'styles.xml'].map((name) =>
    rootOf(zipPartText(parts, name), fileName),
  );
  const [text] = content === undefined ? [] : descendants(content, 'office:text');
  if (content === undefined || text === undefined)
    throw new ImportError(`${fileName} 不是文字文档。表格请另存为 .xlsx，幻灯片请把文字复制出来，再导入。`);
  const roots = [content, ...(styles === undefined ? [] : [styles])];
  const state = newState(roots, parts);
  const frame = styles === undefined ? [] : pageFrameTexts(styles);
  const above = frame.flatMap((line) => readFrameLine(line, state));
  const blocks = readBlocks(text, state);
  const children = [...above, ...blocks, ...state.footnotes];
  return {
    root: { type: 'root', children },
    pictures: state.pictures,
    omissions: state.omissions,
    additions: state.additions,
    sourceCharacters: countCharacters(storedText(text) + frame.join('')) + state.otherCharacters,
    notes: state.notes,
    hasTitle: true,
  };
};

function rootOf(xml: string | undefined, fileName: string): XmlElement | undefined {
  try {
    return xml === undefined ? undefined : parseElements(xml);
  } catch {
    throw new ImportError(`${fileName} 坏了，打不开。请用 Word 或 WPS 打开，另存为 .docx 再导入。`);
  }
}

function newState(roots: readonly XmlElement[], parts: OdtState['parts']): OdtState {
  return {
    styles: stylesOf(roots),
    listStyles: listStylesOf(roots),
    parts,
    pictures: new Map(),
    omissions: [],
    additions: [],
    notes: [],
    otherCharacters: 0,
    footnotes: [],
    listsById: new Map(),
    lastLists: new Map(),
    outline: newOutline(),
  };
}

/** The paragraphs of all page headers and footers. */
function pageFrameTexts(styles: XmlElement): string[] {
  return descendants(styles, 'style:master-page')
    .flatMap(elementsOf)
    .filter(({ name }) => /^style:(?:header|footer)/.test(name))
    .flatMap((part) => [...descendants(part, 'text:p'), ...descendants(part, 'text:h')])
    .map(storedText);
}

/** A line of a page header, which is left out unless it has the number of the document. */
function readFrameLine(line: string, state: OdtState): Element[] {
  if (ownNumber([line]) !== undefined) return [paragraph(line)];
  omit(state, 'header-footer', line);
  return [];
}
