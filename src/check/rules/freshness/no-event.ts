/** Notices about services without a date: a help line that is always open seems to open on the day of the notice. */
import type { NoticeData } from '../../../schema/notices.ts';
import type { Rule } from '../../rule.ts';

/** Words for services without a visit: by telephone, or on the web. */
const NOWHERE = /打电话|打热线|在家|不用(?:跑|去|出门|到)|线上|网上|手机上|电话里|哪里都/;
const ALWAYS =
  /随时|天天|每天|全天|全年|常年|长年|一直都?能|24\s*小时|什么时候都|任何时候|记住打|记住这个电话/;

export const rule: Rule = {
  name: 'freshness/no-event',
  severity: 'warning',
  finds: '通知写的像是一直都有的事（热线、天天能办的），不是哪一天的事。',
  why: '读的人看见“还没到”，以为今天还不能打；过了那一天，又当它没有了。',
  write: '做成指南（pages 文件夹），老地址写进 aliases。真是哪几天的事，写上 ends。',
  bad: [
    { collection: 'notices', fields: 'where: ▶在家打电话就行，不用跑路' },
    { collection: 'notices', fields: 'summary: ▶遇上难事打12348，24小时都有人接。' },
    { collection: 'notices', fields: 'title: ▶免费问法律，记住打12348\nkind: other' },
  ],
  good: [
    { collection: 'notices', fields: 'summary: 镇卫生院来村里给老人量血压，不用预约。' },
    { collection: 'notices', fields: 'where: 在家打电话报名\ndeadline: 2027-01-10' },
    { collection: 'notices', fields: 'summary: 每天都有医生在。\nends: 2027-01-20' },
    // A past event misleads nobody.
    { collection: 'notices', fields: 'starts: 2026-01-15\nwhere: 在家打电话就行' },
  ],
  check: ({ sources, site }, report) => {
    const coming = new Set(
      site.notices.filter(({ data }) => data.starts >= site.today).map(({ slug }) => slug),
    );
    for (const source of sources) {
      if (source.document?.collection !== 'notices' || !coming.has(source.slug)) continue;
      const { ends, deadline, title, summary, where } = source.document.data as NoticeData;
      if (ends !== undefined || deadline !== undefined) continue;
      const field = NOWHERE.test(where)
        ? 'where'
        : (['title', 'summary'] as const).find((name) => ALWAYS.test(name === 'title' ? title : summary));
      if (field === undefined) continue;
      const words = '这像是一直都有的事，不是哪一天的事：网页会说“还没到”，读的人以为今天还不能打、不能办。';
      const advice = '请做成指南，放到 pages 文件夹，老地址写进 aliases；真是哪几天的事，写上 ends。';
      report(source, source.values.get(field) ?? 0, words + advice);
    }
  },
};
