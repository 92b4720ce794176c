/** The number of a page, copied with the text of a PDF, on a line of its own: — 3 —, 第3页 共12页. */
import type { Rule } from '../../rule.ts';
import { wordAcross } from '../../similar-characters.ts';

const PAGE_NUMBER =
  /^[ \t]*(?:[-—–－·•]{1,2}[ \t]?\d{1,3}[ \t]?[-—–－·•]{1,2}|第[ \t]?\d{1,3}[ \t]?页(?:[ \t，,/]{0,3}共[ \t]?\d{1,3}[ \t]?页)?|\d{1,3}[ \t]?\/[ \t]?\d{1,3}(?:[ \t]?页)?)[ \t]*$/gmu;

/** Within a line: 每年- 3 -六月, 施行。 3 / 9 县民政局; and the dots of a table of contents. */
const WITHIN =
  /(?<=[\p{Script=Han}，。、；])[ \t]*[-—–－]{1,2}[ \t]?\d{1,3}[ \t]?[-—–－]{1,2}[ \t]*(?=\p{Script=Han}|[A-Za-z“（《]|$)|(?<=[。；])[ \t]*\d{1,3}[ \t]?\/[ \t]?\d{1,3}[ \t]+(?=\p{Script=Han})|[-—][ \t]?[-—]?[ \t]*第[ \t]?\d{1,3}[ \t]?页[ \t]*[-—](?:[ \t]?[-—])?|[.．·…]{6,60}[ \t]?\d{1,3}(?!\d)/gmu;

/** The text of a footnote within a sentence, and the digit behind the word that it explains: 标准1的，1 标准由县里定。 */
const FOOTNOTE =
  /(?<=\p{Script=Han}{2})([1-9])(?=[的，、；])[^\n。]{1,40}?[，；、]\1 (?!(?:个|人|名|户|次|年|月|日|天|号|级|等|档|类|楼|组|元|万|亩|斤|只|头|岁|份|套|张|块|点|小时|公|周|期|批))(\p{Script=Han}{2,6})/gu;
/** A bare number within a word: 村 7 委会. */
const BETWEEN = /(?<=\p{Script=Han})[ \t]\d{1,3}[ \t](?=\p{Script=Han})/gu;
const WORD_LENGTH = 5;

/** The head of an office's pages, within a clause: 修好后白石县民政局文件由镇政府验收. */
const RUNNING_HEAD =
  /(?<=\p{Script=Han}{2})\p{Script=Han}{2}[省市州县区旗]\p{Script=Han}{1,14}(?:[局委办厅]|政府|委员会|办公室)(?:文件|公报|简报|通报)(?:\d{4}年?第?\d{0,3}[期号]|第\d{1,3}[期号])?(?=\p{Script=Han})/gu;
/** Words after which a clause speaks of the document itself, and those with which it continues about it. */
const SPEAKS_OF_IT =
  /(?:[按据照由把将发看查与和见的是]|转发|印发|学习|贯彻|落实|执行|下发|传达)\p{Script=Han}{0,3}$/u;
const ABOUT_IT =
  /^(?:规定|要求|精神|明确|下发|印发|通知|编号|执行|为准|指出|提出|格式|管理|归档|流转|处理|传阅|[的和与中里上内说是及已将要均都也等柜袋夹后])/u;
const CONTEXT_LENGTH = 6;

function runningHeads(body: string): RegExpExecArray[] {
  return Array.from(body.matchAll(RUNNING_HEAD)).filter(({ 0: found, index }) => {
    const before = body.slice(Math.max(0, index - CONTEXT_LENGTH), index);
    const end = index + found.length;
    const after = body.slice(end, end + CONTEXT_LENGTH);
    // With the number of an issue it is no name of a document that a clause continues about.
    if (/\d/.test(found))
      return !/[看查见据按在登自]$/u.test(before) && !/^[的上中里内刊登发载有]/u.test(after);
    return !SPEAKS_OF_IT.test(before) && !ABOUT_IT.test(after);
  });
}

export const rule: Rule = {
  name: 'text/page-number',
  severity: 'warning',
  finds: '单独一行的页码：— 3 —、第3页 共12页。',
  why: '从 PDF 里一起复制来的，会把一句话隔成两半，朗读时也会念出来。',
  write: '删掉这一行，前后的话接起来。',
  bad: [
    '缴费档次可以自己选，\n▶— 3 —\n从两百元到五千元。',
    '▶第3页 共12页',
    '按面积发放，▶- 3 -每年六月到账。',
    '附件1：申请表▶........12',
    '请交到村 ▶7 委会，过期不补。',
    '申请的农户信用要好，▶- 5 -\n\n没有不良记录。',
    '房子修好后▶白石县住房和城乡建设局文件由镇政府验收。',
    '可以复垦的▶白石县人民政府公报2026年第4期都要复垦，鉴定为▶— 7 — C级的列入计划。',
    '人均收入低于当地标准1的，▶1 标准由县级以上人民政府公布。可以申请低保。',
  ],
  good: [
    '缴费档次可以自己选。',
    '看第3页的表。',
    '- 3 个人一组',
    '3/4 的人选了第一档。',
    '每村 3 人，发 20 元。全文在白石县人民政府公报2026年第4期上。甲类1 等的，1 等的发 20 元，2 号窗口办。',
    '按照白石县住房和城乡建设局文件要求，镇里收到县民政局文件后就办。',
  ],
  checkFile: (source, report) => {
    // The lines of the file are used: a paragraph has them as one text.
    const body = source.source.slice(source.bodyOffset);
    const between = Array.from(body.matchAll(BETWEEN)).filter(({ 0: found, index }) => {
      const [from, end] = [Math.max(0, index - WORD_LENGTH), index + found.length];
      return wordAcross(body.slice(from, index), body.slice(end, end + WORD_LENGTH)) !== undefined;
    });
    for (const { 1: digit = '', 2: note = '', index, 0: found } of body.matchAll(FOOTNOTE)) {
      const message = `「${digit} ${note}……」像是页脚的注，夹在了句子里，会把话隔断。请把它和正文里的「${digit}」一起删掉，或者写成一句话。`;
      report(source, source.bodyOffset + index + found.length - note.length - digit.length - 1, message);
    }
    for (const { 0: found, index } of runningHeads(body)) {
      const message = `「${found}」像是从 PDF 里复制来的页眉，会把话隔断。请删掉，前后接起来。`;
      report(source, source.bodyOffset + index, message);
    }
    for (const { 0: line, index } of [...body.matchAll(PAGE_NUMBER), ...body.matchAll(WITHIN), ...between]) {
      const shown = line.trim();
      const message = `「${shown}」像是从 PDF 里复制来的页码，会把话隔断。请删掉，前后接起来。`;
      report(source, source.bodyOffset + index + line.indexOf(shown), message);
    }
  },
};
