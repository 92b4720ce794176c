/**
 * Reads Markdown with tables, by satteri, the parser of the site. The front matter of other programs gives what it can; Chinese next to
 * stars and tildes is read as it was meant (docs/decisions/0003-chinese-emphasis-in-markdown.md).
 */
import { markdownToHtml } from 'satteri';
import { parse } from 'yaml';
import { dayIn } from '../fields/calendar.ts';
import { omissionOf } from '../omission-reasons.ts';
import { countCharacters, type Reader, type SourceMetadata } from '../source-document.ts';
import { htmlDocument } from './html.ts';
import { textOf } from './text-encoding.ts';

export const readMd: Reader = async (bytes, { fileName }) => {
  const { text, notes } = textOf(bytes, fileName);
  const { frontMatter, body } = divided(text.replace(/\r\n?/g, '\n'));
  const { html } = markdownToHtml(asMeant(body), {
    features: { frontmatter: false, gfm: { footnotes: false } },
  });
  const document = htmlDocument(html);
  const { metadata, unused } = metadataOf(frontMatter);
  return {
    ...document,
    omissions: [
      ...(frontMatter === '' ? [] : [omissionOf('front-matter', frontMatter)]),
      ...document.omissions,
    ],
    sourceCharacters: document.sourceCharacters + countCharacters(frontMatter),
    notes: [
      ...notes,
      ...(unused.length > 0 ? [`文件开头的字段 ${unused.join('、')} 没有用上，要用就自己填。`] : []),
    ],
    metadata,
  };
};

function divided(text: string): { frontMatter: string; body: string } {
  const found = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  return found === null
    ? { frontMatter: '', body: text }
    : { frontMatter: found[1] ?? '', body: text.slice(found[0].length) };
}

/** The source with what Markdown would misread or the draft cannot have written otherwise: lone tildes, bold beside Chinese marks, tasks, notes. */
function asMeant(source: string): string {
  return source
    .replace(/(?<![~\\])~(?!~)/g, '\\~')
    .replace(/(?<![*\\])\*\*([^*\n]+?)\*\*(?!\*)/g, (bold, inside: string) =>
      /^[\p{P}\p{S}]|[\p{P}\p{S}]$/u.test(inside) && !/^\s|\s$/.test(inside)
        ? `<strong>${inside}</strong>`
        : bold,
    )
    .replace(
      /^(\s*(?:[-*+]|\d+[.)])\s+)\[([ xX])\]\s/gm,
      (_, mark: string, tick: string) => `${mark}${tick === ' ' ? '☐' : '☑'} `,
    )
    .replace(/^\[\^([^\]\s]+)\]:\s*/gm, '\\[$1] ')
    .replace(/\[\^([^\]\s]+)\]/g, '\\[$1]');
}

/** The names that other programs use for what the draft has fields for. */
const NAMES = {
  title: ['title', '标题'],
  publisher: ['publisher', 'source', 'author', 'authors', '来源', '作者', '发布单位'],
  date: ['date', 'pubDate', 'publishDate', 'published', 'created', '日期', '发布日期'],
  url: ['url', 'link', 'canonical', 'permalink', '链接'],
} as const;

function metadataOf(frontMatter: string): { metadata: SourceMetadata; unused: string[] } {
  const fields = readFields(frontMatter);
  const valueOfAny = (names: readonly string[]) => {
    const value = names.map((name) => fields.get(name)).find((each) => each !== undefined && each !== '');
    return value;
  };
  const url = valueOfAny(NAMES.url);
  const known = new Set<string>(Object.values(NAMES).flat());
  return {
    metadata: {
      title: valueOfAny(NAMES.title),
      publisher: valueOfAny(NAMES.publisher),
      date: dayIn(valueOfAny(NAMES.date) ?? ''),
      url: url !== undefined && /^https?:\/\/\S+$/.test(url) ? url : undefined,
    },
    unused: [...fields.keys()].filter((name) => !known.has(name)),
  };
}

/** The fields with one value as text; front matter that is no YAML gives none, and stands in the ledger as it is. */
function readFields(frontMatter: string): Map<string, string> {
  try {
    const parsed: unknown = parse(frontMatter, { schema: 'failsafe' });
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return new Map();
    return new Map(
      Object.entries(parsed).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']),
    );
  } catch {
    return new Map();
  }
}
