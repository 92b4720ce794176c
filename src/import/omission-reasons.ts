/** The reason in Chinese for each kind of omission, for readers and the report; a part of a sentence. */
import type { Omission, OmissionKind } from './source-document.ts';

export const omissionReasons: Readonly<Record<OmissionKind, string>> = {
  hidden: '隐藏的字，读者看不见',
  deleted: '修订里删掉的字',
  struck: '画了删除线的字',
  moved: '修订里移走的字，移到的地方已经有了',
  comment: '批注',
  'header-footer': '页眉页脚',
  'page-number': '页码',
  'page-frame': '网页四周的栏目，不是文章',
  'table-of-contents': '自动做的目录',
  placeholder: '还没有填的提示',
  formula: '公式',
  drawing: '画出来的图形',
  'field-code': '排版代码，不是给人看的字',
  'footnote-mark': '脚注的标记',
  reading: '字上面的注音',
  form: '表单',
  embedded: '嵌入的内容',
  code: '程序',
  'front-matter': '文件开头的字段',
  repeated: '同一段字的副本',
  invisible: '看不见的字符',
  unreadable: '认不出来的字符',
};

/** The maximum length of the text beside an omission, in characters. */
export const MAX_NEAR_LENGTH = 60;

/** An omission with the usual reason, and the beginning of the text around it. */
export function omissionOf(kind: OmissionKind, text: string, near = ''): Omission {
  return { kind, text, reason: omissionReasons[kind], near: beginningOf(near) };
}

/** The beginning of the text around an omission, as much as helps to find it. */
export function beginningOf(near: string): string {
  return [...near.trim()].slice(0, MAX_NEAR_LENGTH).join('');
}
