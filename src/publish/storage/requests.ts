/**
 * Signed requests to one bucket of an S3-compatible storage, with retries and timeouts. If a storage refuses path style, requests
 * use virtual-hosted style.
 */
import { AwsClient } from 'aws4fetch';
import { type AddressStyle, type BucketAddress, bucketAddress, refusesPathStyle } from './address.ts';

export interface ObjectStorage {
  /** Such as https://s3.example.com. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Default: the provider's style. */
  addressStyle?: AddressStyle | undefined;
  /** Timeout of a request, not including the time for the bytes that it sends. */
  timeoutMs?: number;
  /** How often a request is sent at most while the storage fails. */
  maxAttempts?: number;
}

/** A whole answer. */
export interface StorageAnswer {
  status: number;
  bytes: Buffer;
}

/** A request that the storage refused or did not answer. */
export class StorageRefusal extends Error {
  override name = 'StorageRefusal';
  /** In words: the status and the storage's code, or what the network did. */
  readonly why: string;
  /** The storage's error code; empty without one. */
  readonly code: string;
  /** The HTTP status; 0 without an answer. */
  readonly status: number;
  readonly address: BucketAddress;

  constructor({ why, code, status }: Failure, address: BucketAddress) {
    super(why);
    this.why = why;
    this.code = code;
    this.status = status;
    this.address = address;
  }
}

interface Failure {
  why: string;
  code: string;
  status: number;
  isFinal: boolean;
}

export interface StorageRequest {
  method: 'GET' | 'PUT' | 'DELETE';
  headers?: Record<string, string>;
  body?: Uint8Array;
  /** Instead of that of the storage. */
  timeoutMs?: number | undefined;
  /** Ends the request early, without another attempt. */
  signal?: AbortSignal | undefined;
}

/** Sends a request for the object `path`; statuses in `accepted` are answers as well. Throws StorageRefusal. */
export type SendRequest = (
  path: string,
  request: StorageRequest,
  accepted?: readonly number[],
) => Promise<StorageAnswer>;

const MAX_ATTEMPTS = 3;
const DEFAULT_TIMEOUT_MS = 30_000;
/** The slowest upload that does not time out: 16 KB/s. */
const MIN_UPLOAD_BYTES_PER_MS = 16;

/** Opens a bucket; nothing is sent before the first request. */
export function openRequests(storage: ObjectStorage): SendRequest {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = storage;
  const { timeoutMs = DEFAULT_TIMEOUT_MS, maxAttempts = MAX_ATTEMPTS } = storage;
  const aws = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  let address = bucketAddress(endpoint, bucket, storage.addressStyle);
  let canSwitch = storage.addressStyle === undefined;

  const sendOnce = async (
    path: string,
    { method, headers, body, signal, timeoutMs: ownMs = timeoutMs }: StorageRequest,
    accepted: readonly number[],
  ): Promise<StorageAnswer | Failure> => {
    const url = `${address.url}/${path.split('/').map(encodeURIComponent).join('/')}`;
    const limitMs = ownMs + Math.ceil((body?.byteLength ?? 0) / MIN_UPLOAD_BYTES_PER_MS);
    const limit = AbortSignal.timeout(limitMs);
    const init: RequestInit = {
      method,
      ...(headers && { headers }),
      ...(body && { body: new Uint8Array(body) }),
      signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
    };
    try {
      const response = await aws.fetch(url, init);
      // Within the time limit: an answer may stop in the middle of its body.
      const bytes = Buffer.from(await response.arrayBuffer());
      const { status } = response;
      if (response.ok || accepted.includes(status)) return { status, bytes };
      const code = /<Code>(\w+)/.exec(bytes.toString('utf8'))?.[1] ?? '';
      return { why: `${status} ${code}`.trim(), code, status, isFinal: status < 500 };
    } catch (error) {
      const isFinal = signal?.aborted === true;
      return { why: explainFailure(error as Error, limitMs), code: '', status: 0, isFinal };
    }
  };

  return async (path, request, accepted = []) => {
    let failure: Failure = { why: '', code: '', status: 0, isFinal: true };
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      const answer = await sendOnce(path, request, accepted);
      if ('bytes' in answer) return answer;
      failure = answer;
      if (canSwitch && address.style === 'path' && refusesPathStyle(answer.code)) {
        canSwitch = false;
        address = bucketAddress(endpoint, bucket, 'virtual');
        attempt -= 1;
        continue;
      }
      if (answer.isFinal) break;
      if (attempt < maxAttempts) await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
    }
    throw new StorageRefusal(failure, address);
  };
}

/** Explains a network failure: Node's message is "fetch failed", the reason is in the cause. */
function explainFailure(error: Error, limitMs: number): string {
  if (error.name === 'TimeoutError') return `等了 ${Math.round(limitMs / 1000)} 秒没有回答`;
  const { code, message } = (error.cause ?? error) as { code?: string; message?: string };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `找不到这个域名（${code}）`;
  if (code === 'ECONNREFUSED') return `连不上（${code}）`;
  return code ?? message ?? error.message;
}
