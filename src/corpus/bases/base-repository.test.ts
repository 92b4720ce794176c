import { expect, test } from 'vitest';
import { parseBaseAddress, type RepositoryAddress } from '../../schema/base-address.ts';
import { shortNameOf } from './base-repository.ts';

test.each([
  ['https://git.province.example:8443/mingbai.git', 'git.province.example/mingbai.git'],
  ['ssh://git@git.province.example:22/mingbai.git', 'git.province.example/mingbai.git'],
  ['git@git.province.example:sheng/mingbai.git', 'git.province.example/sheng/mingbai.git'],
  ['file:///srv/git/mingbai.git', '/srv/git/mingbai.git'],
  ['../mingbai.git', 'mingbai.git'],
])('files of %s are named below %s, as a path that any system could have', (address, name) => {
  expect(shortNameOf(parseBaseAddress(address) as RepositoryAddress, 'county')).toBe(name);
});
