/**
 * The full name of a private person where nothing public explains it. An information site of an office needs full names for people in
 * office, at work, in public or in history; any other full name, in a sentence about somebody's life or money, is worth a question.
 */
import { hasFrequentSurname, type ScoredName, scoredNamesIn } from '../person-names/index.ts';
import { wordsOf } from '../person-names/segmenter.ts';
import { isOfThings } from './help-lists.ts';
import { privateNames } from './roles.ts';

export interface UnexplainedPerson {
  name: string;
  index: number;
  /** The words about the person's life. */
  fact: string;
}

/** Minimum scores: a name of two characters is more often another word. */
const MIN_SCORE = 3.6;
const MIN_SHORT_SCORE = 4.4;
const MIN_PREFILTER_SCORE = 2.6;

/** Public activities, speech, achievements, history, art and goods. */
const EXPLAINS =
  /报价|行情|[元块][/／][头羽尾只斤公株]|认为|通报|签署|签字|座谈|调研|议题|磋商|陪同|宣讲|指出|强调|透露|宣布|宣称|发表|出任|出席|率领|率[军兵队]|著作|出版|毕业于|任职|任教|就任|执教|效力|加盟|签约|拍摄|改编|发行|创作|发明|创立|创办|创始|设计|同志(?:为核心|的?领导|高度|在|们)|公元|学名|属于?\p{Script=Han}{1,6}[科目属纲]|主持|主讲|讲[课解述座过话了]|授课|教[大给会你孩学乡村大老]|教练|培训|演|歌|唱|跳|编|画|剪纸|拍|评为|评上(?!低)|获|(?<!怕)奖(?!助|励金|补)|夺|第[一二三\d]名|冠军|模范|先进|优秀|最美|好人|孝|标兵|能手|状元|大户|带头|带领|带着[全大乡村几\d]|带动|示范|推广|创业|办起|开起|承包|流转|种了|种植|养殖|产量|收购|直播|网店|民宿|合作社|公司|基地|电商|电子商务|订单|发货|销量|生意|评选|候选|推选|入选|提名|表彰|颁[发奖]|学[会做着到修开养种](?!校)|徒弟|手艺|传承|非遗|作品|劳模|考上|入伍|参军|立功|烈士|英雄|义务|志愿|修[好了路桥]|帮[着大]|照顾[全村]|服务|接待|走访|包联|驻村|巡[逻查护]|负责|担任|当选|任[命职期]|代表|报道|作者|技能|比赛|大赛|致富|收入\p{Script=Han}{0,3}[\d一二两三四五六七八九十]+[多几]?万|改成了|挣[了到]|能挣|进厂|上岗|管[着护理]|主任|书记|热线|咨询|\d{3,4}-?\d{7,8}|[《》]|告诉|提醒|建议|介绍|表示|呼吁|回忆|世纪|朝|古|唐代|宋|清代|革命|抗战|战[争斗役]|红军|长征|\d{3,4}年.{0,12}(?:战|建|筑|题|立)|1[0-8]\d\d年|19[0-6]\d年|的队伍|纪念|故居|庙|碑|刻|书[里中法店画]|课本|传说|故事|诗|戏|剧|小说|电影|节目|品种|每[亩株棵只头]|车站|路口|停靠|站[、，]|景[点区]|门票|牌子|厂[、，]/u;
/** Words about somebody's life, family, home or money. */
const LIFE =
  /(?:补[贴助偿发]|救[助济灾]|低保|五保|特困|危[房改]|慰问|困难|贫困|资助|助学|减免|欠|领[到了取款走着]|签收|收到|发[给放]|送[给去到了]|到账|打到|退[了回款给]|打[到在]|名[单字]|座位表|花名册|签到|公示|列入|纳入|享受|养老|医保|报销|看病|住院|吃药|病|残|伤|死|去世|走了|丢|离|嫁|娶|婚(?!姻)|怀|生[了下]|孤|独自|一个人|没人|判|打[人架了]|撵|骂|偷|骗|赌|吵|闹|哭|罚|抓|关[了着]|吊销|告上|官司|遗产|工资|存[了款折]|[欠借还]钱|贷款|还[没不]|房子|家[里住在]|住[在着进]|户|岁|爸|妈|爹|娘|丈夫|妻|老[伴婆公]|媳妇|婆婆|儿[子媳]|女儿|闺女|孙|孩子|娃|寡|二婚|[他她]家)/u;
/** The name is the speaker's. */
const SPEAKS = /^[^，。]{0,10}(?:[说讲道称](?:[：:，,“”]|$)|坦言|回应|予以)/u;

/** The first unexplained private person of a sentence. */
export function unexplainedPersonIn(sentence: string): UnexplainedPerson | undefined {
  if (EXPLAINS.test(sentence)) return undefined;
  const life = LIFE.exec(sentence);
  if (life === null && !MAY_ACT.test(sentence)) return undefined;
  const names = privateNames(sentence, scoredNamesIn(sentence, 1, MIN_PREFILTER_SCORE));
  const sure = names.filter(isSure);
  const [first] = sure;
  if (first === undefined) return undefined;
  if (life === null && !isSubject(sentence, first)) return undefined;
  if (SPEAKS.test(sentence.slice(first.end))) return undefined;
  const isInSeries = sentence[first.end] === '、' || sentence[first.index - 1] === '、';
  if (isInSeries && (sure.length < 2 || isOfThings(sentence, names))) return undefined;
  if (/^[\dA-Z]/.test(sentence.slice(first.end)) && !/^\d[\d.,]*[元岁块斤袋]/.test(sentence.slice(first.end)))
    return undefined;
  const fact = life?.[0] ?? /^[^，。、：；]{2,6}/u.exec(sentence.slice(first.end))?.[0] ?? '';
  return { name: first.name, index: first.index, fact };
}

/** Without words of life: the name is the subject of a clause in prose. */
const MIN_SUBJECT_SCORE = 4.2;
const MAY_ACT = /\p{Script=Han}{6,}/u;
const TABLE_OR_TITLE = /[|《》]|^\s*[-*\d]/;

function isSubject(sentence: string, { name, index, end, score }: ScoredName): boolean {
  if (score < MIN_SUBJECT_SCORE || name.length < 3 || TABLE_OR_TITLE.test(sentence)) return false;
  if (/[、和与及（(]$/u.test(sentence.slice(0, index)) || /^[、（(]/.test(sentence.slice(end))) return false;
  const behind = sentence.slice(end, end + MAX_CLAUSE_LENGTH);
  return wordsOf(/^[，,]?[^，。；、：:]*/u.exec(behind)?.[0] ?? '').some(({ tag }) => /^[vpd]/.test(tag));
}

const MAX_CLAUSE_LENGTH = 16;

/** A rare surname is usually another word (未满二, 能治好). */
const MIN_RARE_SCORE = 4.4;

const isSure = (each: ScoredName) =>
  each.score >=
  (each.name.length < 3 ? MIN_SHORT_SCORE : hasFrequentSurname(each) ? MIN_SCORE : MIN_RARE_SCORE);
