/** Where one goes is found as the text says it; places of the content only where the text is restricted to them. */
import { describe, expect, test } from 'vitest';
import { eventVenue, placesField, venueIn } from './venues.ts';

describe('where one applies', () => {
  test.each([
    ['办理地点：便民服务中心二楼3号窗口。', '便民服务中心二楼3号窗口', '办理', 'stated'],
    ['五、报名地点：各村村委会', '各村村委会', '报名', 'stated'],
    ['在哪里申请：县总工会二楼帮扶中心。', '县总工会二楼帮扶中心', '申请', 'stated'],
    ['办公地址：县政务服务中心一楼', '县政务服务中心一楼', '办理', 'stated'],
    ['户主向户籍所在地乡镇人民政府提出申请。', '户籍所在地乡镇人民政府', '申请', 'sentence'],
    ['带上身份证到村委会登记。', '村委会', '登记', 'sentence'],
  ])('%s', (line, where, does, certainty) =>
    expect(venueIn([line])).toMatchObject({ where, does, certainty }),
  );

  test('stands below its heading', () => {
    expect(venueIn(['五、办理地点', '县政务服务中心二楼。', '六、其他'])).toMatchObject({
      where: '县政务服务中心二楼',
      sentence: '五、办理地点：县政务服务中心二楼。'.slice(2),
    });
  });

  test.each(['培训地点：实训楼。', '在市场监管局登记注册的企业。', '医院在三楼。'])('is not in: %s', (line) =>
    expect(venueIn([line])).toBeUndefined(),
  );
});

test.each([
  ['培训地点：县职业技术学校实训楼。', '县职业技术学校实训楼', 'stated'],
  ['定于12月3日在永安镇文化广场举行。', '永安镇文化广场', 'sentence'],
])('a notice’s event is held where the text says: %s', (line, value, certainty) =>
  expect(eventVenue([line])).toEqual({ value, from: `“${line}”`, certainty }),
);

describe('places of the content', () => {
  const places = [
    { id: 'xian', name: '示例县', kind: 'county' as const },
    { id: 'yong-an', name: '永安镇', kind: 'town' as const, parent: 'xian' },
    { id: 'shen-fu', name: '神符村', kind: 'village' as const, parent: 'yong-an' },
    { id: 'tuan-bai', name: '团柏村', kind: 'village' as const, parent: 'yong-an' },
    { id: 'shang-tuan-bai', name: '上团柏村', kind: 'village' as const, parent: 'yong-an' },
  ];
  const ids = (lines: string[], issuer?: string, venue?: string) =>
    placesField({ lines, issuer, venue }, places).places?.value;

  test('are the scope, the place of the event or the town that issued it', () => {
    expect(ids(['实施范围：永安镇。'])).toEqual(['yong-an']);
    expect(ids([], '示例县永安镇人民政府')).toEqual(['yong-an']);
    expect(ids([], '示例县民政局', '永安镇神符村村委会')).toEqual(['shen-fu']);
  });

  test('a longer name is not the shorter one in it', () => {
    expect(ids(['适用范围：上团柏村。'])).toEqual(['shang-tuan-bai']);
  });

  test('are none where a place is only mentioned, or for the whole county', () => {
    expect(ids(['永安镇今年修了路。'], '示例县民政局')).toBeUndefined();
  });
});
