/**
 * An unnamed person whom the village recognises by the description, with a harmful fact: 三组开磨坊的寡妇前年查出乙肝, 老支书的二女婿酒驾还在看守所. A
 * description consists of a place or a person known to all, and a word for one person.
 */
import { continuesWordAt } from '../person-names/segmenter.ts';
import { FREQUENT_SURNAMES } from './called-persons.ts';
import { factsIn } from './facts.ts';

/** A description with the fact; `index` is that of the description. */
export interface DescribedPerson {
  description: string;
  index: number;
  fact: string;
}

const KNOWN_PLACE =
  '(?:卖|修|开|做|弹|打|杀|养|放|收|赶|跑|烧|磨|杀)\\p{Script=Han}{1,4}(?:的(?=[瘸瞎哑傻疯寡光]|那[个家])|那[个家](?=的))|(?:学校|[小中]学|大庙|庙|卫生室|信用社|车站|集市|商店|村委会?|村部|祠堂|水塔|桥|市场|医院|镇政府)(?:旁边?|对面|隔壁|门口|后[面头]|背后|东边|西边|[东西]头)|[一二三四五六七八九十\\d]{1,2}[组队社]|[村庄屯寨队][东西南北][头边]?|[村庄屯]?[东西南北]头|[街巷村]口|[前后东西南北]街|\\p{Script=Han}{1,3}(?<!全|各|本|农|在|到|进|回|出)[村庄屯沟湾坪]里?';
const KNOWN_PERSON =
  '(?:[一二三四五六七八九十\\d]{1,2}[组队社村])?老?(?:支书|书记|(?:妇女|治保|民兵|村委会?)?主任|会计|出纳|村长|队长|[组社班]长|村医|校长|保管员?|电工|木匠|铁匠|石匠|裁缝|兽医|媒婆|接生婆|老板娘?|店主)|(?:[磨油豆粉][腐条]?坊|铁匠铺|豆腐店|小卖部|理发店|诊所|饭馆|超市|修理铺|代销点|网吧|粮站|砖厂|果园|鱼塘|养猪场|加油站)(?:家|老板娘?|那家)|(?<!各|大)\\p{Script=Han}家(?!里|庭|长)|[老小](?![公婆师板人年爸妈弟哥姐爷伴孩姨姑舅叔])[\\p{Script=Han}](?=家|的)|\\p{Script=Han}(?:大爷|大娘|大妈|大叔|婶|老汉|老太)';
const SINGLE =
  '寡妇|光棍汉?|鳏夫|瘸子|瞎子|哑巴|傻子|疯子|[大二三四五小幺独]?(?:女婿|儿媳妇?|儿子|闺女|女儿|媳妇|孙子|孙女|外甥女?|侄[子女儿]|[大小]?[舅姑叔姨伯]子|姑爷|老?丈(?:人|母娘?)|岳[父母]|亲家|公公|婆婆|[弟妹哥姐]{2}|[弟妹哥姐]{1}夫|弟[媳妹]|[大二三]?嫂子?|[大二三四五小]小?子|[大二三四五小]?(?:丫头|姑娘)|[大二三四五]?(?:儿媳妇?|媳妇)|外孙女?|老?爹|老?娘|父亲|母亲|[父母]亲)|[他她]?(?:老伴|老婆|男人|妻子|丈夫)|独子|老[两二]口|那[对个][^，。]{0,4}(?:两口子?|夫妻|女人|男人|媳妇|小伙)|婆娘|老汉|(?<=(?:那个\\p{Script=Han}{0,3}|(?<!大|小|有|好|新)的))(?:女人|男人|小伙|姑娘|老头|夫妻|两口子?|老板娘)|(?<=那对)夫妻';
const DESCRIPTION = new RegExp(
  `(?:${KNOWN_PLACE}|${KNOWN_PERSON})那?家?(?:\\p{Script=Han}{0,8}的)?(?:那[个对]\\p{Script=Han}{0,3})?[他她]?(?:${SINGLE})(?!们|补|证|公寓)`,
  'gu',
);
/** A relative of somebody known: no event is required to tell who it is. */
const RELATED =
  /的(?:那个)?(?:\p{Script=Han}{0,2}(?:儿|女|子|媳妇|丈人|丈母娘?|亲家|公公|婆婆|[弟妹哥姐嫂夫]|孙|爹|娘|父亲|母亲))$/u;
/** Words for an event in one person's life. */
const ONCE =
  /[前去今大上当]年|上个?月|昨|如今|现在|还在|已经|刚|那年|至今|\d{1,2}月|年[初底]|[了过着]|后来|因为?|又|被|是|有|得|躲|都不/;
/** Words of a rule, a question or an example about people in general. */
const ANYBODY =
  /可以|(?<!不)能(?!干)|申请|政策|如果|要是|的话|比如|例如|怎么|吗|凡是?|都[能可有]|应当|必须|帮助|关爱|宣传|预防|防止/;
const SEVERE_WEIGHT = 3;
const MAX_DISTANCE_CHARACTERS = 28;

/** The first described person of a sentence with a harmful fact. */
export function describedPersonIn(sentence: string): DescribedPerson | undefined {
  const severe = factsIn(sentence).filter(({ weight }) => weight >= SEVERE_WEIGHT);
  if (severe.length === 0 || ANYBODY.test(sentence)) return undefined;
  for (const { 0: description, index } of sentence.matchAll(DESCRIPTION)) {
    const end = index + description.length;
    const [, surname = ''] =
      /^[老小]?(\p{Script=Han})(?:的|家|大爷|大娘|大妈|大叔|婶|老汉|老太)/u.exec(description) ?? [];
    if (FREQUENT_SURNAMES.has(surname)) continue;
    // 我邻居家的女人 is anybody, unless the sentence says where they live.
    const isWithinWord = surname !== '' && continuesWordAt(sentence, sentence.indexOf(surname, index));
    if (isWithinWord && !/家在|家住|住在/.test(sentence)) continue;
    const fact = severe.find((each) => each.index >= end && each.index - end <= MAX_DISTANCE_CHARACTERS);
    const clause = fact && sentence.slice(end, Math.max(fact.end + 2, end + MAX_DISTANCE_CHARACTERS));
    if (fact && clause && (RELATED.test(description) || ONCE.test(clause)))
      return { description, index, fact: fact.text };
  }
  return undefined;
}
