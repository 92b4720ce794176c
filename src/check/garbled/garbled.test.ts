/** A text decoded with the wrong encoding is found, whatever its content; text in another script is not reported. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from './encodings.ts';
import { findMojibake } from './index.ts';

const words = [
  '申请',
  '低保',
  '身份证',
  '户口本',
  '残疾人',
  '补贴',
  '怎么',
  '领取',
  '村委会',
  '登记',
  '医疗',
  '救助',
];
const sentences = fc
  .array(fc.constantFrom(...words), { minLength: 2, maxLength: 12 })
  .map((some) => some.join(''));

const read = (encoding: string, bytes: Uint8Array) => new TextDecoder(encoding).decode(bytes);
const utf8 = (text: string) => new TextEncoder().encode(text);
const gbk = (text: string) =>
  Uint8Array.from(
    Array.from(text, (character) => bytesOf('gbk', character.charCodeAt(0))).flatMap((pair) => [
      pair >> 8,
      pair & 0xff,
    ]),
  );
const latin1 = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

describe('an editor gets a finding for a text that was read as', () => {
  test.each<[string, (text: string) => string]>([
    ['Windows Latin', (text) => read('windows-1252', utf8(text))],
    ['ISO Latin, with control characters', (text) => latin1(utf8(text))],
    ['Latin twice over', (text) => read('windows-1252', utf8(read('windows-1252', utf8(text))))],
    ['Latin, from GBK', (text) => read('windows-1252', gbk(text))],
    ['Cyrillic', (text) => read('koi8-r', utf8(text))],
    ['Macintosh', (text) => read('macintosh', utf8(text))],
    ['GBK', (text) => read('gbk', utf8(text))],
    ['Shift_JIS', (text) => read('shift_jis', utf8(text))],
    ['UTF-16', (text) => read('utf-16le', utf8(text))],
    [
      'UTF-16, the wrong way round',
      (text) => read('utf-16be', new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer)),
    ],
  ])('%s', (_, garble) => {
    fc.assert(
      fc.property(sentences, (text) => {
        const garbled = `请看${garble(text)}`;
        // Characters that were lost completely are reported by text/replacement-character.
        fc.pre(!garbled.includes('\ufffd'));
        expect(findMojibake(garbled)).not.toEqual([]);
      }),
    );
  });

  test.each([
    ['3Ã—5米', '×'],
    ['25Â°C', '°'],
    ['20â„ƒ最好', '℃'],
    ['县里的â€˜好', '‘'],
    ['先去村里ã€‚再', '。'],
    ['政策鏀跨瓥怎么看', '政策'],
    ['养ÀÏ金', '老'],
    ['看劤헝됴괏。', '新请低保'],
  ])('%s, with the right text', (garbled, right) => {
    expect(findMojibake(garbled)).toMatchObject([{ right }]);
  });
});

test.each([
  '硝磺草酮和氟磺胺草醚、噁霉灵、五氟磺草胺',
  '荸荠、茼蒿、蕹菜、薤白、鳜鱼、蛴螬、蝼蛄',
  '王㛃、李𬇙、张𠅤、龚䶮、邱喆琛、钱珺琇',
  '温度25°C，面积12m²，长3×5米，±2mm，½杯，5μm，≥60岁，№5，㎡',
  '“Café”——一家店，“Café”……，El Niño，¿Qué?，£5，©2026®',
  'Привет, РОССИЯ и Китай. Ελλάδα',
  '写着“안녕하세요”，조선족 마을 주민들이',
  'こんにちは、「東京は日本の首都です」',
  'བོད་ཡིག་ 低保 ئۇيغۇرچە ᠮᠣᠩᠭᠣᠯ ꆈꌠꉙ',
  'Tiếng Việt: Xin chào các bạn, ĐƯỜNG PHỐ ƯỚC',
])('%s is no garbled text', (text) => {
  expect(findMojibake(text)).toEqual([]);
});

test('a single word of GBK read as Big5 is reported with the original, among correct words', () => {
  const garbled = (word: string) => read('big5', gbk(word));
  for (const word of ['学费', '大学', '住房', '免费', '儿童', '每月', '财政', '危房', '班车']) {
    expect(findMojibake(`今年${garbled(word)}的事`), word).toMatchObject([
      { garbled: garbled(word), right: word },
    ]);
  }
});

test('rare words and names of people are not reported', () => {
  const text =
    '李悝变法、李嗣源、旮旯、湮灭、蹊跷、龃龉、鳏寡孤独、踯躅、恻隐、耄耋、饕餮、魑魅魍魉、糌粑、王玥、李赟。';
  expect(findMojibake(text)).toEqual([]);
});
