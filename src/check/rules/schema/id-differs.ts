/** Records whose id is not the name of their file. */
import type { Rule } from '../../rule.ts';

const CONTACT = (id: string) => `id: ${id}\nname: 镇政府\nphone: "12345"\nfor: 咨询\n`;

export const rule: Rule = {
  name: 'schema/id-differs',
  severity: 'warning',
  finds: '记录的 id 和文件名不一样。',
  why: '别人照着文件名去写，会说没有这个 id。',
  write: '还没有发布过的，把文件名改成和 id 一样；id 定了就不改。',
  bad: [{ files: { 'contacts/zhen.yml': CONTACT('▶zhen-zheng-fu') }, shown: 'zhen.yml：id: zhen-zheng-fu' }],
  good: [{ files: { 'contacts/zhen.yml': CONTACT('zhen') }, shown: 'zhen.yml：id: zhen' }],
  checkFile: (source, report) => {
    if (source.document !== undefined || source.collection === undefined || source.isBroken) return;
    const id = source.texts.find(({ path }) => path.length === 1 && path[0] === 'id')?.text;
    if (id === undefined || id === source.slug) return;
    const message = `文件叫 ${source.slug}，id 却写着「${id}」，别人照着文件名去写会说没有这个。请把文件改名成 ${id}.yml。`;
    report(source, source.values.get('id') ?? 0, message);
  },
};
