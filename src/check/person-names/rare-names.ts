/** Surnames that few people have and texts have as other words, how names of other languages are written, and what only looks like a name. */

/** One of these begins a name where all the rest says so. */
export const RARE_SURNAMES = new Set(
  '厍仝员保候南楼索巴豆祖初伏丰都鲜战才字宾居虎操铁矫未斯别藏种琚宛菅泮历么格招仵英央冒随果玄眭洛圣赛戢密同永瓮线朵昂卯俸睢端颉皋弥底拓隽荔妙门黑苌火角冰色母盛多青德厚后衣闪禤镡蹇爨逮鞏塔斛宣敏孝仁义礼勇静香丹星春夷清潭源泉涛渊深汉智本朝桃植楚树校森欣正止民河治泥波泽洋浑涵润温溥漕潜炎热烈熙牙物独画留略百盈直真碧神福科第策简米终维罕老考职聪肇育能脱腊至舍良芒苍茂莱菜诗调谋贡赏逢郜醋里量释重铭锁锐长闻阴院雄集零露鞍预顺颖食骨高鬼魁鲍鸿鸟黎默鼓齐龚',
);

/** Surnames that begin far more sentences as verbs and little words. */
export const VERB_SURNAMES = new Set('问要先那占敬念延续把立补资修买由达回过来过时从应查花干段看通运进起');

/** Characters by which names of the Uyghurs, Kazakhs, Kyrgyz and Tajiks are written in Chinese. */
const SOUNDS =
  '阿艾爱买提古丽尔依不木江汗帕热孜努合曼玉素甫吐逊斯迪克拉巴哈米尼亚库肉居马赛布都里西吾麦图荪丁卡力别叶沙娜扎达列加那尕生衣山伊莎斯坦希且热木萨比穆罕默德苏来曼托乎地克尤努斯海日妮莎姆祖农肯拜汗恩特塔什';
const MIN_SOUNDS_SHARE = 0.75;

/** The name with dots at the beginning of a text, without what follows it; undefined where it is none. */
export function isTransliterated(text: string): string | undefined {
  const parts = text.split(/(?=[·•・‧．])/);
  const last = parts.at(-1) ?? '';
  const own = Array.from(last.slice(1)).findIndex((character) => !SOUNDS.includes(character));
  const end = own < 0 ? last : last.slice(0, own + 1);
  const name = parts.slice(0, -1).join('') + end;
  const characters = Array.from(name).filter((character) => !/[·•・‧．]/.test(character));
  const sounds = characters.filter((character) => SOUNDS.includes(character)).length;
  return end.length > 1 && sounds >= MIN_SOUNDS_SHARE * characters.length ? name : undefined;
}

/** Nobody's name: what stands in a form, in an example, in a story that everybody knows. */
export const NO_PERSONS = new Set(
  '张三 李四 王五 赵六 钱七 孙八 周九 吴十 张小三 李小四 王二 李二 张二 王麻子 王二麻子'.split(' '),
);
