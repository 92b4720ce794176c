/**
 * The classes in rendered bodies: Tailwind reads this file and emits a rule for each. Any other word in quotes here would add its utility
 * to the style sheet of every page.
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
