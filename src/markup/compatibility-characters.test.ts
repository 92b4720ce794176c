import { expect, test } from 'vitest';
import { COMPATIBILITY_CHARACTERS, fromCompatibility } from './compatibility-characters.ts';

const repaired = (text: string) => text.replace(COMPATIBILITY_CHARACTERS, fromCompatibility);

test('text that Chromium 156 printed in Noto Sans SC (0.4.3) reads as it was written, with the simplified 户', () => {
  expect(repaired('低保⼾带⼾⼝簿，每⽉⼀百元，⻓期有效，⻅⻔牌')).toBe(
    '低保户带户口簿，每月一百元，长期有效，见门牌',
  );
});

test('ordinary characters stay, also those of the traditional 戶 and of the compatibility block', () => {
  expect(repaired('戶口、户口、﨑')).toBe('戶口、户口、﨑');
});
