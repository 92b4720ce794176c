/**
 * What the preview puts into a page that is else the built one: the band of a draft, what is wrong in the content, and the script
 * that shows the page anew after a change. All between two marks, so that a test can take it out again. By files of the same
 * host: the security policy of the pages lets nothing else through.
 */

import type { Diagnostic } from '../../src/documents/diagnostic.ts';
import { printable } from '../../src/documents/printable.ts';

export const MARK_BEGIN = '<!--preview-->';
export const MARK_END = '<!--/preview-->';

/** Where the preview's own files stand, from the site's top; no slug begins with a mark. */
export const PREVIEW_FOLDER = '/_preview/';

export interface PageState {
  /** The path at which the site stands. */
  top: string;
  /** Tells one state of the content from any other. */
  version: string;
  /** The addresses of all drafts. */
  drafts: readonly string[];
  /** The draft that the page is of, with what is still to be done in it. */
  draft?: { file: string; diagnostics: readonly Diagnostic[] } | undefined;
  /** What stops the site from being built; the page then shows what was there before. */
  errors: readonly Diagnostic[];
}

/** The page with what the preview adds. */
export function withAdditions(html: string, state: PageState): string {
  const head = marked(headOf(state));
  const bands = [errorsOf(state.errors), draftOf(state.draft)].filter((part) => part !== '');
  const withHead = html.replace('</head>', () => `${head}</head>`);
  if (bands.length === 0) return withHead;
  return withHead.replace(/<body[^>]*>/, (body) => `${body}${marked(bands.join(''))}`);
}

/** The page as it was before `withAdditions`. */
export function withoutAdditions(html: string): string {
  return html.replace(/<!--preview-->[\s\S]*?<!--\/preview-->/g, '');
}

/** A whole page of the preview's own, for an address at which no page can be shown. */
export function previewPage(title: string, body: string, state: PageState): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title>${marked(headOf(state))}</head><body>${marked(`${errorsOf(state.errors)}${draftOf(state.draft)}`)}<main><h1>${escaped(title)}</h1>${body}</main></body></html>`;
}

function headOf({ top, version, drafts }: PageState): string {
  const folder = `${top.replace(/\/$/, '')}${PREVIEW_FOLDER}`;
  const asData = (value: string) => escaped(value);
  return `<link rel="stylesheet" href="${folder}style.css"><script defer src="${folder}script.js" data-version="${version}" data-drafts="${asData(JSON.stringify(drafts))}"></script>`;
}

function errorsOf(errors: readonly Diagnostic[]): string {
  if (errors.length === 0) return '';
  const count = errors.length === 1 ? '有一处写错了' : `有 ${errors.length} 处写错了`;
  return `<section class="preview-errors" role="alert"><p><b>${count}，改好以后网页才会变。</b>现在看到的是改错以前的样子。</p>${listOf(errors)}</section>`;
}

function draftOf(draft: PageState['draft']): string {
  if (draft === undefined) return '';
  const { file, diagnostics } = draft;
  const left =
    diagnostics.length === 0
      ? '<p>该写的都写了。删掉文件里 draft 那一行，提交以后就发布。</p>'
      : `<details><summary>还有 ${diagnostics.length} 处要写要改</summary>${listOf(diagnostics)}</details>`;
  return `<section class="preview-draft"><p><b>草稿，还没有发布</b>（${escaped(file)}）</p>${left}</section>`;
}

/** Each with its file and line, as the check names them. */
function listOf(diagnostics: readonly Diagnostic[]): string {
  const items = diagnostics.map(
    ({ file, line, message }) =>
      `<li><code>${escaped(file)}:${line}</code> <span>第 ${line} 行：${escaped(message)}</span></li>`,
  );
  return `<ol>${items.join('')}</ol>`;
}

const marked = (html: string) => `${MARK_BEGIN}${html}${MARK_END}`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return printable(text).replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
