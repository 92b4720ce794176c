/**
 * Guides that lack one of the five elements required by the national inspection: basis, conditions, documents, process, contact. A
 * policy has a field for each, which must not be empty; a guide to an application has a section for each, or links to the policy
 * that has.
 */
import type { AnnotatedFile } from '../../../documents/source.ts';
import type { Rule } from '../../rule.ts';
import { checkScanned } from '../../scanned.ts';
import { offsetIn } from '../../texts.ts';

/** A finding: its offset in the file and its message. */
type Lack = [offset: number, message: string];

const HOLLOW =
  /^(?:无|暂无|没有|待定|待补充?|略|同上|另行通知|详见(?:附件|文件|通知)|见(?:附件|文件|通知)|按(?:照)?(?:有关|相关)规定(?:执行|办理)?|符合(?:有关|相关)(?:条件|规定)|x{2,}|X{2,}|TODO)[。.]?$/;

const fields: Readonly<Record<string, string>> = {
  basis: '依据',
  eligibility: '条件',
  documents: '材料',
  steps: '流程',
  contacts: '咨询电话',
};

/** Headings for each element, and patterns that show that it is present. */
const elements = [
  { name: '依据', heading: /依据|文件|规定|哪来/ },
  { name: '条件', heading: /条件|谁能|谁可以|算不算|对象|资格/ },
  { name: '材料', heading: /材料|带什么|准备什么|要带|证件/ },
  { name: '流程', heading: /流程|步骤|怎么办|怎么申请|步走|办理/ },
  { name: '咨询电话', heading: /电话|问谁|找谁|咨询|联系/ },
];

export const rule: Rule = {
  name: 'freshness/missing-element',
  severity: 'warning',
  finds: '办事的内容缺一样：依据、条件、材料、流程、咨询电话（国办检查指标）。',
  why: '少一样，就可能白跑一趟。',
  write: '补上；指南可以链接到写全了的政策。',
  bad: [
    { collection: 'policies', fields: 'eligibility: [▶符合相关规定。]' },
    { collection: 'policies', fields: 'steps: [{title: ▶详见附件}]' },
    { body: '▶## 申请条件\n\n收入低的。\n\n## 要带的材料\n\n户口本。' },
  ],
  good: [
    { collection: 'policies' },
    {
      body: '## 申请条件\n\n收入低的。\n\n## 要带的材料\n\n户口本。\n\n## 怎么办\n\n去乡镇政府。\n\n## 依据\n\n国务院的办法。\n\n<Call contact="tel-12345" />',
    },
  ],
  ...checkScanned<Lack>({
    scan: (source) =>
      source.collection === 'policies'
        ? hollowFields(source)
        : source.collection === 'pages'
          ? missingSections(source)
          : [],
    check: ([offset, message], source, _, report) => report(source, offset, message),
  }),
};

/** The fields of a policy that say nothing. */
function hollowFields({ texts }: AnnotatedFile): Lack[] {
  return texts.flatMap((text): Lack[] => {
    const element = fields[String(text.path[0])];
    if (text.part !== 'field' || element === undefined || !HOLLOW.test(text.text.trim())) return [];
    const words = `「${text.text}」等于没写${element}，读的人不知道自己能不能办、怎么办。`;
    return [[offsetIn(text, 0), `${words}请写具体；拿不准的，写明打哪个电话问。`]];
  });
}

/** A page with sections for two of conditions, documents and process is a guide to an application. */
function missingSections({ texts, links, source, bodyOffset }: AnnotatedFile): Lack[] {
  const headings = texts.filter(({ part }) => part === 'heading');
  const has = ({ heading }: (typeof elements)[number]) => headings.some(({ text }) => heading.test(text));
  const body = source.slice(bodyOffset);
  const leadsOn = links.some(({ address }) => address.startsWith('/policies/')) || /<PolicyLink\b/.test(body);
  const [first] = headings;
  if (first === undefined || leadsOn || elements.slice(1, 4).filter(has).length < 2) return [];
  const missing = elements.filter(
    (element) => !has(element) && !(element.name === '咨询电话' && /<Call\b/.test(body)),
  );
  if (missing.length === 0) return [];
  const start = source.lastIndexOf('\n', first.offsets[0] ?? 0) + 1;
  const names = missing.map(({ name }) => name).join('、');
  return [[start, `这一页教人办事，却缺了${names}，读的人可能白跑一趟。请补上，或者链接到写全了的政策。`]];
}
