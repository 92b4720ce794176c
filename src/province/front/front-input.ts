/** What the pages of a province are made from: province.yml and what each county's site says of itself. */
import { readFileSync } from 'node:fs';
import type { CountySummary } from '../../schema/county-summary.ts';
import type { SiteData } from '../../schema/site.ts';

/** A county with its name in province.yml, if it has one there. */
export interface CountyInput {
  id: string;
  name?: string | undefined;
  reading?: string | undefined;
  /** Of its last built site: of an earlier day, if it could not be built today. */
  summary: CountySummary;
}

export interface FrontInput {
  /** The facts of province.yml in the form of site.yml. */
  about: SiteData;
  /** The day of the pages, `YYYY-MM-DD`. */
  day: string;
  /** Those that have a site, in the order of province.yml. */
  counties: CountyInput[];
  /** Whether the search over all counties is there. */
  hasSearch?: boolean | undefined;
}

/** The input in the file that the build has written for the code of the pages. */
export function readFrontInput(file: string): FrontInput {
  return JSON.parse(readFileSync(file, 'utf8')) as FrontInput;
}
