/** A name that a text declares to be made up is nobody's; a name beside it still is. */
import { expect, test } from 'vitest';
import { aliasesIn } from './aliases.ts';

test.each([
  ['周晓雨（化名）今年10岁。', '周晓雨', true],
  ['文中的梁小英、梁小军均为化名。', '梁小英', true],
  ['文中的梁小英、梁小军均为化名。', '孟雨萱', false],
  ['（文中人物均为化名）孟雨萱上五年级。', '孟雨萱', true],
  ['注：以上姓名全是假名。', '魏志刚', true],
  ['化名“童小满”的女孩上四年级。', '童小满', true],
  ['周晓雨（化名）和孟雨萱是同桌。', '孟雨萱', false],
  ['能不能用化名？', '孟雨萱', false],
])('「%s」: %s is an alias: %s', (text, name, expected) => {
  expect(aliasesIn([text])(name)).toBe(expected);
});
