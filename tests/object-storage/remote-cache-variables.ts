/** The environment that names a storage as remote cache. */
import type { ObjectStorage } from '../../src/publish/index.ts';

export function remoteCacheVariables(storage: ObjectStorage): Record<string, string> {
  return {
    MINGBAI_REMOTE_CACHE: `s3://${storage.bucket}/cache`,
    MINGBAI_REMOTE_CACHE_SECRET: 'a secret of the tests, long enough for one',
    MINGBAI_REMOTE_CACHE_ENDPOINT_URL: storage.endpoint,
    MINGBAI_REMOTE_CACHE_ACCESS_KEY_ID: storage.accessKeyId,
    MINGBAI_REMOTE_CACHE_SECRET_ACCESS_KEY: storage.secretAccessKey,
  };
}
