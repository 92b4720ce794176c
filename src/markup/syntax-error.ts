/** Converts satteri's error for broken MDX to a message for editors, with its position. */

import { isComponentName, RATE_COMPONENT } from './components.ts';

export interface SyntaxFault {
  line: number;
  column: number;
  message: string;
}

/** Reads a parser's error; rethrows any other error. */
export function syntaxFault(error: unknown): SyntaxFault {
  const text = error instanceof Error ? error.message : '';
  const place = /^(\d+):(\d+): /.exec(text);
  if (!place) throw error;
  return { line: Number(place[1]), column: Number(place[2]), message: wordsFor(text) };
}

/** The correct form of a line break written as in HTML. */
export const OPEN_BREAK = '<br> 少了斜杠。要换行请写成 <br />，或者空一行另起一段。';

function wordsFor(text: string): string {
  const tag = /closing tag for `<([^>`]*)>`/.exec(text)?.[1];
  if (tag === 'br') return OPEN_BREAK;
  if (tag !== undefined && tag !== RATE_COMPONENT && !isComponentName(tag)) {
    return `正文里不能写网页代码 <${tag}>：内容是文字，不是程序。请删掉 <${tag}>，只留文字。`;
  }
  if (tag !== undefined) {
    return `<${tag}> 只有开头，没有结束。请在后面加上 </${tag}>，前后各空一行；不需要包内容的写成 <${tag} />。`;
  }
  if (/brace|expression/.test(text)) {
    return '这里有花括号 {。正文只能写文字，不能写程序。要显示花括号，请写成 \\{ 和 \\}。';
  }
  if (/import|export/.test(text)) {
    return '这一行以 import 或 export 开头，会被当成程序。正文只能写文字，请换个说法开头。';
  }
  if (/closing slash|Unexpected closing/.test(text)) {
    return '这里多了一个结束标签。请检查每个 <名字> 是不是都有对应的 </名字>。';
  }
  return '这里的尖括号 < 读不懂。要写小于号请写成 \\<；要用组件，请照手册上的样子写。';
}
