/** Only what an editor changed is sent, and the server's fields with the edits are the editor's own. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFieldEdits, diffFields, valueAt } from './field-edits.ts';

describe('only the changed value is sent', () => {
  test.each([
    [
      'a text',
      { title: '甲', cost: '免费' },
      { title: '乙', cost: '免费' },
      [{ path: ['title'], value: '乙' }],
    ],
    ['a removed field', { title: '甲', cost: '免费' }, { title: '甲' }, [{ path: ['cost'] }]],
    ['one item', { keys: ['一', '二'] }, { keys: ['一', '三'] }, [{ path: ['keys', 1], value: '三' }]],
    [
      'a longer list, whole',
      { keys: ['一'] },
      { keys: ['一', '二'] },
      [{ path: ['keys'], value: ['一', '二'] }],
    ],
    [
      'a field of one step',
      { steps: [{ title: '交' }, { title: '等' }] },
      { steps: [{ title: '交' }, { title: '等', days: '30' }] },
      [{ path: ['steps', 1, 'days'], value: '30' }],
    ],
    ['nothing', { title: '甲' }, { title: '甲' }, []],
  ])('%s', (_, before, after, edits) => expect(diffFields(before, after)).toEqual(edits));
});

test('whatever is changed, the edits lead from the saved fields to those of the form', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ depthSize: 'small' }, fc.string(), tie('list'), tie('group')),
    list: fc.array(tie('any'), { maxLength: 3 }),
    group: fc.dictionary(fc.constantFrom('title', 'steps', 'cost', 'days'), tie('any'), {
      noNullPrototype: true,
    }),
  }));
  fc.assert(
    fc.property(value.group, value.group, (before, after) => {
      const changed = applyFieldEdits(before as Record<string, unknown>, diffFields(before, after));
      expect(changed).toEqual(after);
      expect(valueAt(changed, ['steps'])).toEqual((after as Record<string, unknown>).steps);
    }),
  );
});
