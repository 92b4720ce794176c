/**
 * Sanitizes a drawing (SVG): parses it, checks it against allow-lists and serializes what is permitted, so a browser reads exactly
 * what was checked. Metadata of editors, which may name the author, is removed.
 */

import {
  parseXml,
  XmlDocumentType,
  XmlElement,
  XmlError,
  type XmlNode,
  XmlProcessingInstruction,
  XmlText,
} from '@rgrove/parse-xml';
import { escapeHtml } from '../documents/html-text.ts';
import {
  ATTRIBUTES,
  DROPPED_ATTRIBUTE,
  DROPPED_ELEMENTS,
  ELEMENTS,
  isEditorNamespace,
  PROPERTIES,
  SVG_NAMESPACE,
  XLINK_NAMESPACE,
  XML_NAMESPACE,
} from './drawing-names.ts';
import { cleanDeclarations, cleanStyleSheet, faultOfValue, StyleRefused } from './drawing-style.ts';

/** Something in a drawing that is refused. */
export interface DrawingFault {
  /** Offset in the text. */
  offset: number;
  /** What it is, in Chinese, without a full stop. */
  what: string;
}

export interface CleanDrawing {
  /** The sanitized drawing; only if there is no fault. */
  text?: string;
  faults: DrawingFault[];
  /** Embedded raster images with their offsets; the caller has to clean them. */
  pictures: { offset: number; mediaType: string; bytes: Uint8Array }[];
}

/** A phone takes seconds to show a larger one. */
export const MAX_DRAWING_BYTES = 5_000_000;
const MAX_DEPTH = 100;
/** Most further faults are of the same kind. */
const MAX_FAULTS = 20;

const PICTURE = /^data:(image\/(?:png|jpeg|webp|gif));base64,([A-Za-z0-9+/=\s]+)$/;

interface ReadState {
  result: CleanDrawing;
  report(node: XmlNode, what: string): void;
}

type Prefixes = ReadonlyMap<string, string>;

/** Sanitizes a drawing. Throws for no content. */
export function cleanDrawing(source: string): CleanDrawing {
  const result: CleanDrawing = { faults: [], pictures: [] };
  const report = (node: XmlNode, what: string) => {
    if (result.faults.length < MAX_FAULTS) result.faults.push({ offset: Math.max(0, node.start), what });
  };
  const offset = source.length - source.replace(/^\uFEFF/, '').length;
  try {
    if (source.length > MAX_DRAWING_BYTES) throw new RangeError('Too long.');
    const document = parseXml(source, {
      includeOffsets: true,
      preserveComments: false,
      preserveDocumentType: true,
    });
    let text = '';
    for (const node of document.children) text += topLevelNode(node, { result, report });
    if (result.faults.length === 0) result.text = text;
  } catch (error) {
    if (error instanceof XmlError) {
      const isEntity = /entity/i.test(error.message);
      const what = isEntity ? '实体（&…;）' : `写法不对的地方（${error.excerpt.trim().slice(0, 40)}）`;
      result.faults.push({ offset: Math.min(offset + error.pos, source.length), what });
    } else if (error instanceof RangeError) {
      result.faults.push({ offset: 0, what: '太长或者套得太深的内容' });
    } else throw error;
  }
  return result;
}

/** A top-level node. The public document type of SVG is harmless, an internal subset is not. */
function topLevelNode(node: XmlNode, state: ReadState): string {
  if (node instanceof XmlElement) {
    if (localName(node.name) !== 'svg') {
      state.report(node, `图形以外的东西：<${truncate(node.name)}>`);
      return '';
    }
    return element(node, new Map([['xml', XML_NAMESPACE]]), 1, state);
  }
  if (node instanceof XmlProcessingInstruction) state.report(node, `处理指令 <?${truncate(node.name)}>`);
  if (node instanceof XmlDocumentType && !isPlainDocumentType(node)) {
    state.report(node, '自己定义的 <!DOCTYPE …>');
  }
  return '';
}

function isPlainDocumentType({ name, publicId, systemId, internalSubset }: XmlDocumentType): boolean {
  const isOfSvg =
    (publicId === null && systemId === null) ||
    (/^-\/\/W3C\/\/DTD SVG [\w. ]{1,20}\/\/EN$/.test(publicId ?? '') &&
      /^https?:\/\/www\.w3\.org\/[\w./-]{1,80}\.dtd$/.test(systemId ?? ''));
  return name === 'svg' && isOfSvg && (internalSubset ?? '').trim() === '';
}

function element(node: XmlElement, outer: Prefixes, depth: number, state: ReadState): string {
  const prefixes = prefixesOf(node, outer);
  const [namespace, name] = resolve(node.name, prefixes, '');
  if (isEditorNamespace(namespace)) return dropElement(node, prefixes, state);
  const isSvg = namespace === SVG_NAMESPACE || (namespace === '' && !node.name.includes(':'));
  if (isSvg && DROPPED_ELEMENTS.has(name)) return dropElement(node, prefixes, state);
  if (!isSvg || !ELEMENTS.has(name)) {
    state.report(node, `<${truncate(node.name)}>`);
    return '';
  }
  if (depth > MAX_DEPTH) {
    state.report(node, `套了 ${MAX_DEPTH} 层以上的 <${truncate(node.name)}>`);
    return '';
  }
  const own = depth === 1 ? ` xmlns="${SVG_NAMESPACE}" xmlns:xlink="${XLINK_NAMESPACE}"` : '';
  const attributes = Object.entries(node.attributes)
    .map(([key, value]) => attribute(node, [key, value], prefixes, state))
    .join('');
  const inside = name === 'style' ? styleSheet(node, state) : children(node, prefixes, depth, state);
  return inside === '' ? `<${name}${own}${attributes}/>` : `<${name}${own}${attributes}>${inside}</${name}>`;
}

/** Removes metadata of an editor; reports other elements inside, which may be hidden there on purpose. */
function dropElement(node: XmlElement, outer: Prefixes, state: ReadState): '' {
  const waiting: [XmlElement, Prefixes][] = [[node, outer]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [current, above] = next;
    const prefixes = prefixesOf(current, above);
    const [namespace, name] = resolve(current.name, prefixes, '');
    const isNote =
      isEditorNamespace(namespace) || DROPPED_ELEMENTS.has(name) || /^(?:title|desc)$/.test(name);
    if (!isNote) state.report(current, `<${truncate(current.name)}>`);
    for (const child of current.children) {
      if (child instanceof XmlElement) waiting.push([child, prefixes]);
      else if (child instanceof XmlProcessingInstruction)
        state.report(child, `处理指令 <?${truncate(child.name)}>`);
    }
  }
  return '';
}

function children(node: XmlElement, prefixes: Prefixes, depth: number, state: ReadState): string {
  let text = '';
  for (const child of node.children) {
    if (child instanceof XmlElement) text += element(child, prefixes, depth + 1, state);
    else if (child instanceof XmlText) text += escaped(child.text);
    else if (child instanceof XmlProcessingInstruction)
      state.report(child, `处理指令 <?${truncate(child.name)}>`);
  }
  return text;
}

function styleSheet(node: XmlElement, state: ReadState): string {
  if (node.children.some((child) => !(child instanceof XmlText))) state.report(node, '<style> 里的别的内容');
  try {
    return escaped(cleanStyleSheet(node.text));
  } catch (error) {
    if (!(error instanceof StyleRefused)) throw error;
    state.report(node, truncate(error.message));
    return '';
  }
}

function attribute(
  node: XmlElement,
  [key, value]: [string, string],
  prefixes: Prefixes,
  state: ReadState,
): string {
  if (key === 'xmlns' || key.startsWith('xmlns:')) return '';
  const [namespace, name] = resolve(key, prefixes, undefined);
  if (isEditorNamespace(namespace) || DROPPED_ATTRIBUTE.test(key)) return '';
  const refuse = (what: string) => {
    state.report(node, `<${truncate(node.name)}> 的 ${truncate(what)}`);
    return '';
  };
  if (namespace === XLINK_NAMESPACE || key === 'href') {
    // XLink attributes other than href show nothing.
    if (/^(?:type|title|role|arcrole|show|actuate)$/.test(name)) return '';
    return name === 'href' ? address(node, value, state) : refuse(key);
  }
  if (namespace === XML_NAMESPACE) {
    return /^(?:space|lang|id)$/.test(name) && /^[\w-]{1,60}$/.test(value)
      ? ` xml:${name}="${value}"`
      : refuse(key);
  }
  if (namespace !== '' || !(ATTRIBUTES.has(name) || PROPERTIES.has(name))) return refuse(key);
  if (name === 'style') return style(node, value, state);
  const isText = name === 'id' || name === 'class' || name === 'role' || name.startsWith('aria-');
  const fault = isText ? undefined : faultOfValue(value);
  return fault === undefined ? ` ${name}="${escaped(value)}"` : refuse(`${key}：${fault}`);
}

function style(node: XmlElement, value: string, state: ReadState): string {
  try {
    const css = cleanDeclarations(value);
    return css === '' ? '' : ` style="${escaped(css)}"`;
  } catch (error) {
    if (!(error instanceof StyleRefused)) throw error;
    state.report(node, `<${truncate(node.name)}> 的${truncate(error.message)}`);
    return '';
  }
}

/** A reference within the drawing or an embedded raster image; neither is external. */
function address(node: XmlElement, value: string, { result, report }: ReadState): string {
  if (/^#[\p{L}\p{N}_.:-]+$/u.test(value)) return ` xlink:href="${escaped(value)}"`;
  const [, mediaType, base64] = PICTURE.exec(value) ?? [];
  if (localName(node.name) === 'image' && mediaType !== undefined && base64 !== undefined) {
    const bytes = Buffer.from(base64, 'base64');
    result.pictures.push({ offset: Math.max(0, node.start), mediaType, bytes });
    return ` xlink:href="data:${mediaType};base64,${bytes.toString('base64')}"`;
  }
  report(node, `<${truncate(node.name)}> 的地址「${truncate(value.slice(0, 60))}」，它指到这张图外面`);
  return '';
}

function prefixesOf({ attributes }: XmlElement, outer: Prefixes): Prefixes {
  const own = Object.entries(attributes).filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  if (own.length === 0) return outer;
  return new Map([...outer, ...own.map(([key, value]): [string, string] => [key.slice(6), value])]);
}

/** Namespace and local name; an unknown prefix counts as a namespace of its own. */
function resolve(name: string, prefixes: Prefixes, noPrefix: '' | undefined): [string, string] {
  const colon = name.indexOf(':');
  if (colon < 0) return [noPrefix === undefined ? '' : (prefixes.get('') ?? ''), name];
  const prefix = name.slice(0, colon);
  return [prefixes.get(prefix) ?? `prefix ${prefix}`, name.slice(colon + 1)];
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Truncates a name or value for a message. */
function truncate(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function escaped(text: string): string {
  return escapeHtml(text).replace(/[\t\r]/g, (control) => `&#${control.charCodeAt(0)};`);
}
