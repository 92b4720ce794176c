/**
 * Bodies as JSON. On a large site most bodies are passed from build to build and from process to process without being read: they
 * are parsed on first use.
 */
import type { DocumentBody } from './block.ts';

const jsonByBody = new WeakMap<DocumentBody, string>();

/** The body from a text of `bodyJson`, parsed on first use. */
export function openBody(json: string): DocumentBody {
  let body: DocumentBody | undefined;
  const open = (): DocumentBody => {
    body ??= JSON.parse(json) as DocumentBody;
    return body;
  };
  const opened: DocumentBody = {
    get blocks() {
      return open().blocks;
    },
    get headings() {
      return open().headings;
    },
  };
  jsonByBody.set(opened, json);
  return opened;
}

/** A body as text on one line; equal bodies give equal texts. */
export function bodyJson(body: DocumentBody): string {
  const json = jsonByBody.get(body) ?? JSON.stringify({ blocks: body.blocks, headings: body.headings });
  jsonByBody.set(body, json);
  return json;
}
