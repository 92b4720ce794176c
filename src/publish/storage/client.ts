/** What a publication asks of its bucket; a refusal is explained to those who publish. */
import { PublishError } from '../publish-error.ts';
import { refusesPathStyle } from './address.ts';
import { type ObjectStorage, openRequests, StorageRefusal } from './requests.ts';

/** The requests to a bucket. */
export interface StorageClient {
  put(path: string, bytes: Uint8Array, headers: { type: string; cache: string }): Promise<void>;
  /** The text of a file; undefined if there is none. */
  get(path: string): Promise<string | undefined>;
  remove(path: string): Promise<void>;
}

/** Opens a client; its methods throw PublishError if the storage refuses or does not answer. */
export function connect(storage: ObjectStorage): StorageClient {
  const request = openRequests(storage);
  const send: typeof request = async (path, ...rest) => {
    try {
      return await request(path, ...rest);
    } catch (error) {
      throw error instanceof StorageRefusal ? new PublishError(formatRefusal(path, error)) : error;
    }
  };
  return {
    async put(path, bytes, { type, cache }) {
      const headers = { 'content-type': type, 'cache-control': cache };
      await send(path, { method: 'PUT', body: bytes, headers });
    },
    async get(path) {
      const { status, bytes } = await send(path, { method: 'GET' }, [404]);
      return status === 404 ? undefined : bytes.toString('utf8');
    },
    async remove(path) {
      await send(path, { method: 'DELETE' }, [404]);
    },
  };
}

function formatRefusal(path: string, { why, code, address: { style, url } }: StorageRefusal): string {
  const form = style === 'path' ? '桶的名字写在路径里' : '桶的名字写在域名里';
  const advice = refusesPathStyle(code)
    ? '它只收桶名写在域名里的请求：请去掉 --address-style path，或者写 --address-style virtual。'
    : `请检查网络、桶的名字和密钥；地址的写法不对的，用 --address-style path 或 --address-style virtual 换一种。`;
  return `对象存储不收（${path}：${why}）。问的是 ${url}（${form}）。原来的页面都还在，再发布一次就能补齐。${advice}`;
}
