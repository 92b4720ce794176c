/**
 * Writes raised and lowered characters with the ones of Unicode: a body has no such elements, and 10⁴ without them reads as 104.
 * A raised figure that is no power is the mark of a note, written in brackets: 300[1]元.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { treeText } from '../markup/index.ts';
import { textNode } from './hast-elements.ts';

const RAISED = mapOf('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ');
const LOWERED = mapOf('0123456789+-−=()aeoxhklmnpstijruv', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ');

function mapOf(from: string, to: string): ReadonlyMap<string, string> {
  const characters = [...to];
  return new Map([...from].map((character, index) => [character, characters[index] ?? character]));
}

/** What may have a power: 10 alone, a unit of length, area or time, a variable, a closing bracket, a percentage in brackets. */
const BASE =
  /(?:(?:^|[^\d.,])10|(?:^|[^A-Za-z])(?:[kcdmnμu]?m|s|[a-zA-Z])|[)\]]|[\u0370-\u03FF]|[千厘分毫]?米|公里)$/;
/** Marks that stand raised by habit and are read without: 1st, ™, an asterisk, a mark that has its own brackets or circle. */
const PLAIN = /^(?:st|nd|rd|th|TM|R|SM|[*＊†‡※①-⑳㉑-㊿°′″’'"℃]+|[[（(〔【].*[\]）)〕】])$/u;

/** The tree without sup and sub; `add` receives brackets that were added. */
export function writeSuperscripts(root: Root, add: (text: string) => void): Root {
  return { ...root, children: convert(root.children, { before: '' }, add) };
}

/** The text before a raised one, in its paragraph. */
interface Line {
  before: string;
}

const BLOCKS = /^(?:p|div|li|td|th|h[1-6]|table|tr|ul|ol|blockquote|section|br)$/;

function convert<N extends RootContent>(nodes: readonly N[], line: Line, add: (text: string) => void): N[] {
  return nodes.map((node): N => {
    if (node.type === 'text') {
      line.before += node.value;
      return node;
    }
    if (node.type !== 'element') return node;
    if (node.tagName === 'sup' || node.tagName === 'sub') return written(node, line, add) as N;
    const isBlock = BLOCKS.test(node.tagName);
    if (isBlock) line.before = '';
    const children = convert<ElementContent>(node.children, line, add);
    if (isBlock) line.before = '';
    return { ...node, children };
  });
}

function written(node: Element, line: Line, add: (text: string) => void): ElementContent {
  const text = treeText(node).trim();
  if (text === '') return { ...node, tagName: 'span' };
  const converted = node.tagName === 'sub' ? inUnicode(text, LOWERED) : raised(text, line.before);
  if (converted === undefined) return { ...node, tagName: 'span' };
  if (converted.startsWith('[')) add('[]');
  line.before += converted;
  return textNode(converted);
}

/** The raised text in Unicode or in brackets; undefined if it is to stay as it is. */
function raised(text: string, before: string): string | undefined {
  if (PLAIN.test(text)) return undefined;
  const power = inUnicode(text, RAISED);
  const isPower = /^[-−+]/.test(text) || /[ni]/.test(text) || BASE.test(before.trimEnd());
  if (power !== undefined && isPower) return power;
  return `[${text}]`;
}

function inUnicode(text: string, map: ReadonlyMap<string, string>): string | undefined {
  const characters = [...text].map((character) => map.get(character));
  return characters.some((character) => character === undefined) ? undefined : characters.join('');
}
