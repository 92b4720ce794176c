/**
 * Corrects in a parsed body what Markdown parses differently from Chinese usage: line ends, addresses without a space after them, a
 * sentence directly below a table. Pages and rules then use the same tree.
 */
import { splitAutolink } from './autolink.ts';
import { LINE_BREAK, NO_BREAK, PARAGRAPH_BREAK, restoreAttribute, restoreText } from './chinese.ts';
import { INDENT, isOwnLine, joinsLines } from './line-ends.ts';
import { textOffsets } from './text-offsets.ts';
import type { MdNode } from './tree.ts';

/** Changes `root`, parsed from `prepared`, in place. */
export function normalizeTree(root: MdNode, prepared: string): void {
  moveSentencesBelow(root, prepared);
  normalizeLinks(root, prepared);
  normalizeLines(root, prepared);
}

/** Elements whose text is one continuous flow. */
const FLOWS = new Set(['p', 'li', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Elements that begin a flow of their own within one: a list in an item. */
const BLOCKS = new Set(['ul', 'ol', 'blockquote', 'pre', 'table', ...FLOWS]);

function normalizeLines(node: MdNode, prepared: string): void {
  if (node.tagName === 'pre') return;
  if (FLOWS.has(node.tagName ?? '')) normalizeFlow(node);
  for (const child of node.children ?? []) normalizeLines(child, prepared);
  if (!node.children) return;
  node.children = node.children.flatMap((child) =>
    child.tagName === 'p' ? splitParagraph(child, prepared) : [child],
  );
}

/** The texts of an element in order, without those of blocks within it. */
function textsIn(node: MdNode): MdNode[] {
  return (node.children ?? []).flatMap((child) => {
    // A text without a position is the parser's, between the parts of lists and after a break.
    if (child.type === 'text') return child.position ? [child] : [];
    return BLOCKS.has(child.tagName ?? '') ? [] : textsIn(child);
  });
}

function normalizeFlow(flow: MdNode): void {
  const texts = textsIn(flow);
  const whole = texts.map(({ value = '' }) => value).join('');
  let offset = 0;
  for (const text of texts) {
    const value = text.value ?? '';
    const from = offset;
    if (value.includes('\n')) {
      const canPart = flow.tagName === 'p' && (flow.children ?? []).includes(text);
      text.value = value.replace(/\n/g, (_, at: number) => lineEnd(whole, from + at, flow, canPart));
    }
    offset += value.length;
  }
}

/** Number of characters considered around a line end. */
const CONTEXT_LENGTH = 40;

/** The replacement of the line end at an index of a flow's whole text. */
function lineEnd(whole: string, at: number, flow: MdNode, canPart: boolean): string {
  const before = restoreText(whole.slice(Math.max(0, at - CONTEXT_LENGTH), at));
  const line = restoreText(whole.slice(at + 1, at + 1 + CONTEXT_LENGTH).split('\n')[0] ?? '');
  const isHeading = /^h\d$/.test(flow.tagName ?? '');
  if (INDENT.test(line) && !isHeading) return canPart ? PARAGRAPH_BREAK : LINE_BREAK;
  if (!isHeading && isOwnLine(before, line.trimStart(), restoreText(whole.slice(0, CONTEXT_LENGTH))))
    return LINE_BREAK;
  return joinsLines(before, line) ? NO_BREAK : '\n';
}

/** Splits a paragraph at its paragraph breaks. */
function splitParagraph(paragraph: MdNode, prepared: string): MdNode[] {
  const parts: MdNode[][] = [[]];
  for (const child of paragraph.children ?? []) {
    const value = child.type === 'text' ? (child.value ?? '') : '';
    if (!value.includes(PARAGRAPH_BREAK)) {
      parts.at(-1)?.push(child);
      continue;
    }
    const piece = cutter(child, prepared);
    let from = 0;
    for (let at = value.indexOf(PARAGRAPH_BREAK); at >= 0; at = value.indexOf(PARAGRAPH_BREAK, from)) {
      if (at > from) parts.at(-1)?.push(piece(from, at));
      parts.push([]);
      from = at + 1;
    }
    parts.at(-1)?.push(piece(from, value.length));
  }
  if (parts.length === 1) return [paragraph];
  return parts.map((children) => {
    const position = children[0]?.position ?? paragraph.position;
    return { ...paragraph, children, ...(position && { position }) };
  });
}

/** Bare addresses: each ends at the first Chinese character. */
function normalizeLinks(node: MdNode, prepared: string): void {
  if (node.tagName === 'a' || node.tagName === 'code' || node.tagName === 'pre') return;
  node.children = (node.children ?? []).flatMap((child) => {
    if (child.type === 'text') return linksIn(child, prepared);
    if (child.tagName === 'a' && isAutolink(child)) return withoutTail(child, prepared);
    normalizeLinks(child, prepared);
    return [child];
  });
}

function isAutolink(node: MdNode): boolean {
  const [only, ...others] = node.children ?? [];
  if (only?.type !== 'text' || others.length > 0) return false;
  const text = restoreText(only.value ?? '');
  if (!/^(?:https?:\/\/|www\.)/i.test(text)) return false;
  const address = decodeSafely(restoreAttribute(String(node.properties?.href ?? '')));
  return encodeURI(address) === encodeURI(/^www\./i.test(text) ? `http://${text}` : text);
}

function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** A link, and the text after it, which is not part of it. */
function withoutTail(link: MdNode, prepared: string): MdNode[] {
  const text = link.children?.[0];
  const value = text?.value ?? '';
  const [address, rest] = splitAutolink(value);
  if (!text || rest === '') return [link];
  const piece = cutter(text, prepared);
  return [linkTo(address, piece(0, address.length)), ...linksFrom(value, address.length, piece)];
}

/** An address directly after Chinese, which Markdown does not recognise: with www., or after an address that it parsed as too long. */
const BARE =
  /(?<=[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…·])(?:https?:\/\/|www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+[\x21-\x7E\uE000-\uE002]*/giu;

function linksIn(text: MdNode, prepared: string): MdNode[] {
  const value = text.value ?? '';
  if (!/www\./i.test(value) || value.search(BARE) < 0) return [text];
  return linksFrom(value, 0, cutter(text, prepared));
}

/** A text from an index on, as links and the texts between them. */
function linksFrom(value: string, start: number, piece: Cut): MdNode[] {
  const nodes: MdNode[] = [];
  let from = start;
  BARE.lastIndex = start;
  for (const { 0: match, index } of value.matchAll(BARE)) {
    const [address] = splitAutolink(match);
    if (index > from) nodes.push(piece(from, index));
    nodes.push(linkTo(address, piece(index, index + address.length)));
    from = index + address.length;
  }
  return from < value.length ? [...nodes, piece(from, value.length)] : nodes;
}

function linkTo(address: string, text: MdNode): MdNode {
  const href = /^www\./i.test(address) ? `http://${address}` : address;
  const position = text.position && { position: text.position };
  return { type: 'element', tagName: 'a', properties: { href }, children: [text], ...position };
}

/** Returns a part of a text, in order, with its position in the source. */
type Cut = (from: number, to: number) => MdNode;

function cutter(text: MdNode, prepared: string): Cut {
  const value = text.value ?? '';
  const offsets = textOffsets(text, prepared);
  if (!text.position || !offsets) return (from, to) => ({ type: 'text', value: value.slice(from, to) });
  const { end } = text.position;
  let last = text.position.start;
  return (from, to) => {
    last = pointAfter(last, prepared, offsets[from] ?? end.offset);
    const position = { start: last, end: { offset: offsets[to] ?? end.offset } };
    return { type: 'text', value: value.slice(from, to), position };
  };
}

type Point = NonNullable<MdNode['position']>['start'];

/** The position at an offset after another position. */
function pointAfter({ line, column, offset }: Point, prepared: string, to: number): Point {
  const between = prepared.slice(offset, to).split('\n');
  if (between.length === 1) return { line, column: column + to - offset, offset: to };
  return { line: line + between.length - 1, column: (between.at(-1) ?? '').length + 1, offset: to };
}

/** Table rows without any bar at the end of a table are the sentence directly below it. */
function moveSentencesBelow(node: MdNode, prepared: string): void {
  node.children = (node.children ?? []).flatMap((child) => {
    if (child.tagName !== 'table') {
      moveSentencesBelow(child, prepared);
      return [child];
    }
    return [child, ...sentencesBelow(child, prepared)];
  });
}

function sentencesBelow(table: MdNode, prepared: string): MdNode[] {
  const body = table.children?.find(({ tagName }) => tagName === 'tbody');
  const rows = (body?.children ?? []).filter(({ tagName }) => tagName === 'tr');
  const isBare = (row: MdNode | undefined) => {
    const { start, end } = row?.position ?? {};
    return (
      start !== undefined && end !== undefined && !prepared.slice(start.offset, end.offset).includes('|')
    );
  };
  // A table of one column may be written without bars.
  if (isBare(rows[0]) && columnCount(rows[0]) < 2) return [];
  const sentences: MdNode[] = [];
  while (isBare(rows.at(-1))) {
    const row = rows.pop();
    if (!row?.position) break;
    body?.children?.splice(body.children.indexOf(row), 1);
    const { start } = row.position;
    const lineEnd: MdNode = { type: 'text', value: '\n', position: { start, end: { offset: start.offset } } };
    const cell = row.children?.find(({ tagName }) => tagName === 'td');
    sentences.unshift(
      ...(rows.length > 0 && isBare(rows.at(-1)) ? [lineEnd] : []),
      ...(cell?.children ?? []),
    );
  }
  const [first] = sentences;
  const position = first?.position && { position: first.position };
  return first ? [{ type: 'element', tagName: 'p', properties: {}, children: sentences, ...position }] : [];
}

function columnCount(row: MdNode | undefined): number {
  return row?.children?.filter(({ type }) => type === 'element').length ?? 0;
}
