/**
 * Statements about a private person with full name, without office or public achievement, in any words: 凌大有把老娘撵出门. Detected as a
 * clause with the name as its subject and an event, or its absence.
 */

import type { ScoredName } from '../person-names/index.ts';
import { wordsOf } from '../person-names/segmenter.ts';

const MIN_SCORE = 4.5;
const MIN_NAME_LENGTH = 3;
const MAX_CLAUSE_LENGTH = 24;
const MAX_QUOTE_LENGTH = 8;
/** Public activities: somebody works, succeeds, teaches, gives, speaks in public, or can be contacted at work. */
export const PUBLIC =
  /主持|主讲|授课|教|培训|演|唱|跳|写|编|画|剪纸|拍|评|获|奖|夺|第[一二三\d]名|冠军|模范|先进|优秀|最美|好人|孝|标兵|能手|状元|大户|带头|带领|带着|带动|示范|推广|创业|办[起了]|开[起了办]|承包|流转|种[了植着]|养[了殖着]|卖|产|收购|直播|电商|电子商务|网店|民宿|合作社|公司|厂|基地|徒弟|手艺|传承|非遗|作品|考上|大学|入伍|参军|退役|战|立功|烈士|英雄|1[0-8]\d\d年|19[0-6]\d年|捐|献|救[了起出]|志愿|义务|修[好了路桥]|帮[着了大]|照顾|服务|接待|走访|慰问|包联|驻村|巡|值|负责|担任|当选|任|代表|报道|作者|学会|技能|比赛|大赛|致富|改成|改造|收入\p{Script=Han}{0,3}[\d一二两三四五六七八九十]+[多几]?万|脱[了贫]|摘帽|挣[了到]|能挣|盖[起了]|买[了车房]|上岗|进厂|上班|签|审|批(?!评)|查(?!出)|管|主任|书记|电话|热线|联系|咨询|\d{3,4}-?\d{7,8}|《|“/u;
/** Verbs of speech: the person is the speaker, and so is asked for consent. */
const SPEAKS = /[说讲]|介绍|表示|告诉|提醒|建议|呼吁|回忆/;
/** Words before a name that is not the subject. */
const BEFORE = /(?:、|[给找问向跟和与由请为让对把被叫]|联系|通知|感谢|采访)$/;
/** Words for an event, or its absence. */
const HAPPENED =
  /[了过着](?!解)|[没被把]|不(?![仅但光收用足少])|未|还(?![款钱])|一直|老是|总是|自己|跟人|离|断|丢|坏|掉|少/;

/** Whether a sentence has an event and no public activity: only then are its names searched. */
export function mayHavePredicate(sentence: string): boolean {
  return HAPPENED.test(sentence) && !PUBLIC.test(sentence);
}

/** The beginning of a statement about a private person; undefined if there is none that could harm the person. */
export function privatePredicate(sentence: string, name: ScoredName): string | undefined {
  if (name.score < MIN_SCORE || name.name.length < MIN_NAME_LENGTH) return undefined;
  if (BEFORE.test(sentence.slice(0, name.index))) return undefined;
  const behind = sentence.slice(name.end, name.end + MAX_CLAUSE_LENGTH);
  if (SPEAKS.test(behind)) return undefined;
  const [clause = ''] = /^(?:[（(][^（）()]{0,12}[）)])?[，,]?[^，。；、：:]*/u.exec(behind) ?? [];
  if (clause.length < 3 || !HAPPENED.test(clause)) return undefined;
  const hasVerb = wordsOf(clause).some(({ tag }) => /^v|^a|^z/.test(tag));
  return hasVerb ? clause.replace(/^[，,]/, '').slice(0, MAX_QUOTE_LENGTH) : undefined;
}
