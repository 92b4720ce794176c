/**
 * A small server for tests that behaves as the documents of official accounts say (公众号开发文档): tokens that expire, pictures by format and
 * size, limits of a draft, pictures of other sites filtered out of a text.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export const APP_ID = 'wx0123456789abcdef';
export const SECRET = 'geheim+0123456789/abcdef';
const MAX_PICTURE_BYTES = 1024 * 1024;

interface Draft {
  title: string;
  digest: string;
  content: string;
  content_source_url: string;
  thumb_media_id: string;
}

export interface AccountServer {
  url: string;
  drafts: Draft[];
  /** Paths asked for, without their token. */
  requests: string[];
  /** Answers given before the real ones, for a path. */
  failures: Map<string, object[]>;
  /** Makes every token given so far invalid. */
  expireTokens(): void;
  close(): Promise<void>;
}

const error = (errcode: number, errmsg: string) => ({ errcode, errmsg });

/** Starts the server on a free port. */
export async function startAccountServer(): Promise<AccountServer> {
  const state = { tokens: 0, valid: new Set<string>(), media: new Set<string>(), pictures: 0 };
  const drafts: Draft[] = [];
  const requests: string[] = [];
  const failures = new Map<string, object[]>();

  const fetchToken = (body: Record<string, unknown>) => {
    if (body.grant_type !== 'client_credential') return error(40002, 'invalid grant_type');
    if (body.appid !== APP_ID) return error(40013, 'invalid appid');
    if (body.secret !== SECRET) return error(40125, 'invalid appsecret');
    const token = `token-${++state.tokens}`;
    state.valid = new Set([token]);
    return { access_token: token, expires_in: 7200 };
  };
  const takePicture = async (request: IncomingMessage, isCover: boolean) => {
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const media = (await new Response(await bytesOf(request), { headers }).formData()).get('media');
    if (!(media instanceof File)) return error(41005, 'media data missing');
    const [first = 0, second = 0] = new Uint8Array(await media.arrayBuffer());
    if (!(first === 0x89 && second === 0x50) && !(first === 0xff && second === 0xd8))
      return error(40005, 'invalid file type');
    if (media.size >= MAX_PICTURE_BYTES && !isCover) return error(40009, 'invalid image size');
    const id = `picture-${++state.pictures}`;
    if (!isCover) return { url: `http://mmbiz.qpic.cn/${id}`, errcode: 0, errmsg: 'ok' };
    state.media.add(id);
    return { media_id: id, url: `http://mmbiz.qpic.cn/${id}` };
  };
  const addDraft = ({ articles }: { articles?: Draft[] }) => {
    const [draft] = articles ?? [];
    if (!draft?.content) return error(44003, 'empty news data');
    if (Array.from(draft.title).length > 32) return error(45003, 'title size out of limit');
    if (Array.from(draft.digest).length > 128) return error(45004, 'description size out of limit');
    if (draft.content.length >= 20_000) return error(45002, 'content size out of limit');
    if (Buffer.byteLength(draft.content_source_url) > 1024) return error(45005, 'url size out of limit');
    if (!state.media.has(draft.thumb_media_id)) return error(40007, 'invalid media_id');
    const content = draft.content
      .replace(/<script[\s\S]*?<\/script>/g, '')
      .replace(/<img src="(?!http:\/\/mmbiz\.qpic\.cn\/)[^>]*>/g, '');
    drafts.push({ ...draft, content });
    return { media_id: `draft-${drafts.length}` };
  };

  const answer = async (request: IncomingMessage): Promise<object> => {
    const url = new URL(request.url ?? '', 'http://any');
    requests.push(url.pathname);
    const [failure] = failures.get(url.pathname)?.splice(0, 1) ?? [];
    if (failure) return failure;
    if (request.method !== 'POST') return error(43002, 'require POST method');
    if (url.pathname === '/cgi-bin/stable_token') return fetchToken(await jsonOf(request));
    if (!state.valid.has(url.searchParams.get('access_token') ?? ''))
      return error(42001, 'access_token expired');
    if (url.pathname === '/cgi-bin/media/uploadimg') return takePicture(request, false);
    if (url.pathname === '/cgi-bin/material/add_material') return takePicture(request, true);
    if (url.pathname === '/cgi-bin/draft/add') return addDraft(await jsonOf(request));
    return error(48001, 'api unauthorized');
  };
  const server = createServer(async (request, response) => {
    const body = await answer(request);
    request.resume();
    response.setHeader('content-type', 'application/json; encoding=utf-8');
    response.end('raw' in body ? String(body.raw) : JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    drafts,
    requests,
    failures,
    expireTokens: () => state.valid.clear(),
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

async function bytesOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Uint8Array.from(Buffer.concat(chunks));
}

async function jsonOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  return JSON.parse(Buffer.from(await bytesOf(request)).toString('utf8')) as Record<string, unknown>;
}
