/** One run of paragraphs and tables: the text, a footnote, a text box, a page header. */
import type { Element, ElementContent } from 'hast';
import { treeText } from '../../markup/index.ts';
import { element, textNode } from '../hast-elements.ts';
import { MAX_NEAR_LENGTH } from '../omission-reasons.ts';
import { OpenTables, type RowDefinition } from './rtf-tables.ts';

export interface TextLook {
  isBold: boolean;
  isItalic: boolean;
  position: 'sup' | 'sub' | undefined;
  href: string | undefined;
}

interface Piece {
  node: ElementContent;
  look: TextLook;
}

export class Story {
  readonly blocks: Element[] = [];
  /** The nesting of the paragraph in tables; 0 outside. */
  level = 0;
  /** The level of the heading that the paragraph is, from 1; undefined for text. */
  heading: number | undefined;
  /** The automatic number before the paragraph. */
  label = '';
  /** Boxes that stand in the paragraph, to follow it. */
  readonly after: Element[] = [];
  private pieces: Piece[] = [];
  private readonly tables = new OpenTables();

  addText(text: string, look: TextLook): void {
    const last = this.pieces.at(-1);
    if (last?.node.type === 'text' && sameLook(last.look, look)) {
      last.node = textNode(last.node.value + text);
    } else this.pieces.push({ node: textNode(text), look });
  }

  addNode(node: ElementContent): void {
    this.pieces.push({
      node,
      look: { isBold: false, isItalic: false, position: undefined, href: undefined },
    });
  }

  /** The end of the text so far, to find the place of what is left out. */
  near(): string {
    return this.pieces
      .map(({ node }) => (node.type === 'text' ? node.value : ''))
      .join('')
      .slice(-MAX_NEAR_LENGTH);
  }

  endParagraph(): void {
    const block = this.paragraph();
    const level = this.level;
    for (const each of [...(block === undefined ? [] : [block]), ...this.after]) this.place(each, level);
    this.after.length = 0;
  }

  endCell(level: number): void {
    this.level = Math.max(level, 1);
    this.endParagraph();
    this.tables.endCell(this.level);
  }

  endRow(level: number, definition: RowDefinition): void {
    this.tables.closeBelow(level);
    this.tables.endRow(level, definition);
  }

  /** Ends everything that is open. */
  close(): readonly Element[] {
    this.endParagraph();
    this.blocks.push(...this.tables.closeBelow(0));
    return this.blocks;
  }

  private place(block: Element, level: number): void {
    if (level > 0) return this.tables.add(level, block);
    this.blocks.push(...this.tables.closeBelow(0));
    const last = this.blocks.at(-1);
    if (block.tagName === 'ul' && last?.tagName === 'ul') last.children.push(...block.children);
    else this.blocks.push(block);
  }

  private paragraph(): Element | undefined {
    const nodes = this.pieces.map(({ node, look }) => withLook(node, look));
    const { label } = this;
    this.pieces = [];
    this.label = '';
    const isEmpty = nodes.every((node) => node.type === 'text' && node.value.trim() === '') && label === '';
    if (isEmpty) return undefined;
    const tagName = this.heading === undefined ? 'p' : `h${Math.min(this.heading, 6)}`;
    if (isBullet(label) && tagName === 'p') return element('ul', [element('li', [element('p', nodes)])]);
    const gap = /[、，：:．）)〕】\]]$/u.test(label) ? '' : ' ';
    return element(tagName, label === '' || isBullet(label) ? nodes : [textNode(label + gap), ...nodes]);
  }
}

/** A label that is only a mark. */
export const isBullet = (label: string): boolean => /^[•·●○■□◆◇➢✓▪-]$/u.test(label);

export const textOfBlocks = (blocks: readonly Element[]): string =>
  blocks.map((block) => treeText(block)).join(' ');

const sameLook = (one: TextLook, other: TextLook) =>
  one.isBold === other.isBold &&
  one.isItalic === other.isItalic &&
  one.position === other.position &&
  one.href === other.href;

function withLook(node: ElementContent, { isBold, isItalic, position, href }: TextLook): ElementContent {
  if (node.type !== 'text' || node.value.trim() === '') return node;
  let made: ElementContent = node;
  if (position !== undefined) made = element(position, [made]);
  if (isItalic) made = element('em', [made]);
  if (isBold) made = element('strong', [made]);
  return href === undefined ? made : element('a', [made], { href });
}
