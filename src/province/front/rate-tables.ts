/** Rates over the counties: who has which amount, since when, and where it is written. */
import { addDays } from '../../documents/dates.ts';
import type { SummarizedRate } from '../../schema/county-summary.ts';
import { addressIn, type FrontCounty } from './counties.ts';
import { groupBy } from './group-by.ts';

type RateValue = SummarizedRate['values'][number];

/** The rate of one county on the day. */
export interface RateRow {
  county: FrontCounty;
  unit: string;
  /** The value of the day; undefined if there is none, or no longer one. */
  value?: RateValue | undefined;
  /** The last day of a value that has run out without another. */
  endedOn?: string | undefined;
  /** The next value that is known already. */
  next?: RateValue | undefined;
  /** The page that explains it: the first policy with it, otherwise the county's home page. */
  address: string;
}

export interface RateTable {
  id: string;
  name: string;
  /** `/rates/ID/`. */
  address: string;
  /** The highest first; counties without a value of the day last. */
  rows: RateRow[];
  /** The lowest and the highest value of the day, with their units; undefined if no county has one. */
  range?: { low: string; high: string } | undefined;
}

/** The rates that at least two counties have, by name; those that differ first. */
export function rateTables(counties: readonly FrontCounty[], day: string): RateTable[] {
  const all = counties.flatMap((county) => county.summary.rates.map((rate) => ({ county, rate })));
  return groupBy(all, ({ rate }) => rate.id)
    .filter((found) => found.length > 1)
    .map((found) => toTable(found, day))
    .toSorted(
      (a, b) =>
        Number(isSame(a)) - Number(isSame(b)) ||
        a.name.localeCompare(b.name, 'zh-CN') ||
        (a.id < b.id ? -1 : 1),
    );
}

/** Whether every county has the same amount on the day. */
export function isSame({ range, rows }: RateTable): boolean {
  return range !== undefined && range.low === range.high && rows.every(({ value }) => value !== undefined);
}

function toTable(found: readonly { county: FrontCounty; rate: SummarizedRate }[], day: string): RateTable {
  const { id = '', name = '' } = found[0]?.rate ?? {};
  const rows = found
    .map(({ county, rate }) => toRow(county, rate, day))
    // Stable: counties with the same amount stay in the order of their pinyin.
    .toSorted((a, b) => (b.value?.value ?? -Infinity) - (a.value?.value ?? -Infinity) || 0);
  const valued = rows.filter(({ value }) => value !== undefined);
  const [high, low] = [valued[0], valued.at(-1)].map((row) => row?.value && `${row.value.value}${row.unit}`);
  return {
    id,
    name,
    address: `/rates/${id}/`,
    rows,
    range: low !== undefined && high !== undefined ? { low, high } : undefined,
  };
}

function toRow(county: FrontCounty, { id, unit, values }: SummarizedRate, day: string): RateRow {
  const last = values.findLast(({ from }) => from <= day);
  const isOver = last?.until !== undefined && last.until < day;
  const policy = county.summary.documents.find(
    ({ collection, rates }) => collection === 'policies' && rates?.includes(id),
  );
  return {
    county,
    unit,
    value: isOver ? undefined : last,
    endedOn: isOver ? last.until : undefined,
    next: values.find(({ from }) => from > day),
    address: addressIn(county, policy?.address ?? '/'),
  };
}

/** The day on which a value ends because another begins, or its own last day; undefined if neither is known. */
export function lastDayOf({ value, next }: RateRow): string | undefined {
  return value?.until ?? (value && next && addDays(next.from, -1));
}
