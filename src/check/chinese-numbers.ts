/** Small numbers in Chinese or Arabic digits. */

/** The value of a written number: 9, ９, 九, 十二, 二〇一九. */
export function numberOf(words: string): number {
  const plain = words.normalize('NFKC').replace(/[零〇]/g, '0');
  if (/^\d+$/.test(plain)) return Number(plain);
  const digits = '0一二三四五六七八九';
  const digitOf = (digit: string) => (digit === '两' ? 2 : Math.max(0, digits.indexOf(digit)));
  if (!plain.includes('十')) return Number(Array.from(plain, digitOf).join(''));
  const [tens = '', ones = ''] = plain.split('十');
  return (tens === '' ? 1 : digitOf(tens)) * 10 + (ones === '' ? 0 : digitOf(ones));
}
