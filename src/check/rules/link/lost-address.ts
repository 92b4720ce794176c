/** Published addresses that do not resolve any more. They are on paper and in chat groups, and must continue to work. */
import { nearest } from '../../../schema/nearest.ts';
import { addressesOf, isResolvable } from '../../addresses.ts';
import type { Rule } from '../../rule.ts';

const LEDGER = '- address: ▶/policies/lao-ming-zi/\n  since: 2026-01-01\n';

export const rule: Rule = {
  name: 'link/lost-address',
  severity: 'error',
  stopsBuild: true,
  finds: '发布过的网址没有了：文件删了、改名了，改回了草稿，或者又定了以后才发布。',
  why: '贴出去的二维码、群里的链接全都打不开。',
  write: '改了名的，在新文件里写 aliases；撤下的，在 addresses.yml 里写 withdrawn 和 reason。',
  bad: [{ files: { 'addresses.yml': LEDGER } }],
  good: [
    { fields: 'aliases: [/policies/lao-ming-zi/]', files: { 'addresses.yml': LEDGER.replace('▶', '') } },
    // A later page of a list that has become shorter redirects to the list.
    { files: { 'addresses.yml': '- address: /policies/page/2/\n  since: 2026-01-01\n' } },
    {
      files: {
        'addresses.yml': `${LEDGER.replace('▶', '')}  withdrawn: 2026-02-01\n  reason: 活动取消了。\n`,
      },
    },
  ],
  check: (content, report) => {
    const addresses = addressesOf(content);
    const ledger = content.allSources.find(({ file }) => file === `${content.contentName}/addresses.yml`);
    if (ledger === undefined) return;
    const listed = new Set(content.site.ledger.map(({ address }) => address));
    for (const [index, { address, since, withdrawn }] of content.site.ledger.entries()) {
      if (withdrawn !== undefined || isResolvable(address, addresses)) continue;
      const offset = ledger.values.get(`${index}.address`) ?? 0;
      const draft = addresses.drafts.get(address);
      const held = addresses.held.get(address);
      const fresh = [...addresses.documents.keys()].filter((known) => !listed.has(known));
      const moved = nearest(address, fresh, 8);
      const file = moved && addresses.documents.get(moved)?.file;
      const advice = draft
        ? `${draft.file} 改回了草稿：请删掉它的 draft 那一行；真要撤下，就删掉文件。`
        : held
          ? `${held.file} 的 publishOn 还没到：请删掉那一行；真要撤下，就删掉文件。`
          : file
            ? `是不是改名成了 ${file}？请在那个文件里加上：aliases: [${address}]。`
            : '改了名的，在新文件里加上 aliases。';
      const words = `${address} 发布过，现在没有了，贴出去的二维码和群里的链接都打不开。`;
      report(
        ledger,
        offset,
        `${words}${advice}撤下的，在这一条下面加上 withdrawn（哪天）和 reason（为什么）。` +
          // A server knows its own publications, and an editor's copy may be older.
          `您的 addresses.yml 里要是没有这一条，就在末尾加上四行：「- address: ${address}」「  since: ${since}」「  withdrawn: 撤下的日子」「  reason: 为什么撤下」。`,
      );
    }
  },
};
