/**
 * Suggestions for a reference without a target: most often the right record by its Chinese name or a former name, or two ids joined by a
 * Chinese comma.
 */
import type { CollectionName } from '../schema/collection-name.ts';
import { collections } from '../schema/collections.ts';
import { nearest } from '../schema/nearest.ts';

/** A document or record with its names. */
export interface NamedEntry {
  collection: CollectionName;
  id: string;
  /** Its title, name, term or telephone number. */
  names: readonly string[];
  /** Its former ids. */
  formerIds: readonly string[];
}

/** The names in the fields of a document or record. */
export function toNamedEntry(collection: CollectionName, id: string, fields: unknown): NamedEntry {
  const { title, name, term, phone, aliases } = (fields ?? {}) as Record<string, unknown>;
  const texts = [title, name, term, phone].filter((value): value is string => typeof value === 'string');
  const formerIds = (Array.isArray(aliases) ? aliases : [])
    .filter((alias): alias is string => typeof alias === 'string')
    .map((alias) => alias.split('/').filter(Boolean).at(-1) ?? '');
  return { collection, id, names: texts, formerIds };
}

/** The ids that a word matches with certainty: by an exact name, a former id, or another spelling of the id. */
export function findIntended(word: string, known: readonly NamedEntry[]): NamedEntry[] {
  const plain = plainOf(word);
  const by = (isMeant: (named: NamedEntry) => boolean) => known.filter(isMeant);
  const ways = [
    by(({ id }) => id === word || id === asId(word)),
    by(({ names }) => names.some((name) => plainOf(name) === plain)),
    by(({ formerIds }) => formerIds.includes(word) || formerIds.includes(asId(word))),
  ];
  return ways.find((found) => found.length > 0) ?? [];
}

/** In Chinese, the replacement for `word`, which should be an id of one of `targets`. */
export function suggestReference(
  word: string,
  targets: readonly CollectionName[],
  all: readonly NamedEntry[],
): string {
  const known = all.filter(({ collection }) => targets.includes(collection));
  if (known.length === 0) return `${foldersOf(targets)} 里现在一个也没有，请先建一个。`;
  const meant = findIntended(word, known);
  if (meant.length > 0) return exactAdvice(word, meant);
  const parts = word.split(/[,，、;；\s]+/).filter(Boolean);
  const each = parts.map((part) => findIntended(part, known)[0]?.id);
  if (parts.length > 1 && each.every((id) => id !== undefined)) {
    return `一个一个分开写，中间用英文逗号和空格：[${each.join(', ')}]。`;
  }
  const elsewhere = findIntended(word, all)[0];
  const likely = likelyFor(word, known);
  const also =
    elsewhere === undefined ? '' : `「${word}」是 ${foldersOf([elsewhere.collection])} 里的，不能写在这里。`;
  if (also !== '' || likely.length === 0) return `${also}可以写的有：${listed(known)}。`;
  return likely.length === 1 ? `最接近的是${listed(likely)}。` : `是不是下面的一个：${listed(likely)}？`;
}

export const foldersOf = (targets: readonly CollectionName[]): string =>
  targets.map((target) => `${target}（${collections[target].label}）`).join('、');

function exactAdvice(word: string, meant: readonly NamedEntry[]): string {
  const [first] = meant;
  if (first === undefined || meant.length > 1)
    return `叫这个名字的有几个，请写其中一个的 id：${listed(meant)}。`;
  const isFormer = first.formerIds.includes(word);
  return isFormer
    ? `它改名了，现在叫「${first.id}」，请改成 ${first.id}。`
    : `要写 id，不写名字：${listed(meant)}。请改成 ${first.id}。`;
}

/** The maximum of listed ids: one line of a terminal. */
const MAX_LISTED = 12;

function listed(some: readonly NamedEntry[]): string {
  const shown = some
    .slice(0, MAX_LISTED)
    .map(({ id, names }) => `「${id}」${names[0] ? `（${names[0]}）` : ''}`);
  return `${shown.join('、')}${some.length > MAX_LISTED ? `等 ${some.length} 个` : ''}`;
}

/** The entries whose name or id shares most with a word; none without a close match. */
function likelyFor(word: string, known: readonly NamedEntry[]): NamedEntry[] {
  const plain = plainOf(word);
  if (/\p{Script=Han}/u.test(word)) {
    const shares = (name: string) => plainOf(name).includes(plain) || plain.includes(plainOf(name));
    const containing = known.filter(({ names }) => names.some(shares));
    if (containing.length > 0) return containing.slice(0, MAX_LIKELY);
    const byName = new Map(known.flatMap((named) => named.names.map((name) => [plainOf(name), named])));
    const near = nearest(plain, byName.keys(), Math.floor([...plain].length / 2));
    return near === undefined ? [] : [byName.get(near) as NamedEntry];
  }
  const id = asId(word);
  const within = known.filter((named) => isPartOf(named.id, id) || isPartOf(id, named.id));
  const near = nearest(
    id,
    known.map((named) => named.id),
    Math.max(2, Math.floor(id.length / 3)),
  );
  const nearNamed = known.filter((named) => named.id === near);
  return nearNamed.length > 0 ? nearNamed : within.slice(0, MAX_LIKELY);
}

const MAX_LIKELY = 3;

/** Whether an id consists of whole syllables of another. */
function isPartOf(part: string, whole: string): boolean {
  return part.length > 2 && `-${whole}-`.includes(`-${part}-`);
}

/** Normalizes differences that do not distinguish names: width, case, blanks and quotes. */
function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'“”‘’「」『』《》[\]【】]/g, '');
}

/** Converts a path, file name or address, and letters not allowed in ids, to the intended id. */
function asId(word: string): string {
  const last = word.split('/').filter(Boolean).at(-1) ?? '';
  return plainOf(last)
    .replace(/\.(?:mdx|ya?ml)$/, '')
    .replace(/[_—–−]+/g, '-');
}
