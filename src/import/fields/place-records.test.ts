/** Places of the content only where the text is restricted to them. */
import { describe, expect, test } from 'vitest';
import { placesField } from './place-records.ts';

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
