/**
 * Bodies as JSON. Of a large site most bodies are handed on from build to build and from process to process without anybody
 * looking into them: they stay text until somebody does.
 */
import type { Body } from './block.ts';

const jsonByBody = new WeakMap<Body, string>();

/** The body that `bodyJson` made this text of, taken apart when it is looked into. */
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
