/** Where the remote cache is, from the environment: the names of the publishing target, each with a name of its own before it. */
import { type AddressStyle, addressStyles } from '../publish/storage/address.ts';
import type { ObjectStorage } from '../publish/storage/requests.ts';

export interface RemoteCacheSettings {
  storage: ObjectStorage;
  /** The beginning of all paths in the bucket, empty or with a slash at the end. */
  prefix: string;
  /** Signs what is written; what it has not signed is not read. */
  secret: string;
}

/** Characters of the shortest secret: 128 bits in hexadecimal digits. */
const MIN_SECRET_LENGTH = 32;

/** The settings; undefined if no remote cache is named; a sentence in Chinese if they are incomplete. */
export function readRemoteCacheSettings(
  environment: NodeJS.ProcessEnv,
): RemoteCacheSettings | string | undefined {
  const address = environment.MINGBAI_REMOTE_CACHE;
  if (!address) return undefined;
  const [, bucket, folder = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]+)(?:\/([\w./-]*))?$/.exec(address) ?? [];
  if (bucket === undefined)
    return `MINGBAI_REMOTE_CACHE 要写成 s3://桶的名字 或者 s3://桶的名字/文件夹，现在是「${address}」`;
  const given = (name: string) =>
    environment[`MINGBAI_REMOTE_CACHE_${name}`] || environment[`AWS_${name}`] || '';
  const missing = ['ENDPOINT_URL', 'ACCESS_KEY_ID', 'SECRET_ACCESS_KEY'].find((name) => given(name) === '');
  if (missing !== undefined) return `要设好 MINGBAI_REMOTE_CACHE_${missing}，或者 AWS_${missing}`;
  const secret = environment.MINGBAI_REMOTE_CACHE_SECRET ?? '';
  if (secret.length < MIN_SECRET_LENGTH)
    return `MINGBAI_REMOTE_CACHE_SECRET 至少要有 ${MIN_SECRET_LENGTH} 个字符，可以用 openssl rand -hex 32 生成一个`;
  const style = environment.MINGBAI_REMOTE_CACHE_ADDRESS_STYLE;
  return {
    storage: {
      bucket,
      endpoint: given('ENDPOINT_URL'),
      region: given('REGION') || 'us-east-1',
      accessKeyId: given('ACCESS_KEY_ID'),
      secretAccessKey: given('SECRET_ACCESS_KEY'),
      addressStyle: addressStyles.find((each): each is AddressStyle => each === style),
    },
    prefix: folder === '' ? '' : `${folder.replace(/^\/+|\/+$/g, '')}/`,
    secret,
  };
}
