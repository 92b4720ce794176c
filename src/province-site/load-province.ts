/** The province for its pages: the counties, and what follows from them. */
import { noDocuments } from '../documents/document.ts';
import { createSite, type Site } from '../documents/site.ts';
import {
  type FrontCounty,
  frontCounties,
  type RateTable,
  rateTables,
  readFrontInput,
  type SharedDocument,
  sharedDocuments,
} from '../province/front/index.ts';

export interface ProvinceSite {
  /** A site without documents, for the frame of the pages; its places are the counties. */
  site: Site;
  day: string;
  counties: FrontCounty[];
  shared: SharedDocument[];
  tables: RateTable[];
  /** Whether the search over all counties is there. */
  hasSearch: boolean;
}

let loaded: ProvinceSite | undefined;

/** The province of the file that the environment names; every page gets the same one. */
export function loadProvince(): ProvinceSite {
  loaded ??= readProvince(process.env.MINGBAI_PROVINCE ?? '');
  return loaded;
}

function readProvince(file: string): ProvinceSite {
  const input = readFrontInput(file);
  const { about, day } = input;
  const counties = frontCounties(input);
  const places = counties.map(({ id, name }) => ({ id, name, kind: 'county' as const }));
  return {
    site: createSite({ ...noDocuments(), places }, { site: about, ledger: [], finder: [] }, day),
    day,
    counties,
    shared: sharedDocuments(counties),
    tables: rateTables(counties, day),
    hasSearch: input.hasSearch === true,
  };
}
