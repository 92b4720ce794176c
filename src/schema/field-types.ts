/**
 * The shared kinds of field values: texts with a limit, dates, numbers, addresses. The corpus passes every value as its text in the file,
 * so that `00123` and `2026-01-05` are unchanged; numbers and booleans are parsed from that text here.
 */
import { z } from 'zod';
import { parseBaseAddress } from './base-address.ts';
import { explainInvalidDate } from './date-messages.ts';
import { numberOrRate, withChoices, withFormat } from './field.ts';
import { countCharacters, isDate, isTime } from './formats.ts';
import { isPublicPath, isSiteAddress, isWebAddress } from './web-address.ts';

/** The maximum length of a short text, a name or a word, unless the design sets another limit. */
export const MAX_SHORT_TEXT_LENGTH = 60;
/** The maximum length of a sentence or two: a longer text belongs in the body. */
export const MAX_LONG_TEXT_LENGTH = 400;

/** A text of 1 to `maxLength` characters, on one line. */
export function text(maxLength: number) {
  return limitedText(maxLength, countCharacters);
}

/** A text of 1 to `maxLength` characters as `lengthOf` counts them, on one line. */
export function limitedText(maxLength: number, lengthOf: (value: string) => number) {
  const schema = z.string().superRefine((value, context) => {
    const count = lengthOf(value);
    if (value.trim() === '') context.addIssue({ code: 'custom', message: '这里是空的' });
    else if (/[\r\n]/.test(value.trim())) context.addIssue({ code: 'custom', message: '这里只能写一行' });
    else if (count > maxLength) {
      context.addIssue({ code: 'custom', message: `写了 ${count} 个字，最多 ${maxLength} 个字` });
    }
  });
  return withFormat(schema, { kind: 'text', maxLength });
}

/** A list of texts of at most `maxLength` characters each. */
export function texts(maxLength: number) {
  return z.array(text(maxLength));
}

/** A date, `YYYY-MM-DD`. */
export function date() {
  return withFormat(z.string().refine(isDate, { error: (issue) => explainInvalidDate(issue.input, false) }), {
    kind: 'date',
  });
}

/** A date, or a date with its time, `YYYY-MM-DD` or `YYYY-MM-DD HH:mm`. */
export function dateOrTime() {
  return withFormat(
    z.string().refine((value) => isDate(value) || isTime(value), {
      error: (issue) => explainInvalidDate(issue.input, true),
    }),
    { kind: 'date', time: true },
  );
}

/** A date with its time, `YYYY-MM-DD HH:mm`. */
export function exactTime() {
  return withFormat(
    z.string().refine(isTime, {
      error: ({ input }) =>
        isDate(String(input))
          ? `只写了哪一天，还要写几点几分，例如 ${input} 18:00`
          : explainInvalidDate(input, true),
    }),
    { kind: 'date', time: true },
  );
}

/** A date, or words for a time, such as 全年都能办; a value that starts like a date must be one. */
export function dateOrWords(maxLength: number) {
  return withFormat(
    text(maxLength).refine((value) => !/^\d{4}[-/.年]\d/.test(value) || isDate(value), {
      error: (issue) => explainInvalidDate(issue.input, false),
    }),
    { kind: 'date-or-words', maxLength },
  );
}

/** A whole number, at least `min`. */
export function wholeNumber(min = 0) {
  return withFormat(
    z.preprocess(
      (value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value),
      z
        .number({ error: (issue) => `「${String(issue.input)}」不是整数` })
        .int()
        .min(min),
    ),
    { kind: 'number', min },
  );
}

/** A number of at most two decimals, not negative. */
export function decimal() {
  return withFormat(
    z.preprocess(
      (value) => (typeof value === 'string' && /^\d{1,9}(?:\.\d{1,2})?$/.test(value) ? Number(value) : value),
      z
        .number({
          error: (issue) => `「${String(issue.input)}」不是一个数。只写数字，最多两位小数，不写单位和逗号`,
        })
        .min(0),
    ),
    { kind: 'number', min: 0, decimals: 2 },
  );
}

/** An amount in yuan, at most two decimals, or the id of a rate. */
export function amountOrRate() {
  return numberOrRate(
    z.preprocess(
      (value) => (typeof value === 'string' && /^\d{1,9}(?:\.\d{1,2})?$/.test(value) ? Number(value) : value),
      z.union([
        z.number().min(0),
        z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, {
          error: (issue) =>
            `「${String(issue.input)}」既不是一个数，也不是标准的 id。数只写数字，最多两位小数，不写单位和逗号`,
        }),
      ]),
    ),
  );
}

/** Yes or no: `true` or `false`. */
export function yesOrNo() {
  return withFormat(
    z.preprocess(
      (value) => (value === 'true' ? true : value === 'false' ? false : value),
      z.boolean({ error: (issue) => `「${String(issue.input)}」既不是 true 也不是 false` }),
    ),
    { kind: 'yes-no' },
  );
}

/** One of a few English words; the help of its field lists them with their meanings. */
export function oneOf<const Meanings extends Record<string, string>>(meanings: Meanings) {
  const keys = Object.keys(meanings) as [keyof Meanings & string, ...(keyof Meanings & string)[]];
  const schema = z.enum(keys, { error: (issue) => `「${String(issue.input)}」不在可选的范围里` });
  return withChoices(schema, meanings);
}

/** A web address on http or https. */
export function webAddress() {
  return withFormat(
    z.string().refine(isWebAddress, {
      error: (issue) =>
        `「${issue.input}」不是完整的网址，要以 https:// 或 http:// 开头，里面不能有空格和怪符号`,
    }),
    { kind: 'address' },
  );
}

/** A web address in which `{title}` and `{address}` are filled in; not in its host. */
export function addressTemplate() {
  const isTemplate = (value: string) =>
    /^https?:\/\/[^{}/]+(?:\/|$)/i.test(value) && isWebAddress(value.replace(/\{(?:title|address)\}/g, 'x'));
  return withFormat(
    z.string().refine(isTemplate, {
      error: (issue) =>
        `「${issue.input}」不是完整的网址，要以 https:// 或 http:// 开头；花括号里只能写 {title} 和 {address}`,
    }),
    { kind: 'address' },
  );
}

/** The address of the search page of a province with one county chosen, `https://host/path/search/?county=ID`. */
export function provinceSearchAddress() {
  const isSearch = (value: string) => {
    const [page = '', county = ''] = value.split('?county=');
    return isSiteAddress(page) && page.endsWith('/search/') && SLUG.test(county);
  };
  return withFormat(
    z.string().refine(isSearch, {
      error: (issue) =>
        `「${issue.input}」不是全省搜索页的网址。要以 https:// 或 http:// 开头，以 /search/?county= 和本县的代号结尾，例如 https://www.province.example/mingbai/search/?county=fenxi`,
    }),
    { kind: 'address' },
  );
}

/** The address of the home page: letters, digits and - . _ ~, no query, no anchor, no user name before the host. */
export function siteAddress() {
  return withFormat(
    z.string().refine(isSiteAddress, {
      error: (issue) =>
        `「${issue.input}」不能当网站的地址。要以 https:// 或 http:// 开头，后面只用字母、数字和 - . _ ~ /`,
    }),
    { kind: 'address' },
  );
}

/** The address of the content that a site extends. */
export function baseAddress() {
  return withFormat(
    z.string().superRefine((value, context) => {
      const parsed = parseBaseAddress(value);
      if ('fault' in parsed) context.addIssue({ code: 'custom', message: parsed.fault });
    }),
    { kind: 'text', maxLength: MAX_LONG_TEXT_LENGTH },
  );
}

/** The path of a file in the folder `public`, from its top. */
export function publicFile() {
  return withFormat(
    z.string().refine(isPublicPath, {
      error: (issue) => `「${issue.input}」不是 public 文件夹里的路径，要以 / 开头，里面不能有空格和怪符号`,
    }),
    { kind: 'file' },
  );
}

/** The pattern of slugs and ids. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Lower-case latin letters, digits and single hyphens. */
export function slug() {
  return withFormat(
    z
      .string()
      .regex(SLUG, { error: (issue) => `「${String(issue.input)}」只能用小写拼音字母、数字和短横线 -` }),
    { kind: 'slug' },
  );
}

/** A telephone number as dialled in China: service numbers of 3 to 8 digits, area code and number, 400 numbers. */
export function phone() {
  return withFormat(
    z
      .string()
      .refine(
        (value) => /^(?:\d{3,8}|1\d{10}|0\d{2,3}-?\d{7,8}(?:-\d{1,5})?|400-?\d{3}-?\d{4})$/.test(value),
        {
          error: (issue) => `「${issue.input}」不像一个能拨通的电话`,
        },
      ),
    { kind: 'phone' },
  );
}

/** An old address of the same site, `/policies/old-name/`, or just an old slug. */
export function aliasPath() {
  return withFormat(
    z.string().refine((value) => SLUG.test(value) || /^\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\/){1,2}$/.test(value), {
      error: (issue) => `「${issue.input}」不是站内的旧地址`,
    }),
    { kind: 'site-address' },
  );
}

/** One text or a list of texts; a single one is parsed as a list. */
export function oneOrMore<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(schema));
}
