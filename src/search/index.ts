/** Search: the index that is built beside the pages, and the words it is built from. */
export { buildSearchIndex, INDEX_FOLDER } from './build-index.ts';
export { bundleCardSearch } from './card-script.ts';
export { firstLetter, loadPinyin } from './pinyin-words.ts';
export { foundAddresses, recordTypes } from './record.ts';
