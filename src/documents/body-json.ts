/**
 * Bodies as JSON. On a large site most bodies are passed from build to build and from process to process without being read: they
 * are parsed on first use.
 */
import type { DocumentBody } from './block.ts';

const jsonByBody = new WeakMap<DocumentBody, string>();
/** The text that a body is parsed from, JSON or Markdown. */
const unparsedByBody = new WeakMap<DocumentBody, string>();

/** The body from a text of `bodyJson`, parsed on first use. */
export function openBody(json: string): DocumentBody {
  const opened = lazyBody(json, () => JSON.parse(json) as DocumentBody);
  jsonByBody.set(opened, json);
  return opened;
}

/** A body that `read` parses from `text` on first use. */
export function lazyBody(text: string, read: () => DocumentBody): DocumentBody {
  let body: DocumentBody | undefined;
  const open = (): DocumentBody => {
    body ??= read();
    return body;
  };
  const lazy: DocumentBody = {
    get blocks() {
      return open().blocks;
    },
    get headings() {
      return open().headings;
    },
  };
  unparsedByBody.set(lazy, text);
  return lazy;
}

/** Whether the text of a body may match, without parsing it: true for a body that was never a text. */
export function mayMatch(body: DocumentBody, pattern: RegExp): boolean {
  const text = unparsedByBody.get(body);
  return text === undefined || pattern.test(text);
}

/** A body as text on one line; equal bodies give equal texts. */
export function bodyJson(body: DocumentBody): string {
  const json = jsonByBody.get(body) ?? JSON.stringify({ blocks: body.blocks, headings: body.headings });
  jsonByBody.set(body, json);
  return json;
}
