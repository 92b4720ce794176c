/** Key points that are slogans: without an action, a benefit or a warning. */
import type { Rule } from '../../rule.ts';
import { forEachText } from '../../texts.ts';

const SLOGAN =
  /高度重视|加强领导|提高认识|狠抓|全面推进|深入推进|大力(?:推进|实施|发展|弘扬)|坚决(?:打赢|落实)|全力以赴|凝心聚力|共同富裕|惠及(?:全县|群众)|造福|暖民心|幸福感|获得感|好政策|党的温暖/u;

export const rule: Rule = {
  name: 'plain/empty-key-point',
  severity: 'warning',
  finds: '“记住这几条”（keyPoints）里的口号：高度重视、全面推进、暖民心。',
  why: '记住了也不知道该做什么。',
  write: '写做什么、得什么、防什么，例如：去乡镇政府申请，不收钱。',
  bad: [{ collection: 'policies', fields: 'keyPoints: [▶全面推进低保工作]' }],
  good: [{ collection: 'policies', fields: 'keyPoints: [去乡镇政府申请，不收钱]' }],
  checkFile: forEachText(({ text, part, path }, report) => {
    if (part !== 'field' || path[0] !== 'keyPoints' || !SLOGAN.test(text)) return;
    report(
      0,
      `「${text}」是口号，记住了也不知道该做什么。请写做什么、得什么、防什么，例如：去乡镇政府申请，不收钱。`,
    );
  }),
};
