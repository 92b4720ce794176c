import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SLUG } from '../schema/values.ts';
import { slugFromTitle } from './slug-from-title.ts';

test.each([
  ['家里困难，可以申请低保', 'jia-li-kun-nan-ke'],
  ['2027年庙会', '2027-nian-miao-hui'],
  ['，。', 'xin-wen-jian'],
])('%s becomes %s', (title, slug) => expect(slugFromTitle(title)).toBe(slug));

test('any title gives a name that a file may have', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (title) => SLUG.test(slugFromTitle(title))));
});
