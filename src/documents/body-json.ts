/**
 * Bodies as JSON. On a large site most bodies are passed from build to build and from process to process without being read: they
 * are parsed on first use.
 */
import type { Body } from './block.ts';

const jsonByBody = new WeakMap<Body, string>();

/** The body from a text of `bodyJson`, parsed on first use. */
export function openBody(json: string): Body {
  let body: Body | undefined;
  const open = (): Body => {
    body ??= JSON.parse(json) as Body;
    return body;
  };
  const opened: Body = {
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
export function bodyJson(body: Body): string {
  const json = jsonByBody.get(body) ?? JSON.stringify({ blocks: body.blocks, headings: body.headings });
  jsonByBody.set(body, json);
  return json;
}
