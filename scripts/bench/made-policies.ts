/** Made policies for measuring the finder: 1 to 4 alternatives of 1 to 5 facts, in a county of 161 places. The same in every run. */
import type { FinderData, FinderDataPolicy } from '../../src/documents/finder-data.ts';
import type { FinderPolicy } from '../../src/documents/finder-results.ts';
import type { Alternative } from '../../src/schema/alternative.ts';

export const places = [
  { id: 'county', name: '县' },
  ...Array.from({ length: 10 }, (_, town) => ({ id: `t${town}`, name: `乡${town}`, parent: 'county' })),
  ...Array.from({ length: 150 }, (_, village) => ({
    id: `v${village}`,
    name: `村${village}`,
    parent: `t${village % 10}`,
  })),
];
/** The data script of the finder for made policies. */
export function makeFinderData(documents: number): string {
  const random = randomNumbers();
  const policies = Array.from(
    { length: documents },
    (_, index): FinderDataPolicy => ({
      ...makePolicy(index, random),
      title: `给困难家庭的第${index}样补贴`,
      address: `/policies/policy-${index}/`,
      period: {},
      documents: ['身份证', '户口本', `第${index % 40}样证明`],
      phone: '12345',
    }),
  );
  const data: FinderData = { places, rates: {}, policies, site: { name: '县里的明白纸', phone: '12345' } };
  return `document.currentScript.finderData=${JSON.stringify(data)}\n`;
}

export function makePolicy(index: number, random: (below: number) => number): FinderPolicy {
  const alternatives = Array.from({ length: 1 + random(4) }, () => makeAlternative(random));
  const place = places[random(places.length)]?.id ?? 'county';
  return { slug: `policy-${index}`, alternatives, places: random(6) === 0 ? [place] : undefined };
}

/** The parts that an alternative is made of. */
const parts: readonly ((random: (below: number) => number) => Partial<Alternative>)[] = [
  (random) => ({
    age: [{ from: 60 }, { from: 80 }, { to: 17 }, { from: 16, to: 59 }, { from: 65 }][random(5)],
  }),
  (random) => ({ sex: random(2) === 0 ? 'female' : 'male' }),
  (random) => ({ disability: ['1', '2', '3', '4'].slice(0, 1 + random(4)) }),
  (random) => ({ schooling: ['vocational', 'college', 'university'].slice(random(3)) }),
  (random) => ({ household: ['di-bao', 'bian-yuan', 'tuo-pin', 'jian-ce'].slice(random(4)) }),
  (random) => ({ except: { receives: ['te-kun', 'injury-care'].slice(random(2)) } }),
  (random) => ({ insured: ['medical', 'resident-pension'].slice(random(2)) }),
  (random) => ({ occupation: ['farming', 'odd-jobs', 'business'].slice(random(3)) }),
  (random) => ({ incomePerHead: { below: 500 + 100 * random(5), per: 'month' } }),
  (random) => ({ land: [{ above: 0 }, { from: 10 }, { from: 50 }][random(3)] }),
  (random) => ({ places: [places[random(places.length)]?.id ?? 'county'] }),
];

function makeAlternative(random: (below: number) => number): Alternative {
  const used = Array.from({ length: 1 + random(5) }, () => parts[random(parts.length)]?.(random));
  return Object.assign({}, ...used, random(5) === 0 && { other: '还要看别的' });
}

/** The same numbers in every run: a linear congruential generator. */
export function randomNumbers(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % below;
  };
}
