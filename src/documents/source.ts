/**
 * A file of the content with positions: every text with the offset of each of its characters. Rules check these texts and report
 * positions in the file, through quotation marks, folded lines, escapes and stars.
 */
import type { CollectionName } from '../schema/collection-name.ts';
import type { Path } from '../schema/traverse.ts';
import type { ContentDocument } from './document.ts';

/** A position in a file, both from 1; columns are in UTF-16 units, as in editors. */
export interface Position {
  line: number;
  column: number;
}

/** The kind of a text: the value of a field, or a part of the body. */
export type TextPart = 'field' | 'paragraph' | 'heading' | 'item' | 'cell' | 'attribute' | 'code';

/** A text that readers see, in one piece. */
export interface SourceText {
  text: string;
  part: TextPart;
  /** The field's path; for the body, its attribute's name or empty. */
  path: Path;
  /** The offset in the file of each UTF-16 unit of `text`. */
  offsets: Uint32Array;
}

/** A link or a picture of the body; offsets are in the file. */
export interface SourceAddress {
  address: string;
  /** The text of the link, or the description of the picture. */
  text: string;
  offset: number;
}

/** The parts of a body that rules check; offsets are in the file. */
export interface BodyParts {
  texts: SourceText[];
  links: SourceAddress[];
  images: SourceAddress[];
}

/** What the rules about links and pictures need of a body: few files of a push need their texts. */
export type BodyAddresses = Pick<BodyParts, 'links' | 'images'>;

/** A file of the content with all data that rules need. */
export interface AnnotatedFile extends BodyParts {
  /** Path of the file, as the editor would type it. */
  file: string;
  /** Undefined for site.yml, addresses.yml and finder.yml. */
  collection: CollectionName | undefined;
  slug: string;
  isDraft: boolean;
  /** The first day on which it is published, if it has one (held-back.ts). */
  publishOn?: string | undefined;
  /** The document, also of a draft, if the schema passes. */
  document: ContentDocument | undefined;
  /** Whether parsing found an error: other findings in such a file may be wrong. */
  isBroken: boolean;
  /** The whole text, with line ends as \n. */
  source: string;
  /** Identifies file and text, as hexadecimal digits; absent if the findings are not cached. */
  hash?: string;
  /** The offset of the body; the length of the source for a file without one. */
  bodyOffset: number;
  /** The offset of the value at each path, its parts joined with dots. */
  values: ReadonlyMap<string, number>;
}

/** The line starts of the last text: a file with thousands of findings is looked up as often. */
let asked: { source: string; starts: number[] } = { source: '', starts: [0] };

/** The position of an offset in a text. */
export function positionOf(source: string, offset: number): Position {
  if (asked.source !== source) asked = { source, starts: startsOf(source) };
  const { starts } = asked;
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

function startsOf(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The key of a path in `values`. */
export function keyOf(path: Path): string {
  return path.join('.');
}
