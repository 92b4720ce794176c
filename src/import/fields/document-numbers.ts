/**
 * Distinguishes the number of the document itself, on a line of its own below the title, from those of cited documents:
 * 《社会救助暂行办法》（国务院令第649号）. A wrong number sends the reader to the wrong rule.
 */

const DOCUMENT_NUMBER =
  '[\\p{Script=Han}]{1,12}(?:[〔[［(（﹝﹙【]\\d{4}[〕\\]］)）﹞﹚】]\\s*第?\\s*\\d{1,5}\\s*号|令\\s*第?\\s*\\d{1,5}\\s*号)';
const OWN = new RegExp(`^(?:(?:发文字号|文号|文件编号)\\s*[：:]\\s*)?(${DOCUMENT_NUMBER})$`, 'u');
/** The number of a public announcement: （2024年第3号）. */
const ANNOUNCEMENT = /^[（(]?(\d{4}年第\d{1,4}号)[）)]?$/u;
const CITED = new RegExp(`《([^《》]{2,60})》\\s*[（(](${DOCUMENT_NUMBER})[）)]`, 'gu');

/** The maximum of imported citations: a text that cites more is a list, and the editor picks. */
const MAX_CITED_DOCUMENTS = 5;

export interface Cited {
  document: { title: string; number: string };
  /** The sentence of the citation. */
  sentence: string;
}

/** The number stands above the text (GB/T 9704, 7.2.5); further below, one on its own line is a citation that a line break cut. */
const MAX_LINES_ABOVE_TEXT = 20;

/** The number on a line of its own; undefined without one. */
export function ownNumber(lines: readonly string[]): string | undefined {
  const found = lines
    .slice(0, MAX_LINES_ABOVE_TEXT)
    .map((line) => (OWN.exec(line.trim()) ?? ANNOUNCEMENT.exec(line.trim()))?.[1])
    .find((number) => number !== undefined);
  return found === undefined ? undefined : standardNumber(found);
}

/** The number without blanks, the year in the brackets of GB/T 9704. */
function standardNumber(found: string): string {
  return found.replace(/\s/g, '').replace(/[[［﹝﹙【](\d{4})[\]］﹞﹚】]/u, '〔$1〕');
}

/** The documents cited in the text with title and number, each once. */
export function citedDocuments(lines: readonly string[]): Cited[] {
  const cited = new Map<string, Cited>();
  for (const sentence of lines.flatMap((line) => line.split(/(?<=[。；！？])/u))) {
    for (const [, title = '', number = ''] of sentence.matchAll(CITED)) {
      const bare = standardNumber(number);
      if (!cited.has(bare)) cited.set(bare, { document: { title, number: bare }, sentence: sentence.trim() });
    }
  }
  return [...cited.values()].slice(0, MAX_CITED_DOCUMENTS);
}
