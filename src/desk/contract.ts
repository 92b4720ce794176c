/** What the server of the desk is given: the working tree, the pages, and what reads files from outside. */

import type { Diagnostic } from '../documents/diagnostic.ts';
import type { ContentDocument, Documents } from '../documents/document.ts';
import type { Site } from '../documents/site.ts';
import type { CollectionName, DocumentCollection } from '../schema/collection-name.ts';
import type { Path } from '../schema/traverse.ts';
import type { EventHub } from './events.ts';
import type { SingleFileName } from './single-files.ts';

/** A document or record by its collection and its file's name without the ending; a single file has its name twice. */
export interface DeskDocument {
  collection: CollectionName | SingleFileName;
  slug: string;
}

/** A finding with the field that it is about; without one it is about the body. */
export type Finding = Diagnostic & { path?: Path | undefined };

/** A document as if a text were in its file. */
export interface LiveView {
  /** The rendered page; undefined for a text that has none yet. */
  page: Uint8Array | undefined;
  /** The file of the page, below the site's root. */
  pageFile: string;
  /** The site with the document, and the document itself if it can be shown. */
  site: Site;
  document: ContentDocument | undefined;
  isDraft: boolean;
  /** The day on which it is published, if that is to come. */
  heldUntil: string | undefined;
  findings: Finding[];
}

/** The pages of the working tree. */
export interface LiveSite {
  /** The base path of the site, `/` or `/path/`. */
  top(): string;
  /** The page of a document as if `text` were in its file; undefined while no page can be rendered. */
  view(document: DeskDocument, text: string): Promise<LiveView | undefined>;
  /** What the rules that compare documents find in a text: slower than `view`, and between its calls. */
  compare(document: DeskDocument, text: string): Promise<Finding[]>;
  /** The bytes of a file of the site, by its path below the site's root; undefined without one. */
  find(file: string): Promise<Uint8Array | undefined>;
  /** To be called after a document was saved, or removed if `text` is undefined. */
  saved(document: DeskDocument, text: string | undefined): Promise<void>;
  /** To be called after several files of the content were added. */
  contentChanged(): Promise<void>;
  /** To be called after files of the folder public were added. */
  publicChanged(): Promise<void>;
  /** The saved documents and records, drafts among them. */
  documents(): Documents;
}

/** A row of the list of documents. */
export interface DocumentRow extends DeskDocument {
  title: string;
  /** `inherited`: the content has no file of its own for it. */
  state: 'published' | 'changed' | 'draft' | 'new' | 'inherited';
  /** How the file stands to that of its name in a base: it changes single fields of it, or leaves the document out. */
  inherits?: 'rest' | 'none' | undefined;
  /** Whether the base has changed something that the file changes too, since a person looked. */
  isBaseChanged?: boolean | undefined;
  /** The base that has it too, as editors know it. */
  from?: string | undefined;
  /** The day on which it is published, if that is to come. */
  heldUntil?: string | undefined;
  /** As an editor would name it, `content/policies/di-bao.mdx`. */
  file: string;
  /** When it was last saved, ISO 8601. */
  updated: string;
}

/** A document or record as the bases of the content have it. */
export interface BaseDocument extends DeskDocument {
  title: string;
  /** The base, as editors know it: the name of its site. */
  from: string;
  /** The name of the file in messages. */
  file: string;
}

/** What the bases of the content have (`extends` in site.yml); the desk never writes there. */
export interface BaseDocuments {
  /** All, also those of which the content has its own. */
  list(): BaseDocument[];
  /** One of them with its text; undefined if no base has it. */
  find(document: DeskDocument): (BaseDocument & { text: string }) | undefined;
  /** The saved documents of the content of which a base has changed something since a person looked, as `collection/slug`. */
  changed(): ReadonlySet<string>;
  /** What the base has changed of what a text changes too: before, now and here. */
  changesSince(document: DeskDocument, text: string): Finding[];
}

/** A change of one value, or its removal. */
export interface Edit {
  path: (string | number)[];
  value?: unknown;
}

export interface Conflict {
  path: Path;
  base: unknown;
  ours: unknown;
  theirs: unknown;
}

/** What the server of the published repository answered. */
export interface PublishAnswer {
  ok: boolean;
  /** In Chinese. */
  answer: string;
  commit?: string;
  /** Whether the commit waits for the network. */
  pending?: boolean;
  /** Whether it waits for the approval of another person. */
  waiting?: boolean;
  /** What both this editor and somebody else changed since; nothing was published. */
  conflicts?: PublishConflict[];
}

/** A file with the places that two editors changed. */
export interface PublishConflict {
  file: string;
  conflicts: Conflict[];
}

/** What the push server answered to documents for review. */
export interface ReviewAnswer {
  /** In Chinese. */
  answer: string;
  /** The address of the first document's page; absent if the server did not build it. */
  url?: string;
}

export interface PublishOptions {
  /** Why it cannot wait for an approval; counts only where the site allows it. */
  urgent?: string | undefined;
  /** Which version stays where two editors changed the same. */
  keep?: 'ours' | 'theirs' | undefined;
}

/** Commits that wait for the approval of another person. */
export interface WaitingChange {
  /** The commit that an approval is about. */
  commit: string;
  /** Those who changed something. */
  authors: string[];
  /** ISO 8601. */
  date: string;
  messages: string[];
  /** The changed files, with the lines that were removed and added. */
  files: { file: string; lines: string[] }[];
  /** Whether the present user made one of the changes and cannot approve them. */
  isOwn: boolean;
}

/** What the site demands, and what waits for it. */
export interface Approvals {
  mode: 'required' | 'required-or-urgent' | undefined;
  waiting: WaitingChange[];
}

export interface HistoryEntry {
  commit: string;
  author: string;
  /** ISO 8601. */
  date: string;
  message: string;
  files: string[];
  /** Whether it can be taken back: without the first one there is no site. */
  canUndo: boolean;
}

/** The git working tree. Errors for the editor are DeskError. */
export interface Workspace {
  list(): Promise<DocumentRow[]>;
  read(document: DeskDocument): Promise<{ text: string; revision: string; row: DocumentRow } | undefined>;
  /** Writes the file whole or not at all; returns its new revision. */
  save(document: DeskDocument, text: string): Promise<string>;
  /** Restores the published version; a new document is removed. */
  discard(document: DeskDocument): Promise<void>;
  history(document?: DeskDocument): Promise<HistoryEntry[]>;
  /** The messages of commits that were sent to no branch yet: moved, withdrawn, or made without a network; oldest first. */
  unsent(): Promise<string[]>;
  /** Commits the files, if there are any, and sends all commits. */
  publish(files: readonly string[], message: string, options?: PublishOptions): Promise<PublishAnswer>;
  undo(commit: string, options?: PublishOptions): Promise<PublishAnswer>;
  /** Sends documents as they are saved to the push server, as the branch `review/NAME`; undefined where the remote is another git server. */
  review(documents: readonly DeskDocument[], name: string): Promise<ReviewAnswer | undefined>;
  /** Removes the branch `review/NAME` and its pages; returns whether it is gone. */
  endReview(name: string): Promise<boolean>;
  approvals(): Promise<Approvals>;
  /** Approves a change of somebody else, which must be the latest, and publishes it. */
  approve(commit: string): Promise<PublishAnswer>;
  /** Takes over what others published, and pushes what waits for the network; undefined if there was nothing to push. */
  catchUp(): Promise<PublishAnswer | undefined>;
  /** `withLinks`: the links in other bodies lead to the new address. */
  move(document: DeskDocument, slug: string, withLinks?: boolean): Promise<DeskDocument>;
  /** The documents whose bodies link to a document. */
  linksTo(document: DeskDocument): Promise<(DeskDocument & { title: string })[]>;
  withdraw(document: DeskDocument, replacedBy: string | undefined, wayOn: string | undefined): Promise<void>;
  /** Makes the own file of a document that a base has: it takes all from there until something is changed. */
  makeOwn(document: DeskDocument): Promise<void>;
  /** The content does without a document that a base has; a published one is withdrawn, as by `withdraw`. */
  leaveOut(document: DeskDocument, replacedBy: string | undefined, wayOn: string | undefined): Promise<void>;
  /** Notes that a person has looked at what the base changed. */
  noteSeen(document: DeskDocument): Promise<void>;
  /** Removes the own file of a document that a base has: that of the base counts again. */
  followBase(document: DeskDocument): Promise<void>;
}

/** Changes the text of a file field by field. */
export interface TextEditor {
  /** `isExact`: the body is taken as it is, also where it shows the same as before. */
  apply(
    document: DeskDocument,
    text: string,
    edits: readonly Edit[],
    body?: string,
    options?: { isExact?: boolean },
  ): string;
  /** Joins two versions of one text. */
  merge(
    document: DeskDocument,
    base: string,
    ours: string,
    theirs: string,
  ): { text: string; conflicts: Conflict[] };
  /** The fields of a text as the form shows them, and its body. */
  parse(document: DeskDocument, text: string): { fields: Record<string, unknown>; body: string };
  /** The rules of `check` that have a certain fix for the text. */
  fixingRules(document: DeskDocument, text: string): ReadonlySet<string>;
  /** The text with the certain fixes of a rule. */
  fix(document: DeskDocument, text: string, rule: string): string;
}

export interface ImportedDraft extends DeskDocument {
  collection: DocumentCollection;
  /** The whole ledger as text, the short report in lines, and notes for the editor. */
  ledger: string;
  summary: string[];
  notes: string[];
}

/** A collection of which spreadsheets hold lists. */
export type SheetKind = 'contacts' | 'places' | 'notices';

/** One sheet of a workbook, as it would be read. */
export interface SheetOffer {
  name: string;
  /** What the rows certainly are; undefined where an editor must say it. */
  kind: SheetKind | undefined;
  /** The columns and first rows, and for each kind the fields that the headings name. */
  kinds: Readonly<Record<SheetKind, SheetColumns>>;
}

export interface SheetColumns {
  headings: string[];
  /** The field of each column; null for one that is left out. */
  fields: (string | null)[];
  sample: string[][];
}

export interface WorkbookOffer {
  sheets: SheetOffer[];
  /** The fields that a column may hold, by kind. */
  fields: Readonly<Record<SheetKind, { name: string; label: string }[]>>;
}

/** What an editor chose for a sheet. */
export interface SheetChoice {
  /** Its place in the workbook, from 0. */
  sheet: number;
  kind: SheetKind;
  fields: (string | null)[];
}

/** What the rows do not say. */
export interface SheetDefaults {
  kind?: string | undefined;
  parent?: string | undefined;
  contact?: string | undefined;
}

/** What comes in from outside. Errors for the editor are DeskError. */
export interface Intake {
  /** Makes the draft of a document, with its pictures. */
  importFile(bytes: Uint8Array, name: string, as: DocumentCollection): Promise<ImportedDraft>;
  /** How a spreadsheet would be read; undefined for another file. */
  readSheets(bytes: Uint8Array, name: string): Promise<WorkbookOffer | undefined>;
  /** Makes a record for each row of the chosen sheets; the files as an editor would name them. */
  makeRecords(
    bytes: Uint8Array,
    name: string,
    choices: readonly SheetChoice[],
    defaults: SheetDefaults,
  ): Promise<{ files: string[]; notes: string[] }>;
  /** Adds a recording; refuses one that tells where it was made. Returns its address. */
  addRecording(bytes: Uint8Array, name: string): Promise<{ src: string }>;
  /** Adds a photograph: made small, without its metadata. Returns its address. */
  addPhotograph(bytes: Uint8Array, name: string): Promise<{ src: string; width: number; height: number }>;
  /** A body from rich text or plain text. */
  paste(content: { html: string } | { text: string }): Promise<{ body: string; notes: string[] }>;
  /** A free name for the file of a new document or record. */
  proposeName(collection: CollectionName, title: string): Promise<string>;
  /** Makes the starting file of a new document or record; returns its name. */
  create(collection: CollectionName, slug: string | undefined, title: string): Promise<DeskDocument>;
}

/** The files of the desk's own page, by name: `index.html`, `client.js`, its chunks and style sheet. */
export type ClientFiles = () => Promise<ReadonlyMap<string, Uint8Array>>;

export interface DeskServices {
  forms(): unknown;
  workspace: Workspace;
  editor: TextEditor;
  live: LiveSite;
  bases: BaseDocuments;
  intake: Intake;
  /** The file that lists the addresses of drafts sent for review. */
  draftsFile: string;
  /** The current time. */
  now(): Date;
}

/** What the server is given. */
export interface DeskHost {
  client: ClientFiles;
  /** Called for an error that no editor can mend; returns a sentence for the editor. */
  onFailure(error: unknown): string;
  /** Opens what a user works with; `user` is undefined on an editor's own machine. Throws DeskError. */
  open(user: string | undefined, events: Pick<EventHub, 'send'>): Promise<DeskServices>;
  /** The users with work from before this start. */
  users(): readonly (string | undefined)[];
}
