import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SLUG } from '../schema/field-types.ts';
import { slugFromTitle } from './slug-from-title.ts';

test.each([
  ['家里困难，可以申请低保', 'jia-li-kun-nan'],
  ['取暖补贴通知', 'qu-nuan-bu-tie-tong-zhi'],
  ['冬天取暖困难怎么办', 'dong-tian-qu-nuan-kun-nan'],
  ['关于发放2026年冬季取暖补贴的通知', '2026-nian-dong-ji-qu-nuan'],
  ['转发《退耕还林补助兑现办法》', 'tui-geng-huan-lin-bu-zhu'],
  ['神符村庙会', 'shen-fu-cun-miao-hui'],
  ['农村的危房改造', 'nong-cun-wei-fang-gai-zao'],
  ['残疾人的两项补贴', 'can-ji-ren-liang-xiang'],
  ['老人和孩子', 'lao-ren-he-hai-zi'],
  ['2027年庙会', '2027-nian-miao-hui'],
  ['，。', 'xin-wen-jian'],
  ['银行行长下乡', 'yin-hang-hang-zhang-xia-xiang'],
  ['会计培训', 'kuai-ji-pei-xun'],
  ['重阳节补助', 'chong-yang-jie-bu-zhu'],
  ['调查失业人员', 'diao-cha-shi-ye-ren-yuan'],
  ['便宜药', 'pian-yi-yao'],
  ['还款通知', 'huan-kuan-tong-zhi'],
  ['曾大妈种红薯', 'zeng-da-ma-zhong-hong-shu'],
  ['临时救助申请办法', 'lin-shi-jiu-zhu-shen-qing'],
  ['城乡居民基本养老保险', 'cheng-xiang-ju-min-ji-ben'],
  ['特困供养怎么办', 'te-kun-gong-yang'],
  ['女士 Vahcuengh Élan', 'nv-shi-vahcuengh-elan'],
  ['བོད་ཡིག་', 'xin-wen-jian'],
])('%s becomes %s', (title, slug) => expect(slugFromTitle(title)).toBe(slug));

test('a title that is longer than a file name is cut between words, not inside one', () => {
  const words = [
    '临时',
    '救助',
    '补贴',
    '申请',
    '办法',
    '通知',
    '行长',
    '会计',
    '重阳',
    '便宜',
    '养老',
    '保险',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }), (picked) => {
      // A mark between them makes the word boundaries certain.
      const slug = slugFromTitle(picked.join('，'));
      expect(slug.split('-')).toHaveLength(Math.min(2, picked.length) * 2);
    }),
  );
});

test('any title gives a name that a file may have', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (title) => SLUG.test(slugFromTitle(title))));
});
