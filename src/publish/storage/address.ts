/**
 * Addresses of a bucket: path style (`https://host/bucket/key`), which MinIO supports, or virtual-hosted style
 * (`https://bucket.host/key`), which the big providers require. Aliyun OSS refuses path style with SecondLevelDomainForbidden,
 * Tencent COS for buckets made since 2024.
 */

export const addressStyles = ['path', 'virtual'] as const;
export type AddressStyle = (typeof addressStyles)[number];

/** The address that requests are sent to. */
export interface BucketAddress {
  style: AddressStyle;
  /** The address of the bucket, without a slash at the end. */
  url: string;
}

/** Providers that require virtual-hosted style, by the ends of their endpoints' names (from their documentation). */
const VIRTUAL_HOSTS = [
  'aliyuncs.com',
  'myqcloud.com',
  'tencentcos.cn',
  'myhuaweicloud.com',
  'qiniucs.com',
  'bcebos.com',
  'volces.com',
  'ksyuncs.com',
  'amazonaws.com',
  'amazonaws.com.cn',
];

/**
 * The address of a bucket at an endpoint such as `https://oss-cn-beijing.aliyuncs.com`. An endpoint whose host begins with the
 * bucket, as consoles show it, is used as it is. Default style: the provider's, otherwise path style.
 */
export function bucketAddress(endpoint: string, bucket: string, style?: AddressStyle): BucketAddress {
  const url = new URL(endpoint);
  const base = url.href.replace(/\/+$/, '');
  if (url.hostname.startsWith(`${bucket}.`)) return { style: 'virtual', url: base };
  const chosen = style ?? (isVirtualHost(url.hostname) ? 'virtual' : 'path');
  if (chosen === 'path') return { style: 'path', url: `${base}/${bucket}` };
  return { style: 'virtual', url: base.replace(`//${url.host}`, `//${bucket}.${url.host}`) };
}

function isVirtualHost(hostname: string): boolean {
  return VIRTUAL_HOSTS.some((name) => hostname === name || hostname.endsWith(`.${name}`));
}

/** Error codes of a storage that requires virtual-hosted style. */
const WANTS_VIRTUAL = /^(?:SecondLevelDomainForbidden|PathStyleDomainForbidden|VirtualHostDomainRequired)$/;

/** Whether an error code means that path style is refused. */
export function refusesPathStyle(code: string): boolean {
  return WANTS_VIRTUAL.test(code);
}
