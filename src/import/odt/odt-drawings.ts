/** Reads the frames and shapes of an OpenDocument text: text boxes once, where they stand, pictures, formulas; the rest is reported. */
import type { Element, ElementContent } from 'hast';
import { element, textNode } from '../hast-elements.ts';
import { countCharacters } from '../source-document.ts';
import { descendants, elementsOf, parseElements, type XmlElement } from '../xml.ts';
import { zipPartText } from '../zip-parts.ts';
import { type OdtState, omit } from './odt-state.ts';
import { storedText } from './odt-xml.ts';

interface Drawn {
  nodes: ElementContent[];
  blocks: Element[];
}

const NOTHING: Drawn = { nodes: [], blocks: [] };

/** A frame, a group or a shape. Of the alternatives in a frame the first that can be shown is taken. */
export function readFrame(
  node: XmlElement,
  state: OdtState,
  readBlocks: (parent: XmlElement) => Element[],
  near: string,
): Drawn {
  if (/^(?:svg:|draw:(?:glue-point|enhanced-geometry|stroke-dash|image-map|contour))/.test(node.name))
    return NOTHING;
  if (node.name === 'draw:g' || node.name === 'draw:a') {
    const parts = elementsOf(node).map((part) => readFrame(part, state, readBlocks, near));
    return { nodes: parts.flatMap(({ nodes }) => nodes), blocks: parts.flatMap(({ blocks }) => blocks) };
  }
  const box =
    node.name === 'draw:frame' ? elementsOf(node).find(({ name }) => name === 'draw:text-box') : undefined;
  if (box !== undefined) return { nodes: [], blocks: readBlocks(box) };
  if (node.name !== 'draw:frame') {
    if (storedText(node).trim() !== '') return { nodes: [], blocks: readBlocks(node) };
    // A line is a rule between paragraphs.
    if (node.name !== 'draw:line') omit(state, 'drawing', '', near);
    return NOTHING;
  }
  const object = elementsOf(node).find(({ name }) => name === 'draw:object');
  const formula = object && formulaText(object, state);
  if (formula !== undefined) return { nodes: [textNode(formula)], blocks: [] };
  const picture = pictureOf(node, state);
  if (picture !== undefined) return { nodes: [picture], blocks: [] };
  omit(state, object === undefined ? 'drawing' : 'embedded', '', near);
  return NOTHING;
}

function pictureOf(frame: XmlElement, state: OdtState): Element | undefined {
  const names = elementsOf(frame)
    .filter(({ name }) => name === 'draw:image')
    .map(({ attributes }) => (attributes['xlink:href'] ?? '').replace(/^\.\//, ''));
  const name = names.find(
    (each) => /\.(?:png|jpe?g|gif|webp|bmp|tiff?)$/i.test(each) && state.parts.has(each),
  );
  const bytes = name === undefined ? undefined : state.parts.get(name);
  if (name === undefined || bytes === undefined) return undefined;
  state.pictures.set(name, bytes);
  const alt = ['svg:desc', 'svg:title']
    .flatMap((each) => descendants(frame, each))
    .map(textOf)
    .find(Boolean);
  return element('img', [], { src: name, alt: alt ?? '' });
}

const textOf = (node: XmlElement): string =>
  node.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
    .trim();

/** The text of a formula in its own part; undefined for other objects. */
function formulaText(object: XmlElement, state: OdtState): string | undefined {
  const folder = (object.attributes['xlink:href'] ?? '').replace(/^\.\//, '');
  const xml = zipPartText(state.parts, `${folder}/content.xml`);
  if (xml === undefined) return undefined;
  const root = parseElements(xml);
  if (!/(?:^|:)math$/.test(root.name)) return undefined;
  const text = mathText(root).replace(/\s+/g, '');
  state.otherCharacters += countCharacters(text);
  return text;
}

function mathText(node: XmlElement): string {
  if (/(?:^|:)annotation$/.test(node.name)) return '';
  return node.children.map((child) => (typeof child === 'string' ? child : mathText(child))).join('');
}
