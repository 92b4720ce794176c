/**
 * Two segmenters for Chinese. BudouX (Google's maintained model of 75 KB, no service) finds breaks that read well, but alone it splits
 * 低保, 养老金 and 12348. jieba's dictionary knows words. Both are loaded for the first heading, or before.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Parser } from 'budoux';
import { openDictionary } from './dictionary.ts';

const require = createRequire(import.meta.url);

const dictionary = openDictionary();
let parser: Parser | undefined;

/** The package's entry loads a DOM, which takes 0.4 s: this loads only the parser and its model. */
function loadParser(): Parser {
  if (parser === undefined) {
    const folder = dirname(require.resolve('budoux'));
    const { Parser: Model } = require(join(folder, 'parser.js')) as typeof import('budoux');
    const { model: zhHans } = require(join(folder, 'data/models/zh-hans.js')) as {
      model: ConstructorParameters<typeof Parser>[0];
    };
    parser = new Model(zhHans);
  }
  return parser;
}

/** Loads both now, for the texts of a whole site. */
export function loadSegmenters(): void {
  dictionary.load();
  loadParser();
}

/** Ends of dictionary words as UTF-16 offsets; unknown text is split into characters, or guessed. */
export function wordEnds(text: string, { guessesUnknown }: { guessesUnknown: boolean }): number[] {
  return endsOf(dictionary.cut(text, guessesUnknown));
}

/** Ends of BudouX phrases as UTF-16 offsets. */
export function phraseEnds(text: string): number[] {
  return endsOf(loadParser().parse(text));
}

function endsOf(pieces: readonly string[]): number[] {
  let end = 0;
  return pieces.map((piece) => {
    end += piece.length;
    return end;
  });
}
