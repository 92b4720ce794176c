/** Texts that are no given name, or no name with the surname before it. */
import { NO_PERSONS } from './rare-names.ts';
import { isOtherWord, tagOf } from './segmenter.ts';
import {
  EVERYDAY,
  NEVER_GIVEN,
  NEVER_LAST,
  NO_NAMES,
  NO_WHOLE_NAMES,
  PLACE,
  TITLE,
  VILLAGE_GIVEN,
} from './surnames.ts';

/** Common words that begin with a possible surname: no name begins with one. */
const NO_BEGINNING =
  /^(?:马驹|牛犊|羊羔|曾.过$|[乌俄美中法英德日韩朝印巴以]方|.之[风分际势间后前力道路]|.(?:宝宝|朋友|婆婆|健康|工作|效果|可以|刚刚|女性|斗争|行为)|晋升|党性|阳[虚亢衰转变之极]|宫[寒颈腔缩止]|阴[道虚阳茎囊]|药过|本[品药]|慎[服用]|色[黄紫黑红暗淡]|易[怒疲感肇患腐燃爆碎损溶致诱霉]|易传[染播]|易发[生病]|易中毒|易受|易返|谷[丙草]|项[为全]|艾[滋灸]|经[前量行血期]|冷[敷水开]|母[体乳亲]|未[见为]|高[盐脂糖血热烧]|[牛龙马羊]年|年年|常常|连连|路路|方方面|安安全|花花[绿世]|和和[美气]|时时|满满[当登]|牛羊|[羊牛猪][水毛肉圈奶皮]|马[路上桶车]|[牛马羊猪]满$|鱼[塘苗]|龙头|钱包|石[头膏]|[江河洪]水|雷电|金属|黄[豆瓜]|白[菜糖酒]|毛[病衣]|花[生椒]|车[祸辆]|水[管库泥稻]|云南|阳[台性]|[叫名是为]|孙[子女儿]|儿子|童[年子]|家[里中]|老[师人])/;
/** 国栋, 可可 */
const LAST_TOO = /\p{Script=Han}[栋可果]$/u;

/** 金一万: an amount after a word that ends in a possible surname. */
const AMOUNT = /^[一二两三四五六七八九十几百千万亿]*[百千万亿][一二两三四五六七八九十几百千万亿]*$/;

/** Characters that write names of the West, and those of them that hardly occur in given names. */
const WESTERN = '斯克德尔特布莱恩伦顿森利奇蒂夫佐迪吉格伯姆兹茨鲁普撒维纳拉罗卡塔赞泊洛瓦';
const ONLY_WESTERN = '斯克尔特蒂佐顿姆兹茨伦夫莱';

/** 马斯克, 乔布斯: the rest of a Western name after a character that is also a surname. */
function isWestern(given: string): boolean {
  const characters = Array.from(given);
  return (
    given.length > 1 &&
    characters.every((each) => WESTERN.includes(each)) &&
    characters.some((each) => ONLY_WESTERN.includes(each))
  );
}

/** Surnames that are nearly always verbs and prepositions, so that a word behind them is no given name. */
const PREPOSITIONS = new Set('未经凡神满');

/** Whether a text may be the given name of the name. */
export function mayBeGiven(given: string, name: string): boolean {
  if (AMOUNT.test(given) || /^(?:长大|过去|[出下起上回]来|[下上进回出]去)$/.test(given)) return false;
  // 易｜传染
  if (name.startsWith('易') && given.length > 1 && tagOf(given) === 'v') return false;
  // 未｜履行, 经｜富顺县, 满｜仓库
  if (
    PREPOSITIONS.has(name.charAt(0)) &&
    name.length > given.length &&
    given.length > 1 &&
    isOtherWord(given)
  )
    return false;
  if (NO_PERSONS.has(name) || NO_WHOLE_NAMES.has(name) || isWestern(given)) return false;
  if (VILLAGE_GIVEN.test(given)) return !EVERYDAY.test(name);
  if (EVERYDAY.test(name) || TITLE.test(name) || PLACE.test(name) || NO_NAMES.has(name)) return false;
  if (
    (NEVER_LAST.has(given.slice(-1)) && !LAST_TOO.test(given)) ||
    NO_PERSONS.has(name) ||
    NO_BEGINNING.test(name)
  )
    return false;
  return ![...given].some((character) => NEVER_GIVEN.has(character) && character !== '栋');
}

/** The same after words that introduce a name, such as 名叫. */
export const mayBeSaid = (given: string, name: string) =>
  !NO_PERSONS.has(name) &&
  !TITLE.test(name) &&
  ![...given].some((character) => NEVER_GIVEN.has(character)) &&
  !NO_SAID.test(name);
/** Words that follow such a label or an age as well: 六岁的孩子, 申请人：本人. */
const NO_SAID =
  /^(?:孙[子女]|儿子|女儿|本人|孩子|老人|儿童|学生|小孩|弟弟|妹妹|哥哥|姐姐|双胞胎|残疾|户籍|村民|农民|女孩|男孩|幼儿|婴儿|人员|家庭|家长|监护|必须|应当|可以|都能|不用|免费|每月|每年|开始|以上|以下|左右|时候|生日|冬天|夏天|春节|小狗|黄牛|马驹|全家|所有|任何|因|由于|凡|符合|具有|没有|持[有证卡]|有[困需条能意]|在[校读岗]|失[业能地独]|低[保收]|特困|城乡|本[县村地]|外[来地]|脱贫|监测|退[役休]|高[校中]|中专|应届|当[月年天日])|[者员户人家时前后]$/;
