/** Where one goes is found as the text says it: with a label, below a heading, in a sentence, in a table. */
import { describe, expect, test } from 'vitest';
import { sectionsOf } from './sections.ts';
import { labelledVenues, venuesIn, venuesInTables } from './venues.ts';

const labelled = (...lines: string[]) =>
  labelledVenues(lines, sectionsOf(lines)).map(({ where, does }) => [where, does]);

describe('a place with a label or a heading', () => {
  test.each([
    ['办理地点：便民服务中心二楼3号窗口。', '便民服务中心二楼3号窗口', '办理'],
    ['五、报名地点：各村村委会', '各村村委会', '报名'],
    ['在哪里申请：县总工会二楼帮扶中心。', '县总工会二楼帮扶中心', '申请'],
    ['办公地址：县政务服务中心一楼', '县政务服务中心一楼', ''],
    ['采取现场报名方式。地点：县人才中心一楼（文昌街112号）。', '县人才中心一楼（文昌街112号）', ''],
    ['五、报到时间和地点：2026年11月2日至6日，便民服务中心3号窗口。', '便民服务中心3号窗口', '报到'],
    ['培训地点：电工班设在技工学校实训楼。', '电工班设在技工学校实训楼', '培训'],
  ])('%s', (line, where, does) => expect(labelled(line)).toEqual([[where, does]]));

  test('stands below its heading, in one line or several', () => {
    expect(labelled('五、办理地点', '县政务服务中心二楼。', '六、其他')).toEqual([
      ['县政务服务中心二楼', '办理'],
    ]);
    expect(labelled('去哪里办', '1.县就业中心一楼', '2.各乡镇便民服务中心', '咨询电话：12333')).toEqual([
      ['县就业中心一楼；各乡镇便民服务中心', ''],
    ]);
  });

  test('is that of the heading above if its label says nothing', () => {
    expect(labelled('四、报名', '时间：2026年5月1日。', '地点：文化馆一楼。')).toEqual([
      ['文化馆一楼', '报名'],
    ]);
  });

  test('is a list of days and places, whatever its heading', () => {
    expect(labelled('服务安排：', '3月5日 石塘镇政府门前广场', '3月6日：白沙乡文化站')).toEqual([
      ['3月5日 石塘镇政府门前广场；3月6日：白沙乡文化站', ''],
    ]);
  });

  test.each(['投诉地点：县纪委信访室。', '到哪里咨询：县住建局508室。', '施工地点：东街。'])(
    'is none where one only complains or asks: %s',
    (line) => expect(labelled(line)).toEqual([]),
  );
});

describe('a place in a sentence', () => {
  test.each([
    ['户主向户籍所在地乡镇人民政府提出申请。', [['户籍所在地乡镇人民政府', '申请']]],
    ['带上身份证到村委会登记。', [['村委会', '登记']]],
    [
      '到县民政局社会事务股（行政中心4号楼，207室）申领。',
      [['县民政局社会事务股（行政中心4号楼，207室）', '申领']],
    ],
    ['到本村村部找协保员登记交费。', [['本村村部', '登记']]],
    [
      '到农商银行网点柜台缴费；也可到村便民服务点由工作人员代办。',
      [
        ['农商银行网点柜台', '缴费'],
        ['村便民服务点', '代办'],
      ],
    ],
  ])('%s', (sentence, expected) =>
    expect(venuesIn(sentence).map(({ where, does }) => [where, does])).toEqual(expected),
  );

  test.each([
    '在市场监管局登记注册的企业。',
    '医院在三楼。',
    '到乡镇政府领取申请表。',
    '未能在医院直接结算的。',
    '在县政府网站提交意见。',
    '请向县农业农村局反映。',
  ])('is not in: %s', (sentence) => expect(venuesIn(sentence)).toEqual([]));
});

test('places in a table are those with a name and an address', () => {
  const rows = [
    ['库点名称', '地址', '电话'],
    ['城郊粮库', '杨家渡村', '4410256'],
    ['黄沙粮站', '老街口', '4490672'],
  ];
  expect(venuesInTables([rows]).map(({ where }) => where)).toEqual([
    '城郊粮库（杨家渡村）；黄沙粮站（老街口）',
  ]);
  expect(
    venuesInTables([
      [
        ['乡镇', '地址', '电话'],
        ['永安镇', '镇政府一楼', '5120141'],
      ],
    ]),
  ).toEqual([]);
});
