/** For any endpoint that a console shows, files are written to the bucket only. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketAddress, refusesPathStyle } from './address.ts';

test.each([
  ['https://oss-cn-beijing.aliyuncs.com', 'https://county.oss-cn-beijing.aliyuncs.com'],
  ['https://county.oss-cn-beijing.aliyuncs.com/', 'https://county.oss-cn-beijing.aliyuncs.com'],
  ['https://cos.ap-beijing.myqcloud.com', 'https://county.cos.ap-beijing.myqcloud.com'],
  ['https://obs.cn-north-4.myhuaweicloud.com', 'https://county.obs.cn-north-4.myhuaweicloud.com'],
  ['https://s3.cn-north-1.qiniucs.com', 'https://county.s3.cn-north-1.qiniucs.com'],
  ['https://s3.cn-north-1.amazonaws.com.cn', 'https://county.s3.cn-north-1.amazonaws.com.cn'],
  ['http://127.0.0.1:9000', 'http://127.0.0.1:9000/county'],
  ['https://minio.county.example/', 'https://minio.county.example/county'],
  // Not a name of Aliyun, only one with a similar end.
  ['https://notaliyuncs.com', 'https://notaliyuncs.com/county'],
])('requests to %s use %s', (endpoint, url) => {
  expect(bucketAddress(endpoint, 'county').url).toBe(url);
});

test('a configured style is used', () => {
  expect(bucketAddress('https://minio.county.example', 'county', 'virtual').url).toBe(
    'https://county.minio.county.example',
  );
  expect(bucketAddress('https://oss-cn-beijing.aliyuncs.com', 'county', 'path').url).toBe(
    'https://oss-cn-beijing.aliyuncs.com/county',
  );
});

test('an address contains the bucket exactly once', () => {
  const hosts = fc.constantFrom(
    'oss-cn-beijing.aliyuncs.com',
    'minio.example',
    'county.oss.example',
    '127.0.0.1:9000',
  );
  const styles = fc.constantFrom(undefined, 'path' as const, 'virtual' as const);
  fc.assert(
    fc.property(hosts, styles, (host, style) => {
      const { url } = bucketAddress(`https://${host}`, 'county', style);
      return url.split(/\/\/|\/|\./).filter((part) => part === 'county').length === 1;
    }),
  );
});

test('the refusals of Aliyun OSS and Tencent COS are known', () => {
  expect(['SecondLevelDomainForbidden', 'PathStyleDomainForbidden'].every(refusesPathStyle)).toBe(true);
  expect(refusesPathStyle('AccessDenied')).toBe(false);
});
