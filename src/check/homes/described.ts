/** Descriptions of homes without a number: 鲁永年住在小学隔壁的红砖平房里, 大槐树往西第三家. */
import { scoredNamesIn } from '../person-names/index.ts';
import { privateNames } from '../private-facts/roles.ts';
import type { Cell, Table } from '../tables.ts';
import { isFacility } from './located.ts';

/** The name or the words of a home, with their index. */
export interface HomeMatch {
  name: string;
  index: number;
}

const LIVES =
  /的(?:屋|家|房子|老屋|院子|窑洞)(?=[，,。：在就是]|$)|(?<!之)家就?在|家住|住在|住[的着进到]|就住|现住|[他她]租的|租在|就?是(?:老?\p{Script=Han}{1,2}家|[他她]家)(?=[，。；]|$)|\p{Script=Han}家(?:老|新)?(?:屋|宅|院|房)(?=贴|靠|挨|对|在|，)|\p{Script=Han}家的?(?:新|老|旧)?(?:房子?|院子?|屋|大门|楼)?(?:很?好[认找]|不难[认找])|家好找|家不难找|[他她]家?门口|住(?=[^，。]{0,20}(?:路口|隔壁|对面|旁|头|第|后面|前面))|家(?:就是|是)(?=[^，。]{0,12}(?:第|隔壁|对面|户|家))|(?:(?<!书)屋|房子|院子|老屋|新房|窑洞|院门|大门|家门)(?:就)?(?:在|是|朝)|收件|地址[写是：:]|住址|住处|门牌/u;
const PLACE =
  /底下|那院|[东西南北]\d[\d.]{0,4}(?:公里|里|米)|外面停|蒙古包|敲|[左右]拐|门前|大门|最?里头|那[间家户栋]|尽头|顶头|紧?挨着|第[一二三四五六七八九十\d]{1,2}[家户排栋间个座院道]|隔壁|对面|斜对|旁边|旁的|背后|后头|后面|前头|前面|[东西南北村街巷桥山坡沟河]头(?!话)|拐角|拐弯|路口|巷口|村口|楼[上下]|[一二三四五六\d]楼(?:靠里|靠[东西南北边]|最里|[左右])|左手|右手|左边|右边|[东西南北]边|[往朝向][东西南北前里上下左右][^，。]{0,8}(?:[米步家户里栋排]|就)|红砖|青砖|蓝门|红门|铁门|木门|瓦房|土房|平房|[一二两三四五2-6][层间](?:小)?(?:楼|房)|窑洞|土坯|彩钢|门[口前](?:有|拴|堆|种|停|挂|晒)|贴着|靠着|紧邻|葡萄架|亮着灯|门朝|[上下]坡|翻过|过了\p{Script=Han}{0,3}桥|头一[户家]|[左右]侧|红漆|[这那]座|水塔|河堤|\d{1,4}号|[一二三四五六七八九十]{1,3}号/u;
const PLACES = new RegExp(PLACE.source, 'gu');
const MIN_SIGNS = 2;
/** Characters of a home's description in a message, if its owner has no name. */
const MAX_QUOTE_LENGTH = 10;
const AWAY =
  /住院|住宿|住校|住房|住建|安置|敬老院|养老院|福利院|医院|病房|宿舍楼?管|开在|设在|办公|上班|工作|诊所|店|铺|摊|厂|车间/;
/** 姓 and forms of address, if the place is mentioned as well: 桑奶奶, 付大妈. */
const CALLED =
  /(?:老\p{Script=Han}[头汉]?(?=住|家|$)|\p{Script=Han}(?:奶奶|爷爷|大妈|大爷|大娘|大伯|大叔|大婶|老太|老汉|婆婆|阿婆|阿公|嫂子))/u;
/** Words for an address; the resident's name precedes or follows them. */
const ADDRESS = /收件|地址|住址|住处|门牌/;
const OFFICE =
  /政府|中心|(?<![\d一二三四五六七八九十])[局办站所院校司社厅馆](?:[（(，,：:]|$)|银行|大厅|窗口|委员会|村委|居委|卫生[室院]|服务点|代办点|食堂|活动室|设在/;
/** 大槐树往西第三家, 小学对面第二个门: a direction or a neighbour, and the position of a house relative to it. */
const COUNTED_HOUSE =
  /(?:[往朝向][东西南北左右里前后上下]\p{Script=Han}{0,4}|[东西南北左右前后里上下][边头面首侧]?数?|过了?\p{Script=Han}{1,5}[桥沟坝井庙]|隔壁|对面|旁边?|过去|进去|拐弯?|数过?[来去]?)[，,]?的?(?:数?第[一二两三四五六七八九十\d]{1,2}|[一二两三四五六七八九十]{1,2})(?:家(?!店|超市|铺|饭|公司|厂|企业|单位|机构|媒体|商|科技|上市|年|银|网|报|驻)|户(?!籍)|个?院子?|个?门|座院|排房?|孔窑洞?|幢|栋|间(?!教室|办公|屋子)|个门洞)|头一[户家间]/u;
/** Words for a resident. */
const PERSON =
  /[他她]|老人|老[头汉太]|大[爷娘妈伯叔婶嫂]|[爷奶婆公婶伯叔]|寡妇|光棍|户主|人家|家里|住|\p{Script=Han}家(?!村|沟|庄|湾|长|庭)|[兄弟姐妹儿女孙娃]|病|残|瘫|独居|一个人|低保|五保/u;
/** Between a name and the words for living at a place. */
const MAX_DISTANCE_CHARACTERS = 16;
const MIN_SCORE = 3;
/** Sentences; the few longer ones are split. */
const SENTENCE = /[^。！？!?\n；;]{1,200}/gu;

const SHOP = /企业|公司|店|铺|超市|摊|门市|诊所|饭馆|银行|网点|车间|工地|站点|会场|考场/;
/** A house number in a street or a group. */
const DOOR = /(?:[街路巷道弄里组队村社]|胡同)\p{Script=Han}{0,3}[\d一二三四五六七八九十]{1,4}号/u;
const DOOR_BEHIND =
  /^[，,：:\s]{1,2}(?:现?住|家住)?\p{Script=Han}{0,14}(?:[街路巷道弄里组队村社]|胡同)\p{Script=Han}{0,3}[\d一二三四五六七八九十]{1,4}号(?!线|公路|文)/u;

/** 荀来福，红旗街12号: a name directly before a house number. */
function nameAtDoor(sentence: string) {
  if (!DOOR.test(sentence) || OFFICE.test(sentence)) return undefined;
  return privateNames(sentence, scoredNamesIn(sentence)).find(
    ({ score, end }) => score >= MIN_SCORE && DOOR_BEHIND.test(sentence.slice(end, end + 36)),
  );
}

/** The homes of a text. */
export function homesIn(text: string): HomeMatch[] {
  if (!LIVES.test(text) && !DOOR.test(text) && !COUNTED_HOUSE.test(text)) return [];
  const found: HomeMatch[] = [];
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    const at = nameAtDoor(sentence);
    if (at) {
      found.push({ name: at.name, index: index + at.index });
      continue;
    }
    const lives = LIVES.exec(sentence);
    const counted = COUNTED_HOUSE.exec(sentence);
    if (
      counted !== null &&
      PERSON.test(sentence) &&
      !OFFICE.test(sentence) &&
      !SHOP.test(sentence) &&
      !isFacility(sentence)
    ) {
      const [owner] = privateNames(sentence, scoredNamesIn(sentence)).filter(
        ({ score }) => score >= MIN_SCORE,
      );
      found.push({ name: owner?.name ?? counted[0], index: index + (owner?.index ?? counted.index) });
      continue;
    }
    if (lives === null) continue;
    const place = sentence.slice(Math.max(0, lives.index - 40), lives.index + 60);
    if (!PLACE.test(place) || AWAY.test(sentence.slice(Math.max(0, lives.index - 4), lives.index + 4)))
      continue;
    const isAddress = ADDRESS.test(lives[0]) && !OFFICE.test(sentence);
    const [name] = privateNames(sentence, scoredNamesIn(sentence)).filter(
      ({ score, end }) =>
        score >= MIN_SCORE &&
        (isAddress || (end <= lives.index && lives.index - end < MAX_DISTANCE_CHARACTERS)),
    );
    if (name) {
      found.push({ name: name.name, index: index + name.index });
      continue;
    }
    const before = sentence.slice(Math.max(0, lives.index - 6), lives.index);
    const [called] = CALLED.exec(before) ?? [];
    // 他姑的家在村东头，过了桥左手一个铁门: two landmarks identify a home as well as a number does.
    const isWhole = isAddress || /租|^就?是|屋$|宅$/.test(lives[0]);
    const signs = (isWhole ? sentence : sentence.slice(lives.index)).match(PLACES) ?? [];
    if (called === undefined && signs.length >= MIN_SIGNS && !OFFICE.test(sentence)) {
      found.push({
        name: sentence.slice(lives.index, lives.index + MAX_QUOTE_LENGTH),
        index: index + lives.index,
      });
    }
    if (called !== undefined) found.push({ name: called, index: index + sentence.indexOf(called) });
  }
  return found;
}

const HOME_HEAD = /门牌|住址|住处|住哪|住在|家在|家住|地址|哪一?[户家]|位置/;
const OWNER_HEAD = /户主|姓名|老人|谁家|农户|收件人|住户|户名|名字|孩子|学生|人$/;
const STAFF_HEAD = /单位|部门|机构|站|所|负责|电话|窗口|网点|地点名/;

/** The cells of a table with home addresses that have a number. Cells that are complete addresses are found without it. */
export function homesInTable([head = [], ...rows]: Table): Cell[] {
  const heads = head.map(({ text }) => text);
  const homes = heads.findIndex((text) => HOME_HEAD.test(text));
  const isOfPeople = heads.some((text, at) => at !== homes && OWNER_HEAD.test(text));
  if (homes < 0 || !isOfPeople || heads.some((text) => STAFF_HEAD.test(text))) return [];
  return rows.flatMap((row) => {
    const cell = row[homes];
    return cell &&
      /\d|[一二三四五六七八九十]+[号户组]|隔壁|对面|旁边|第.[家户]/.test(cell.text) &&
      !/[号室户]\d*$/.test(cell.text)
      ? [cell]
      : [];
  });
}
