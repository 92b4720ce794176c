/** What an editor finds filled in: what the text says of itself, and never what it says of something else. */
import { describe, expect, test } from 'vitest';
import { findFields } from './find-fields.ts';

const found = (lines: string[], title: string | undefined = '临时救助办法') =>
  findFields('policies', { title, lines, contacts: [] });

describe('the number of a document', () => {
  test('is the one on a line of its own, not that of a rule it follows', () => {
    const { known } = found(['根据国办发〔2018〕9号的要求，做好救助。', '汾政办发〔2021〕6号', '第一条']);
    expect(known.basis?.value).toEqual([{ title: '临时救助办法', number: '汾政办发〔2021〕6号' }]);
  });

  test('is left to the editor where only others are named', () => {
    const { known } = found(['根据国办发〔2018〕9号的要求，做好救助。']);
    expect(known.basis?.value).toEqual([{ title: '临时救助办法' }]);
  });

  test('of a cited document comes with its title, and the sentence it stood in', () => {
    const { known } = found(['按照《社会救助暂行办法》（国务院令第649号）办。']);
    expect(known.basis?.value).toEqual([
      { title: '临时救助办法' },
      { title: '社会救助暂行办法', number: '国务院令第649号' },
    ]);
    expect(known.basis?.from).toContain('按照《社会救助暂行办法》（国务院令第649号）办。');
  });
});

test('a sum or a number of people is no telephone', () => {
  const { notes } = found(['一次给15000元，一共12800人，12345 户，95000.5元。咨询12388，0357-5122345。']);
  expect(notes.join()).toContain('电话 12388、0357-5122345，');
});

test('a day is found as Word writes it, with blanks', () => {
  const { known } = found(['本办法自 2026 年 1 月 1 日起施行。', '2025 年 12 月 3 日']);
  expect(known.validFrom?.value).toBe('2026-01-01');
  expect(known.basis?.value).toEqual([{ title: '临时救助办法', date: '2025-12-03' }]);
});
