/**
 * Two opinions on where words of Chinese begin. BudouX (Google's model of 75 KB, kept up, no service behind it) says where a
 * line reads well when it is broken; but by itself it cuts 低保, 养老金 and 12348 in two. jieba's dictionary knows what is a word.
 * Both are loaded when the first heading is to be broken.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Jieba } from '@node-rs/jieba';
import type { Parser } from 'budoux';

const require = createRequire(import.meta.url);

let jieba: Jieba | undefined;
let parser: Parser | undefined;

function loadDictionary(): Jieba {
  if (jieba === undefined) {
    const module = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
    jieba = module.Jieba.withDict(readFileSync(require.resolve('@node-rs/jieba/dict.txt')));
  }
  return jieba;
}

/** The package's entry loads a whole DOM for its work on HTML, which takes 0.4 s: only the parser and its model are taken. */
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

/** Where words of the dictionary end, in UTF-16 units from the start; what it does not know is cut into characters, or guessed. */
export function wordEnds(text: string, { guessesUnknown }: { guessesUnknown: boolean }): number[] {
  return endsOf(loadDictionary().cut(text, guessesUnknown));
}

/** Where a line reads well when it is broken, as BudouX sees it, in UTF-16 units from the start. */
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
