/** Search: the index that is built in parallel with the pages, and the texts it is built from. */
export { INDEX_FOLDER, openSearchIndex, type SearchIndex } from './build-index.ts';
export { NO_SHARD_TABLE } from './client/shard-table.ts';
export { embedShardTable } from './embed-shard-table.ts';
export { FRAUD_PHONE } from './fraud.ts';
export { nationalLines } from './national-lines.ts';
export { bundlePortableSearch } from './portable-script.ts';
export { buildProvinceIndex } from './province/build-province-index.ts';
export type { IndexedCounty } from './province/merge-pages.ts';
export { type CountyIndex, readCountyIndex } from './province/read-county-index.ts';
export { resultTypes } from './result-types.ts';
export { countSearchDocuments, searchableAddresses } from './search-documents.ts';
