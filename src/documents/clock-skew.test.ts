/** The page of a phone with a wrong clock neither misleads its reader nor stays silent. */
import { describe, expect, test } from 'vitest';
import { clockSkewWarning, effectiveNow } from './clock-skew.ts';

const BUILT = '2026-11-24';
const clock = (time: string) => new Date(`${time}+08:00`);

describe('the day that determines a status', () => {
  test('is the phone’s own, with its hour', () => {
    expect(effectiveNow(clock('2026-11-24T09:30'), BUILT)).toBe('2026-11-24 09:30');
    expect(effectiveNow(clock('2027-11-24T09:30'), BUILT)).toBe('2027-11-24 09:30');
  });

  test('is the day of the build if the clock is before it', () => {
    expect(effectiveNow(clock('2026-11-23T23:59'), BUILT)).toBe(BUILT);
    expect(effectiveNow(new Date(0), BUILT)).toBe(BUILT);
  });
});

describe('the warning about the clock', () => {
  test.each(['2026-11-24T00:00', '2026-11-23T12:00', '2026-12-24T00:00', '2027-02-21T23:59'])(
    'is absent at %s: the clock may well be right',
    (time) => expect(clockSkewWarning(clock(time), BUILT)).toBeUndefined(),
  );

  test('a year behind: the clock is wrong, and which day counts', () => {
    expect(clockSkewWarning(clock('2025-11-24T08:00'), BUILT)).toMatchInlineSnapshot(
      `"您手机上是2025年11月24日，日期不对。能不能办，这里按2026年11月24日算的。"`,
    );
  });

  test('a year ahead: the clock is wrong, or the page old', () => {
    expect(clockSkewWarning(clock('2027-11-24T08:00'), BUILT)).toMatchInlineSnapshot(
      `"这一页是2026年11月24日的，您手机上是2027年11月24日。日期不对，先改对；日期对，这一页就旧了，办之前打电话问一句。"`,
    );
  });

  test('none on a page that does not know its day', () => {
    expect(clockSkewWarning(clock('2027-11-24T08:00'), '')).toBeUndefined();
  });
});
