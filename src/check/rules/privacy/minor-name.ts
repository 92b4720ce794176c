/** Full names of people under 18: the law protects them more, and what is on the web stays. */

import { PERSON } from '../../person-names.ts';
import type { Rule } from '../../rule.ts';
import { overGuesses } from '../../texts.ts';

const AGE = '[（(，,]?(?:今年|现年|年仅)?(?:刚满|才)?';
const WITH_AGE = new RegExp(`(${PERSON})${AGE}(\\d{1,2}|[一二三四五六七八九十]{1,3})周?岁`, 'gu');
const CHILD = '小学生|初中生|留守儿童|困境儿童|孤儿|小朋友';
const AS_CHILD = new RegExp(`(?:${CHILD})[：:、，]?(${PERSON})(?=[，。、（(；！？\\s]|在|说|是|家|$)`, 'gu');

export const rule: Rule = {
  name: 'privacy/minor-name',
  severity: 'warning',
  guesses: true,
  finds: '不满18岁的人的全名。',
  why: '孩子的名字和家里的难处放在一起，会跟他一辈子。',
  write: '写“小明”“王同学”这样的称呼，不写全名。',
  bad: [
    '▶王小明今年12岁，在镇上读书。',
    '▶李红（9岁）领到了补助。',
    '留守儿童▶张小军在村里上学。',
    '▶赵小兰十三岁。',
  ],
  good: [
    '小明今年12岁。',
    '王小明今年32岁。',
    '年满16岁，不满18岁的孩子。',
    '张某今年12岁。',
    '任何未满14岁的孩子都算。',
  ],
  checkFile: overGuesses(({ text }, found) => {
    for (const { 1: name = '', 2: age = '', index } of text.matchAll(WITH_AGE)) {
      if (ageOf(age) < 18) found(index, wordsFor(name), name);
    }
    for (const match of text.matchAll(AS_CHILD)) {
      const name = match[1] ?? '';
      found(match.index + match[0].length - name.length, wordsFor(name), name);
    }
  }),
};

function wordsFor(name: string): string {
  return `「${name}」是孩子的全名，名字和家里的事会跟他一辈子。请改成「${name[0]}同学」或者「小${name.at(-1)}」。`;
}

function ageOf(words: string): number {
  if (/^\d/.test(words)) return Number(words);
  const digits = '零一二三四五六七八九';
  const [tens, ones] = words.includes('十') ? words.split('十') : ['零', words];
  return (tens === '' ? 1 : digits.indexOf(tens ?? '')) * 10 + (ones ? digits.indexOf(ones) : 0);
}
