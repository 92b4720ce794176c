/** Rare surnames that are mostly other words in texts, transliterated names of other languages, and words that only look like names. */

/** One of these begins a name only if all other evidence says so. */
export const RARE_SURNAMES = new Set(
  '库厍仝员保候南楼索巴豆祖初伏丰鲜战才字宾居虎操铁矫未斯别藏种琚宛菅泮历么格招仵英央冒随果玄眭洛圣赛戢密同永瓮线朵昂卯俸睢端颉皋弥底拓隽荔妙门黑苌火角冰色盛多青德厚后衣闪禤镡蹇爨逮鞏塔斛宣敏孝仁义礼勇静香丹星春夷清潭源泉涛渊深汉智本朝桃植楚树校森欣正止民河治泥波泽洋浑涵润温溥漕潜炎热烈熙牙物独画留略百盈直真碧神福科第策简米终维罕考职聪肇育能脱腊至舍良芒苍茂莱菜诗调谋贡赏逢郜醋里量释铭锁锐长闻阴院雄集零露鞍预顺颖食骨高鬼魁鲍鸿鸟黎默鼓齐龚侍泰衷粘洗萨者勉回摆海土蓬堵弘旷甫檀郧崇柘慈岐訚陇沐尕',
);

/** Surnames that are far more often verbs and particles at the beginning of a sentence. */
export const VERB_SURNAMES = new Set(
  '能侬问要先那占敬念延续把立补资修买由达回过来过时从应查花干段看通运进起',
);

/** Characters that transliterate the names of Uyghurs, Kazakhs, Kyrgyz and Tajiks. */
const SOUNDS =
  '阿艾爱买提古丽尔依不木江汗帕热孜努合曼玉素甫吐逊斯迪克拉巴哈米尼亚库肉居马赛布都里西吾麦图荪丁卡力别叶沙娜扎达列加那尕生衣山伊莎斯坦希且热木萨比穆罕默德苏来曼托乎地克尤努斯海日妮莎姆祖农肯拜汗恩特塔什';
const MIN_SOUNDS_SHARE = 0.75;

/** The name with dots at the beginning of a text, without the text after it; undefined if none. */
export function isTransliterated(text: string): string | undefined {
  const parts = text.split(/(?=[·•・‧．])/);
  // 学前班的｜穆罕默德·艾力
  if (/[的了在是和班户家等叫给]/.test(parts[0] ?? '')) return undefined;
  const last = parts.at(-1) ?? '';
  const own = Array.from(last.slice(1)).findIndex((character) => !SOUNDS.includes(character));
  const end = (own < 0 ? last : last.slice(0, own + 1)).replace(/不$/, '');
  const name = parts.slice(0, -1).join('') + end;
  const characters = Array.from(name).filter((character) => !/[·•・‧．]/.test(character));
  const sounds = characters.filter((character) => SOUNDS.includes(character)).length;
  return end.length > 1 && sounds >= MIN_SOUNDS_SHARE * characters.length ? name : undefined;
}

/** Those of them that hardly occur in sequence in any other word, and those that may occur between them. */
const ONLY_SOUNDS = '阿艾尔依孜努吐逊迪克拉吾麦荪卡尕伊莎罕姆祖拜丽提曼买甫热亚娜帕玉素库赛';
const AMONG_SOUNDS = '其古合斯巴哈米尼力别叶扎列坦穆默托尤布木江汗肯达波兰什加巴丁都西里沙';
const NO_NAMES_OF_SOUNDS =
  /^(?:阿拉伯|阿克苏|克拉玛|巴基斯|哈萨克|亚麻|拉萨|新疆|乌鲁|伊犁|买卖|提供|尼龙|米兰|阿里|克里米|热带|热米|热力|亚热|麦克|卡拉|拉提|提拉)/;
export const SOUND_BEGINNINGS: readonly string[] = [
  ...ONLY_SOUNDS,
  '巴',
  '布',
  '叶',
  '哈',
  '托',
  '木',
  '穆',
  '古',
  '沙',
  '加',
  '米',
  '尼',
];

/** The run of such characters at a position, three to six, mostly of the first kind; undefined if none. */
export function soundsAt(text: string, index: number): string | undefined {
  let end = index;
  while (end < index + 7 && isSound(text[end] ?? '')) end += 1;
  const run = text.slice(index, end);
  return run.length < 7 && isSounds(run) ? run : undefined;
}

const isSound = (character: string) =>
  character !== '' && (ONLY_SOUNDS.includes(character) || AMONG_SOUNDS.includes(character));

/** Whether a text consists of such characters only, which is enough under a head for names. */
export function hasOnlySounds(text: string): boolean {
  return text.length > 2 && Array.from(text).every(isSound);
}

/** Whether a text is a name written with such characters. */
function isSounds(text: string): boolean {
  const characters = Array.from(text);
  const only = characters.filter((character) => ONLY_SOUNDS.includes(character)).length;
  return (
    text.length > 2 && characters.every(isSound) && only * 2 >= text.length && !NO_NAMES_OF_SOUNDS.test(text)
  );
}

/** Names of no real person: from forms, examples, well-known stories. */
export const NO_PERSONS = new Set(
  '张三 李四 王五 赵六 钱七 孙八 周九 吴十 张小三 李小四 王二 李二 张二 王麻子 王二麻子 王小二 维生素 高岭土 布老虎 布洛芬 毛南族 龙凤胎 武侠小 纪念堂 小明 小红 小刚 小华'.split(
    ' ',
  ),
);
