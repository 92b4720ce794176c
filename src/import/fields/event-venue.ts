/** Finds where a notice's event is held. */
import type { Prefilled } from '../../schema/starting-file.ts';
import { sentences } from './sentences.ts';

const VENUE_OF_NOTICE =
  /(?:^|[。；，（\s])(?:[\p{Script=Han}]{0,4})(?:地点|地址|场所|会场|考场)\s*(?:[：:]|为|在|设在|定在)\s*([^。；，]{2,40})/u;
const HELD_AT =
  /在([^，。；：]{1,30}?(?:广场|会议室|礼堂|村委会|居委会|中心|学校|医院|卫生院|大厅|活动室|办公楼|院内|公园|基地|政府|服务站|文化站|门口|体育馆|酒店|[楼厅室馆]))(?:[（(][^（）()]{2,30}[）)])?\s*(?:举行|举办|召开|开展|开办|开班|进行|集合|组织|设点|设立)/u;

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
