/** Finds documents and records by name, by pinyin and by initials: an editor types `db` or 低保 and chooses. */
import type { Documents } from '../documents/document.ts';
import { syllablesOf } from '../documents/pinyin.ts';
import type { CollectionName } from '../schema/collection-name.ts';

/** More than a list shows at once. */
const MAX_FOUND = 30;

export interface FoundRecord {
  id: string;
  title: string;
}

/** The entries of a collection that match; all of them, as many as fit, for an empty query. */
export function searchRecords(
  documents: Documents,
  collection: CollectionName,
  query: string,
): FoundRecord[] {
  const all = (documents[collection] as unknown[]).map(toFound);
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return all.slice(0, MAX_FOUND);
  const ranked = all.flatMap((entry) => {
    const rank = rankOf(entry, wanted);
    return rank === undefined ? [] : [{ entry, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MAX_FOUND)
    .map(({ entry }) => entry);
}

function toFound(entry: unknown): FoundRecord {
  const { slug, id, data, title, name, term } = entry as Record<string, unknown> & {
    data?: { title?: unknown };
  };
  return { id: String(slug ?? id), title: String(data?.title ?? title ?? name ?? term ?? slug ?? id) };
}

/** How well an entry matches, 0 best; undefined if it does not. */
function rankOf({ id, title }: FoundRecord, wanted: string): number | undefined {
  const plain = title.toLowerCase();
  if (plain.startsWith(wanted)) return 0;
  if (plain.includes(wanted) || id.includes(wanted)) return 1;
  if (!/^[a-z0-9]+$/.test(wanted.replace(/[\s-]/g, ''))) return undefined;
  const syllables = (title.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) => syllablesOf(run));
  const [whole, initials] = [syllables.join(''), syllables.map((syllable) => syllable[0] ?? '').join('')];
  const letters = wanted.replace(/[\s-]/g, '');
  if (whole.startsWith(letters) || initials.startsWith(letters)) return 2;
  return whole.includes(letters) || initials.includes(letters) ? 3 : undefined;
}
