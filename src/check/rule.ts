/**
 * A rule: one object in its own file, whose path below `rules` is its permanent printed name. Its examples are its tests and its
 * row in the editors' handbook.
 */

import type { Site } from '../documents/site.ts';
import type { AnnotatedFile, SourceText } from '../documents/source.ts';
import type { FileInspection } from '../public-folder/index.ts';

/** The input of all rules. */
export interface CheckedContent {
  /** The files of the content folder that are checked. */
  sources: readonly AnnotatedFile[];
  /** Every readable file of the folder: a rule may need other files to check one. */
  allSources: readonly AnnotatedFile[];
  /** The published documents with their records, on the current day. */
  site: Site;
  /** Every file of the folder public. */
  publicFiles: readonly PublicFile[];
  /** The name of the content folder for an editor. */
  contentName: string;
}

/** A file that a finding is about. */
export interface ReportedFile {
  file: string;
  /** Its text, in which the offset is counted; empty if it has none to show. */
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
  /** The result of its inspection; absent for a link, which is not followed. */
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
  /** Its slug, if it matters. */
  slug?: string;
  /** Lines of YAML that replace the fields of the same names. */
  fields?: string;
  body?: string;
  /** Other files of the folder, by path: a text, bytes, a link, or null for one that is missing. */
  files?: Readonly<Record<string, string | Uint8Array | { linkTo: string } | null>>;
  /** Whether there is no content folder at all. */
  isMissing?: boolean;
  /** Files of the folder public, by path; a picture is generated when the example is written, not when the rules are loaded. */
  publicFiles?: Readonly<Record<string, string | Uint8Array | { linkTo: string } | (() => Uint8Array)>>;
  /** Expected diagnostics outside the texts, as `public/a.svg:1:1`. */
  expected?: readonly string[];
  /** The current day, `YYYY-MM-DD`. */
  today?: string;
  /** Text of the handbook instead of fields and body. */
  shown?: string;
}

/** A body of one paragraph, or a folder. The mark ▶ precedes each expected match. */
export type Example = string | ExampleFolder;

/** A replacement in a text; the indexes are UTF-16 units of the text. */
export interface TextFix {
  from: number;
  to: number;
  text: string;
}

/** The cases of a rule in a file, as its `scan` returns them. */
export type Scan = (source: AnnotatedFile) => readonly unknown[];

export interface Rule {
  name: `${string}/${string}`;
  severity: 'error' | 'warning';
  /** Whether all or some of its findings are guesses that a person may confirm; `guessRules` of the schema lists these. */
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
   * Checks one file alone: results are cached until the file changes. Absent, like `check`, for rules that are applied when the
   * files are read.
   */
  checkFile?: (source: AnnotatedFile, report: Report, dependencyKey: string) => void;
  /** The replacements in a text that are certain: they change how it is written, never its meaning. */
  fixes?: (text: SourceText) => TextFix[];
  /** What `checkFile` depends on besides the file: part of the cache key. */
  beyond?: (content: CheckedContent) => string;
  /** What `check` looks for in each file alone, see scanned.ts. */
  scan?: Scan;
  /** Checks the content as a whole; `scanned` has the cached results of `scan`. */
  check?: (content: CheckedContent, report: Report, scanned?: Scan) => void;
}
