/**
 * A decision about one person's help, with what their household owns or earns: 伍建平月工资4860元，不予确认为最低生活保障对象; 闵春花多领养老金，分期退回. The
 * name may be a less certain one, because the sentence is about one household.
 */
import { hasFrequentSurname, type ScoredName, scoredNamesIn } from '../person-names/index.ts';
import { privateNames } from './roles.ts';

export interface DecidedHelp {
  name: string;
  index: number;
  fact: string;
}

/** Help of the state. */
const HELP =
  /低保|最低生活保障|特困|五保|救助|补[贴助偿]|津贴|养老金|养老待遇|抚恤|公租房|廉租房|住房保障|危房|监测对象|脱贫户|公益性?岗|失业金|失业保险|待遇|奖补|医保/;
/** It was refused, ended or taken back. */
const DECISION =
  /不予|不宜|不符合|未通过|没通过|不再(?:享受|符合|纳入|发放)|取消|停发|停保|停止|暂停|终止|退出|清退|退回|退还|退缴|追回|追缴|多领|冒领|骗领|重复领|违规领|未申报|未如实|隐瞒|瞒报|超过\p{Script=Han}{0,4}标准|超标|予以核减|核减/u;
/** What a household owns or earns, or an event in it. */
const OWN =
  /(?:月|年)?(?:工资|薪水|薪金|收入|租金|退休金|存款|股票|理财|余额)[^，。；]{0,6}[\d一二两三四五六七八九十百千万]|名下|门面|商铺|出租|小车|轿车|货车|汽车|商品房|两套房|[二两三]套|存款|公司股东|营业执照|其(?:配偶|妻|夫|子|女|父|母|兄|姐|弟|家)|配偶|(?:父亲|母亲|丈夫|妻子|老伴|婆婆|公公|爷爷|奶奶|儿子|女儿)(?:去世|过世|死亡|病故|名下|在)|(?:去世|死亡|病故|服刑|判刑|入狱|出国)[^，。；]{0,6}(?:后|期间)|[\d,.]+万?元|\d+个月/u;
/** Rules for everybody: 有下列情形的, 应当退回. */
const FOR_ALL =
  /应当|不得|有下列|凡(?!生)|如果|可以|一律|条例|办法|规定情形|之一|家庭成员名下|申请人名下|的，(?:不予|取消|停发|停止|终止|追回|退回|按)|[等及]情形|本[县市镇]户籍/;
const MIN_SCORE = 2.8;
const MIN_RARE_SCORE = 4;
const MIN_LENGTH = 3;
/** What stands before a person about whom something is decided. */
const BEFORE =
  /(?:^\s*|[，：:；、（(“"\s]|[村组社乡镇户民]|出|对|将|给|查|[者员人象]|核实|反映|举报|发现|认为|[的了])$/u;

/** The first private person of a sentence about whose help was decided. */
export function decidedHelpIn(sentence: string): DecidedHelp | undefined {
  const [decision] = DECISION.exec(sentence) ?? [];
  if (decision === undefined || !HELP.test(sentence) || !OWN.test(sentence) || FOR_ALL.test(sentence))
    return undefined;
  const person = privateNames(sentence, scoredNamesIn(sentence, 1, 1.8)).find((each) =>
    isSubject(sentence, each),
  );
  return person && { name: person.name, index: person.index, fact: decision };
}

function isSubject(sentence: string, name: ScoredName): boolean {
  const min = hasFrequentSurname(name) ? MIN_SCORE : MIN_RARE_SCORE;
  return name.score >= min && name.name.length >= MIN_LENGTH && BEFORE.test(sentence.slice(0, name.index));
}
