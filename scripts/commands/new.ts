/** `npm run new -- policy SLUG`: a starting file. Asks on a terminal for what is not said; elsewhere it takes flags. */

import { defineCommand } from 'citty';
import { readCorpus } from '../../src/corpus/index.ts';
import { addDays } from '../../src/documents/dates.ts';
import type { Documents } from '../../src/documents/document.ts';
import { printable } from '../../src/documents/printable.ts';
import { type DocumentKind, documentKinds } from '../../src/schema/collection-name.ts';
import { collections } from '../../src/schema/collections.ts';
import { fieldNames } from '../../src/schema/find.ts';
import { type Known, startingFile } from '../../src/schema/starting-file.ts';
import { contentArguments, settingsFrom } from '../arguments.ts';
import { type Answers, askForMissing } from '../ask.ts';
import { refuseTaken, writeDraft } from '../draft.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  title: { type: 'string', description: '标题' },
  action: { type: 'string', description: '所属行动的 id' },
  audiences: { type: 'string', description: '给谁看：id，几个用逗号隔开' },
  contacts: { type: 'string', description: '找谁问：id，几个用逗号隔开' },
} as const;

const kinds = Object.keys(documentKinds).join('、');

/** Days until a document is to be checked again: half a year, as the handbook says. */
const REVIEW_DAYS = 182;

export const create = defineCommand({
  meta: { name: 'new', description: '新写一篇：照着字段填的草稿' },
  args: { ...contentArguments, ...options },
  async run({ args }) {
    const settings = settingsFrom(args, options);
    const [kind, slug, ...rest] = args._;
    if (rest.length > 0) throw new UsageError(`只要两个词：哪一种和文件名，多了「${rest.join(' ')}」。`);
    if (kind !== undefined && !Object.hasOwn(documentKinds, kind)) {
      throw new UsageError(`没有「${kind}」这一种。可以写的有：${kinds}。`);
    }
    const list = (text: string | undefined) => text?.split(/[,，、\s]+/).filter(Boolean);
    const given: Answers = {
      kind: kind as DocumentKind | undefined,
      slug,
      title: args.title,
      action: args.action,
      audiences: list(args.audiences),
      contacts: list(args.contacts),
    };
    const { documents } = readCorpus(settings.contentDir, settings.contentName);
    refuseUnknown(given, documents);
    const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
    const answers = isTerminal ? await askForMissing(given, documents) : given;
    if (!answers.kind || !answers.slug) {
      throw new UsageError(
        `要说明写哪一种、叫什么，例如：npx mingbai new policy di-bao。哪一种有：${kinds}。`,
      );
    }
    const collection = documentKinds[answers.kind];
    refuseTaken(settings, collection, answers.slug);
    const known = knownFields(answers, fieldNames(collections[collection].schema, []), settings.today);
    const file = writeDraft(settings, collection, answers.slug, startingFile(collection, known));
    const name = printable(file);
    process.stdout.write(`写好了草稿 ${name}。\n打开它照着说明填，填完检查：npx mingbai check ${name}\n`);
  },
});

/** Throws UsageError for an id that no record has: it would only be found once all the rest is written. */
function refuseUnknown({ action, audiences = [], contacts = [] }: Answers, documents: Documents): void {
  const given = { actions: action === undefined ? [] : [action], audiences, contacts };
  for (const name of ['actions', 'audiences', 'contacts'] as const) {
    const ids = documents[name].map(({ id }) => id);
    const unknown = given[name].filter((id) => !ids.includes(id));
    if (unknown.length === 0) continue;
    const { label } = collections[name];
    throw new UsageError(
      `没有「${unknown.join('、')}」这个${label}（${name}）。可以写的有：${ids.join('、') || '还一个都没有'}。`,
    );
  }
}

/** What is known before the editor writes a word: the answers, and when it will have to be checked again. */
function knownFields(answers: Answers, names: readonly string[], today: string): Record<string, Known> {
  const { title, action, audiences, contacts } = answers;
  const all = {
    title,
    action,
    audiences,
    contacts,
    reviewedOn: today,
    reviewBy: addDays(today, REVIEW_DAYS),
  };
  return Object.fromEntries(
    Object.entries(all)
      .filter(([name, value]) => value !== undefined && value.length > 0 && names.includes(name))
      .map(([name, value]) => [name, { value }]),
  );
}
