/** `npm run new -- policy SLUG`: writes a starting file. Prompts on a terminal for missing answers; otherwise requires flags. */

import { defineCommand } from 'citty';
import {
  findIntended,
  type NamedEntry,
  nameConflict,
  readCorpus,
  suggestReference,
  toNamedEntry,
} from '../../src/corpus/index.ts';
import { addDays } from '../../src/documents/dates.ts';
import type { Documents } from '../../src/documents/document.ts';
import { printable } from '../../src/documents/printable.ts';
import {
  type DocumentCollection,
  type DocumentKind,
  documentKinds,
} from '../../src/schema/collection-name.ts';
import { collections } from '../../src/schema/collections.ts';
import { explainInvalidDate } from '../../src/schema/date-messages.ts';
import { isDate, isTime } from '../../src/schema/formats.ts';
import { noticeKinds } from '../../src/schema/notice-kinds.ts';
import { type Prefilled, startingFile } from '../../src/schema/starting-file.ts';
import { fieldNames } from '../../src/schema/traverse.ts';
import { contentArguments, refuseMissingContent, settingsFrom } from '../arguments.ts';
import { type Answers, askForMissing } from '../ask.ts';
import { refuseTaken, writeDraft } from '../draft.ts';
import { UsageError } from '../usage-error.ts';

const kinds = formatChoices(
  Object.entries(documentKinds).map(([kind, name]) => [kind, collections[name].label]),
);
const kindsOfNotice = formatChoices(Object.entries(noticeKinds));

function formatChoices(words: [name: string, label: string][]): string {
  return words.map(([name, label]) => `${name}（${label}）`).join('、');
}

const positionals = {
  document: { type: 'positional', required: false, description: `写哪一种：${kinds}` },
  slug: {
    type: 'positional',
    required: false,
    description: '文件名，也是网址：拼音、数字和短横线，例如 di-bao',
  },
} as const;

const options = {
  title: { type: 'string', description: '标题', valueHint: '标题' },
  action: { type: 'string', description: '所属行动：id 或名字', valueHint: 'ID' },
  audiences: { type: 'string', description: '给谁看：id 或名字，几个用逗号隔开', valueHint: 'ID,ID' },
  contacts: { type: 'string', description: '找谁问：id、名字或电话，几个用逗号隔开', valueHint: 'ID,ID' },
  kind: { type: 'string', description: `通知是哪一类：${kindsOfNotice}`, valueHint: 'KIND' },
  starts: { type: 'string', description: '通知的事哪天开始', valueHint: 'YYYY-MM-DD' },
  ends: { type: 'string', description: '通知的事哪天结束', valueHint: 'YYYY-MM-DD' },
} as const;

/** Days until the next review: half a year, as in the handbook. */
const REVIEW_DAYS = 182;

export const newCommand = defineCommand({
  meta: { name: 'new', description: '新写一篇：照着字段填的草稿。什么都不写，就一样一样问' },
  args: { ...positionals, ...contentArguments, ...options },
  async run({ args }) {
    const settings = settingsFrom(args, { ...positionals, ...options });
    const [kind, slug, ...rest] = args._;
    if (rest.length > 0) throw new UsageError(`只要两个词：哪一种和文件名，多了「${rest.join(' ')}」。`);
    if (kind !== undefined && !Object.hasOwn(documentKinds, kind)) {
      throw new UsageError(`没有「${kind}」这一种。可以写的有：${kinds}。`);
    }
    refuseMissingContent(settings);
    // Before the first question: a name that cannot be used is reported at once.
    if (kind !== undefined && slug !== undefined)
      refuseTaken(settings, documentKinds[kind as DocumentKind], slug);
    const { documents } = readCorpus(settings.contentDir, settings.contentName);
    const given = withIds({ ...answersIn(args), kind: kind as DocumentKind | undefined, slug }, documents);
    refuseUnfit(given);
    const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
    const whyNot = (collection: DocumentCollection, name: string) =>
      nameConflict(settings.contentDir, settings.contentName, collection, name);
    const answers = isTerminal ? await askForMissing(given, { documents, whyTaken: whyNot }) : given;
    if (!answers.kind || !answers.slug) {
      throw new UsageError(
        `要说明写哪一种、叫什么，例如：npx mingbai new policy di-bao。哪一种有：${kinds}。`,
      );
    }
    const collection = documentKinds[answers.kind];
    refuseTaken(settings, collection, answers.slug);
    const names = fieldNames(collections[collection].schema, []);
    const known = knownFields(answers, names, settings.today);
    const file = printable(writeDraft(settings, collection, answers.slug, startingFile(collection, known)));
    const lacksKind = names.includes('kind') && known.kind === undefined;
    process.stdout.write(
      `写好了草稿 ${file}。\n${lacksKind ? `还要写 kind（哪一类），可以写：${kindsOfNotice}。\n` : ''}` +
        `打开它照着说明填，填完检查：npx mingbai check ${file}\n边写边看：npx mingbai dev\n`,
    );
  },
});

type Given = Partial<Record<keyof typeof options, string | undefined>>;

function answersIn({ title, action, audiences, contacts, kind, starts, ends }: Given): Answers {
  const list = (text: string | undefined) => text?.split(/[,，、\s]+/).filter(Boolean);
  return {
    kind: undefined,
    slug: undefined,
    title,
    action,
    audiences: list(audiences),
    contacts: list(contacts),
    noticeKind: kind,
    starts,
    ends,
  };
}

/** Replaces names by ids; throws UsageError for unknown ones. */
function withIds(answers: Answers, documents: Documents): Answers {
  const idsOf = (name: 'actions' | 'audiences' | 'contacts', words: readonly string[]) => {
    const named = documents[name].map((record) => toNamedEntry(name, record.id, record));
    return words.map((word) => idOf(word, name, named));
  };
  const { action, audiences, contacts } = answers;
  return {
    ...answers,
    action: action === undefined ? undefined : idsOf('actions', [action])[0],
    audiences: audiences && idsOf('audiences', audiences),
    contacts: contacts && idsOf('contacts', contacts),
  };
}

function idOf(
  word: string,
  name: 'actions' | 'audiences' | 'contacts',
  named: readonly NamedEntry[],
): string {
  const [meant, ...others] = findIntended(word, named);
  if (meant !== undefined && others.length === 0) return meant.id;
  const advice = suggestReference(word, [name], named);
  throw new UsageError(`没有「${word}」这个${collections[name].label}（${name}）。${advice}`);
}

/** Throws UsageError for an unknown kind of notice or an impossible day. */
function refuseUnfit({ noticeKind, starts, ends }: Answers): void {
  if (noticeKind !== undefined && !Object.hasOwn(noticeKinds, noticeKind)) {
    throw new UsageError(`--kind 没有「${noticeKind}」这一类。可以写：${kindsOfNotice}。`);
  }
  for (const [name, day] of Object.entries({ starts, ends })) {
    if (day !== undefined && !isDate(day) && !isTime(day)) {
      throw new UsageError(`--${name}：${explainInvalidDate(day, true)}。`);
    }
  }
}

/** The fields that are known at the start: the answers, and the day of the next review. */
function knownFields(answers: Answers, names: readonly string[], today: string): Record<string, Prefilled> {
  const { title, action, audiences, contacts, noticeKind: kind, starts, ends } = answers;
  const all = {
    title,
    action,
    audiences,
    contacts,
    kind,
    starts,
    ends,
    reviewedOn: today,
    reviewBy: addDays(today, REVIEW_DAYS),
  };
  return Object.fromEntries(
    Object.entries(all)
      .filter(([name, value]) => value !== undefined && value.length > 0 && names.includes(name))
      .map(([name, value]) => [name, { value }]),
  );
}
