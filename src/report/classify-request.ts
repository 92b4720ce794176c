/** What a requested address of the site is: a page, a file for cadres, a part of a saved copy, a search. */

/** The files of a document that cadres take, by name; the last is a notice's for the calendar of a phone. */
export const takenFiles = {
  'poster.png': '海报',
  'square.png': '方图',
  'card.png': '链接卡片',
  'message.txt': '群里的话',
  'broadcast.txt': '大喇叭稿',
  'sms.txt': '短信',
  'article.html': '公众号文章',
  'all.zip': '整套压缩包',
  'event.ics': '手机日历',
} as const;

export type TakenFile = keyof typeof takenFiles;

export type RequestKind =
  | { kind: 'page'; address: string }
  | { kind: 'search'; address: string; query: string | undefined }
  | { kind: 'short'; address: string }
  | { kind: 'file'; address: string; file: TakenFile }
  | { kind: 'copy'; chunk: string };

const PAGE = /^\/(?:[a-z0-9-]+\/)*$/;
const SHARED = /^\/share(\/[a-z]+\/[a-z0-9-]+\/)([a-z]+\.[a-z]+)$/;
const EVENT = /^(\/notices\/[a-z0-9-]+\/)(event\.ics)$/;
const CHUNK = /^\/offline\/([\w-]+)\.(?:txt|bin)$/;
/** Longer paths are no pages of ours; none is matched by a pattern. */
const MAX_PATH_LENGTH = 200;

/** The kind of a request below the site's base path, `/` or `/path/`; undefined for anything that is not counted. */
export function classifyRequest(uri: string, base: string): RequestKind | undefined {
  const mark = uri.indexOf('?');
  const whole = mark < 0 ? uri : uri.slice(0, mark);
  if (whole.length > MAX_PATH_LENGTH || !whole.startsWith(base)) return undefined;
  const path = whole.slice(base.length - 1).replace(/\/index\.html$/, '/');
  if (PAGE.test(path)) {
    if (path === '/search/') return { kind: 'search', address: path, query: searchedFor(uri, mark) };
    return { kind: path.startsWith('/s/') ? 'short' : 'page', address: path };
  }
  const [, address, file = ''] = SHARED.exec(path) ?? EVENT.exec(path) ?? [];
  if (address !== undefined) return isTakenFile(file) ? { kind: 'file', address, file } : undefined;
  const chunk = CHUNK.exec(path)?.[1];
  return chunk === undefined ? undefined : { kind: 'copy', chunk };
}

function isTakenFile(file: string): file is TakenFile {
  return Object.hasOwn(takenFiles, file);
}

/** Longest query that is counted by its words, in characters. */
const MAX_QUERY_LENGTH = 30;
/** Numbers that may be of a person: telephones, identity cards, bank cards; and mail addresses. */
const PERSONAL = /[0-9](?:[\s-]?[0-9]){4}|@/;

/** The words of `?q=`, in one form; undefined without any, and for words that may identify a person. */
function searchedFor(uri: string, mark: number): string | undefined {
  if (mark < 0) return undefined;
  const words = (new URLSearchParams(uri.slice(mark + 1)).get('q') ?? '')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  if (words === '' || words.length > MAX_QUERY_LENGTH || PERSONAL.test(words)) return undefined;
  return words;
}
