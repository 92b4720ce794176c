/** A made policy, in every status that a policy can have. */

import { madeBody } from './body.ts';
import { cut, earlier, fill, type MadeCounty, type MadeText, sentence } from './county.ts';
import type { Dice } from './dice.ts';

const ACTIONS = ['jing-lao', 'jiu-ye', 'neng-li', 'xin-feng', 'dang-jian', 'gan-bu'];
const AUDIENCES = [
  'lao-ren',
  'can-ji',
  'kun-nan',
  'wu-gong',
  'zhong-yang',
  'fu-nv',
  'xue-sheng',
  'chuang-ye',
];
const ENDED_WITHOUT_NEXT = '\n这个办法到期了，没有接着办的。\n';

/** A list of `least` to `most` things. */
function some<T>(dice: Dice, least: number, most: number, make: () => T): T[] {
  return Array.from({ length: dice.between(least, most) }, make);
}

export function madePolicy(county: MadeCounty, dice: Dice): MadeText {
  const say = (template: string) => fill(template, county, dice);
  const title = cut(say('{trade}{matter}，{village}先办'), 24);
  const period = periodOf(county.today, dice);
  const isEnded = period.validUntil !== undefined && period.validUntil < county.today;
  const replacedBy = isEnded && dice.chance(0.5) ? earlier(county, dice, ['policies'])?.slug : undefined;
  const reviewedOn = dice.dayFrom(county.today, -170, 0);
  const step = () => ({
    title: say('去{office}'),
    ...(dice.chance(0.8) && { detail: sentence(county, dice) }),
    ...(dice.chance(0.5) && { where: say('{office}') }),
    ...(dice.chance(0.3) && { days: String(dice.between(3, 30)) }),
  });
  const fields = {
    title,
    summary: cut(say('想{verb}{trade}的，可以问{office}，带上{paper}去办。'), 60),
    action: dice.pick(ACTIONS),
    audiences: [...new Set(some(dice, 1, 3, () => dice.pick(AUDIENCES)))],
    keyPoints: some(dice, 1, 3, () =>
      cut(say(dice.pick(['带上{paper}去{office}', '{trade}的{matter}要早问'])), 30),
    ),
    benefit: [say('{trade}每亩{number}元，打到卡上。'), ...some(dice, 0, 2, () => sentence(county, dice))],
    eligibility: some(dice, 1, 4, () => say('在{village}{verb}{trade}的人。')),
    ...(dice.chance(0.4) && { exclusions: some(dice, 1, 2, () => say('没有{paper}的办不了。')) }),
    ...(dice.chance(0.4) && {
      applyBy: dice.chance(0.5) ? '全年都能办' : dice.dayFrom(county.today, -100, 200),
    }),
    steps: some(dice, 1, 6, step),
    documents: some(dice, 0, 6, () => dice.pick(county.words.paper)),
    ...(dice.chance(0.6) && { cost: '不收钱' }),
    contacts: [...new Set(some(dice, 1, 3, () => dice.pick(county.contacts)))],
    basis: some(dice, 1, 3, () => ({
      title: say('关于{trade}{matter}的通知'),
      issuer: '测试单位',
      ...(dice.chance(0.6) && { number: `测试〔${dice.between(2015, 2026)}〕${dice.between(1, 99)}号` }),
    })),
    ...period,
    reviewedOn,
    reviewBy: dice.dayFrom(reviewedOn, 175, 190),
    reviewer: '测试',
    ...(county.places.length > 0 &&
      dice.chance(0.3) && { places: [...new Set(some(dice, 1, 3, () => dice.pick(county.places)))] }),
    keywords: [say('{trade}{matter}'), ...some(dice, 1, 4, () => dice.pick(county.words.trade))],
    ...(replacedBy && { replacedBy }),
  };
  const end = isEnded && !replacedBy ? ENDED_WITHOUT_NEXT : '';
  const body = madeBody(county, dice, 900) + end;
  // Asked for last: what comes before is the same text as ever.
  const isUnknown = !isEnded && dice.chance(0.04);
  return { title, fields: { ...fields, ...(isUnknown && { localTerms: 'unknown' }) }, body };
}

/** Of a hundred policies 35 have no end, 35 hold for long, 10 end soon, 8 are yet to come, 12 are over. */
function periodOf(today: string, dice: Dice): { validFrom?: string; validUntil?: string } {
  const lot = dice.number(100);
  const day = (least: number, most: number) => dice.dayFrom(today, least, most);
  if (lot < 35) return dice.chance(0.5) ? {} : { validFrom: day(-900, -10) };
  if (lot < 70) return { validFrom: day(-900, -10), validUntil: day(31, 700) };
  if (lot < 80) return { validFrom: day(-900, -10), validUntil: day(0, 30) };
  if (lot < 88) return { validFrom: day(1, 90), validUntil: day(200, 900) };
  return { validFrom: day(-900, -400), validUntil: day(-390, -1) };
}
