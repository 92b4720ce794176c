/**
 * Everyday words for subjects that pages name differently: villagers type 借点钱 for a page with 贷款. A page whose title or keywords have the
 * name is indexed under the everyday words too. Words of the language, not of a county. Runs in the build.
 */

/** A name used by pages, and its everyday words. */
interface Synonyms {
  name: RegExp;
  /** The same matter in other words: has the weight of `asked`. */
  same: string;
  /** Near it, and no proof that a page is about it: weighs as text. */
  near?: string;
}

const synonyms: readonly Synonyms[] = [
  {
    name: /贷款|信贷|借款/,
    same: '借钱 借点钱 借些钱 贷点钱 缺钱 差钱 差点钱 没本钱 凑不够钱',
    near: '没钱 周转 投本',
  },
  {
    name: /养殖|畜牧|牲畜|牲口/,
    same: '',
    near: '养牛 养羊 养猪 养鸡 养鸭 养鱼 养蜂 养驴 喂牛 喂羊 喂猪 喂鸡 买牛 买羊 买猪 买鸡 猪场 羊圈 牛棚 养殖场',
  },
  { name: /种植|种地|种养/, same: '', near: '种菜 种树 种果 种药材 种核桃 种苹果 种蘑菇 大棚 果园' },
  {
    name: /低保|最低生活|收入太?低|低收入/,
    same: '家里穷 太穷 很穷 没钱 没收入 没人挣钱 揭不开锅 吃不上饭 吃不起饭',
  },
  {
    name: /临时救助|救急|急难|应急救助/,
    same: '没钱 急用钱 钱不够 缺钱 出事了 花光 住院押金 没钱交押金 起火 失火 火灾 火烧 塌房 砸伤 烧了 病倒 重病 大病 没钱治 治不起 出车祸 撞车 车撞 遭灾 揭不开锅',
  },
  { name: /大病/, same: '重病 病倒 得癌 癌症 白血病 尿毒症 治不起 没钱治' },
  {
    name: /残疾/,
    same: '眼睛看不见 看不见东西 腿瘸 瘸了 瘸子 瘫痪 瘫了 偏瘫 瘫在床 瘫在炕 眼瞎 失明 盲人 聋哑 聋了 哑巴 残了 腿残 手残 落下残疾 断了 聋 瞎 智障 截肢 断腿 腿断 胳膊断 手断 轮椅 半身不遂 腿脚不便 下不了床 脑瘫 中风 自闭症 痴呆 耳聋 耳朵聋 瞎了',
    near: '看不见 听不见 不会说话 精神病 要人照顾',
  },
  { name: /养老金|养老保险|养老待遇/, same: '养老钱 退休金 退休钱 退休 老年金 养老费', near: '老了' },
  {
    name: /特困|五保|孤寡|孤儿/,
    same: '没儿没女 没儿女 无儿无女 没人养 没人管 谁养 孤寡 光棍 没后人 一个人过 没成家 打光棍',
    near: '养老院 福利院 敬老院',
  },
  { name: /公益岗|公益性岗位/, same: '扫大街 扫马路 扫地 环卫 保洁 护林 巡山 看山' },
  { name: /就业|找工作|招工|务工|公益岗/, same: '没活干 找不到活 找活 没工作 没事干 干活 挣钱 挣点钱' },
  {
    name: /职校|中职|职高|技校|中专|职业学校|雨露/,
    same: '职高 职中 卫校 技工学校 技师学院 中技 中专 技校 高职 职业高中',
  },
  { name: /助学|学费|上学|资助/, same: '念书 念不起 读书 上不起学 供娃 供学生 学杂费' },
  {
    name: /法律|律师|官司/,
    same: '告状 起诉 想告 打官司 讨薪 欠薪 拖欠工资 工资不给 不给工钱 欠工钱 讨工钱 维权 工伤 干活受伤 工地受伤 工地摔 摔伤 砸伤 老板不管 借钱不还 不还钱 要账 要债 不退押金 押金不退 退押金 租房',
  },
  { name: /医保|合作医疗|医疗保险/, same: '新农合 农合 合作医疗 医保卡 看病报销 住院报销 报药费' },
  { name: /危房|住房安全|农房/, same: '房子塌 房子漏 漏雨 土坯房 旧房翻新 房要塌' },
  { name: /宅基地|建房|农房/, same: '盖房 批地基 批宅基 起房子' },
  { name: /取暖|供暖|清洁能源/, same: '烧煤 煤改电 暖气 冬天冷 炉子' },
  { name: /高龄|长寿|老年津贴|老龄/, same: '高龄补贴 高龄津贴 长寿钱 老年补贴 老年津贴 尊老金' },
  { name: /生育|孕产|产假|育儿|生了?孩子/, same: '生娃 生孩子 怀孕 坐月子 二胎 三胎' },
  { name: /退役|优抚|军人|参军|征兵/, same: '当兵 退伍 老兵 复员 转业 入伍' },
  { name: /农机|农业机械/, same: '拖拉机 收割机 旋耕机 播种机' },
  { name: /种粮|地力|粮食|粮补/, same: '种粮补 种地补 地补 粮补 种玉米 种麦' },
  { name: /农业保险|养殖保险/, same: '猪死了 牛死了 羊死了 庄稼淹 下雹子 遭雹' },
  { name: /饮水|供水|自来水/, same: '没水吃 水管 停水 吃水难' },
  { name: /培训|技能/, same: '学技术 学手艺 学本事' },
  { name: /丧葬|殡葬|火化|抚恤/, same: '人没了 去世 过世 办丧事 火葬 埋葬' },
  { name: /户口|户籍/, same: '上户口 迁户口 落户 户口本' },
  {
    name: /家暴|家庭暴力/,
    same: '打老婆 打媳妇 男人打 老公打 丈夫打 打我 打我妈 打人 挨打 被打 打妈 打孩子 往死里打 动手打 打伤',
  },
  { name: /婚姻|结婚/, same: '领证 结婚证 领结婚证' },
  { name: /幼儿园|学前/, same: '托儿所 上幼儿园 入园' },
  { name: /公交|客运|老年卡|乘车/, same: '坐车 班车 公交卡 老年卡' },
  { name: /体检|义诊|筛查/, same: '查体 检查身体 量血压 看医生' },
  {
    name: /老人|老年|养老|敬老|高龄/,
    same: '',
    near: '爷爷 奶奶 爸爸 妈妈 老爸 老妈 姥姥 姥爷 外公 外婆 公公 婆婆 老汉 老太太 老两口 老伴',
  },
  { name: /孩子|学生|儿童|幼儿|上学/, same: '', near: '娃 娃娃 孩子 小孩 儿子 女儿 闺女 孙子 孙女 外孙' },
  { name: /妇女|生育|孕产/, same: '', near: '媳妇 老婆 儿媳 闺女 妻子' },
];

/** The everyday words for title and keywords, each once; the names of audiences only add related words. */
export function everydayWords(
  names: readonly string[],
  audiences: readonly string[] = [],
): { same: string[]; near: string[] } {
  const text = names.join('\n');
  const all = [...names, ...audiences].join('\n');
  return {
    same: wordsOf(synonyms.filter(({ name }) => name.test(text)).map(({ same }) => same)),
    near: wordsOf(synonyms.filter(({ name }) => name.test(all)).map(({ near = '' }) => near)),
  };
}

function wordsOf(lists: readonly string[]): string[] {
  return [...new Set(lists.flatMap((list) => list.split(' ')))].filter((word) => word !== '');
}
