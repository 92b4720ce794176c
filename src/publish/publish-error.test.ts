/** System errors are turned into instructions for an editor. */
import { expect, test } from 'vitest';
import { PublishError, systemCode, toUserError, toUserMessage } from './publish-error.ts';

const failure = (message: string, more: object = {}) => Object.assign(new Error(message), more);

test.each([
  [failure('write', { code: 'ENOSPC' }), 'ENOSPC'],
  [failure('built', { cause: failure('write', { code: 'EDQUOT' }) }), 'EDQUOT'],
  [failure("Error: EROFS: read-only file system, open '/a'\n    at open"), 'EROFS'],
  [failure("ENOENT: no such file or directory, mkdir '/a/b'", { code: 'ENOENT' }), 'EROFS'],
  [failure("ENOENT: no such file or directory, open '/a/b'", { code: 'ENOENT' }), undefined],
  [failure('anything else'), undefined],
])('%s is %s', (error, code) => {
  expect(systemCode(error)).toBe(code);
});

test('a message names the path, once; an error with a message is unchanged', () => {
  const words = toUserError(failure('write', { code: 'ENOSPC', path: '/srv/site/a' }));
  expect(words).toBeInstanceOf(PublishError);
  expect((words as Error).message).toMatch(/^磁盘满了.*（\/srv\/site\/a）$/);
  expect(toUserError(words)).toBe(words);
});

test.each([
  ['tar: ./a: Cannot write: No space left on device', '磁盘满了'],
  ['flock: cannot open lock file /a: Read-only file system', '只读'],
  ['error: unable to write file content/a.mdx', '磁盘写不进去'],
])('%s is explained in Chinese', (text, words) => {
  expect(toUserMessage(text)).toContain(words);
});
