/**
 * Signed requests to one bucket of an S3-compatible storage, with retries and timeouts. If a storage refuses path style, requests
 * use virtual-hosted style.
 */
import { AwsClient } from 'aws4fetch';
import { PublishError } from '../publish-error.ts';
import { type AddressStyle, bucketAddress, refusesPathStyle } from './address.ts';

export interface ObjectStorage {
  /** Such as https://s3.example.com. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Default: the provider's style. */
  addressStyle?: AddressStyle | undefined;
  /** Timeout of a request, not including the time for its bytes. */
  timeoutMs?: number;
}

/** The requests to a bucket. */
export interface StorageClient {
  put(path: string, bytes: Uint8Array, headers: { type: string; cache: string }): Promise<void>;
  /** The text of a file; undefined if there is none. */
  get(path: string): Promise<string | undefined>;
  remove(path: string): Promise<void>;
}

const MAX_ATTEMPTS = 3;
const DEFAULT_TIMEOUT_MS = 30_000;
/** The slowest upload that does not time out: 16 KB/s. */
const MIN_UPLOAD_BYTES_PER_MS = 16;

/** A whole answer. */
interface Answered {
  status: number;
  text: string;
}

/** Why a request failed, by the storage's answer. */
interface Failure {
  why: string;
  code: string;
  isFinal: boolean;
}

/** Opens a client; its methods throw PublishError if the storage refuses or does not answer. */
export function connect(storage: ObjectStorage): StorageClient {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey, timeoutMs = DEFAULT_TIMEOUT_MS } = storage;
  const aws = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  let address = bucketAddress(endpoint, bucket, storage.addressStyle);

  const sendOnce = async (
    path: string,
    init: RequestInit,
    accepted: readonly number[],
  ): Promise<Answered | Failure> => {
    const url = `${address.url}/${path.split('/').map(encodeURIComponent).join('/')}`;
    const bytes = init.body instanceof Uint8Array ? init.body.byteLength : 0;
    const limitMs = timeoutMs + Math.ceil(bytes / MIN_UPLOAD_BYTES_PER_MS);
    try {
      const response = await aws.fetch(url, { ...init, signal: AbortSignal.timeout(limitMs) });
      // Within the time limit: an answer may stop in the middle of its body.
      const text = await response.text();
      if (response.ok || accepted.includes(response.status)) return { status: response.status, text };
      const code = /<Code>(\w+)/.exec(text)?.[1] ?? '';
      return { why: `${response.status} ${code}`.trim(), code, isFinal: response.status < 500 };
    } catch (error) {
      return { why: explainFailure(error as Error, limitMs), code: '', isFinal: false };
    }
  };

  const send = async (path: string, init: RequestInit, accepted: readonly number[]): Promise<Answered> => {
    let failure: Failure | undefined;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const answer = await sendOnce(path, init, accepted);
      if ('status' in answer) return answer;
      failure = answer;
      if (address.style === 'path' && storage.addressStyle === undefined && refusesPathStyle(answer.code)) {
        address = bucketAddress(endpoint, bucket, 'virtual');
        continue;
      }
      if (answer.isFinal) break;
      await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
    }
    throw new PublishError(formatRefusal(path, failure, address.style, address.url));
  };

  return {
    async put(path, bytes, { type, cache }) {
      const headers = { 'content-type': type, 'cache-control': cache };
      await send(path, { method: 'PUT', body: Buffer.from(bytes), headers }, []);
    },
    async get(path) {
      const response = await send(path, { method: 'GET' }, [404]);
      return response.status === 404 ? undefined : response.text;
    },
    async remove(path) {
      await send(path, { method: 'DELETE' }, [404]);
    },
  };
}

function formatRefusal(path: string, failure: Failure | undefined, style: AddressStyle, url: string): string {
  const why = failure?.why ?? '';
  const form = style === 'path' ? '桶的名字写在路径里' : '桶的名字写在域名里';
  const advice = refusesPathStyle(failure?.code ?? '')
    ? '它只收桶名写在域名里的请求：请去掉 --address-style path，或者写 --address-style virtual。'
    : `请检查网络、桶的名字和密钥；地址的写法不对的，用 --address-style path 或 --address-style virtual 换一种。`;
  return `对象存储不收（${path}：${why}）。问的是 ${url}（${form}）。原来的页面都还在，再发布一次就能补齐。${advice}`;
}

/** Explains a network failure: Node's message is "fetch failed", the reason is in the cause. */
function explainFailure(error: Error, limitMs: number): string {
  if (error.name === 'TimeoutError') return `等了 ${Math.round(limitMs / 1000)} 秒没有回答`;
  const { code, message } = (error.cause ?? error) as { code?: string; message?: string };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `找不到这个域名（${code}）`;
  if (code === 'ECONNREFUSED') return `连不上（${code}）`;
  return code ?? message ?? error.message;
}
