/** Circular explanations: a word by itself, or eligibility by its own conditions. */

import type { AnnotatedFile, SourceText } from '../../../documents/source.ts';
import { circleIn, circularTerm, isCircular, isCircularAnswer } from '../../circular-definitions.ts';
import type { Report, Rule } from '../../rule.ts';
import { sentencesIn } from '../../sentences.ts';
import { isProse, offsetIn } from '../../texts.ts';

export const rule: Rule = {
  name: 'plain/circular-definition',
  severity: 'warning',
  finds: '拿词解释它自己：低保标准以下的能领低保、符合条件的能办、困难家庭就是困难的家庭。',
  why: '读完还是不知道自己算不算、是什么意思。',
  write: '写看得见的事：几岁、几口人、一个月挣多少、有没有证。没有准数的，写明先问谁。',
  bad: [
    { files: { 'glossary/kun-nan.yml': 'id: kun-nan\nterm: 困难家庭\nplain: ▶生活有困难的家庭。\n' } },
    {
      files: {
        'glossary/a.yml': 'id: a\nterm: 核减\nplain: ▶少发，和停发不一样。\n',
        'glossary/b.yml': 'id: b\nterm: 停发\nplain: ▶不发了，比核减更重。\n',
      },
    },
    { collection: 'policies', fields: 'eligibility: [全家收入▶低保标准以下的人]' },
    { collection: 'policies', fields: 'eligibility: [▶符合救助条件的家庭]' },
    '▶临时救助就是对有困难的人的临时救助。',
    '<Question ask="哪些人算困难家庭？">\n\n▶生活困难的家庭。\n\n</Question>',
    '<Question ask="谁能办？">\n\n▶符合条件的都能办。\n\n</Question>',
    { files: { 'glossary/b.yml': 'id: b\nterm: 低保标准\nplain: ▶最低生活保障的标准。\n' } },
  ],
  good: [
    {
      files: {
        'glossary/hu-ji.yml': 'id: hu-ji\nterm: 户籍\nplain: 就是户口。户籍所在地，就是户口在哪里。\n',
      },
    },
    { collection: 'policies', fields: 'eligibility: [一家人平均每月挣不到600元, 满60岁的老人]' },
    { collection: 'policies', fields: 'eligibility: [低于低保标准（每人每月600元）的人家]' },
    '低保就是国家每个月补一笔钱。村里的路就是大家的路。',
    '<Question ask="哪些人算困难家庭？">\n\n一家人平均每月挣不到600元的。\n\n</Question>',
  ],
  checkFile: (source, report) => {
    if (source.collection === 'glossary') checkRecord(source, report);
    else if (source.document !== undefined || source.isDraft) checkDocument(source, report);
  },
  check: ({ sources }, report) => checkPairs(sources, report),
};

const FIELDS: ReadonlySet<unknown> = new Set(['summary', 'keyPoints', 'eligibility']);

const fieldOf = ({ texts }: AnnotatedFile, name: string): SourceText | undefined =>
  texts.find(({ part, path }) => part === 'field' && path.length === 1 && path[0] === name);

function checkRecord(source: AnnotatedFile, report: Report): void {
  const [term, plain] = [fieldOf(source, 'term'), fieldOf(source, 'plain')];
  if (term === undefined || plain === undefined || !isCircular(term.text, plain.text)) return;
  tell(source, plain, 0, term.text, report);
}

/** Two glossary terms that explain each other. */
function checkPairs(sources: readonly AnnotatedFile[], report: Report): void {
  const records = sources.flatMap((source) => {
    const [term, plain] = [fieldOf(source, 'term'), fieldOf(source, 'plain')];
    return source.collection === 'glossary' && term && plain ? [{ source, term: term.text, plain }] : [];
  });
  for (const { source, term, plain } of records) {
    const other = records.find(
      (each) => each.term !== term && plain.text.includes(each.term) && firstOf(each.plain).includes(term),
    );
    if (other === undefined || isCircular(term, plain.text) || !firstOf(plain).includes(other.term)) continue;
    report(
      source,
      offsetIn(plain, 0),
      `「${term}」用「${other.term}」来解释，「${other.term}」又用「${term}」来解释，不懂的人还是不懂。请至少把一个写成看得见的事。`,
    );
  }
}

const firstOf = ({ text }: SourceText) => text.split('。')[0] ?? '';

function checkDocument(source: AnnotatedFile, report: Report): void {
  const names = ['title', 'keywords'].flatMap((name) =>
    source.texts.filter(({ part, path }) => part === 'field' && path[0] === name).map(({ text }) => text),
  );
  let asked: string | undefined;
  for (const text of source.texts) {
    if (text.part === 'attribute') {
      asked = text.path.at(-1) === 'ask' ? text.text : undefined;
      continue;
    }
    if (!isProse(text)) continue;
    if (text.part === 'field' && source.collection === 'policies' && FIELDS.has(text.path[0])) {
      const circle = circleIn(text.text, names);
      if (circle) tell(source, text, circle.index, circle.words, report);
    }
    if (
      text.part !== 'field' &&
      text.part !== 'heading' &&
      (asked !== undefined || /[是指]/u.test(text.text))
    ) {
      for (const { text: sentence, index } of sentencesIn(text.text)) {
        const answers = asked !== undefined && isCircularAnswer(asked, sentence);
        const term = circularTerm(sentence, names) ?? (answers ? sentence.trim() : undefined);
        if (term !== undefined) tell(source, text, index, term, report);
        asked = undefined;
      }
    }
  }
}

function tell(source: AnnotatedFile, text: SourceText, index: number, words: string, report: Report): void {
  report(
    source,
    offsetIn(text, index),
    `「${words}」是拿它自己解释自己，读的人还是不知道自己算不算。请写看得见的事：几岁、几口人、一个月挣多少、有没有证；没有准数的，写明先问谁。`,
  );
}
