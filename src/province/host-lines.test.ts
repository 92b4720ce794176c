import { expect, test } from 'vitest';
import { needsSsh, readHostLines } from './host-lines.ts';

test.each([
  ['server.example.com', 'server.example.com'],
  ['user@server2.example.com', 'user@server2.example.com'],
  ['8/eight.example.com', 'eight.example.com'],
  ['4/ssh -p 2222 -i /root/key user@four.example.com', 'user@four.example.com:2222'],
  ['@north/4/ssh -p2222 four.example.com', 'four.example.com:2222'],
  ['2//usr/local/bin/myssh -l root six.example.net', 'six.example.net'],
  ['16/:', ':'],
])('messages name the host of %s', (line, name) => {
  expect(readHostLines(`# 机房\n\n${line}\n`)).toEqual([{ line, name }]);
});

test('only this machine needs no ssh', () => {
  expect(['2/:\n', ':\nserver.example.com\n'].map((text) => needsSsh(readHostLines(text)))).toEqual([
    false,
    true,
  ]);
});
