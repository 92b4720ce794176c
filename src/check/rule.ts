/**
 * What a rule is: one object in a file of its own, whose path below `rules` is its printed name, for ever. Its examples
 * are its tests and its line in the editors' handbook.
 */

import type { Site } from '../documents/site.ts';
import type { AnnotatedFile } from '../documents/source.ts';
import type { FileInspection } from '../public-folder/index.ts';

/** All that rules look at. */
export interface Content {
  /** The files of the content folder that are looked at. */
  sources: readonly AnnotatedFile[];
  /** Every file of it that could be read: what stands in one may be right or wrong by another. */
  allSources: readonly AnnotatedFile[];
  /** The published documents with their records, on the day that counts as today. */
  site: Site;
  /** Every file of the folder public. */
  publicFiles: readonly PublicFile[];
  /** The content folder as an editor would name it. */
  contentName: string;
}

/** A file that a finding is about. */
export interface ReportedFile {
  file: string;
  /** Its text, in which the offset is counted; empty where there is none to show. */
  source: string;
  isDraft?: boolean;
}

/** A file of the folder public. */
export interface PublicFile extends ReportedFile {
  /** The address at which it is served, `/images/a.jpg`. */
  address: string;
  /** Its ending in small letters, `.jpg`. */
  ending: string;
  isLink: boolean;
  /** Its bytes; read when asked for. */
  bytes(): Uint8Array;
  /** What it is; absent for a link, which nobody follows. */
  facts?: FileInspection;
}

/**
 * Takes one finding: where it stands, as an offset in the file, and what to say to the editor. With `guess`, the words that
 * it is about, it is no more than a guess: a warning that a person may confirm, with these words, in the file.
 */
export type Report = (where: ReportedFile, offset: number, message: string, guess?: string) => void;

/** A content folder in which a rule finds something, or nothing. */
export interface ExampleFolder {
  /** Of the document in which the example stands; a guide page where nothing is said. */
  collection?: 'policies' | 'stories' | 'pages' | 'notices';
  /** Its slug, where it matters. */
  slug?: string;
  /** Lines of YAML in the place of the fields of the same names. */
  fields?: string;
  body?: string;
  /** Other files of the folder, by path: a text, bytes, a link to somewhere, or null for one that is not there. */
  files?: Readonly<Record<string, string | Uint8Array | { linkTo: string } | null>>;
  /** Whether there is no content folder at all. */
  isMissing?: boolean;
  /** Files of the folder public, by path; a picture is drawn when the example is written, not whenever rules are loaded. */
  publicFiles?: Readonly<Record<string, string | Uint8Array | { linkTo: string } | (() => Uint8Array)>>;
  /** Findings that stand in no text, as `public/a.svg:1:1`. */
  expected?: readonly string[];
  /** The day that counts as today, `YYYY-MM-DD`. */
  today?: string;
  /** What the handbook shows, where fields and body would not say it. */
  shown?: string;
}

/** A body of one paragraph, or a folder. The mark ▶ stands where a finding is expected. */
export type Example = string | ExampleFolder;

export interface Rule {
  name: `${string}/${string}`;
  severity: 'error' | 'warning';
  /** Whether what it finds, or some of it, is a guess that a person may confirm; `guessRules` of the schema lists these. */
  guesses?: boolean;
  /** Whether a build refuses what it finds: what must never get out. Errors only. */
  stopsBuild?: boolean;
  /** For the handbook, in Chinese: what it finds, why it matters to the reader, what to write. */
  finds: string;
  why: string;
  write: string;
  bad: readonly Example[];
  good: readonly Example[];
  /**
   * Reports what it finds in one file, whatever stands in others: the findings are kept until the file changes. Absent,
   * like `check`, where reading the files finds it.
   */
  checkFile?: (source: AnnotatedFile, report: Report, dependencyKey: string) => void;
  /** What of the other files `checkFile` goes by nevertheless: when this text changes, kept findings count no longer. */
  beyond?: (content: Content) => string;
  /** Reports what it finds in the content as a whole. */
  check?: (content: Content, report: Report) => void;
}
