/** In a county with many documents others share the words of a query; the page that is meant still comes first. */
import { expect, test } from 'vitest';
import { documentFixture, openSearchFixture } from './search-fixture.ts';

const villages = Array.from({ length: 30 }, (_, number) => String.fromCharCode(0x5000 + 7 * number));

test('whoever asks for telephones gets the page about them, not one office of many', async () => {
  const ask = await openSearchFixture([
    documentFixture('/who-to-ring/', {
      title: '什么事打什么电话',
      keywords: ['电话'],
      facts: { title: '什么事打什么电话', type: 'guide' },
    }),
    ...villages.map((village) =>
      documentFixture(`/contacts/#${village}`, {
        title: `${village}村民政所`,
        keywords: ['电话'],
        facts: { title: `${village}村民政所`, type: 'contact' },
      }),
    ),
  ]);
  expect((await ask('电话')).addresses[0]).toBe('/who-to-ring/');
  expect((await ask('電話')).addresses[0]).toBe('/who-to-ring/');
  const [village = ''] = villages;
  expect((await ask(`${village}村民政所电话`)).addresses[0]).toBe(`/contacts/#${village}`);
});

test('a village whose name is mistyped by a character of the same sound comes before villages with that character', async () => {
  const ask = await openSearchFixture([
    documentFixture('/places/shen-fu/', { title: '神符村', facts: { title: '神符村', type: 'place' } }),
    ...villages.map((village) => documentFixture(`/notices/${village}/`, { title: `${village}浮村修路` })),
  ]);
  expect((await ask('神浮村')).addresses[0]).toBe('/places/shen-fu/');
});

test('mistyped pinyin that is valid finds the page of either half', async () => {
  const ask = await openSearchFixture([
    documentFixture('/policies/yu-lu-ji-hua/', {
      title: '孩子读职校，可申请雨露补助',
      keywords: ['雨露计划'],
      facts: { title: '孩子读职校，可申请雨露补助', type: 'policy' },
    }),
    documentFixture('/stories/gua-mian/', {
      title: '梁录录加工挂面',
      facts: { title: '梁录录加工挂面', type: 'story' },
    }),
  ]);
  expect((await ask('nulujihua')).addresses[0]).toBe('/policies/yu-lu-ji-hua/');
});
