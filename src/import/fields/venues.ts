/** Finds where one goes, as the text says it (县政务服务中心二楼3号窗口), and which place records of the content a text names. */
import type { PlaceData } from '../../schema/places.ts';
import type { Certainty, Prefilled } from '../../schema/starting-file.ts';
import { sentences } from './money.ts';

export interface Venue {
  where: string;
  /** What one does there, in the word of the text: 办理, 申请, 报名. */
  does: string;
  sentence: string;
  certainty: Certainty;
}

const DOES = '报销|投保|申请|申报|申领|办理|领取|报名|登记|提交|受理|缴费|参保|检查|体检';
const LABELS: readonly RegExp[] = [
  new RegExp(
    `^[^，。；：]{0,8}?(${DOES}|递交材料)(?:的)?(?:地点|地址|场所|窗口)(?:和时间)?[：:]?\\s*(?:为|在|是)?\\s*(.*)$`,
    'u',
  ),
  /^(?:请?[在到去])?(?:哪里|哪儿|哪|什么地方)(?:去|可以|能)?(申请|办理|办|报名|领取?|交)[？?]?[：:]?\s*(.*)$/u,
  /^()(?:(?:办公|联系|服务|现场|窗口|咨询)(?:地点|地址)|地址)[：:]\s*(.+)$/u,
];
/** A place is where people sit: an office, a window, a hall, a house of the village. */
const VENUE_END =
  '中心|窗口|大厅|服务站|工作站|代办点|服务点|网点|村委会|居委会|村民委员会|社区|村委|政府|办公室|[局厅所院站科股室楼馆]|医院|卫生院|卫生室|银行|支行|信用社|合作社|学校|广场|院内|门口';
const SAID = new RegExp(
  `(?:到|前往|去|向|在)([^，。；：（）]{0,30}?(?:${VENUE_END})(?:[（(][^（）()]{2,30}[）)])?)(?:进行|现场|当面|统一|自愿|书面|直接|提出(?:书面)?)?的?(${DOES})`,
  'u',
);
const MAX_WHERE_LENGTH = 50;

/** Where one applies; the first place with a label of its own, else the first in a sentence. */
export function venueIn(lines: readonly string[]): Venue | undefined {
  for (const [index, line] of lines.entries()) {
    const bare = line.trim().replace(LINE_NUMBER, '');
    const match = LABELS.map((label) => label.exec(bare)).find((each) => each !== null);
    if (match === undefined) continue;
    const [, does = '', behind = ''] = match;
    const next = (lines[index + 1] ?? '').trim();
    const isHeading = behind === '' && bare.length <= 12;
    const where = withoutEnd(isHeading ? next.replace(LINE_NUMBER, '') : behind);
    if (where === '' || where.length > MAX_WHERE_LENGTH) continue;
    const sentence = isHeading ? `${bare.replace(/[：:]$/u, '')}：${next}` : bare;
    return { where, does: does === '' ? '办理' : does, sentence, certainty: 'stated' };
  }
  for (const sentence of sentences(lines)) {
    const [, where, does] = SAID.exec(sentence) ?? [];
    // Where the form is to be had is not where one applies.
    const isOfForm = does === '领取' && /表|表格|证书/u.test(sentence);
    if (where === undefined || does === undefined || isOfForm || NOT_READER.test(where)) continue;
    return { where, does, sentence, certainty: 'sentence' };
  }
  return undefined;
}

/** The place in the text of one step. */
export function venueOfStep(text: string): string | undefined {
  const where = SAID.exec(text)?.[1];
  return where === undefined || NOT_READER.test(where) ? undefined : where;
}

const LINE_NUMBER =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}\s*[.．、](?!\d(?!0\d\d年))|[①-⑳])\s*/u;
/** Where something lies, not where one goes: 在职工医院, 在该中心登记注册的企业. */
const NOT_READER = /^(?:职工|在?校|读|市场监管|该|经)|登记注册|工商/u;
const withoutEnd = (text: string) => text.replace(/[。；;，]+$/u, '').trim();

const VENUE_OF_NOTICE =
  /(?:^|[。；，（\s])(?:[\p{Script=Han}]{0,4})(?:地点|地址|场所|会场|考场)\s*(?:[：:]|为|在|设在|定在)\s*([^。；，]{2,40})/u;
const HELD_AT =
  /在([^，。；：]{2,30}?(?:广场|会议室|礼堂|村委会|居委会|中心|学校|医院|卫生院|大厅|活动室|办公楼|院内|公园|基地|政府|服务站|文化站|门口|体育馆|酒店|[楼厅室馆]))(?:[（(][^（）()]{2,30}[）)])?\s*(?:举行|举办|召开|开展|开办|开班|进行|集合|组织|设点|设立)/u;

/** Where a notice's event is held. */
export function eventVenue(lines: readonly string[]): Prefilled | undefined {
  const said = sentences(lines);
  for (const [pattern, certainty] of [
    [VENUE_OF_NOTICE, 'stated'],
    [HELD_AT, 'sentence'],
  ] as const) {
    const sentence = said.find((each) => pattern.test(each));
    const where = sentence && pattern.exec(sentence)?.[1]?.trim();
    if (where) return { value: where, from: `“${sentence}”`, certainty };
  }
  return undefined;
}

const SCOPE = /(?:适用|实施|执行|试点)(?:范围|区域|地区|地点|乡镇|村)\s*(?:为|是|[：:])|适用于|仅限/u;

/**
 * The records of the places to which a text is restricted: those that it names as its scope, the town or village that issued it, or
 * where a notice's event is held. None for the county itself, as a document without places is for all of it.
 */
export function placesField(
  {
    lines,
    issuer,
    venue,
  }: { lines: readonly string[]; issuer: string | undefined; venue?: string | undefined },
  places: readonly PlaceData[],
): Record<string, Prefilled> {
  const below = places.filter(({ kind }) => kind !== 'county');
  const named = (text: string) => {
    const found = below.filter(({ name }) => text.includes(name));
    // 永安镇神符村 is the village, and 上团柏村 does not name 团柏村.
    return found.filter(
      ({ id, name }) =>
        !found.some((other) => other.parent === id || (other.id !== id && other.name.includes(name))),
    );
  };
  const scope = sentences(lines).find((sentence) => SCOPE.test(sentence) && named(sentence).length > 0);
  for (const [text, certainty] of [
    [scope, 'stated'],
    [venue, 'sentence'],
    [issuer, 'position'],
  ] as const) {
    const found = named(text ?? '');
    if (found.length > 0)
      return { places: { value: found.map(({ id }) => id), from: `“${text}”`, certainty } };
  }
  return {};
}
