/**
 * Sentences about public life: affairs of state, sport, stage and screen, and names from other languages. Whom they name is known to
 * the public, and no neighbour.
 */
import type { ScoredName } from '../person-names/index.ts';

/** Words of such a sentence; one is enough. */
const PUBLIC_LIFE =
  /习近平|全会|国家主席|副主席|总统|总理(?!家)|首相|外长|议长|国王|王储|国务院|国务委员|政治局|中共中央|党中央|总书记|全国人大|全国政协|人大常委会|中央军委|大使馆?|驻华|访华|国事访问|会谈|会见|双边|两国|各国|联合国|峰会|论坛开幕|外交部|奥运|世锦赛|亚运|亚锦赛|世界杯|联赛|[半总]决赛|锦标赛|大师赛|球员|球队|球迷|前锋|后卫|中锋|中场|门将|主教练|主帅|赛季|常规赛|季后赛|进球|转会|国家队|专辑|单曲|主打歌|电影节|影片|票房|主演|饰演|饰\p{Script=Han}{2,4}[）)]|执导|编剧|制片人|娱乐圈|演艺|歌坛|影坛|影星|歌星|球星|诺贝尔|航天员|空间站|舰队|司令部|红军|八路军|国民党|北伐|起义军|诸侯|皇帝|皇后|太子|登基|即位|在位|称帝|朝廷|刺史|节度使|尚书|藩主|幕府|大名鼎鼎/u;
/** Words of a sentence about people of a village, for whom the event is only the occasion. */
const OF_VILLAGE =
  /村[里上民委头口]|[\p{Script=Han}]村|社区|乡[里亲]|低保|五保|特困|残疾|贫困|困难|监测户|脱贫户|户主|补[贴助]|救助|慰问|家住|住在|\d岁|退役|退伍|老兵/u;

/** Whether a sentence is about public life and not about people of a village. */
export function isOfPublicLife(sentence: string): boolean {
  return PUBLIC_LIFE.test(sentence) && !OF_VILLAGE.test(sentence);
}

const DOT = /[·•・‧．]/;
/** Characters that write names of the West and of other countries, and hardly those of Uyghurs and Kazakhs. */
const OF_ABROAD = /[洛劳顿弗卢维费奥霍韦约詹雷乔查杰瑞伦格莱贝蒂娅妮琳戈诺森普温朗夫兹茨翰鲁嘉禄美华]/;
/** What continues such a name after the part that was recognised: 卡尔·马克｜思. */
const CONTINUES = /^[思斯吉马埃尔恩德特克姆茨兹夫顿森逊奇诺洛蒂娜维普伦莱亚]/;

/** Whether a name is a part of a name from abroad: 霍华德·韦伯, 卡洛斯·卡萨吉马斯. */
export function isOfAbroad(sentence: string, { name, index, end, isForeign }: ScoredName): boolean {
  const isDotted = DOT.test(sentence.charAt(index - 1)) || DOT.test(sentence.charAt(end));
  if (isDotted) return !isForeign || OF_ABROAD.test(name);
  return DOT.test(name) && (OF_ABROAD.test(name) || CONTINUES.test(sentence.slice(end, end + 1)));
}
