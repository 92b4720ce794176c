/** A row of a list of villages or towns as places: the place, and the town above it if it is new. */
import { slugFromTitle } from '../slug-from-title.ts';
import { freeId } from './free-id.ts';
import type { ListRow, ListState, RowResult, SheetRecord } from './record-types.ts';

type Kind = 'county' | 'town' | 'village';

/** The places of a row; remarks say why there is none. */
export function placesOf(row: ListRow, list: ListState): RowResult {
  const text = (name: string) => row.cells.get(name)?.text.replace(/\s+/gu, '') ?? '';
  const [town, name, county] = [text('parent'), text('name'), text('county')];
  const draft = new PlaceDraft(list);
  const top = draft.find(county, undefined)?.id ?? list.parent ?? onlyCounty(list);
  if (name === '') return refusal(draft.addTown(town, top), draft);
  if (row.cells.has('parent') && town === '')
    return refusal(`「${name}」没有写在哪个乡镇，没有导入。把乡镇填上，再导入一次。`, draft);

  const isVillageColumn = row.headings.some((heading) => /村|社区/u.test(heading));
  const kind =
    stated(text('kind')) ?? kindOf(name) ?? (town !== '' || isVillageColumn ? 'village' : undefined);
  if (kind === undefined) return refusal(`看不出「${name}」是乡镇还是村，没有导入。`, draft);
  const above = town === '' ? undefined : draft.find(town, undefined);
  if (town !== '' && above === undefined) {
    const why = draft.addTown(town, top);
    if (why !== undefined)
      return refusal(`「${name}」的上一级「${town}」看不出是哪个乡镇，没有导入。`, draft);
  }
  const parent = town === '' ? (kind === 'town' ? top : list.parent) : draft.find(town, undefined)?.id;
  const twin = draft.find(name, kind === 'county' ? undefined : parent);
  if (twin !== undefined) {
    const where = twin.row === undefined ? `已经有了（places/${twin.id}.yml）` : `和第${twin.row}行一样`;
    return refusal(`的「${name}」${where}，没有再做一个。`, draft);
  }
  draft.add(name, kind, kind === 'county' ? undefined : parent);
  return { records: draft.records, remarks: [] };
}

const refusal = (remark: string | undefined, { records }: PlaceDraft): RowResult => ({
  records,
  remarks: remark === undefined ? [] : [remark],
});

/** The new places of a row beside those that exist. */
class PlaceDraft {
  readonly records: Omit<SheetRecord, 'row'>[] = [];
  private readonly list: ListState;

  constructor(list: ListState) {
    this.list = list;
  }

  find(name: string, parent: string | undefined): KnownPlace | undefined {
    return find(knownPlaces(this.list, this.records), name, parent);
  }

  add(name: string, kind: Kind, parent: string | undefined): void {
    const made = [...this.list.made, ...this.records.map((record) => ({ ...record, row: 0 }))];
    const id = idFor(name, parent, { ...this.list, made });
    const fields = { id, name, ...(parent !== undefined && { parent }), kind };
    this.records.push({ kind: 'places', id, fields, rest: [] });
  }

  /** Adds a town unless it exists; returns why it is none. */
  addTown(name: string, parent: string | undefined): string | undefined {
    if (name === '') return '没有名称，没有导入。';
    if (this.find(name, undefined) !== undefined) return `的「${name}」已经有了，没有再做一个。`;
    if (kindOf(name) !== 'town') return `只有「${name}」，看不出是乡镇还是村，没有导入。`;
    this.add(name, 'town', parent);
    return undefined;
  }
}

interface KnownPlace {
  id: string;
  name: string;
  parent?: string | undefined;
  /** The row of a place made from this sheet. */
  row?: number;
}

function knownPlaces(
  { places, made }: ListState,
  records: readonly Omit<SheetRecord, 'row'>[],
): KnownPlace[] {
  const own = (record: Omit<SheetRecord, 'row'> & { row?: number }): KnownPlace => ({
    id: record.id,
    name: String(record.fields.name),
    parent: record.fields.parent as string | undefined,
    ...(record.row !== undefined && { row: record.row }),
  });
  return [...places, ...made.filter(({ kind }) => kind === 'places').map(own), ...records.map(own)];
}

/** A place by its name, with or without 村, below `parent` if that is given. */
function find(
  places: readonly KnownPlace[],
  name: string,
  parent: string | undefined,
): KnownPlace | undefined {
  if (name === '') return undefined;
  const short = shortName(name);
  const fitting = places.filter((place) => parent === undefined || place.parent === parent);
  return (
    fitting.find((place) => place.name === name) ?? fitting.find((place) => shortName(place.name) === short)
  );
}

const shortName = (name: string) =>
  name.replace(/(?<=..)(?:村民委员会|村委会|村|社区居委会|居委会|社区|镇|乡|街道办事处|街道)$/u, '');

function onlyCounty({ places }: ListState): string | undefined {
  const counties = places.filter(({ kind }) => kind === 'county');
  return counties.length === 1 ? counties[0]?.id : undefined;
}

function kindOf(name: string): Kind | undefined {
  if (/(?:村|村委会|村民委员会|社区|居委会)$/u.test(name)) return 'village';
  if (/(?:乡|镇|街道|街道办事处|苏木)$/u.test(name)) return 'town';
  return /(?:县|区|旗|市)$/u.test(name) ? 'county' : undefined;
}

function stated(text: string): Kind | undefined {
  if (/村|社区|居/u.test(text)) return 'village';
  if (/乡|镇|街道/u.test(text)) return 'town';
  return /县|区|市|旗/u.test(text) ? 'county' : undefined;
}

/** 上团柏村 is shang-tuan-bai; a second village of that name has its town before it. */
function idFor(name: string, parent: string | undefined, list: Pick<ListState, 'isTaken' | 'made'>): string {
  const slug = slugFromTitle(shortName(name));
  const isFree = !list.isTaken('places', slug) && !list.made.some(({ id }) => id === slug);
  return isFree || parent === undefined
    ? freeId(slug, 'places', list)
    : freeId(`${parent}-${slug}`, 'places', list);
}
