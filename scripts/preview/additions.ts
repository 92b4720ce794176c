/**
 * The preview's additions to a built page: the band of a draft, the errors in the content, and the script that reloads the page after a
 * change. All of it is between two comments, so that a test can remove it. Style and script are files of the same host, as the pages'
 * security policy demands.
 */

import { formatDate } from '../../src/documents/dates.ts';
import type { Diagnostic } from '../../src/documents/diagnostic.ts';
import { escapeHtml } from '../../src/documents/html-text.ts';
import { printable } from '../../src/documents/printable.ts';

export const MARK_BEGIN = '<!--preview-->';
export const MARK_END = '<!--/preview-->';

/** The path of the preview's own files; no slug begins with an underscore. */
export const PREVIEW_FOLDER = '/_preview/';

export interface PageState {
  /** The base path of the site. */
  top: string;
  /** A different value for each state of the content. */
  version: string;
  /** The addresses of all drafts. */
  drafts: readonly string[];
  /** The draft on this page, with its findings. */
  draft?: DraftState | undefined;
  /** The errors that stop a build; the page then shows the state before. */
  errors: readonly Diagnostic[];
}

interface DraftState {
  file: string;
  /** The day on which it is published; undefined for a draft. */
  publishOn?: string | undefined;
  diagnostics: readonly Diagnostic[];
}

/** Adds to a page. */
export function withAdditions(html: string, state: PageState): string {
  const head = marked(headOf(state));
  const bands = [errorsOf(state.errors), draftOf(state.draft)].filter((part) => part !== '');
  const withHead = html.replace('</head>', () => `${head}</head>`);
  if (bands.length === 0) return withHead;
  return withHead.replace(/<body[^>]*>/, (body) => `${body}${marked(bands.join(''))}`);
}

/** The page without the additions. */
export function withoutAdditions(html: string): string {
  return html.replace(/<!--preview-->[\s\S]*?<!--\/preview-->/g, '');
}

/** A page of the preview itself, shown if no page can be rendered. */
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
  const { file, publishOn, diagnostics } = draft;
  const [state, done] =
    publishOn === undefined
      ? ['草稿，还没有发布', '该写的都写了。删掉文件里 draft 那一行，提交以后就发布。']
      : [`定于${formatDate(publishOn)}发布，现在还看不到`, '该写的都写了，到那天自己会发布。'];
  const left =
    diagnostics.length === 0
      ? `<p>${done}</p>`
      : `<details><summary>还有 ${diagnostics.length} 处要写要改</summary>${listOf(diagnostics)}</details>`;
  return `<section class="preview-draft"><p><b>${state}</b>（${escaped(file)}）</p>${left}</section>`;
}

/** Each with file and line, as `check` prints them. */
function listOf(diagnostics: readonly Diagnostic[]): string {
  const items = diagnostics.map(
    ({ file, line, message }) =>
      `<li><code>${escaped(file)}:${line}</code> <span>第 ${line} 行：${escaped(message)}</span></li>`,
  );
  return `<ol>${items.join('')}</ol>`;
}

const marked = (html: string) => `${MARK_BEGIN}${html}${MARK_END}`;

function escaped(text: string): string {
  return escapeHtml(printable(text));
}
