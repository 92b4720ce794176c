/**
 * Goes over everything that would get out with the site or lies beside it in the folder: texts as they are read, and
 * files as they lie, with comments, addresses, code and file names. For what must not stand anywhere.
 */
import type { Content, Rule } from './rule.ts';
import { offsetIn } from './texts.ts';

/** Endings of files in the folder public that are text. */
const TEXT_ENDINGS = new Set([
  '.svg',
  '.txt',
  '.csv',
  '.json',
  '.xml',
  '.html',
  '.htm',
  '.vtt',
  '.md',
  '.ics',
]);

/** Where in a text something stands, and what to say of it. */
export interface Spot {
  index: number;
  message: string;
}

/**
 * The checks of a rule that looks at every text; digits that stand wide are seen as plain ones. Each place is told once.
 * What `beyond` says of the content goes to `look`.
 */
export function overEverything(
  look: (text: string, beyond: string) => Iterable<Spot>,
  beyond: (content: Content) => string = () => '',
): Required<Pick<Rule, 'checkFile' | 'beyond' | 'check'>> {
  return {
    beyond,
    checkFile(source, report, rest) {
      const told = new Set<number>();
      const tell = (offset: number, message: string) => {
        if (!told.has(offset)) report(source, offset, message);
        told.add(offset);
      };
      for (const text of source.texts) {
        for (const { index, message } of look(plain(text.text), rest)) tell(offsetIn(text, index), message);
      }
      for (const { index, message } of look(plain(source.source), rest)) tell(index, message);
      for (const { message } of look(source.slug, rest)) tell(0, message);
    },
    check(content, report) {
      const rest = beyond(content);
      for (const file of content.publicFiles) {
        for (const { message } of look(plain(file.address), rest)) report(file, 0, message);
        if (!TEXT_ENDINGS.has(file.ending) || file.isLink) continue;
        const source = new TextDecoder().decode(file.bytes());
        for (const { index, message } of look(plain(source), rest))
          report({ ...file, source }, index, message);
      }
    },
  };
}

/** The same text, as long, with plain digits and letters for wide ones. */
function plain(text: string): string {
  return text.replace(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}

/** A number with most of it hidden: a finding must not spread what it warns of. */
export function hidden(number: string): string {
  return `${number.replace(/\D/g, '').slice(0, 3)}****`;
}
