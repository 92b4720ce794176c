/** Reads the tokens of a .rtf into paragraphs and tables, and counts every character of its text once. */
import type { Element } from 'hast';
import { treeText } from '../../markup/index.ts';
import { ownNumber } from '../fields/document-numbers.ts';
import { element, textNode } from '../hast-elements.ts';
import { omissionOf } from '../omission-reasons.ts';
import { type Addition, countCharacters, type Omission, type OmissionKind } from '../source-document.ts';
import { eqFieldText } from '../word/eq-field.ts';
import { type RtfFonts, textOfBytes, textOfUnicode } from './rtf-fonts.ts';
import { destinationOf, firstGroup, type RtfGroup } from './rtf-groups.ts';
import { isBullet, Story, textOfBlocks } from './rtf-story.ts';
import type { RowDefinition } from './rtf-tables.ts';
import type { RtfToken } from './rtf-tokens.ts';
import { applyWord, type RtfReading, type RtfStyle, SPECIAL } from './rtf-words.ts';

/** The pinyin guide of Word: `EQ \\* jc3 … \\o\\ad(\\s\\up 10(qíng),勍)`. */
const RUBY = /\\o\\a[a-z](?:\\o)?\s*\(\s*\\s\\up\s*[\d.]+\s*\(([^()]*)\)\s*[,;]\s*([^()]+)\)\s*$/i;

export class RtfDocument implements RtfReading {
  readonly omissions: Omission[] = [];
  readonly additions: Addition[] = [];
  readonly pictures = new Map<string, Uint8Array>();
  sourceCharacters = 0;
  hasRevisions = false;
  readonly fonts: RtfFonts = { codePage: 1252, charsets: new Map() };
  readonly styles = new Map<number, RtfStyle>();
  /** The font, or style, that a table of the head defines. */
  defined = 0;
  definedStyle: RtfStyle = { name: '', heading: undefined };
  row: RowDefinition = { left: 0, cells: [] };
  nestedRow: RowDefinition = { left: 0, cells: [] };
  cellFlags = { isMergedLeft: false, isMergedUp: false };
  /** Codes of the fields that are open. */
  readonly fieldCodes: string[] = [];
  pictureHex = '';
  private pictureBytes: Uint8Array | undefined;
  isRasterPicture = false;
  private label = '';
  private readonly groups: RtfGroup[] = [firstGroup()];
  private readonly stories: Story[] = [new Story()];
  private readonly footnotes: Element[] = [];
  private readonly above: Element[] = [];
  private footnoteCount = 0;
  private toSkip = 0;
  private firstHalf = '';
  private shapeContent = 0;

  get group(): RtfGroup {
    return this.groups[this.groups.length - 1] as RtfGroup;
  }

  get story(): Story {
    return this.stories[this.stories.length - 1] as Story;
  }

  /** The blocks of the whole document, after the last token. */
  blocks(): Element[] {
    while (this.groups.length > 1) this.close();
    return [...this.above, ...this.story.close(), ...this.footnotes];
  }

  read(token: RtfToken): void {
    if (token.kind === 'open') return this.open();
    if (token.kind === 'close') return this.close();
    if (token.kind === 'binary') {
      this.pictureBytes = token.bytes;
      return;
    }
    if (token.kind === 'bytes') return this.readBytes(token.bytes);
    this.readWord(token.name, token.value);
  }

  private open(): void {
    const parent = this.group;
    this.toSkip = 0;
    const target = parent.skipsNext ? 'skip' : parent.target;
    parent.skipsNext = false;
    this.groups.push({
      ...parent,
      target,
      isStart: true,
      isOptional: false,
      isField: false,
      ownsStory: false,
      isShape: false,
    });
  }

  private close(): void {
    if (this.groups.length === 1) return;
    const group = this.groups.pop() as RtfGroup;
    this.toSkip = 0;
    if (group.ownsStory) this.endStory(group);
    if (group.target === 'picture' && this.group.target !== 'picture') this.endPicture();
    if (group.target === 'label' && this.group.target !== 'label') this.endLabel();
    if (group.target === 'styles' && this.definedStyle.name !== '') this.endStyle();
    if (group.isField) this.endField();
    if (group.isShape && this.shapeContent === 0) this.omit('drawing', '');
  }

  private readBytes(bytes: readonly number[]): void {
    const rest = bytes.slice(this.toSkip);
    this.toSkip = Math.max(0, this.toSkip - bytes.length);
    if (rest.length === 0) return;
    if (this.group.target === 'picture') this.pictureHex += String.fromCharCode(...rest).replace(/\s/g, '');
    else this.addText(textOfBytes(rest, this.group.font, this.fonts));
  }

  private readWord(name: string, value: number | undefined): void {
    const { group } = this;
    if (name === '*') {
      group.isOptional = true;
      return;
    }
    if (this.toSkip > 0 && !/^[a-z]/i.test(name)) {
      this.toSkip -= 1;
      return;
    }
    const isDestination = group.isStart && group.target !== 'skip';
    const target = isDestination ? destinationOf(name, group.isOptional) : undefined;
    group.isStart = false;
    if (target !== undefined) {
      group.target = target;
      if (['footnote', 'comment', 'page-frame', 'box'].includes(target)) this.beginStory();
      return;
    }
    if (name === 'u') {
      this.addUnicode(textOfUnicode(value ?? 0));
      this.toSkip = group.fallbackLength;
    } else if (SPECIAL[name] !== undefined) this.addText(SPECIAL[name]);
    else applyWord(this, name, value);
  }

  /** Adds a character of `\\u`; one beyond the basic plane comes in two halves. */
  private addUnicode(character: string): void {
    const isFirstHalf = /^[\uD800-\uDBFF]$/.test(character);
    if (isFirstHalf) this.firstHalf = character;
    else this.addText(this.firstHalf + character);
    if (!isFirstHalf) this.firstHalf = '';
  }

  /** Adds a text to what its group is for. */
  addText(text: string): void {
    const { group, story } = this;
    group.isStart = false;
    if (
      group.target === 'skip' ||
      group.target === 'fonts' ||
      group.target === 'picture' ||
      group.target === 'value' ||
      group.target === 'row'
    )
      return;
    if (group.target === 'styles') this.definedStyle.name += text;
    else if (group.target === 'field-code') this.fieldCodes.push((this.fieldCodes.pop() ?? '') + text);
    else if (group.target === 'label') this.label += text;
    else {
      this.sourceCharacters += countCharacters(text);
      this.shapeContent += 1;
      if (group.isDeleted) this.omit('deleted', text);
      else if (group.isHidden) this.omit('hidden', text);
      else if (group.isContents) this.omit('table-of-contents', text);
      else if (group.isStruck) this.omit('struck', text);
      else story.addText(text, group);
    }
  }

  /** A line break inside a paragraph. */
  addBreak(): void {
    if (this.isText()) this.story.addNode(element('br', []));
  }

  /** Whether the group is read as text, so that paragraphs and cells end in it. */
  isText(): boolean {
    return ['text', 'footnote', 'comment', 'page-frame', 'box'].includes(this.group.target);
  }

  omit(kind: OmissionKind, text: string): void {
    const last = this.omissions.at(-1);
    if (last?.kind === kind && text !== '' && last.text !== '') last.text += text;
    else if (text.trim() !== '' || kind === 'drawing' || kind === 'formula')
      this.omissions.push(omissionOf(kind, text, this.story.near()));
  }

  private beginStory(): void {
    this.group.ownsStory = true;
    Object.assign(this.group, { isHidden: false, isStruck: false, position: undefined });
    this.stories.push(new Story());
  }

  private endStory({ target }: RtfGroup): void {
    const blocks = [...(this.stories.pop()?.close() ?? [])];
    if (target === 'box') this.story.after.push(...blocks);
    else if (target === 'comment') this.omit('comment', textOfBlocks(blocks));
    else if (target === 'footnote') this.addFootnote(blocks);
    else {
      for (const block of blocks) {
        const line = textOfBlocks([block]);
        if (ownNumber([line]) === undefined) this.omit('header-footer', line);
        else this.above.push(block);
      }
    }
  }

  private addFootnote(blocks: readonly Element[]): void {
    this.footnoteCount += 1;
    const mark = `[${this.footnoteCount}]`;
    const [first, ...others] = blocks;
    this.story.addText(mark, { isBold: false, isItalic: false, position: undefined, href: undefined });
    this.additions.push({ text: mark, reason: '脚注的标记' });
    if (first === undefined) return;
    this.additions.push({ text: mark, reason: '脚注的标记' });
    this.footnotes.push(
      {
        ...first,
        children: [textNode(treeText(first).startsWith(' ') ? mark : `${mark} `), ...first.children],
      },
      ...others,
    );
  }

  private endLabel(): void {
    const label = this.label.trim();
    this.label = '';
    if (label === '' || !this.isText()) return;
    if (!isBullet(label)) this.sourceCharacters += countCharacters(label);
    this.story.label = label;
  }

  private endStyle(): void {
    const name = this.definedStyle.name.replace(/;.*$/s, '').trim();
    const level = /^(?:heading|标题)\s*(\d)$/i.exec(name)?.[1];
    const heading = /^(?:title|标题)$/i.test(name)
      ? 1
      : level === undefined
        ? this.definedStyle.heading
        : Number(level);
    this.styles.set(this.defined, { name, heading });
    this.defined = 0;
    this.definedStyle = { name: '', heading: undefined };
  }

  private endField(): void {
    const code = (this.fieldCodes.pop() ?? '').trim();
    if (!/^EQ\b/i.test(code) || !this.isText()) return;
    const [, reading, base] = RUBY.exec(code) ?? [];
    if (reading !== undefined && base !== undefined) {
      this.sourceCharacters += countCharacters(reading + base);
      const rt = element('rt', [textNode(reading.trim())]);
      this.story.addNode(element('ruby', [textNode(base.trim()), rt]));
      return;
    }
    const text = eqFieldText(code);
    this.sourceCharacters += countCharacters(text);
    if (text === '') this.omit('formula', '');
    else this.story.addText(text, this.group);
  }

  private endPicture(): void {
    const bytes = this.pictureBytes ?? Uint8Array.from(Buffer.from(this.pictureHex, 'hex'));
    const isShown = this.isRasterPicture && bytes.length > 0;
    this.pictureHex = '';
    this.pictureBytes = undefined;
    this.isRasterPicture = false;
    this.shapeContent += 1;
    if (!isShown) return this.omit('drawing', '');
    const src = `picture:${this.pictures.size + 1}`;
    this.pictures.set(src, bytes);
    this.story.addNode(element('img', [], { src, alt: '' }));
  }

  beginShape(): void {
    this.group.isShape = true;
    this.shapeContent = 0;
  }
}
