/**
 * Writes the readings above characters (ruby) behind them, as an author glosses a rare character: 勍（qíng）香. Above each character of a
 * sentence they are an aid for learners, and would cut the sentence into pieces: there they are left out.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { treeText } from '../markup/index.ts';
import { element, textNode } from './hast-elements.ts';

/** The maximum length of a word with readings, in characters: longer than a place's name is a sentence. */
const MAX_GLOSSED_LENGTH = 4;

/** The element of a reading that is kept, which no later step corrects. */
export const READING_ELEMENT = 'reading';

interface OnReadings {
  add(text: string, reason: string): void;
  omit(text: string): void;
  /** Losses by name, with their counts. */
  notes: Map<string, number>;
}

export const READINGS_REMOVED = '去掉了字上面的注音';

/** The tree with the readings of words in brackets behind them; those of sentences go to `omit`. */
export function writeReadings<N extends Root | Element>(node: N, on: OnReadings): N {
  const children: RootContent[] = [];
  for (let at = 0; at < node.children.length; ) {
    const word = rubiesAt(node.children, at);
    if (word.length > 0) children.push(...written(word, on));
    else {
      const child = node.children[at] as RootContent;
      children.push(child.type === 'element' ? writeReadings(child, on) : child);
    }
    at += Math.max(1, word.length);
  }
  return { ...node, children };
}

const isRuby = (node: RootContent | undefined): node is Element =>
  node?.type === 'element' && node.tagName === 'ruby';

/** The characters with readings that stand next to each other. */
function rubiesAt(nodes: readonly RootContent[], start: number): Element[] {
  const rubies: Element[] = [];
  for (let node = nodes[start]; isRuby(node); node = nodes[start + rubies.length]) rubies.push(node);
  return rubies;
}

const isReading = ({ tagName }: Element) => tagName === 'rt' || tagName === 'rtc';

function written(word: readonly Element[], { add, omit, notes }: OnReadings): ElementContent[] {
  const parts = word.flatMap(({ children }) => children);
  const elements = parts.filter((part): part is Element => part.type === 'element');
  const base = parts.filter((part) => part.type !== 'element' || !(isReading(part) || part.tagName === 'rp'));
  const readings = elements.filter(isReading).map((part) => treeText(part).trim());
  for (const part of elements) if (part.tagName === 'rp') omit(treeText(part));
  const length = [
    ...base
      .map((part) => treeText(part))
      .join('')
      .trim(),
  ].length;
  const reading = readings.filter(Boolean).join(' ');
  if (reading === '' || length > MAX_GLOSSED_LENGTH) {
    for (const each of readings) omit(each);
    notes.set(READINGS_REMOVED, (notes.get(READINGS_REMOVED) ?? 0) + readings.length);
    return base;
  }
  add('（）', '注音的括号');
  return [...base, element(READING_ELEMENT, [textNode(`（${reading}）`)])];
}
