/** Links to other sites that only the editor can open, or nobody. */
import type { Rule } from '../../rule.ts';

/** The local machine, the networks of offices and homes (RFC 1918, RFC 4193), and link-local addresses. */
const OWN_NETWORK =
  /^(?:localhost|.*\.(?:localhost|local|lan)|127(?:\.\d+){3}|0\.0\.0\.0|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|\[::1\]|\[f[cd][\da-f:]+\])$/i;

export const rule: Rule = {
  name: 'link/unreachable',
  severity: 'error',
  finds: '只有自己电脑上打得开的链接：localhost、192.168 开头的；网址没写完的链接。',
  why: '读的人点了打不开。',
  write: '写别人也打得开的网址；站内的页只写 /policies/di-bao/ 这样的地址。',
  bad: [
    '看▶[预览](http://localhost:4321/policies/di-bao/)。',
    '看▶[文件](http://192.168.1.8/a.pdf)。',
    '看▶[原文](https://)。',
    '看▶[原文](http:/www.gov.cn/)。',
    {
      collection: 'policies',
      fields: 'basis: [{title: 办法, issuer: 国务院, url: "▶http://10.0.0.8/oa/1.html"}]',
    },
  ],
  good: ['看[原文](https://www.gov.cn/)，打[110](tel:110)。'],
  checkFile: (source, report) => {
    if (source.collection === undefined) return;
    const fields = source.texts
      .filter(({ part, path }) => part === 'field' && path.at(-1) === 'url')
      .map(({ text, offsets }) => ({ address: text, offset: offsets[0] ?? 0 }));
    for (const { address, offset } of [...source.links, ...fields]) {
      const why = whyUnreachable(address);
      if (why === undefined) continue;
      const advice = '请写别人也打得开的网址；站内的页只写 /policies/di-bao/ 这样的地址。';
      report(source, offset, `${why}读的人点了打不开。${advice}`);
    }
  },
};

function whyUnreachable(address: string): string | undefined {
  if (!/^https?:/i.test(address)) return undefined;
  if (!/^https?:\/\/[^/]/i.test(address)) return `「${address}」没有写完，`;
  if (!URL.canParse(address)) return `「${address}」不是网址，`;
  const { hostname } = new URL(address);
  if (OWN_NETWORK.test(hostname)) return `「${hostname}」是自己电脑或者单位内部的网，`;
  return hostname.includes('.') ? undefined : `「${hostname}」不是完整的域名，`;
}
