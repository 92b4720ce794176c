/** HTML entities in a body: Markdown shows them as characters, but editors cannot read them. */
import { parseFragment } from 'parse5';
import type { Rule } from '../../rule.ts';

const ENTITY = /&(?:[a-z][a-z\d]{1,31}|#\d{2,7}|#x[\da-f]{2,6});/gi;

export const rule: Rule = {
  name: 'text/entity',
  severity: 'warning',
  finds: '正文里网页的写法：&bull;、&copy;、&#34917;。',
  why: '页面上看着没事，可是别人改这一段的时候看不懂，也搜不到。',
  write: '直接写那个字，提示里有。',
  bad: ['▶&bull;带身份证。', '▶&#34917;▶&#36148;怎么领。'],
  good: ['•带身份证。', '价钱 &lt; 100元。'],
  checkFile: (source, report) => {
    const body = source.source.slice(source.bodyOffset);
    for (const { 0: found, index } of body.matchAll(ENTITY)) {
      const [node] = parseFragment(found).childNodes;
      const shown = node && 'value' in node ? node.value : found;
      // Spaces are reported by text/pasted-space; an ASCII mark may be an entity to escape it from Markdown.
      if (shown === found || shown.trim() === '' || /^[!-~]+$/.test(shown)) continue;
      report(
        source,
        source.bodyOffset + index,
        `「${found}」是网页的写法，别人改的时候看不懂，也搜不到。请直接写「${shown}」。`,
      );
    }
  },
};
