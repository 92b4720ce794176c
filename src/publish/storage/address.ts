/**
 * How a bucket is addressed: in the path (`https://host/bucket/key`), which MinIO takes, or in the host
 * (`https://bucket.host/key`), which the big providers demand: Aliyun OSS refuses the other with SecondLevelDomainForbidden,
 * Tencent COS does for buckets made since 2024.
 */

export const addressStyles = ['path', 'virtual'] as const;
export type AddressStyle = (typeof addressStyles)[number];

/** Where requests to a bucket go. */
export interface BucketAddress {
  style: AddressStyle;
  /** The address of the bucket, without a slash at the end. */
  url: string;
}

/** Providers that take the bucket in the host: the ends of the names of their endpoints, by their own documentation. */
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
 * The address of a bucket at an endpoint, `https://oss-cn-beijing.aliyuncs.com`. An endpoint that has the bucket in its host
 * already, as consoles show it, is taken as it is. Without a style the provider's own is taken, and the path for others.
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

/** Error codes by which a storage says that it wants the bucket in the host. */
const WANTS_VIRTUAL = /^(?:SecondLevelDomainForbidden|PathStyleDomainForbidden|VirtualHostDomainRequired)$/;

/** Whether an error code of a storage refuses addresses of the style `path`. */
export function refusesPathStyle(code: string): boolean {
  return WANTS_VIRTUAL.test(code);
}
