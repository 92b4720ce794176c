/**
 * Finds who issued a document and when. They stand below the text (GB/T 9704, 7.3.5), above it on a web page, or in lines of their own
 * with a label; the imprint at the foot names the office that printed it, and its day.
 */
import type { Certainty } from '../../schema/starting-file.ts';
import { dayIn } from './calendar.ts';

export interface Signature {
  issuer?: { name: string; certainty: Certainty };
  date?: { day: string; certainty: Certainty };
}

const GOVERNMENT =
  '政府|政府办公室|委员会|委办公室|办公室|管理局|局|厅|部|法院|检察院|研究院|联合会|总工会|残联|妇联|团委|县委|市委|乡党委|镇党委';
/** Endings that a place or a firm may have as well: an issuer only above a day. */
const OTHER =
  '中心|服务站|工作站|管理站|推广站|站|所|学校|中学|小学|医院|大队|银行|支行|公司|[协商学慈善工金]会|合作社|村民委员会|村委会|社|馆|指挥部|小组|专班';
const NAME = '[\\p{Script=Han}（）()]{2,24}?';
const OFFICE = new RegExp(`^(?![各本到向由在每至是为请])${NAME}(?:${GOVERNMENT})(?<!大厅)$`, 'u');
const ANY_OFFICE = new RegExp(`^(?![各本到向由在每至是为请])${NAME}(?:${GOVERNMENT}|${OTHER})$`, 'u');
/** Blanks between letters, as in a signature that is spread over its line. */
const SPREAD = /^(?:\p{Script=Han}[ \u3000]+){3,}\p{Script=Han}$/u;
const SEAL = /\s*[（(](?:盖?公?章|印章|代章|印)[）)]$/u;

/** The names of offices on a line, several if they issue together; none if the line holds anything else. */
function officesOf(line: string, pattern: RegExp): string[] {
  const text = line
    .trim()
    .replace(SEAL, '')
    .replace(/(?<=[局会院部心府室])[\s\u3000]*(?:印制|编印|整理|宣|印)$/u, '');
  const parts = (SPREAD.test(text) ? text.replace(/\s/gu, '') : text).split(/[\s\u3000、]+/u);
  return parts.every((part) => pattern.test(part)) ? parts : [];
}

const DAY_LINE = /^[（(]?\s*(.{8,20}?)\s*(?:印发|发布|公布)?\s*[）)]?$/u;
/** The day of a line that holds nothing else, or stands in brackets. */
function dayOfLine(line: string): string | undefined {
  const text = DAY_LINE.exec(line.trim())?.[1] ?? '';
  const plain = text.replace(/^(\d{4})[./](\d{1,2})[./](\d{1,2})$/u, '$1年$2月$3日');
  const rest = plain.replace(/[\d\s年月日\-〇○零Oo一二三四五六七八九十]/gu, '');
  return rest === '' ? dayIn(plain) : undefined;
}

/** The day behind the names of offices on the same line: 示例县民政局 2026年10月20日. */
function signedLine(line: string): { offices: string[]; day: string } | undefined {
  const [, names = '', written = ''] =
    /^(\D{4,40}?)[\s\u3000]*((?:\d{4}|[二〇○零一三四五六七八九]{4})年.{4,8}日)$/u.exec(line.trim()) ?? [];
  const offices = names === '' ? [] : officesOf(names, ANY_OFFICE);
  const day = dayIn(written);
  return offices.length === 0 || day === undefined ? undefined : { offices, day };
}

/** The office and the day of the document; without those that the text does not have. */
export function signatureOf(lines: readonly string[], title: string | undefined): Signature {
  const signed = withoutImprint(lines);
  const block = signatureBlock(signed);
  const labelled = signed.map((line) => ISSUER_LABEL.exec(line)?.[1] ?? '').find(isOffice);
  const head = signed.map((line) => RED_HEAD.exec(line.replace(/[\s\u3000]/gu, ''))?.[1]).find(Boolean);
  const undated = signed
    .flatMap((line, at) => {
      const behind = OFFICE_AND_MONTH.exec(line)?.[1];
      return behind !== undefined ? [behind] : YEAR_AND_MONTH.test(signed[at + 1] ?? '') ? [line] : [];
    })
    .map((line) => officesOf(line, ANY_OFFICE))
    .findLast((names) => names.length > 0);
  const top = lines
    .slice(0, LINES_AT_TOP)
    .map((line) => officesOf(line, ANY_OFFICE))
    .find((names) => names.length > 0);
  const imprint = lines
    .filter((line) => IMPRINT.test(line))
    .map((line) => dayIn(line))
    .findLast(Boolean);
  const alone = [signed, lines]
    .map((each) => each.map((line) => officesOf(line, OFFICE)).findLast((names) => names.length > 0))
    .find(Boolean);
  const inTitle = TITLE_OFFICE.exec(title ?? '')?.[1];
  const issuers: [string | undefined, Certainty][] = [
    [block?.offices.join('、'), 'stated'],
    [undated?.join('、'), 'sentence'],
    [labelled, 'stated'],
    [head, 'stated'],
    [alone?.join('、'), 'position'],
    [inTitle?.split(/[\s\u3000]+/u).join('、'), 'sentence'],
    [top?.join('、'), 'position'],
  ];
  const days: [string | undefined, Certainty][] = [
    [block?.day, 'stated'],
    [signed.map((line) => dayOfLabel(line)).find(Boolean), 'stated'],
    [signed.map(dayOfLine).findLast(Boolean), 'position'],
    [imprint, 'position'],
  ];
  const issuer = issuers.find(([name]) => name !== undefined && name !== '');
  const date = days.find(([day]) => day !== undefined);
  return {
    ...(issuer?.[0] !== undefined && { issuer: { name: issuer[0], certainty: issuer[1] } }),
    ...(date?.[0] !== undefined && { date: { day: date[0], certainty: date[1] } }),
  };
}

/** 2025年8月, below an office that gives no day. */
const YEAR_AND_MONTH = /^\d{4}\s*年\s*\d{1,2}\s*月[\p{Script=Han}]?$/u;
const OFFICE_AND_MONTH = /^(\D{4,40}?)[\s\u3000]+\d{4}\s*年\s*\d{1,2}\s*月$/u;
/** The head of a notice that is not signed. */
const LINES_AT_TOP = 3;

const isOffice = (name: string) => name !== '' && ANY_OFFICE.test(name);

const ISSUER_LABEL =
  /(?:^|[\s\u3000])(?:发文机关|发布机构|发布单位|发布部门|印发单位|制定机关|主办单位|信息来源|文章来源|稿件来源|来源|发文单位)\s*[：:]\s*([^\s\u3000，。；：]{4,30})/u;
const DATE_LABEL = /(?:成文日期|发文日期|发布日期|发布时间|印发日期|公布日期|落款日期)\s*[：:]\s*(\S{8,12})/u;
const dayOfLabel = (line: string) => {
  const written = DATE_LABEL.exec(line)?.[1];
  return written === undefined ? undefined : dayOfLine(written);
};
/** The red head of an official document: 示例县人民政府办公室文件. */
const RED_HEAD = new RegExp(`^(${NAME}(?:${GOVERNMENT}))文件$`, 'u');
const TITLE_OFFICE = new RegExp(
  `^(${NAME}(?:${GOVERNMENT}|${OTHER})(?:[\\s\\u3000]+${NAME}(?:${GOVERNMENT}|${OTHER}))*)[\\s\\u3000]*关于`,
  'u',
);

/** The first lines of offices with a day below: attachments may have others. */
function signatureBlock(lines: readonly string[]): { offices: string[]; day: string } | undefined {
  for (const [index, line] of lines.entries()) {
    const own = signedLine(line);
    if (own !== undefined) return own;
    const offices: string[] = [];
    let at = index;
    for (; at < lines.length; at += 1) {
      const names = officesOf(lines[at] ?? '', ANY_OFFICE);
      if (names.length === 0) break;
      offices.push(...names);
    }
    const day = offices.length > 0 ? dayOfLine(lines[at] ?? '') : undefined;
    if (day !== undefined) return { offices: [...new Set(offices)], day };
  }
  return undefined;
}

const IMPRINT = /印发\s*。?$|^(?:抄\s*送|抄\s*报|主\s*送|分\s*送)\s*[：:]/u;

/** The lines without the imprint (GB/T 9704, 7.4): its office and its day are not those of the document. */
function withoutImprint(lines: readonly string[]): string[] {
  return lines.filter((line, index) => {
    if (IMPRINT.test(line)) return false;
    const next = lines[index + 1] ?? '';
    return !(
      OFFICE.test(line) &&
      IMPRINT.test(next) &&
      lines.slice(0, index).some((each) => OFFICE.test(each))
    );
  });
}
