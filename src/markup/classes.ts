/**
 * The classes that a body carries: Tailwind reads this file, so that no rule for one of them is thrown away. Any other
 * word in quotes here would bring its utility into the style sheet of every page.
 */
export const bodyClasses = {
  alignRight: 'align-right',
  alignCenter: 'align-center',
  tableBox: 'table-box',
  wideTable: 'table-wide',
  hugeTable: 'table-huge',
  longWord: 'long-word',
  columns: { 2: 'col-2', 3: 'col-3', 4: 'col-4', 5: 'col-5', 8: 'col-8', 10: 'col-10' },
  manyNumbers: { 3: 'digits-3', 4: 'digits-4' },
} as const;
