/**
 * The interface of official accounts (公众号开发文档: 获取稳定版接口调用凭据, 上传图文消息图片, 上传永久素材, 新增草稿). The token is in memory only; one that
 * has expired is replaced once.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { AccountError, accountError } from './account-error.ts';
import type { AccountSettings } from './account-settings.ts';

/** A draft of one article, as the interface names its fields. */
export interface Draft {
  title: string;
  digest: string;
  content: string;
  content_source_url: string;
  thumb_media_id: string;
  /** The part of the cover that is shown in 2.35:1, x1_y1_x2_y2 as fractions. */
  pic_crop_235_1: string;
}

export interface PictureFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  type: 'image/jpeg' | 'image/png';
}

type Answer = Readonly<Record<string, unknown>>;

/** Codes of a token that is wrong or has expired, and of a server that is busy. */
const TOKEN_CODES = [40001, 40014, 42001];
const BUSY_CODE = -1;
const MAX_BUSY_ANSWERS = 3;
const BUSY_WAIT_MS = 1000;
const TIMEOUT_MS = 30_000;

export interface AccountClient {
  /** Uploads a picture of a text and returns its address there. */
  uploadPicture(picture: PictureFile): Promise<string>;
  /** Uploads a cover and returns its id. */
  uploadCover(picture: PictureFile): Promise<string>;
  /** Adds a draft and returns its id. */
  addDraft(draft: Draft): Promise<string>;
}

/** A client of the account. Its methods reject with AccountError; `busyWaitMs` is between tries of a busy server. */
export function openAccount(settings: AccountSettings, busyWaitMs = BUSY_WAIT_MS): AccountClient {
  let token = '';
  const fetchToken = async (isForced: boolean) => {
    const { appId, secret } = settings;
    const body = { grant_type: 'client_credential', appid: appId, secret, force_refresh: isForced };
    const answer = await send('/cgi-bin/stable_token', json(body));
    if (codeOf(answer) !== 0) throw errorOf(answer);
    token = textIn(answer, 'access_token');
  };
  const errorOf = (answer: Answer) =>
    accountError(codeOf(answer), String(answer.errmsg ?? ''), [settings.secret, token]);

  /** One request; a busy server is asked again. */
  async function send(path: string, init: RequestInit): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      const answer = await request(settings.server + path, init);
      if (codeOf(answer) !== BUSY_CODE) return answer;
      if (tries === MAX_BUSY_ANSWERS)
        throw new AccountError('公众号的接口正忙，没有放进草稿箱。过几分钟再来。');
      await wait(busyWaitMs);
    }
  }

  async function call(path: string, init: RequestInit): Promise<Answer> {
    if (token === '') await fetchToken(false);
    const withToken = () => send(`${path}access_token=${encodeURIComponent(token)}`, init);
    let answer = await withToken();
    if (TOKEN_CODES.includes(codeOf(answer))) {
      await fetchToken(true);
      answer = await withToken();
    }
    if (codeOf(answer) !== 0) throw errorOf(answer);
    return answer;
  }

  return {
    uploadPicture: async (picture) => textIn(await call('/cgi-bin/media/uploadimg?', form(picture)), 'url'),
    uploadCover: async (picture) =>
      textIn(await call('/cgi-bin/material/add_material?type=image&', form(picture)), 'media_id'),
    addDraft: async (draft) => {
      const article = { article_type: 'news', need_open_comment: 0, ...draft };
      return textIn(await call('/cgi-bin/draft/add?', json({ articles: [article] })), 'media_id');
    },
  };
}

function json(body: object): RequestInit {
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json; charset=utf-8' } };
}

function form({ name, bytes, type }: PictureFile): RequestInit {
  const body = new FormData();
  body.append('media', new Blob([bytes], { type }), name);
  return { body };
}

/** The answer as an object. Errors of the network are replaced: they may contain the address, and with it the token. */
async function request(url: string, init: RequestInit): Promise<Answer> {
  const { host } = new URL(url);
  let response: Response;
  let text: string;
  try {
    // A redirect would take the token to another host.
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    response = await fetch(url, { ...init, method: 'POST', redirect: 'error', signal });
    text = await response.text();
  } catch {
    throw new AccountError(`连不上公众号的接口 ${host}。看看这台电脑能不能上网，过一会儿再来。`);
  }
  const answer = parse(text);
  if (!response.ok || answer === undefined)
    throw new AccountError(`公众号的接口 ${host} 的回答看不懂（HTTP ${response.status}）。过一会儿再来。`);
  return answer;
}

function parse(text: string): Answer | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Answer) : undefined;
  } catch {
    return undefined;
  }
}

const codeOf = ({ errcode }: Answer): number => (typeof errcode === 'number' ? errcode : 0);

function textIn(answer: Answer, name: string): string {
  const value = answer[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new AccountError(`公众号的回答里没有 ${name}，没有放进草稿箱。过一会儿再来。`);
}
