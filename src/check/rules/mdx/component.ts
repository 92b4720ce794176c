/** A component that is unknown or invalid. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'mdx/component',
  severity: 'error',
  finds: '组件写错了：没有这个组件，少了属性，里面是空的，或者不该有字的里面写了字。',
  why: '页面上显示不出来。',
  write: '照手册里组件的样子写。',
  bad: [
    '▶<Nte>\n\n一\n\n</Nte>',
    '▶<Question>\n\n一\n\n</Question>',
    '▶<Call contact="tel-12345">\n\n打\n\n</Call>',
  ],
  good: ['<Note>\n\n一\n\n</Note>'],
};
