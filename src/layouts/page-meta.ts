/**
 * The metadata of a page. The names, and which page has which, follow the 政府网站发展指引 (国办发〔2017〕47号), annex on page tags; Open Graph
 * is added for chat groups.
 */
import { fullUrl } from '../documents/full-address.ts';
import { shareImagePath, shareImageSizes } from '../documents/share-image-path.ts';
import type { Site } from '../documents/site.ts';
import type { DocumentCollection } from '../schema/collection-name.ts';
import { countCharacters } from '../schema/formats.ts';

/** A list of documents, called a column in the guideline. */
export interface Column {
  name: string;
  description: string;
  keywords: string;
  /** Such as 政策解读, 通知公告. */
  type: string;
}

/** A document. */
export interface Article {
  title: string;
  /** First publication, `YYYY-MM-DD` or `YYYY-MM-DD HH:mm`. */
  publishedOn: string;
  source: string;
  author?: string | undefined;
  keywords?: readonly string[] | undefined;
}

export interface PageMeta {
  title: string;
  description: string;
  /** From the site root. */
  address: string;
  column?: Column;
  article?: Article;
  /** The document whose pictures are used for the page's link in chat groups. */
  pictured?: { collection: DocumentCollection; slug: string };
  /** Structured data of schema.org. */
  jsonLd?: readonly object[];
  /** The address to which the browser redirects at once, without a script. */
  redirectTo?: string;
  /** For pages that search engines should skip. */
  hidden?: boolean;
}

export interface MetaTag {
  name: string;
  content: string;
}

/** Chat groups cut titles after about this many characters. */
const TITLE_CHARACTERS = 30;

/**
 * The text of the title bar and of a card: the title, with the site's name if there is room. A longer one ends at its last comma
 * that fits, because a chat app would cut it in the middle of a word.
 */
export function browserTitle(site: Site, { title, address }: PageMeta): string {
  if (address === '/') return shorten(title);
  const both = `${title}｜${site.about.name}`;
  return countCharacters(both) <= TITLE_CHARACTERS ? both : shorten(title);
}

function shorten(title: string): string {
  const characters = [...title];
  if (characters.length <= TITLE_CHARACTERS) return title;
  const fits = characters.slice(0, TITLE_CHARACTERS - 1).join('');
  const atComma = /^.{14,}(?=[，、：；。！？])/u.exec(fits)?.[0];
  return `${atComma ?? fits}…`;
}

/** The national tags of a page. */
export function nationalTags(site: Site, page: PageMeta): MetaTag[] {
  const { column, article } = page;
  const tags: [string, string | undefined][] = [
    ['SiteName', site.about.name],
    ['SiteDomain', new URL(site.about.url).host],
    ['SiteIDCode', site.about.siteCode ?? ''],
  ];
  if (column) {
    tags.push(
      ['ColumnName', column.name],
      ['ColumnDescription', column.description],
      ['ColumnKeywords', column.keywords],
      ['ColumnType', column.type],
    );
  }
  if (article) {
    tags.push(
      ['ArticleTitle', article.title],
      ['PubDate', article.publishedOn.length > 10 ? article.publishedOn : `${article.publishedOn} 00:00`],
      ['ContentSource', article.source],
      ['Keywords', article.keywords?.join(',')],
      ['Author', article.author],
      ['Description', page.description],
      ['Image', page.pictured && fullUrl(site, shareImagePath(page.pictured, 'card'))],
      ['Url', fullUrl(site, page.address)],
    );
  }
  return tags.flatMap(([name, content]) => (content === undefined ? [] : [{ name, content }]));
}

/** The Open Graph tags of a page. */
export function openGraphTags(site: Site, page: PageMeta): { property: string; content: string }[] {
  return [
    { property: 'og:type', content: page.article ? 'article' : 'website' },
    { property: 'og:title', content: browserTitle(site, page) },
    { property: 'og:description', content: page.description },
    { property: 'og:url', content: fullUrl(site, page.address) },
    { property: 'og:site_name', content: site.about.name },
    { property: 'og:locale', content: 'zh_CN' },
    ...(['card', 'square'] as const).flatMap((name) => pictureTags(site, page, name)),
  ];
}

/** A picture of the page's document with its size and its description; the first is for cards, the square for apps that crop. */
function pictureTags(site: Site, { pictured, title }: PageMeta, name: 'card' | 'square') {
  if (!pictured) return [];
  const { widthPx, heightPx } = shareImageSizes[name];
  return [
    { property: 'og:image', content: fullUrl(site, shareImagePath(pictured, name)) },
    { property: 'og:image:type', content: 'image/png' },
    { property: 'og:image:width', content: String(widthPx) },
    { property: 'og:image:height', content: String(heightPx) },
    { property: 'og:image:alt', content: title },
  ];
}

/** The sources that a page may load: only its own site, one inline script by its hash, and no inline style. */
export function securityPolicy(...inlineScriptHashes: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${inlineScriptHashes.join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
