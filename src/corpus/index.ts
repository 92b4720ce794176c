/** The reader of content folders. */
export { findCharacter } from './find-character.ts';
export { type Corpus, readCorpus } from './read-corpus.ts';
export { whyTaken } from './taken.ts';
