/**
 * The single files of a content folder that have a form: site.yml, and finder.yml with its list of questions, which the form holds in one field.
 * The ledger of addresses has none: moving and withdrawing write it.
 */
import { finderSchema } from '../schema/finder.ts';
import { siteSchema } from '../schema/site.ts';

export const singleFileNames = ['site', 'finder'] as const;
export type SingleFileName = (typeof singleFileNames)[number];

export interface SingleFile {
  file: string;
  title: string;
  help: string;
  schema: typeof siteSchema | typeof finderSchema;
  /** The page on which it is seen. */
  address: string;
}

export const singleFiles: Readonly<Record<SingleFileName, SingleFile>> = {
  site: {
    file: 'site.yml',
    title: '网站的名字、电话和页底',
    help: '网站叫什么、有疑问打哪个电话、页底写哪些单位和备案号。',
    schema: siteSchema,
    address: '/',
  },
  finder: {
    file: 'finder.yml',
    title: '“我家能办什么”的问题',
    help: '首页上一问一答，点完就看到能办的政策。',
    schema: finderSchema,
    address: '/finder/',
  },
};

export function isSingleFile(collection: string): collection is SingleFileName {
  return Object.hasOwn(singleFiles, collection);
}

/** The field of the form that holds a file which is one list. */
export const LIST_FIELD = 'questions';
const LIST_KEY = `${LIST_FIELD}:\n`;

/** The text of a list as the value of one field: YAML allows its items to begin in the same column. */
export function withListField(collection: string, text: string): string {
  if (collection !== 'finder') return text;
  return text.startsWith('\ufeff') ? `\ufeff${LIST_KEY}${text.slice(1)}` : `${LIST_KEY}${text}`;
}

/** The list alone again. */
export function withoutListField(collection: string, text: string): string {
  if (collection !== 'finder') return text;
  const [mark, rest] = text.startsWith('\ufeff') ? ['\ufeff', text.slice(1)] : ['', text];
  // A list that lost its last item is written behind its key.
  return mark + (rest.startsWith(LIST_KEY) ? rest.slice(LIST_KEY.length) : rest.replace(/^questions: ?/, ''));
}
