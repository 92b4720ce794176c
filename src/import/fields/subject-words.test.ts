/** What a heading is about is told by its words, in the language of offices and of leaflets. */
import { expect, test } from 'vitest';
import { announcedSubject, subjectOf } from './subject-words.ts';

test.each([
  ['补助对象', 'eligibility'],
  ['报考条件', 'eligibility'],
  ['谁可以参加', 'eligibility'],
  ['贷给谁', 'eligibility'],
  ['年报主体', 'eligibility'],
  ['哪些孩子可以申请', 'eligibility'],
  ['不予补贴的耕地', 'exclusions'],
  ['哪些情况不宜参加', 'exclusions'],
  ['谁不能贷', 'exclusions'],
  ['申请需提供', 'documents'],
  ['要带什么', 'documents'],
  ['要啥手续', 'documents'],
  ['报到携带材料', 'documents'],
  ['带好三样', 'documents'],
  ['办理流程', 'steps'],
  ['怎么申请', 'steps'],
  ['报名办法', 'steps'],
  ['收购库点', 'place'],
  ['到哪里做', 'place'],
  ['什么时间', 'time'],
  ['办理时间、地点', 'place'],
  ['补助标准', 'other'],
  ['奖补方式', undefined],
  ['材料审核', undefined],
  ['用在哪', undefined],
  ['不动产登记', undefined],
])('%s: %s', (heading, subject) => expect(subjectOf(heading)).toBe(subject));

test.each([
  ['有下列情形之一的，不予补助：', 'exclusions'],
  ['下列人员不发给一次性经济补助：', 'exclusions'],
  ['以下情况除外：', 'exclusions'],
  ['有下列情形之一的，取消申报资格：', 'exclusions'],
  ['申请家庭应当同时具备下列条件：', 'eligibility'],
  ['保障对象包括下列人员：', 'eligibility'],
  ['报名时须提交：', 'documents'],
  ['并提交下列材料：', 'documents'],
  ['补贴按以下流程办理：', 'steps'],
  ['坚持“户报、村评、乡审、县定”：', undefined],
  ['有下列情形之一的，停发补贴：', 'exclusions'],
  ['现将有关事项通知如下：', undefined],
])('%s announces %s', (sentence, subject) => expect(announcedSubject(sentence)).toBe(subject));
