/**
 * A paragraph that ends in the middle of a word, as in text copied from a PDF: 县农业农 / 村局负责; or a hyphen at the end of a line,
 * which Chinese never has: 有争- / 议的. A guess.
 */
import type { AnnotatedFile, SourceText } from '../../../documents/source.ts';
import { brokenLinesIn } from '../../broken-lines.ts';
import { flattenedTablesIn } from '../../flattened-tables.ts';
import type { Rule } from '../../rule.ts';
import { wordAcross } from '../../similar-characters.ts';
import { offsetIn } from '../../texts.ts';

export const rule: Rule = {
  name: 'text/broken-word',
  severity: 'warning',
  finds: '一段话停在一个词的中间：县农业农、村局负责；一张表挤成了一行。',
  why: '一句话断成两段，读的人接不上，朗读也会停在那里。多半是从 PDF 里复制来的。',
  write: '删掉中间的空行，把两段接起来。',
  bad: [
    '由县农业▶农\n\n村局负责解释。',
    '有争▶-\n议的到地里量。',
    '下载 appli▶-\ncation 文件。',
    '带上身份证▶、\n\n户口本。',
    '要带这些：身份证、户口本、医院开▶的\n\n## 多久能批',
    '符合条件的人到镇上填表，再▶由',
    '办好了备案，并▶且',
    '▶的通知》要求，月底前报完。',
    '按林权证上的，按亩▶数\n量算，每年一次。',
    '▶第一档200元30元第二档300元40元第三档500元60元',
  ],
  good: [
    '由县农业农村局负责解释。',
    '的的确确，钱发得晚了些。\n\n第一档200元、补30元，第二档300元、补40元。',
    '带上户口本\n\n去村委会。',
    '谁能领\n\n家里穷的人。',
    '一、补贴对象\n种粮的农户都能领，外村来种的也算。',
    '县民政局、县残联\n关于发放轮椅的通知',
    '时间：周六上午，别迟到\n地点：村委会',
    '住在山那边\n一层\n又\n一层\n——村小学生诗歌墙',
    '锄禾日当午，\n汗滴禾下土。',
    '二月里来刮春风，哎哟哟，\n\n家家户户忙春耕，哎嗨哎嗨哟。',
    '谁能领：住在村里的、有病的、残疾的',
  ],
  checkFile: (source, report) => {
    const body = source.source.slice(source.bodyOffset);
    for (const { 0: mark, index, groups } of body.matchAll(HYPHENATED)) {
      const message = `「${groups?.before}${groups?.after}」被一个短横断在两行里，多半是从 PDF 里复制来的。请删掉短横和换行，接成一句。`;
      report(source, source.bodyOffset + index + mark.search(/[-‐‑\u00ad]/u), message);
    }
    for (const { 0: word, index } of body.matchAll(HYPHENATED_LATIN)) {
      const message = `「${word.replace(/-\s*/, '')}」被一个短横断在两行里，多半是从 PDF 里复制来的。请删掉短横和换行，接成一个词。`;
      report(source, source.bodyOffset + index + word.indexOf('-'), message);
    }
    for (const { index, line } of brokenLinesIn(body)) {
      const message = `这一行停在「${line.slice(-BROKEN_QUOTE_LENGTH)}」，话没有说完就换了行，多半是从 PDF 里复制来的。请删掉换行，接成一句。`;
      report(source, source.bodyOffset + index + line.length - 1, message);
    }
    // 申请材料包括身份证、 / 收入证明: a sentence continues in the next paragraph.
    const paragraphs = source.texts.filter(({ part }) => part !== 'field' && part !== 'attribute');
    for (const [index, text] of paragraphs.entries()) {
      if (isParagraph(text)) reportHalf(text, report, source);
      for (const { index: at, text: table } of text.part === 'code' ? [] : flattenedTablesIn(text.text)) {
        const quote = table.slice(0, TABLE_QUOTE_LENGTH);
        const message = `「${quote}……」像是一张表挤成了一行，读的人分不清哪个数是哪一项的。请对照原文，重新做成表格。`;
        report(source, offsetIn(text, at), message);
      }
      const next = paragraphs[index + 1];
      if (next === undefined || !isParagraph(text) || !isParagraph(next)) continue;
      const [, mark] = /\p{Script=Han}([，、])$/u.exec(text.text.trimEnd()) ?? [];
      if (mark !== undefined && !(mark === '，' && SUNG.test(text.text + next.text))) {
        const message = `这一段停在「${mark}」，话没有说完，读的人接不上。请删掉中间的空行，接成一句。`;
        report(source, offsetIn(text, text.text.trimEnd().length - 1), message);
        continue;
      }
      if (CONTINUES.test(next.text) && STOPS_WITHIN.test(text.text)) {
        const message = `这一段话没有说完，下一段「${next.text.slice(0, BROKEN_QUOTE_LENGTH)}」像是接着它的。请删掉中间的空行，接成一句。`;
        report(source, offsetIn(text, text.text.length - 1), message);
        continue;
      }
      const word = wordAcross(text.text, next.text);
      if (word === undefined) continue;
      const message = `「${word}」断在两段里，读的人接不上。请删掉中间的空行，接成一句。`;
      report(source, offsetIn(text, text.text.length - 1), message);
    }
  },
};

/** No paragraph ends with a conjunction or a preposition, or within brackets that begin a number. */
const ENDS_HALF =
  /(?:并且|而且|以及|或者|不但|不仅|因为|由于|但是|如果|按照|根据|对于|关于|给予|予以)$|[（(][一二三四五六七八九十\d]{1,2}$/u;
/** Nor does one begin with a particle, a unit or the end of a title. */
const BEGINS_HALF =
  /^(?:的(?![确哥士的])|[》”）](?=\p{Script=Han})|(?:亿?元|周?岁|%|％)(?=[的，。、；以])|[，。、；])/u;

function reportHalf(
  text: SourceText,
  report: (source: AnnotatedFile, offset: number, message: string) => void,
  source: AnnotatedFile,
): void {
  const shown = text.text.trim();
  if (BEGINS_HALF.test(shown)) {
    const message = `这一段从「${shown.slice(0, BROKEN_QUOTE_LENGTH)}」开始，前面的话丢了，读的人接不上。请对照原文补上。`;
    report(source, offsetIn(text, text.text.indexOf(shown)), message);
  }
  if (ENDS_HALF.test(shown.slice(-BROKEN_QUOTE_LENGTH)) || isCutOff(shown)) {
    const message = `这一段停在「${shown.slice(-BROKEN_QUOTE_LENGTH)}」，后面的话丢了，读的人接不上。请对照原文补上。`;
    report(source, offsetIn(text, text.text.trimEnd().length - 1), message);
  }
}

/** 身份证、户口本、医院开的: the last item of a series stops before its noun; 再由: a clause at its preposition. */
function isCutOff(text: string): boolean {
  if (CUT_AT_PREPOSITION.test(text.slice(-MAX_TAIL_LENGTH))) return true;
  const [series = ''] = /[^，。；：:！？\n]*$/u.exec(text.slice(-MAX_TAIL_LENGTH)) ?? [];
  const items = series.split('、');
  return (
    items.length > 2 &&
    /[开写办盖签交发领出][的好]?的$/u.test(series) &&
    !items.slice(0, -1).some((item) => item.endsWith('的'))
  );
}

const CUT_AT_PREPOSITION =
  /[，。；、]\p{Script=Han}{0,12}?(?<![自理事因来])[由把被与及从向](?<!缘由|来由|理由|自由|事由|方向|去向|意向|走向|给与|参与)$/u;
const MAX_TAIL_LENGTH = 60;

/** The sounds between the lines of a song. */
const SUNG = /[哎哟嗨咿呀嘿啦嗬]{2}/u;

/** A hard or soft hyphen between two characters at the end of a line. */
const HYPHENATED =
  /(?<=^|\p{Script=Han})(?<before>\p{Script=Han})[-‐‑\u00ad][ \t]*\r?\n[ \t]*(?<after>\p{Script=Han})/gmu;

/** appli- / cation: Markdown would show a space after the hyphen. */
const HYPHENATED_LATIN = /(?<![A-Za-z\d-])[A-Za-z]{2,20}-\r?\n[a-z]{2,20}/g;

/** 重新实地量 / 亩，机手: the rest of a word before a mark. */
const CONTINUES = /^\p{Script=Han}{1,2}[，。、；]/u;
const STOPS_WITHIN = /[，；]\p{Script=Han}{2,40}$/u;
const BROKEN_QUOTE_LENGTH = 6;
const TABLE_QUOTE_LENGTH = 16;
const isParagraph = ({ part }: SourceText) => part === 'paragraph';
