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
  /** Every readable file of the folder: a rule may need other files to judge one. */
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
  /** Reads its bytes. */
  bytes(): Uint8Array;
  /** What it is; absent for a link, which nobody follows. */
  facts?: FileInspection;
}

/**
 * Reports one match: an offset in the file and the message for the editor. With `guess`, the words concerned, it is a warning
 * that a person may confirm with these words in the file.
 */
export type Report = (where: ReportedFile, offset: number, message: string, guess?: string) => void;

/** A content folder in which a rule finds something, or nothing. */
export interface ExampleFolder {
  /** The collection of the example document; default pages. */
  collection?: 'policies' | 'stories' | 'pages' | 'notices';
  /** Its slug, where it matters. */
  slug?: string;
  /** Lines of YAML that replace the fields of the same names. */
  fields?: string;
  body?: string;
  /** Other files of the folder, by path: a text, bytes, a link to somewhere, or null for one that is not there. */
  files?: Readonly<Record<string, string | Uint8Array | { linkTo: string } | null>>;
  /** Whether there is no content folder at all. */
  isMissing?: boolean;
  /** Files of the folder public, by path; a picture is drawn when the example is written, not whenever rules are loaded. */
  publicFiles?: Readonly<Record<string, string | Uint8Array | { linkTo: string } | (() => Uint8Array)>>;
  /** Expected diagnostics outside the texts, as `public/a.svg:1:1`. */
  expected?: readonly string[];
  /** The day that counts as today, `YYYY-MM-DD`. */
  today?: string;
  /** What the handbook shows in place of fields and body. */
  shown?: string;
}

/** A body of one paragraph, or a folder. The mark ▶ precedes each expected match. */
export type Example = string | ExampleFolder;

export interface Rule {
  name: `${string}/${string}`;
  severity: 'error' | 'warning';
  /** Whether what it finds, or some of it, is a guess that a person may confirm; `guessRules` of the schema lists these. */
  guesses?: boolean;
  /** Whether its errors stop a build. */
  stopsBuild?: boolean;
  /** For the handbook, in Chinese: what it finds, why it matters to the reader, what to write. */
  finds: string;
  why: string;
  write: string;
  bad: readonly Example[];
  good: readonly Example[];
  /**
   * Checks one file by itself: results are cached until the file changes. Absent, like `check`, for rules that the reader of
   * files applies.
   */
  checkFile?: (source: AnnotatedFile, report: Report, dependencyKey: string) => void;
  /** What `checkFile` depends on besides the file: part of the cache key. */
  beyond?: (content: Content) => string;
  /** Checks the content as a whole. */
  check?: (content: Content, report: Report) => void;
}
