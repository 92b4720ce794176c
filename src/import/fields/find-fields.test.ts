/** Prefilled fields: only what the text states of itself, never of another document. */
import { describe, expect, test } from 'vitest';
import { findFields } from './find-fields.ts';

const found = (lines: string[], title: string | undefined = '临时救助办法') =>
  findFields('policies', { title, lines, contacts: [] });

describe('the number of a document', () => {
  test('is the one on a line of its own, not that of a rule it follows', () => {
    const { prefilled } = found(['根据国办发〔2018〕9号的要求，做好救助。', '汾政办发〔2021〕6号', '第一条']);
    expect(prefilled.basis?.value).toEqual([{ title: '临时救助办法', number: '汾政办发〔2021〕6号' }]);
  });

  test('is left to the editor if only others are named', () => {
    const { prefilled } = found(['根据国办发〔2018〕9号的要求，做好救助。']);
    expect(prefilled.basis?.value).toEqual([{ title: '临时救助办法' }]);
  });

  test('of a cited document is found with its title and its sentence', () => {
    const { prefilled } = found(['按照《社会救助暂行办法》（国务院令第649号）办。']);
    expect(prefilled.basis?.value).toEqual([
      { title: '临时救助办法' },
      { title: '社会救助暂行办法', number: '国务院令第649号' },
    ]);
    expect(prefilled.basis?.from).toContain('按照《社会救助暂行办法》（国务院令第649号）办。');
  });
});

test('a sum or a number of people is no telephone', () => {
  const { notes } = found(['一次给15000元，一共12800人，12345 户，95000.5元。咨询12388，0357-5122345。']);
  expect(notes.join()).toContain('电话 12388、0357-5122345，');
});

test('a day is found as Word writes it, with blanks', () => {
  const { prefilled } = found(['本办法自 2026 年 1 月 1 日起施行。', '2025 年 12 月 3 日']);
  expect(prefilled.validFrom?.value).toBe('2026-01-01');
  expect(prefilled.basis?.value).toEqual([{ title: '临时救助办法', date: '2025-12-03' }]);
});

describe('until when one can apply', () => {
  test.each([
    '符合条件的家庭，于2026年12月31日前到户籍所在地乡镇政府提出申请。',
    '申请人应当在2026年12月31日之前向村委会提交材料。',
    '请于 2026 年 12 月 31 日（星期四）前申请，逾期不补。',
    '报名截止时间：2026年12月31日18:00。',
    '申请时间：2026年11月1日至2026年12月31日。',
    '2026年12月31日17时前交到村委会。',
    '受理期限截至2026-12-31。',
    '2026年12月31日为止，过期不再受理。',
  ])('is found in: %s', (sentence) => {
    expect(found(['本通知说明如下。', sentence]).prefilled.applyBy).toEqual({
      value: '2026-12-31',
      from: `“${sentence}”`,
      certainty: 'stated',
    });
  });

  test.each(['12月31日前到村委会申请。', '截止日期：12月31日。'])(
    'becomes a note and is not completed if the text has only a part of it: %s',
    (sentence) => {
      const { prefilled, notes } = found([sentence]);
      expect(prefilled.applyBy).toBeUndefined();
      expect(notes.join()).toContain(sentence);
    },
  );

  test.each([
    ['申报时间：2026年11月1日至15日。', '2026-11-15'],
    ['截止日期：2026年10月底。', '2026-10-31'],
    ['请于2026年年底前登记。', '2026-12-31'],
    ['请于二〇二六年十二月五日前申请。', '2026-12-05'],
    ['受理时间：常年受理。', '常年受理'],
    ['2026年12月31日前提交申请的家庭，当月发放。', '2026-12-31'],
    ['报名时间不限。', '报名时间不限'],
    ['年底前到村里登记。', '年底前'],
    ['请于6月底前到村委会交清。', '6月底前'],
    ['报名截止：十月底前，额满为止。', '十月底前，额满为止'],
    ['申报时间：即日起至年底。', '即日起至年底'],
    ['常年受理，15个工作日办结。', '常年受理'],
    ['公示期满后10个工作日内，持身份证报到。', '公示期满后10个工作日内'],
    ['退役士兵应当自被批准退役之日起30日内，到服务中心报到。', '自被批准退役之日起30日内'],
    ['由丧属在安葬后60日内，到县民政局申领。', '安葬后60日内'],
    ['请于2026年3月20日前完成首批申请，此后全年受理。', '2026-03-20'],
    ['申领时间：自2026年1月10日起，长期受理。', '长期受理'],
    ['2025年1月1日以前出生的婴幼儿，首次申请应当在2025年12月31日前提出。', '2025-12-31'],
    ['2026年1月1日前参加工作的人员，可以在2026年5月31日之前申请。', '2026-05-31'],
  ])('is read from words: %s', (sentence, day) =>
    expect(found([sentence]).prefilled.applyBy?.value).toBe(day),
  );

  test('has the year of the document if the sentence has none, and the editor is told', () => {
    const { prefilled } = found(['请于12月31日前申请。', '示例县民政局', '2026年11月3日']);
    expect(prefilled.applyBy).toEqual({
      value: '2026-12-31',
      from: '“请于12月31日前申请。”，年份是照落款的日子补上的',
      certainty: 'position',
    });
    const applyBy = (line: string) => found([line, '示例县民政局', '2026年11月3日']).prefilled.applyBy?.value;
    expect(applyBy('报名从11月5日开始，到11月20日结束。')).toBe('2026-11-20');
    expect(applyBy('收费时间从公示之日起到12月5日。')).toBe('2026-12-05');
    expect(applyBy('报名时间从即日起到十一月二十日。')).toBe('2026-11-20');
    expect(applyBy('二、报名到11月30日为止。')).toBe('2026-11-30');
    expect(found(['请于1月31日前申请。', '示例县民政局', '2026年11月3日']).prefilled.applyBy).toBeUndefined();
  });

  test('is the time below the heading 报名', () => {
    const lines = ['四、报名', '时间：2026年4月14日至4月18日。', '地点：人才中心一楼。'];
    expect(found(lines).prefilled.applyBy?.value).toBe('2026-04-18');
    expect(found(['四、培训', '时间：2026年4月14日至4月18日。']).prefilled.applyBy).toBeUndefined();
  });

  test.each([
    '2025年1月1日以前出生的婴幼儿。',
    '认证对象：2025年12月31日前开始领取养老金的人员。',
    '补贴于2026年8月15日前发放。',
    '请各村于2026年11月20日前将花名册报镇政府。',
    '各乡镇要在2026年11月25日前将补贴发放到户。',
    '2026年5月20日前完成面积申报。',
    '截至2026年10月31日在册的低保户。',
    '本办法有效期至2026年12月31日止。',
    '2026年12月31日以前实施的办法同时废止。',
    '2025年前建的房子。',
    '县残联自受理之日起5个工作日内完成审核。',
    '审核后15个工作日内发放。',
    '7月25日前公布录取结果。',
    '自2026年3月8日起至2026年11月30日止，每周一上午。',
    '请各村于3月31日前完成登记。',
  ])('is not the end of a rule, nor a year: %s', (sentence) =>
    expect(found([sentence]).prefilled.applyBy).toBeUndefined(),
  );
});

describe('when a notice’s event begins', () => {
  const notice = (lines: string[]) => findFields('notices', { title: '通知', lines, contacts: [] });
  test.each([
    ['培训时间：2026年12月1日。', '2026-12-01', undefined],
    ['定于2026年12月1日在村委会举行。', '2026-12-01', undefined],
    ['活动于2026年12月1日至12月5日举行。', '2026-12-01', '2026-12-05'],
    ['培训时间：2026年12月1日至5日。', '2026-12-01', '2026-12-05'],
    ['会议时间为2026年12月30日—2027年1月2日。', '2026-12-30', '2027-01-02'],
  ])('%s', (sentence, starts, ends) => {
    const { prefilled } = notice([sentence, '2026年11月20日']);
    expect([prefilled.starts?.value, prefilled.ends?.value]).toEqual([starts, ends]);
  });

  test.each([
    '符合条件的家庭，于2026年12月31日前到户籍所在地乡镇政府提出申请。',
    '报名时间：2026年12月31日截止。',
    '请于2026年12月31日以前报名参加培训。',
    '开始申请的时间是2026年12月31日。',
  ])('is never a deadline or a day of applying: %s', (sentence) => {
    const { prefilled, notes } = notice([sentence, '2026年11月20日']);
    expect(prefilled.starts).toBeUndefined();
    expect(notes.join()).toContain(sentence);
  });

  test('is not the day on which a paper was issued', () => {
    const { prefilled, notes } = notice(['本通知于2026年11月20日印发。', '2026年11月20日']);
    expect([prefilled.starts, notes]).toEqual([undefined, []]);
  });
});

describe('money in a table', () => {
  const benefit = (tables: string[][][], lines = tables.flat(2)) =>
    findFields('policies', { title: '补贴', lines, tables, contacts: [] }).prefilled.benefit?.value;
  test.each([
    [
      [
        ['人口', '钱'],
        ['一口人', '200元'],
        ['两口人', '350 元'],
      ],
      ['一口人：200元', '两口人：350 元'],
    ],
    [
      [
        ['序号', '对象', '标准（元/月）'],
        ['1', '一级残疾', '110'],
      ],
      ['一级残疾：110元'],
    ],
    [
      [
        ['对象', '补助标准', '取暖（元）'],
        ['低保户', '300', '200'],
      ],
      ['低保户：补助标准300元，取暖200元'],
    ],
    [
      [
        ['村', '户数'],
        ['上团柏村', '12'],
      ],
      undefined,
    ],
  ])('has its purpose: %j', (table, expected) => expect(benefit([table])).toEqual(expected));
});

describe('an official document is told from its imprint', () => {
  const basisOf = (...lines: string[]) =>
    findFields('policies', { title: '通知', lines, contacts: [] }).prefilled.basis?.value;

  test('the office and the day above the imprint are those of the document', () => {
    expect(
      basisOf('示例县民政局', '2026年11月3日', '抄送：县财政局。', '示例县民政局办公室', '2026年11月5日印发'),
    ).toEqual([{ title: '通知', issuer: '示例县民政局', date: '2026-11-03' }]);
    expect(basisOf('示例县民政局', '2026年11月3日', '示例县民政局办公室 2026年11月5日印发')).toEqual([
      { title: '通知', issuer: '示例县民政局', date: '2026-11-03' },
    ]);
  });

  test('a day in Chinese figures is a day', () => {
    expect(basisOf('示例县民政局', '二〇二六年十一月三日')).toEqual([
      { title: '通知', issuer: '示例县民政局', date: '2026-11-03' },
    ]);
    expect(basisOf('二○二六年十月三十一日')).toEqual([{ title: '通知', date: '2026-10-31' }]);
  });

  test.each(['示政发﹝2026﹞8号', '示政发[2026]8号', '示政发【2026】8号', '示政发〔2026〕 8号'])(
    '%s is a number',
    (line) => {
      expect(basisOf(line)).toEqual([{ title: '通知', number: '示政发〔2026〕8号' }]);
    },
  );
});

describe('how certain a field is', () => {
  const certainty = (lines: string[], more = {}) =>
    Object.fromEntries(
      Object.entries(
        findFields('policies', { title: '取暖补贴办法', lines, contacts: [], ...more }).prefilled,
      ).map(([name, value]) => [name, value.certainty]),
    );

  test('what has a heading of its own is more certain than what a sentence says', () => {
    expect(certainty(['一、补贴对象', '低保户。'])).toMatchObject({ title: 'stated', eligibility: 'stated' });
    expect(certainty(['凡年满80周岁的老人，均可申请。'])).toMatchObject({ eligibility: 'sentence' });
  });

  test('nothing that a machine read from a picture is certain, and its mark is no part of a field', () => {
    const lines = ['【待核对】一、补贴对象', '【待核对】低保户。'];
    const { prefilled } = findFields('policies', { title: '办法', lines, contacts: [], isRecognized: true });
    expect(prefilled.eligibility).toMatchObject({ value: ['低保户'], certainty: 'position' });
  });
});

describe('fields in running text', () => {
  const field = (name: string, ...lines: string[]) => found(lines).prefilled[name]?.value;

  test.each([
    ['凡具有本县户籍、年满80周岁的老年人，均可申请高龄津贴。', ['具有本县户籍、年满80周岁的老年人']],
    ['第二条 因病致贫的家庭，可以申请临时救助。', ['因病致贫的家庭']],
    ['参加居民医保的人员，均为大病保险的保障对象。', ['参加居民医保的人员']],
    ['符合条件的人员可以申请。', undefined],
  ])('who qualifies: %s', (line, value) => expect(field('eligibility', line)).toEqual(value));

  test.each([
    ['申请时请携带本人身份证、户口簿和银行卡，到村委会办理。', ['本人身份证', '户口簿', '银行卡']],
    ['报名须带：身份证复印件2份、1寸红底照片2张。', ['身份证复印件2份', '1寸红底照片2张']],
    ['带身份证到乡镇便民服务中心社保窗口。', ['身份证']],
    ['填写后连同身份证、毕业证扫描件发送至指定邮箱。', ['身份证', '毕业证扫描件']],
    ['须提供养殖档案、疫苗购买发票。', ['养殖档案', '疫苗购买发票']],
    ['请大家带头参加。', undefined],
    ['申请人需提供身份证、营业执照和贷款申请表。', ['身份证', '营业执照', '贷款申请表']],
    ['凭身份证原件及复印件到银行领取。', ['身份证原件及复印件']],
    ['提供出生医学证明、居民户口簿等基础材料。', ['出生医学证明', '居民户口簿']],
    ['持有残疾人证的居民。', undefined],
    ['请提供意见建议。', undefined],
  ])('what to bring: %s', (line, value) => expect(field('documents', line)).toEqual(value));

  test('who does not qualify is never taken for who does', () => {
    const lines = [
      '第二章 救助对象',
      '第二条 因病致贫的家庭，可以申请。',
      '第三条 有下列情形之一的，不予救助：',
      '（一）赌博的；',
      '（二）骗保的。',
    ];
    expect([field('eligibility', ...lines), field('exclusions', ...lines)]).toEqual([
      ['因病致贫的家庭'],
      ['赌博的', '骗保的'],
    ]);
    const below = [
      '三、补助对象',
      '本县征集的退役士兵。',
      '下列人员不发给补助：',
      '（一）被除名的；',
      '（二）开除的。',
      '四、标准',
    ];
    expect([field('eligibility', ...below), field('exclusions', ...below)]).toEqual([
      ['本县征集的退役士兵'],
      ['被除名的', '开除的'],
    ]);
  });

  test.each([
    ['四、办理流程：本人申请—乡镇审核—县级审批。', ['本人申请', '乡镇审核', '县级审批']],
    ['按照个人申请、村级评议、乡镇审核的程序办理。', ['个人申请', '村级评议', '乡镇审核']],
  ])('the steps: %s', (line, titles) =>
    expect((field('steps', line) as { title: string }[]).map(({ title }) => title)).toEqual(titles),
  );

  test('a place without steps is a step that the editor has to name', () => {
    expect(field('steps', '办理地点：便民服务中心二楼3号窗口。')).toEqual([
      { title: '【待写】办理', where: '便民服务中心二楼3号窗口' },
    ]);
  });

  test.each([
    '家庭人均年收入低于5000元的可以申请。',
    '工本费20元。',
    '家庭年收入高于5万元的，不列入资助范围。',
  ])('a limit or a fee is no sum that one gets: %s', (line) =>
    expect(field('benefit', line)).toBeUndefined(),
  );
});
