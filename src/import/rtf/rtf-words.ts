/** The control words of a .rtf that matter here (RTF 1.9.1), each with what it does. */
import type { RtfFonts } from './rtf-fonts.ts';
import type { RtfGroup } from './rtf-groups.ts';
import type { Story } from './rtf-story.ts';
import type { CellDefinition, RowDefinition } from './rtf-tables.ts';

export interface RtfStyle {
  name: string;
  /** The level of headings in it, from 1. */
  heading: number | undefined;
}

/** What the words of a document change. */
export interface RtfReading {
  readonly group: RtfGroup;
  readonly story: Story;
  readonly fonts: RtfFonts;
  readonly styles: ReadonlyMap<number, RtfStyle>;
  /** The font, or style, that a table of the head defines. */
  defined: number;
  definedStyle: RtfStyle;
  row: RowDefinition;
  nestedRow: RowDefinition;
  cellFlags: Omit<CellDefinition, 'right'>;
  /** Codes of the fields that are open. */
  readonly fieldCodes: string[];
  isRasterPicture: boolean;
  hasRevisions: boolean;
  /** Whether the group is read as text, so that paragraphs and cells end in it. */
  isText(): boolean;
  addBreak(): void;
  beginShape(): void;
}

/** Words that stand for characters. */
export const SPECIAL: Readonly<Record<string, string>> = {
  tab: ' ',
  '~': '\u00A0',
  _: '-',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  '{': '{',
  '}': '}',
  '\\': '\\',
};

type Apply = (document: RtfReading, value: number | undefined) => void;

/** A switch that `\b0` turns off. */
const toggle =
  (name: 'isBold' | 'isItalic' | 'isHidden' | 'isDeleted' | 'isStruck'): Apply =>
  (document, value) => {
    document.group[name] = value !== 0;
  };
const rowOf = (document: RtfReading) => (document.group.target === 'row' ? document.nestedRow : document.row);
const ifText =
  (apply: Apply): Apply =>
  (document, value) => {
    if (document.isText()) apply(document, value);
  };
const endParagraph = ifText(({ story }) => story.endParagraph());

const WORDS: Readonly<Record<string, Apply>> = {
  ansicpg: ({ fonts }, value) => {
    fonts.codePage = value ?? 1252;
  },
  f: (document, value) => {
    if (document.group.target === 'fonts') document.defined = value ?? 0;
    document.group.font = value;
  },
  fcharset: ({ fonts, defined, group }, value) => {
    if (group.target === 'fonts') fonts.charsets.set(defined, value ?? 0);
  },
  uc: ({ group }, value) => {
    group.fallbackLength = value ?? 1;
  },
  upr: ({ group }) => {
    group.skipsNext = true;
  },
  s: (document, value) => {
    if (document.group.target === 'styles') document.defined = value ?? 0;
    else if (document.isText()) document.story.heading = document.styles.get(value ?? 0)?.heading;
  },
  outlinelevel: (document, value) => {
    const heading = value === undefined || value > 8 ? undefined : value + 1;
    if (document.group.target === 'styles') document.definedStyle.heading = heading;
    else if (document.isText()) document.story.heading = heading;
  },
  pard: ifText(({ story }) => {
    story.level = 0;
    story.heading = undefined;
  }),
  plain: ({ group }) => {
    Object.assign(group, {
      isBold: false,
      isItalic: false,
      isHidden: false,
      isDeleted: false,
      isStruck: false,
      position: undefined,
    });
  },
  par: endParagraph,
  sect: endParagraph,
  page: endParagraph,
  column: endParagraph,
  line: (document) => document.addBreak(),
  softline: (document) => document.addBreak(),
  intbl: ifText(({ story }) => {
    story.level = Math.max(story.level, 1);
  }),
  itap: ifText(({ story }, value) => {
    story.level = Math.max(0, value ?? 0);
  }),
  cell: ifText(({ story }) => story.endCell(1)),
  nestcell: ifText(({ story }) => story.endCell(Math.max(2, story.level))),
  row: ifText(({ story, row }) => story.endRow(1, row)),
  nestrow: (document) => document.story.endRow(Math.max(2, document.story.level), document.nestedRow),
  trowd: (document) => {
    const empty = { left: 0, cells: [] };
    if (document.group.target === 'row') document.nestedRow = empty;
    else document.row = empty;
  },
  trleft: (document, value) => {
    rowOf(document).left = value ?? 0;
  },
  clmrg: ({ cellFlags }) => {
    cellFlags.isMergedLeft = true;
  },
  clvmrg: ({ cellFlags }) => {
    cellFlags.isMergedUp = true;
  },
  cellx: (document, value) => {
    rowOf(document).cells.push({ right: value ?? 0, ...document.cellFlags });
    document.cellFlags = { isMergedLeft: false, isMergedUp: false };
  },
  b: toggle('isBold'),
  i: toggle('isItalic'),
  v: toggle('isHidden'),
  deleted: (document, value) => {
    document.group.isDeleted = value !== 0;
    document.hasRevisions = true;
  },
  revised: (document) => {
    document.hasRevisions = true;
  },
  strike: toggle('isStruck'),
  striked: toggle('isStruck'),
  super: ({ group }) => {
    group.position = 'sup';
  },
  sub: ({ group }) => {
    group.position = 'sub';
  },
  nosupersub: ({ group }) => {
    group.position = undefined;
  },
  field: ({ group, fieldCodes }) => {
    group.isField = true;
    fieldCodes.push('');
  },
  fldrslt: ({ group, fieldCodes }) => {
    const code = fieldCodes.at(-1) ?? '';
    const href = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code)?.[1];
    if (href !== undefined) group.href = href;
    if (/^\s*TOC\b/i.test(code)) group.isContents = true;
  },
  shp: (document) => document.beginShape(),
  pngblip: (document) => {
    document.isRasterPicture = true;
  },
  jpegblip: (document) => {
    document.isRasterPicture = true;
  },
};

/** Applies a control word; unknown ones are about looks. */
export function applyWord(document: RtfReading, name: string, value: number | undefined): void {
  if (document.group.target === 'skip') return;
  if (Object.hasOwn(WORDS, name)) WORDS[name]?.(document, value);
}
