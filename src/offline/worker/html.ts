/** Reads and edits the HTML of our own pages with regular expressions: a worker has no DOM parser. */
import { formatDate } from '../../documents/dates.ts';

/** Build date of a page; empty if it has none, such as a short address. */
export function readBuildDay(html: string): string {
  return /<html[^>]* data-built="([^"]*)"/.exec(html)?.[1] ?? '';
}

/** The title as escaped HTML, without the site's name. */
export function readTitle(html: string): string {
  return /<title>([^<｜]*)/.exec(html)?.[1] ?? '';
}

/** URLs of a page's styles and scripts, including those loaded later. */
export function findAssets(html: string, scope: string): string[] {
  const top = `${new URL(scope).pathname}assets/`;
  const found = Array.from(
    html.matchAll(/"([^"?]*\/assets\/[\w.-]+\.(?:css|js))[?"]/g),
    (match) => match[1] ?? '',
  );
  return [...new Set(found)].filter((path) => path.startsWith(top)).map((path) => new URL(path, scope).href);
}

/** The page with a note of its build date. */
export function addOfflineNote(html: string, day: string): string {
  const note = `<p class="card no-print mb-3 mt-2 text-small" role="status">现在没有网，或者网太慢。您看的是手机里存的，内容是${formatDate(day)}的。</p>`;
  return html.replace('<html ', `<html data-kept="${day}" `).replace(/<main[^>]*>/, (main) => main + note);
}

/** A page that is available offline. */
export interface CachedPage {
  address: string;
  /** Escaped HTML. */
  title: string;
}

/** The offline fallback page with links to the cached pages. */
export function listPages(html: string, pages: readonly CachedPage[]): string {
  const items = pages.map(({ address, title }) => `<li><a class="card" href="${address}">${title}</a></li>`);
  return html.replace(
    /(<ul[^>]* data-readable[^>]*>)[\s\S]*?(?=<\/ul>)/,
    (_, list: string) => list + items.join(''),
  );
}

/** The fallback page for a phone with no cached pages. */
export const minimalFallbackPage =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>现在没有网</title><body style="font:18px/1.7 sans-serif;padding:1rem"><h1>现在没有网</h1><p>这一页没有存在手机里。连上网，再打开一次。</p><p><a href="">再试一次</a></p>';
