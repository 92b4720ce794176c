/** The site of a province, from what its counties say of themselves. */
export { addressIn, byLetter, type FrontCounty, frontCounties } from './counties.ts';
export { atomFeed } from './feed.ts';
export { type CountyInput, type FrontInput, readFrontInput } from './front-input.ts';
export { type ProvinceNews, provinceNews } from './news.ts';
export { isSame, lastDayOf, type RateRow, type RateTable, rateTables } from './rate-tables.ts';
export { type SharedDocument, type Spread, sharedDocuments, spreadOf } from './shared-documents.ts';
