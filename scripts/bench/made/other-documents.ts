/** Made stories, notices and guides. */
import { madeBody } from './body.ts';
import { cut, earlier, fill, type MadeCounty, type MadeText, sentence } from './county.ts';
import type { Dice } from './dice.ts';
import { photographAddress } from './photographs.ts';

export function madeStory(county: MadeCounty, dice: Dice): MadeText {
  const say = (template: string) => fill(template, county, dice);
  const name = say('{person}');
  const isShown = dice.chance(0.7);
  const title = cut(`${isShown ? name : `${name[0]}师傅`}${say('{verb}{trade}')}`, 24);
  const date = dice.dayFrom(county.today, -2000, -10);
  const policies = Array.from(
    { length: dice.between(0, 3) },
    () => earlier(county, dice, ['policies'])?.slug,
  );
  const isPrinted = dice.chance(0.4);
  const fields = {
    title,
    summary: cut(say('{village}的乡亲{verb}{trade}，日子好了。'), 60),
    person: { name, show: isShown ? 'full' : 'surname' },
    ...(county.places.length > 0 && dice.chance(0.7) && { place: dice.pick(county.places) }),
    date,
    action: dice.pick(['jiu-ye', 'neng-li', 'xin-feng']),
    policies: [...new Set(policies)].filter((slug) => slug !== undefined),
    consent: isPrinted ? { kind: 'published-source' } : { kind: 'written', date },
    ...(isPrinted && { source: { title: say('{village}{verb}{trade}'), publisher: '测试报', date } }),
    ...(dice.chance(0.4) && { quote: sentence(county, dice) }),
    ...(county.photographs > 0 &&
      dice.chance(0.7) && {
        image: {
          src: photographAddress(dice.number(county.photographs)),
          alt: say('{village}的人在{verb}{trade}'),
        },
      }),
  };
  return { title, fields, body: madeBody(county, dice, 500) };
}

export function madeNotice(county: MadeCounty, dice: Dice): MadeText {
  const say = (template: string) => fill(template, county, dice);
  const title = cut(say('{village}{trade}{matter}'), 24);
  const kind = dice.pick(['job', 'training', 'bus', 'clinic', 'payment', 'meeting', 'other']);
  // Of a hundred notices 42 are over, 6 are today's, 12 are close, 40 lie ahead.
  const lot = dice.number(100);
  const [least, most] = lot < 42 ? [-700, -1] : lot < 48 ? [0, 0] : lot < 60 ? [1, 3] : [4, 90];
  const day = dice.dayFrom(county.today, least, most);
  const hour = dice.between(8, 15);
  const clock = (at: number) => `${String(at).padStart(2, '0')}:${dice.pick(['00', '30'])}`;
  const policy = dice.chance(0.4) ? earlier(county, dice, ['policies']) : undefined;
  const fields = {
    title,
    summary: cut(say('{office}来教怎么{verb}{trade}。'), 60),
    kind,
    starts: dice.chance(0.8) ? `${day} ${clock(hour)}` : day,
    ...(dice.chance(0.6) && {
      ends: dice.chance(0.7) ? `${day} ${clock(hour + 2)}` : dice.dayFrom(day, 1, 10),
    }),
    ...(dice.chance(0.4) && { deadline: dice.dayFrom(day, -10, -1) }),
    where: say('{village}村委会'),
    ...(county.places.length > 0 && dice.chance(0.6) && { places: [dice.pick(county.places)] }),
    contacts: [dice.pick(county.contacts)],
    ...(kind === 'job' && { pay: say('每天{number}元') }),
    ...(dice.chance(0.4) && { seats: String(dice.between(10, 200)) }),
    ...(policy && { policies: [policy.slug] }),
  };
  return { title, fields, body: madeBody(county, dice, 250) };
}

export function madeGuide(county: MadeCounty, dice: Dice): MadeText {
  const title = cut(fill('{trade}怎么{verb}，{matter}问谁', county, dice), 24);
  const reviewedOn = dice.dayFrom(county.today, -170, 0);
  const fields = {
    title,
    summary: cut(fill('想{verb}{trade}，先看这一页，再去{office}。', county, dice), 60),
    order: dice.between(10, 99),
    reviewedOn,
    reviewBy: dice.dayFrom(reviewedOn, 175, 190),
  };
  return { title, fields, body: madeBody(county, dice, 700) };
}
