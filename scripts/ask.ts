/** Asks an editor on a terminal for what a new document needs and the command line did not say. */
import { cancel, isCancel, multiselect, select, text } from '@clack/prompts';
import type { Documents } from '../src/documents/document.ts';
import { slugFromTitle } from '../src/documents/slug-from-title.ts';
import { type DocumentKind, documentKinds } from '../src/schema/collection-name.ts';
import { collections } from '../src/schema/collections.ts';
import { fieldNames } from '../src/schema/find.ts';
import { SLUG } from '../src/schema/values.ts';

export interface Answers {
  kind: DocumentKind | undefined;
  slug: string | undefined;
  title: string | undefined;
  action: string | undefined;
  audiences: string[] | undefined;
  contacts: string[] | undefined;
}

/** The answers, the missing ones asked for; the process ends kindly when the editor gives up. */
export async function askForMissing(given: Answers, documents: Documents): Promise<Answers> {
  const kind =
    given.kind ??
    (await answered(
      select({
        message: '写哪一种？',
        options: Object.entries(documentKinds).map(([value, name]) => ({
          value: value as DocumentKind,
          label: collections[name].label,
          hint: collections[name].help,
        })),
      }),
    ));
  const title = given.title ?? (await answered(text({ message: '标题（可以先空着）', defaultValue: '' })));
  const slug =
    given.slug ??
    (await answered(
      text({
        message: '文件名，也是网址',
        initialValue: slugFromTitle(title),
        validate: (value) => (SLUG.test(value ?? '') ? undefined : '只用小写拼音字母、数字和短横线 -'),
      }),
    ));
  const has = new Set(fieldNames(collections[documentKinds[kind]].schema, []));
  const choose = async (name: 'audiences' | 'contacts', message: string) =>
    given[name] ??
    (has.has(name)
      ? await answered(multiselect({ message, options: choicesOf(documents, name), required: false }))
      : undefined);
  return {
    kind,
    slug,
    title,
    action:
      given.action ??
      (has.has('action') && documents.actions.length > 0
        ? await answered(select({ message: '属于哪个行动？', options: choicesOf(documents, 'actions') }))
        : undefined),
    audiences: await choose('audiences', '给谁看？（空格选，回车完）'),
    contacts: await choose('contacts', '看不懂找谁问？（空格选，回车完）'),
  };
}

function choicesOf(documents: Documents, name: 'actions' | 'audiences' | 'contacts') {
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
