/** A villager sees the whole of a long policy in few screens, and every warning without a tap. */
import { expect, test } from 'vitest';
import { foldBody } from './body-folds.ts';
import type { ExplainedBlock } from './glossary-terms.ts';

const html = (text: string): ExplainedBlock => ({ html: text, terms: [] });
const box = (component: 'Warning' | 'Note'): ExplainedBlock => ({
  component: { component, attributes: {}, children: [] },
  children: [],
});

test('each part is folded below its heading, with its notes; warnings and the text before the first heading are not', () => {
  const [lead, note, warning] = [html('<p>先看这里。</p>'), box('Note'), box('Warning')];
  const folded = foldBody([
    lead,
    html('<h2 id="a">低保<strong>是什么</strong></h2>'),
    html('<p>一</p>'),
    warning,
    html('<h2 id="b">钱怎么算</h2>'),
    note,
  ]);
  expect(folded).toEqual({
    lead: [lead],
    parts: [
      { id: 'a', heading: '低保<strong>是什么</strong>', blocks: [html('<p>一</p>')] },
      { id: 'b', heading: '钱怎么算', blocks: [note] },
    ],
    warnings: [warning],
  });
});

test.each([
  ['no heading', [html('<p>一</p>'), box('Warning'), html('<p>二</p>')]],
  ['one heading', [html('<h2 id="a">一</h2>'), html('<p>一</p>')]],
  ['smaller headings', [html('<h3 id="a">一</h3>'), html('<h3 id="b">二</h3>')]],
])('a body with %s is shown as it is', (_, blocks) => {
  expect(foldBody(blocks)).toEqual({ lead: blocks, parts: [], warnings: [] });
});
