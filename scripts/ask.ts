/** Prompts on a terminal, in Chinese, for the data of a new document that the command line lacks. */
import { cancel, isCancel, select, text } from '@clack/prompts';
import type { Documents } from '../src/documents/document.ts';
import { slugFromTitle } from '../src/import/index.ts';
import { type DocumentCollection, type DocumentKind, documentKinds } from '../src/schema/collection-name.ts';
import { collections } from '../src/schema/collections.ts';
import { explainInvalidDate } from '../src/schema/date-messages.ts';
import { isDate, isTime } from '../src/schema/formats.ts';
import { noticeKinds } from '../src/schema/notice-kinds.ts';
import { fieldNames } from '../src/schema/traverse.ts';
import { chooseSeveral, type MultiSelectOption } from './choose-several.ts';

export interface Answers {
  kind: DocumentKind | undefined;
  slug: string | undefined;
  title: string | undefined;
  action: string | undefined;
  audiences: string[] | undefined;
  contacts: string[] | undefined;
  /** Of a notice: its kind, first and last day. */
  noticeKind: string | undefined;
  starts: string | undefined;
  ends: string | undefined;
}

export interface AskOptions {
  documents: Documents;
  /** Why a new document cannot have a name; undefined if it can. */
  whyTaken(collection: DocumentCollection, slug: string): string | undefined;
}

/** Asks for the missing answers; exits the process when the editor cancels. */
export async function askForMissing(given: Answers, { documents, whyTaken }: AskOptions): Promise<Answers> {
  const kind = given.kind ?? (await askKind());
  const collection = documentKinds[kind];
  const fields = new Set(fieldNames(collections[collection].schema, []));
  const title = given.title ?? (await askText('标题（可以先空着，直接回车）'));
  const slug = given.slug ?? (await askSlug(title, (name) => whyTaken(collection, name)));
  const several = async (name: 'audiences' | 'contacts', message: string) =>
    given[name] ?? (fields.has(name) ? await askSeveral(message, choicesOf(documents, name)) : undefined);
  const isNotice = kind === 'notice';
  return {
    kind,
    slug,
    title,
    noticeKind: given.noticeKind ?? (isNotice ? await askOne('哪一类？', kindChoices) : undefined),
    starts:
      given.starts ??
      (isNotice
        ? await askDay('哪天开始？写成 2027-01-15，有钟点写 2027-01-15 09:00（不知道就直接回车）')
        : undefined),
    ends: given.ends ?? (isNotice ? await askDay('哪天结束？（一天就完的直接回车）') : undefined),
    action:
      given.action ??
      (fields.has('action') && documents.actions.length > 0
        ? await askOne('属于哪个行动？', choicesOf(documents, 'actions'))
        : undefined),
    audiences: await several('audiences', '给谁看？'),
    contacts: await several('contacts', '看不懂找谁问？'),
  };
}

function askKind(): Promise<DocumentKind> {
  const options = Object.entries(documentKinds).map(([value, name]) => ({
    value: value as DocumentKind,
    label: collections[name].label,
    hint: collections[name].help,
  }));
  return answered(
    select<DocumentKind>({ message: '写哪一种？（上下键移动，回车选）', options, showInstructions: false }),
  );
}

const kindChoices: MultiSelectOption[] = Object.entries(noticeKinds).map(([value, label]) => ({
  value,
  label,
}));

function askOne(message: string, options: MultiSelectOption[]): Promise<string> {
  return answered(
    select<string>({ message: `${message}（上下键移动，回车选）`, options, showInstructions: false }),
  );
}

async function askSeveral(message: string, options: MultiSelectOption[]): Promise<string[]> {
  return options.length === 0 ? [] : ((await answered(chooseSeveral(message, options))) ?? []);
}

async function askText(message: string, validate?: (value: string) => string | undefined): Promise<string> {
  const answer = text({
    message,
    defaultValue: '',
    ...(validate && { validate: (value) => validate(value ?? '') }),
  });
  return (await answered(answer)) ?? '';
}

/** Suggests a free name and rejects one that is not. */
function askSlug(title: string, whyNot: (slug: string) => string | undefined): Promise<string> {
  return answered(
    text({
      message: '文件名，也是网址（用拼音，可以改短）',
      initialValue: freeSlug(slugFromTitle(title), whyNot),
      validate: (value) => whyNot(value ?? ''),
    }),
  );
}

/** Numbers that are tried behind a name. */
const MAX_TRIES = 9;

/** The name itself, or with the first number that makes it free. */
export function freeSlug(slug: string, whyNot: (slug: string) => string | undefined): string {
  const names = [slug, ...Array.from({ length: MAX_TRIES }, (_, at) => `${slug}-${at + 2}`)];
  return names.find((name) => whyNot(name) === undefined) ?? slug;
}

async function askDay(message: string): Promise<string | undefined> {
  const isDay = (value: string) => value === '' || isDate(value) || isTime(value);
  const answer = await askText(message, (value) =>
    isDay(value) ? undefined : explainInvalidDate(value, true),
  );
  return answer === '' ? undefined : answer;
}

function choicesOf(documents: Documents, name: 'actions' | 'audiences' | 'contacts'): MultiSelectOption[] {
  return documents[name].map((record) => ({
    value: record.id,
    label: 'name' in record ? `${record.name} ${record.phone}` : record.title,
  }));
}

async function answered<T>(answer: Promise<T>): Promise<Exclude<T, symbol>> {
  const value = await answer;
  if (!isCancel(value)) return value as Exclude<T, symbol>;
  cancel('没有写任何文件。');
  process.exit(0);
}
