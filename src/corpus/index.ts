/** The reader of content folders. */
export { type Corpus, readCorpus } from './read-corpus.ts';
