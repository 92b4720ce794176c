/** Sends the article of a built site to the drafts of an official account: its pictures first, then the text with their addresses there. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { unescapeHtml } from '../documents/html-text.ts';
import type { AccountClient, PictureFile } from './account-client.ts';
import { AccountError } from './account-error.ts';

/** Limits of the interface, 新增草稿 and 上传图文消息图片. */
const MAX_CONTENT_LENGTH = 20_000;
const MAX_CONTENT_BYTES = 1024 * 1024;
const MAX_SOURCE_BYTES = 1024;
const MAX_PICTURE_BYTES = 1024 * 1024;
/** The middle of a card of 1200×630 in 2.35:1. */
const COVER_CROP = '0_0.0948_1_0.9052';

const collections = ['policies', 'stories', 'notices'] as const;

/** The folders of the documents with this slug, or `collection/slug`, in a built site. */
export function findArticles(outDir: string, which: string): string[] {
  if (!/^(?:[a-z]+\/)?[a-z0-9-]+$/.test(which)) return [];
  return collections
    .filter((collection) => !which.includes('/') || which.startsWith(`${collection}/`))
    .map((collection) => `share/${collection}/${basename(which)}`)
    .filter((folder) => existsSync(join(outDir, folder, 'article.html')));
}

/** Sends the article in a folder of the site, and returns its title. Rejects with AccountError; then no draft was added. */
export async function sendArticle(outDir: string, folder: string, account: AccountClient): Promise<string> {
  const page = readFileSync(join(outDir, folder, 'article.html'), 'utf8');
  const head = (name: string) =>
    unescapeHtml(new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(page)?.[1] ?? '');
  const title = unescapeHtml(/<title>([^<]*)/.exec(page)?.[1] ?? '');
  const base = head('cover').slice(0, -`${folder}/card.png`.length);
  const cover = readPicture(outDir, head('cover'), base);
  const html = page.replace(/[\s\S]*<body>|<\/body>[\s\S]*/g, '');
  const pictures = [
    ...new Set(Array.from(html.matchAll(/<img src="([^"]*)"/g), ([, source = '']) => source)),
  ];
  const files = pictures.map((source) => readPicture(outDir, unescapeHtml(source), base));
  // Before anything is sent: what is too long stays out for certain.
  checkLength(html.replace(/data:[^"]*/g, ''), head('source'));
  const addresses = new Map<string, string>();
  for (const [index, file] of files.entries())
    addresses.set(pictures[index] ?? '', await account.uploadPicture(file));
  const content = html.replace(
    /<img src="([^"]*)"/g,
    (_, source: string) => `<img src="${addresses.get(source)}"`,
  );
  checkLength(content, head('source'));
  await account.addDraft({
    title,
    digest: head('description'),
    content,
    content_source_url: head('source'),
    thumb_media_id: await account.uploadCover(cover),
    pic_crop_235_1: COVER_CROP,
  });
  return title;
}

function checkLength(content: string, source: string): void {
  if (content.length >= MAX_CONTENT_LENGTH || Buffer.byteLength(content) >= MAX_CONTENT_BYTES)
    throw new AccountError(
      `没有放进草稿箱：正文连格式有 ${content.length} 个字符，公众号要少于 ${MAX_CONTENT_LENGTH} 个。把正文分成两篇，或者删短；也可以在工具箱里点“公众号”，复制了自己粘贴。`,
    );
  if (Buffer.byteLength(source) > MAX_SOURCE_BYTES)
    throw new AccountError('没有放进草稿箱：阅读原文的网址太长，要在 1 KB 以内。');
}

/** A picture in the text itself, or a file of the site. */
function readPicture(outDir: string, source: string, base: string): PictureFile {
  const [, data] = /^data:image\/png;base64,(.*)$/.exec(source) ?? [];
  if (data !== undefined) return asPicture('code.png', Uint8Array.from(Buffer.from(data, 'base64')));
  const file = resolve(outDir, decodeURIComponent(source.slice(base.length)));
  const isInside = file.startsWith(resolve(outDir) + sep);
  if (!isInside || !source.startsWith(base) || !existsSync(file))
    throw new AccountError(`没有放进草稿箱：找不到图片 ${source}。先 npm run build，再来一次。`);
  return asPicture(basename(file), Uint8Array.from(readFileSync(file)));
}

function asPicture(name: string, bytes: Uint8Array<ArrayBuffer>): PictureFile {
  const isPng = bytes[0] === 0x89 && bytes[1] === 0x50;
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  if (!isPng && !isJpeg)
    throw new AccountError(`没有放进草稿箱：公众号只收 jpg 和 png 的图片，${name} 不是。换一张。`);
  if (bytes.length >= MAX_PICTURE_BYTES)
    throw new AccountError(`没有放进草稿箱：图片 ${name} 太大，要在 1 MB 以下。换一张小的。`);
  return { name, bytes, type: isPng ? 'image/png' : 'image/jpeg' };
}
