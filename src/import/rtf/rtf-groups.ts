/** What a group of a .rtf is for, and the state that its text has. */

/** Groups whose text is not of the document. */
const SKIPPED = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'listtable',
  'listoverridetable',
  'revtbl',
  'rsidtbl',
  'generator',
  'themedata',
  'colorschememapping',
  'datastore',
  'latentstyles',
  'xmlnstbl',
  'pgptbl',
  'filetbl',
  'mmathPr',
  'nonshppict',
  'shprslt',
  'sn',
  'objdata',
  'objclass',
  'objname',
  'objalias',
  'blipuid',
  'picprop',
  'bkmkstart',
  'bkmkend',
  'atnid',
  'atnauthor',
  'atndate',
  'atnref',
  'atrfstart',
  'atrfend',
  'ffname',
  'ffdeftext',
  'formfield',
  'datafield',
  'tc',
  'xe',
  'pnseclvl',
  'pn',
  'pntxta',
  'pntxtb',
  'nonesttables',
  'docvar',
  'userprops',
  'wgrffmtfilter',
  'template',
  'ftnsep',
  'ftnsepc',
  'aftnsep',
  'aftnsepc',
  'ftncn',
  'aftncn',
  'falt',
  'panose',
  'protusertbl',
  'fldtype',
  'defchp',
  'defpap',
  'ebcstart',
  'ebcend',
  'background',
  'passwordhash',
  'private',
]);
/** Groups behind `\*` that are read all the same. */
const READ = new Set([
  'shppict',
  'shpinst',
  'shptxt',
  'fldinst',
  'annotation',
  'pntext',
  'listtext',
  'ud',
  'nesttableprops',
  'footnote',
  'pict',
  'do',
]);

export type RtfTarget =
  | 'text'
  | 'skip'
  | 'fonts'
  | 'styles'
  | 'field-code'
  | 'label'
  | 'picture'
  /** A property of a shape: only pictures in it are read. */
  | 'value'
  | 'footnote'
  | 'comment'
  | 'page-frame'
  | 'box'
  | 'row';

export interface RtfGroup {
  target: RtfTarget;
  /** Whether the text is a table of contents that the program made. */
  isContents: boolean;
  isHidden: boolean;
  isDeleted: boolean;
  isStruck: boolean;
  isBold: boolean;
  isItalic: boolean;
  position: 'sup' | 'sub' | undefined;
  font: number | undefined;
  /** Number of characters that stand for one `\u` to readers without Unicode. */
  fallbackLength: number;
  href: string | undefined;
  /** Whether the next word names the destination and may be unknown (`\*`). */
  isOptional: boolean;
  isStart: boolean;
  /** Whether the group is the whole of a field. */
  isField: boolean;
  /** Whether the next group inside is a copy for old readers. */
  skipsNext: boolean;
  /** Whether the group opened a story of its own: a footnote, a box. */
  ownsStory: boolean;
  /** Whether the group is a drawn shape. */
  isShape: boolean;
}

export const firstGroup = (): RtfGroup => ({
  target: 'text',
  isContents: false,
  isHidden: false,
  isDeleted: false,
  isStruck: false,
  isBold: false,
  isItalic: false,
  position: undefined,
  font: undefined,
  fallbackLength: 1,
  href: undefined,
  isOptional: false,
  isStart: true,
  isField: false,
  skipsNext: false,
  ownsStory: false,
  isShape: false,
});

/** The target that a destination word gives its group; undefined if it is none. */
export function destinationOf(name: string, isOptional: boolean): RtfTarget | undefined {
  const target = TARGETS[name];
  if (target !== undefined) return target;
  if (/^(?:header|footer)[lrf]?$/.test(name)) return 'page-frame';
  return SKIPPED.has(name) || (isOptional && !READ.has(name)) ? 'skip' : undefined;
}

const TARGETS: Readonly<Record<string, RtfTarget>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  annotation: 'comment',
  listtext: 'label',
  pntext: 'label',
  fldinst: 'field-code',
  pict: 'picture',
  footnote: 'footnote',
  shptxt: 'box',
  dptxbxtext: 'box',
  nesttableprops: 'row',
  sv: 'value',
};
