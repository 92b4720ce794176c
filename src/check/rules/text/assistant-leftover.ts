/** What a chatbot adds to its answers: marks of citations (【12†source】, citeturn0search3), and words to the person who asked. */
import type { Rule } from '../../rule.ts';
import { forEachMatch } from '../../texts.ts';

const MARK =
  '【\\d{1,3}(?:[:：]\\d{1,3})?†[^】\\n]{0,40}】|[\\ue200-\\ue206]?(?:cite|filecite|navlist)(?:[\\ue200-\\ue206]?turn\\d{1,3}(?:search|news|view|fetch|image|file|forecast)\\d{1,3})+[\\ue200-\\ue206]?|(?<!\\w)turn\\d{1,3}(?:search|news|view|fetch|image|file)\\d{1,3}(?!\\w)|:?\\w{0,20}oai_?cite\\w{0,10}|contentReference\\[|utm_source=(?:chatgpt|openai|copilot)[\\w.]{0,8}|<\\/?think>|\\[\\^\\d{1,2}\\^\\]';
const WORDS =
  '作为(?:一[个名款])?(?:AI|人工智能|大?语言模型)(?:助手|模型|语言模型)?，|(?:我是|由)(?:ChatGPT|豆包|文心一言|通义千问|Kimi|DeepSeek|元宝)|(?:以下|下面)是?(?:为您|根据您的要求|按照您的要求)(?:整理|改写|生成|撰写|润色|起草)的|(?<=^|[。！\\n])(?:好的|当然可以|没问题)[，！,!](?:以下|下面|这是|我来为您|我将)|(?:希望|但愿)(?:以上|这些|这份)(?:内容|回答|信息|版本|文案)?(?:能)?(?:对您|对你)有(?:所)?帮助|(?:如果|如)(?:您|你)?(?:还)?需要(?:我)?(?:进一步|继续)(?:修改|调整|润色|补充|优化)|需要我(?:帮您|帮你|再|继续)[^，。？\\n]{0,20}吗|截至我的(?:知识|训练)|我的知识(?:截止|更新)(?:日期|到)';

export const rule: Rule = {
  name: 'text/assistant-leftover',
  severity: 'warning',
  finds: '聊天机器人的回答里带来的东西：【12†source】、citeturn0search3、“以下是为您整理的”。',
  why: '读的人会看到一串莫名其妙的符号，或者一句不是对他说的话。机器人写的数也可能是编的。',
  write: '删掉；这一段的钱数、日子、电话，再对照原来的文件看一遍。',
  bad: [
    '来回车费可以报▶【12†source】，车票要留着▶citeturn0search3。',
    '▶好的，以下是改好的通知。',
    '▶希望以上内容对您有帮助！▶如果需要进一步修改，请说。',
  ],
  good: [
    '来回车费可以报，【说明】车票要留着。',
    '以下是申请要带的。希望这件事对您有帮助。需要我们上门吗？打12345。',
    '用人工智能看庄稼，DeepSeek 培训班。',
  ],
  checkFile: forEachMatch(new RegExp(`${MARK}|${WORDS}`, 'gu'), ([found]) => {
    return `「${found}」是聊天机器人的回答里带来的，读的人看不懂。请删掉，再对照原来的文件看一遍这一段的数。`;
  }),
};
