/**
 * Measures how the time of rules grows with the length of a text, for the tests of linear time (linear-time.test.ts,
 * linear-findings.test.ts).
 */
import { noDocuments } from '../documents/document.ts';
import { createSite } from '../documents/site.ts';
import type { AnnotatedFile, SourceText } from '../documents/source.ts';
import { checkContent } from './check-content.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** Characters of the longer text; the shorter one has an eighth of them. */
export const LENGTH = 50_000;
const SHORTER = 8;
/** The same for texts in which each piece is a finding: a finding takes far longer than a scan. */
export const FOUND_LENGTH = 5_000;
/**
 * For eight times the text, linear work takes eight times as long, quadratic work 64 times; the margin is for noise of the machine. A
 * text twice as long that is compared with a quarter of it, with a limit of 9, would find the same: quadratic work that takes at 50,000
 * characters 1.4 times as long as all linear work together.
 */
const MAX_GROWTH = 16;
/** Shorter times cannot be distinguished from noise, and stop nobody: four times the text takes at most a second or two. */
const QUICK_MS = 40;

const site = createSite(
  noDocuments(),
  { site: { name: '县', url: 'https://a.example/' }, ledger: [], finder: [] },
  '2026-11-24',
);

/** A document whose only paragraph is the text. */
function sourceOf(text: string): AnnotatedFile {
  const offsets = Uint32Array.from({ length: text.length }, (_, at) => at);
  const part = (kind: SourceText['part'], path: (string | number)[]): SourceText => ({
    text,
    part: kind,
    path,
    offsets,
  });
  return {
    ...{
      file: 'a.mdx',
      collection: 'pages',
      slug: 'a',
      isDraft: false,
      document: undefined,
      isBroken: false,
      source: text,
    },
    ...{ bodyOffset: 0, values: new Map(), links: [], images: [] },
    texts: [part('paragraph', [])],
  };
}

/** The piece repeated to a length. */
export const filled = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));

function milliseconds(work: () => unknown): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** Whether the time grows faster than the length of a text made of the piece; measured three times before it counts. */
export function isSuperlinear(work: (text: string) => unknown, piece: string, length = LENGTH): boolean {
  const [short, long] = [filled(piece, length / SHORTER), filled(piece, length)];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const after = milliseconds(() => work(long));
    // Most texts are that quick: nothing is compared.
    if (after < QUICK_MS) return false;
    const before = milliseconds(() => work(short));
    if (after < MAX_GROWTH * before) return false;
  }
  return true;
}

const look = (only: readonly Rule[]) => (text: string) => {
  const sources = [sourceOf(text)];
  checkContent({ sources, allSources: sources, site, publicFiles: [], contentName: 'content' }, only);
};
/** The rules for single files. */
export const ofFiles = rules.filter(({ checkFile }) => checkFile);

/** The names of the rules whose time grows faster than a text made of the piece. */
export const slowRules = (piece: string, length: number) =>
  isSuperlinear(look(ofFiles), piece, length)
    ? ofFiles.filter((rule) => isSuperlinear(look([rule]), piece, length)).map(({ name }) => name)
    : [];
