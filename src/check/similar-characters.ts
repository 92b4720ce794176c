/**
 * Characters that recognition or typing confuses with others of nearly the same shape: 县入民医院, 派岀所, 劳动力布场. Detected by a unigram
 * model of words: with the similar character the text is far more probable than as it is. The words are those of jieba's
 * dictionary, each with its count in the corpus.
 */
import { FIELD_WORDS } from './field-words.ts';
import { OFFICIAL_PAIRS } from './official-pairs.ts';
import { scoredNamesIn } from './person-names/index.ts';
import { isOtherWord, isWord, likeliestCut } from './person-names/segmenter.ts';
import { isInSeries } from './series.ts';
import { SIMILAR_SHAPES } from './similar-shapes.ts';

/** Characters of nearly the same shape, or with a common part; each may be mistaken for any other of its group. */
const GROUPS = [
  '已己巳 日曰目 末未 人入八 士土 千干于 大太犬 天夭无夫 收攻 要耍 问间闻 钱线 贫贪 困因囚 免兔 拔拨 侯候 肋助 折拆析 杜社 疗疔 茉策 出岀',
  '籍藉 旬句 自目白 今令 力刀 办为 玉王 田由甲申 午牛 户尸 乌鸟 师帅 贝见 爪瓜 历厉 幼幻 订汀 休体 传伟 抵低 住往 佳住 仪仅 代伐 优忧',
  '担但 侍待 堡保 例倒 惜借 故做 亭停 偏编 免兑 公分 其具 兵宾 养美 冶治 净争 任凭 刊列 划刘 切初 别刑 到倒 制刮 券卷 刺剌 副幅 荣劳',
  '功动 匠医 化仳 升开 卖买 卡下 印卬 广厂 庄压 原愿 友发 受爱 可司 合台 右古 名各 后石 响晌 吾否 吹次 员贝 资咨 品晶 那哪 啇商 喝渴',
  '团困 园圆 国囯 场扬 坏坯 城诚 培陪 填镇 境镜 壮状 处外 夏复 够狗 奖桨 姓性 婚昏 核孩 宅它 完宗 宣宜 审宙 客容 密蜜 察祭 寺寿 导异',
  '将蒋 层屋居 届屈 币市布 帖贴 带常 帮邦 平乎 年午 床庆 序予 店底 府附 度庶 座坐 延廷 建健 弟第 账帐 徽微 张胀 形刑 役没 征证 律津 得碍',
  '忘忙 快块 怀坏 态志 急总 恢灰 患惠串 您悠 情清 意竟 感惑 慢漫 慰尉 戎戍 我找 扛打 执热 批枇 技枝 投没 报服 抢枪 炉护 抽油 拉垃 招召 佣拥 活括 持待',
  '挂桂 按接 挖控 换挽 损捐 据居 推准 措借 提堤 握屋 搞稿 磨摩 播潘 牧收 改攻 效较 散教 整正 料科 施旋 旁帝 旱早 昨作 晴睛 暂斩 村材衬 木本术 杭机 林材 某其 拒柜 标杯',
  '样祥 根恨 案安 档挡 捡检 绵棉 搂楼 慨概 款软 步少 死列 段假 毒素 民氏 汇江 没设 法去 洗先 话活 脉派 济挤 烧浇 侧测 海每 消肖 涨胀 渠梁 温湿 港巷 源原',
  '满瞒 灌罐 灾灰 焦集 昭照 煤谋 牌脾 物勿 犯范 独烛 坏环 观现 班斑 理埋 甩用 留贸 疫役 病柄 盖盍 直真 眠眼 看着 督睹 短矩 研妍 破彼 票栗 钟种 秋秩',
  '租祖粗组 积织 称你 程呈 税说悦 稳隐 竟竞 等竽 管菅 类关 粮根 精情 给绐 统流 绩债 续读 维推 综踪 缓援 罚罗 群郡 老考 者著 育盲 联朕 能熊 脱说 腿退 船般 花化 范苑 药约 营菅 落洛',
  '街行 补朴 表丧 披被 袋装 栽裁 角用 解懈 认人 让上 议义 讲井 许午 论伦 评抨 诊珍 词同 试式 该孩 详祥 悟语 误娱 请清 谁推 调凋 淡谈 财材 责贵 货贷 费贵 赔培 赠增 超起 越赵 跑泡',
  '路略 较校 输榆 过边 迎仰 运远 近返 还这 违伟 连莲 退腿 适舌 选先 透诱 通桶 速束 造告 逾愈 邮油 部陪 酒洒 重童 量童 针什 键健 锁销 门闩 防妨 阳阴 隐稳 雪雷 预颁 颁领 频烦 题提 额颜',
  '风凤 誉餐 官馆 香杳 骗编 验险 鱼渔 龄岭 帽冒 氧养 缉辑 瞻赡 赡檐 檐瞻 徒徙 汆余 衷哀 即既 戍戌 撤撒 辨辩 暮幕 募慕 卯卵 毫亳 茬荐 粟栗 祟崇 赢羸 肓盲 侥浇 锤捶 拴栓 诀决',
  '庆疾 结洁 训圳 用甪 险睑 业亚 证征正 销消 院浣 资贸 适造 件仵 同冋 帐账 明朋 示小 询洵 生主 疾痪 续绫 缴徼 妇归 孕孑 残戋 贷货 缺缸 镇慎 乡多 村忖 委季 员负 费贵 费废 额领 供洪 养养 灾宎 粮娘 补朴 贴帖 申电 请情 表裘 章草 签鉴 字宇 盖益 章童 复夏 印卯 张帐 户尸 口囗',
  '徐除涂途 让证认 力万刀 缴激邀 证怔症 礼社补 评坪 残浅 疾病疫 准淮 登澄 护沪 镇填 购构沟 报服 缺块 费贵赞 办为 种和 收放 救教 宅宇 档挡 签鉴 津律 领预',
  '陪赔 此比 积机 道首 全金 步岁 牛年 热熟 仍扔 介价 努务 技投 土十 见建 扳报板 是量 宙亩 环坏 毛笔 计针 忖付 兀元 绒线 舌话 饥机 长卡 租祖 脸验 替警 像相 份分 化花 木本 间问 工土 吿告 埸场 挌格 逋通 携携 牧收 兑免 扒扶 幵开 扣打 奌点 阝部 瘴障 杌机 钣饭 亊事 帯带 炙灸 末未 份伤仿纷 所厅 社让 文交 记计 政玫攻 错惜措借 簿薄 险俭检捡 定走是 局周居 成戚戌咸 议异义 保葆 众从 幢憧 栋拣 免勉兔 领颌 助肋 障璋瘴 费赘 孤弧狐 寡募 护沪 龄铃 残歼 疗辽 院浣 诵通涌 惠慧 缴激 贴帖站 养羊 补朴扑 汇江 种钟 窗窖 厅斤 核孩 章草 栏拦 拨拔 款欸 政致 策荣 审宙 批挑 登豋 托讬 委季 盖益',
].join(' ');

/** Characters with one common part, which remains in a blurred scan: 查旬 for 查询. */
const COMMON_PARTS = [
  '旬询洵徇 何伺河荷呵 活洁话括 章竟竞童 三兰二 青清请情晴睛精静 方放防访房纺仿妨 包抱饱炮跑泡胞 各格路略络洛 主住注柱驻往 且租组祖阻粗助姐 召招照超昭绍 交校较效郊胶',
  '干杆肝赶汗旱秆 工功攻红江项 古故固姑枯苦估 化花华货 几机饥肌 己记纪起忌 巨距拒矩柜 可何河哥 良粮浪狼朗 令领龄零岭铃 录绿禄 每海悔侮敏梅 门们问闻间闷 免晚勉挽 莫模膜慕墓暮幕',
  '皮破坡披波玻彼 平评苹坪 其期棋旗基 奇骑寄椅 欠次欢饮炊 乔桥娇骄轿 求球救 取趣聚 容溶熔 少抄吵炒妙沙纱 申伸神绅 生性姓胜牲星 式试拭 寿涛筹 束速辣 司词饲伺 台治始抬冶 唐糖塘 廷挺庭艇',
  '同铜桶洞筒 屯顿吨纯 王旺汪狂 委矮 未味妹 文纹蚊 希稀 先洗选 相想箱厢 象像橡 肖消销削 刑形型 央英映秧 阳扬杨汤场肠 羊洋样养详 义议仪 因恩烟姻 用拥 由油抽轴袖邮 予预序舒 原源愿 元远园院玩完',
  '员损圆 责债绩积 曾增赠 占站战粘贴帖 长张涨账胀 真镇填慎 争睁净静 正证政征整症 支枝技歧 知智 直植值置殖 至致到倒 中钟种忠冲 周调绸 朱株珠 专转传砖 准谁推难维堆 宗综踪棕 走徒赴 足捉促 尊遵 作昨炸诈 坐座挫',
  '代伐化 侍持待诗 焚浇烧 佰百 票栗 间问 持侍 伤 征证 查香 标际 示 焦集 惠患 益盖 款 受爱 领颂 符付 合台 审宙 准淮 核该刻 补 拨 缴邀 登 宣宜 贷 减 项顶须 续读 抚扶 复 履 疾 险 购沟构 汽气 优忧扰',
].join(' ');

/** Minimum gain in probability, as the natural logarithm of the ratio: see the test for what it finds and spares. */
const MIN_GAIN = 6;
/** The same for pairs that only the pixels of a font show: 吵嘛 is no 吵嚷 (7.4), 黄板蓝板 no 黄板篮板 (7.7). */
const MIN_SHAPE_GAIN = 8;
const MIN_PART_GAIN = 7;
/** Added to the gain of a word of our field: its odds are that much higher here than in the news of the corpus. */
const FIELD_GAIN = 3;
/** Required in addition where the written characters are a word as well. */
const WORD_PENALTY = 3;
/** Number of characters examined on either side. */
const CONTEXT_LENGTH = 5;
const MAX_WORD_LENGTH = 4;

/** A mistaken character: the start of the word with it, the word as it is, and the intended one. */
export interface MistakenCharacter {
  index: number;
  word: string;
  meant: string;
}

/** Maps a character to similar ones. */
const similar = new Map<string, string>();
const similarByPart = new Map<string, string>();
const similarByShape = new Map<string, string>();
const addGroups = (groups: string, to: Map<string, string>) => {
  for (const group of groups.split(' ')) {
    for (const one of group) to.set(one, (to.get(one) ?? '') + group.replace(one, ''));
  }
};
addGroups(GROUPS, similar);
addGroups(COMMON_PARTS, similarByPart);
for (const shape of SIMILAR_SHAPES.split(' ')) {
  const [one = '', ...others] = shape;
  similarByShape.set(one, others.filter((other) => !similar.get(one)?.includes(other)).join(''));
}

const DOT = /[·•・‧]/;

/** 红商发〔2026〕5号: an abbreviation of offices. */
const DOCUMENT_YEAR = /^[〔［[【]20\d\d/;

/** The mistaken characters of a text, in order. */
export function mistakenCharacters(text: string): MistakenCharacter[] {
  const found: MistakenCharacter[] = [];
  for (const { 0: run, index } of text.matchAll(/\p{Script=Han}{2,}/gu)) {
    if (DOCUMENT_YEAR.test(text.slice(index + run.length, index + run.length + 5))) continue;
    // 科维托娃·佩内塔: characters that only write sounds.
    if (DOT.test(text.charAt(index - 1)) || DOT.test(text.charAt(index + run.length))) continue;
    for (let at = 0; at < run.length; at += 1) {
      const others = replacementsAt(run, at);
      const meant = others.length > 0 ? meantAt(run, at, others) : undefined;
      if (meant === undefined || (isInRareWord(run, at) && !FIELD_WORDS.has(meant.meant))) continue;
      // 5元善款: the unit of a figure begins no word.
      if (meant.index === 0 && /\d/.test(text.charAt(index - 1))) continue;
      // A single character is a word of its own, or a name: 新悦动, 每卡.
      if (meant.meant.length === 1 && !FIELD_WORDS.has(meant.meant)) continue;
      if (isProperName(meant, run) || isInVariety(text, index + meant.index)) continue;
      if (isInName(run, at) || (!FIELD_WORDS.has(meant.meant) && isInSeries(text, index + at))) continue;
      // 机主｜凭确认表: its first character ends another word.
      if (meant.index < at && FIELD_WORDS.has(run.slice(Math.max(0, meant.index - 1), meant.index + 1)))
        continue;
      found.push({ ...meant, index: index + meant.index });
    }
  }
  return found;
}

/** Characters that write names from abroad. */
const OF_ABROAD = '斯克德尔特布莱恩伦顿森利奇蒂夫佐迪吉格伯姆兹茨鲁普撒维纳拉罗卡梅洛托基班米乌波娅娃玛达';
/** Surnames that recognition does not make of other characters; behind them is a given name. */
const SURNAMES =
  '梅董杨李张刘陈赵黄周吴徐孙胡朱郭罗梁宋郑谢韩唐冯萧曹袁邓傅沈曾彭吕苏卢蒋蔡贾魏薛叶阎潘杜戴汪姜范姚谭廖邹熊陆郝崔康邱秦顾侯邵孟段雷钱尹黎武乔贺赖庞樊殷陶洪翟颜倪芦俞鲁葛伍韦尤毕聂丛焦柳邢岳莫庄辛祝左涂祁耿詹凌甄裴';
/** 梅湾, 井店: a village. */
const PLACE_END = /^\p{Script=Han}[湾庄沟店坪岭桥屯堡寨塘坝]$/u;
/** 一卡, 四卡: a counted thing; 该电站: one that was mentioned. */
const COUNTED = /^(?:[一二两三四五六七八九十几每各半]\p{Script=Han}$|[该本此]\p{Script=Han}{2,3}$)/u;
/** 三次, 二楼: a measure behind a numeral. */
const MEASURED = /[次年份楼层天月日岁户人元块亩个位名组队本张件斤里米级档类条项方]$/u;
const PLACE_BEHIND = /^(?:[镇乡县市区村州省寨屯]|街道|大道)/;

/** 沙溪｜镇, 卡梅伦, 全氏, 林某及某公司: a name of a place, from abroad or of a family, or no name at all. */
function isProperName({ index, word, meant }: MistakenCharacter, run: string): boolean {
  if (FIELD_WORDS.has(meant)) return false;
  if (word.endsWith('氏') || word.includes('某')) return true;
  if (PLACE_END.test(word) || (COUNTED.test(word) && !MEASURED.test(meant))) return true;
  if (word.length === 2 && SURNAMES.includes(word.charAt(0)) && meant.charAt(1) === word.charAt(1))
    return true;
  if (PLACE_BEHIND.test(run.slice(index + word.length, index + word.length + 2))) return true;
  return Array.from(word).every((character) => OF_ABROAD.includes(character));
}

/** The sentence is about seed. */
const OF_SEED = /[稻麦谷秧]|玉米|油菜|大豆|棉花|花生|杂交|种子|良种|品种|亩产|制种/;
/** Varieties are named after the parents of their cross: 晶两优华占, 荃优822, 农香32, 华占. */
const VARIETY =
  /^[A-Z]?\p{Script=Han}{0,3}(?:[优香占糯籼粳油麦豆丰单][\p{Script=Han}]{0,3})(?:\d{1,5}号?)?$/u;
const CROSS = /优|[占香籼粳糯]/;
const MAX_VARIETY_LENGTH = 10;

/** Whether a word is part of the name of a variety that stands between marks, in a sentence about seed. */
function isInVariety(text: string, index: number): boolean {
  const sentence =
    (/[^。！？\n]*$/u.exec(text.slice(Math.max(0, index - MAX_SENTENCE_LENGTH), index))?.[0] ?? '') +
    (/^[^。！？\n]*/u.exec(text.slice(index, index + MAX_SENTENCE_LENGTH))?.[0] ?? '');
  if (!OF_SEED.test(sentence)) return false;
  const before =
    /[\p{Script=Han}A-Z\d]*$/u.exec(text.slice(Math.max(0, index - MAX_VARIETY_LENGTH), index))?.[0] ?? '';
  const after = /^[\p{Script=Han}A-Z\d]*/u.exec(text.slice(index, index + MAX_VARIETY_LENGTH))?.[0] ?? '';
  const name = before + after;
  return name.length <= MAX_VARIETY_LENGTH && CROSS.test(name) && VARIETY.test(name);
}

const MAX_SENTENCE_LENGTH = 60;

/** All similar characters of one, by whatever relation. */
export function allSimilar(character: string): readonly string[] {
  const known = allByCharacter.get(character);
  if (known !== undefined) return known;
  const maps = [similar, similarByPart, similarByShape];
  const all = [...new Set(maps.map((each) => each.get(character) ?? '').join(''))];
  allByCharacter.set(character, all);
  return all;
}

const allByCharacter = new Map<string, readonly string[]>();

/** What depends on a character and on so many on either side; most sentences of a county are made of the same phrases. */
const NEIGHBOURS = 2;
const replacementsByPhrase = new Map<string, readonly string[]>();
const MAX_CACHED_PHRASES = 100_000;

/** Similar characters for one that forms no word with its neighbours, and that would form one. */
function replacementsAt(run: string, at: number): readonly string[] {
  const own = Math.min(NEIGHBOURS, at);
  const phrase = run.slice(at - own, at + NEIGHBOURS + 1);
  const key = `${own}${phrase}`;
  const known = replacementsByPhrase.get(key);
  if (known !== undefined) return known;
  const replacements = findReplacements(phrase, own);
  if (replacementsByPhrase.size >= MAX_CACHED_PHRASES) replacementsByPhrase.clear();
  replacementsByPhrase.set(key, replacements.length === 0 ? NONE : replacements);
  return replacements;
}

const NONE: readonly string[] = [];

/** The same for the character at `at` of a phrase, which has no more than the neighbours. */
function findReplacements(run: string, at: number): readonly string[] {
  const others = allSimilar(run.charAt(at));
  if (others.length === 0) return [];
  const [before, after] = [run.charAt(at - 1), run.charAt(at + 1)];
  for (const pair of [before + run.charAt(at), run.charAt(at) + after])
    if (FIELD_WORDS.has(pair) || OFFICIAL_PAIRS.has(pair)) return [];
  const makesPair = (character: string) =>
    (before !== '' && isWord(before + character)) || (after !== '' && isWord(character + after));
  // 结婚征: none of the pairs in 结婚证 is a word.
  const makesWord = (character: string) =>
    makesPair(character) || (!makesPair(run.charAt(at)) && makesTriple(run, at, character));
  // 低收人家庭: 人家 is a word by chance.
  if (makesWord(run.charAt(at))) {
    const makesFieldWord = (character: string) =>
      FIELD_WORDS.has(before + character) ||
      FIELD_WORDS.has(character + after) ||
      (FIELD_WORDS.has(run.slice(Math.max(0, at - 2), at) + character) &&
        BEHIND_NOUN.test(run.slice(at + 1)));
    return makesFieldWord(run.charAt(at)) ? [] : others.filter(makesFieldWord);
  }
  // 千干万干 is no 千千万.
  return others.filter((other) => other !== before && other !== after && makesWord(other));
}

/** What follows a noun: the end, a particle, a floor. */
const BEHIND_NOUN = /^(?:$|[和及的复原在盖办领开合]|[一二三四五六七八九]楼)/;

/** 居住让: a word of the field with its last character mistaken, before what follows a noun. */
function fieldWordAt(run: string, at: number, others: readonly string[]): MistakenCharacter | undefined {
  const before = run.slice(Math.max(0, at - 2), at);
  if (before.length < 2 || !BEHIND_NOUN.test(run.slice(at + 1))) return undefined;
  const other = others.find((each) => FIELD_WORDS.has(before + each));
  const written = before + run.charAt(at);
  if (other === undefined || isOtherWord(written) || OFFICIAL_PAIRS.has(written)) return undefined;
  return { index: at - 2, word: written, meant: before + other };
}

/** Whether a character makes a word of three with its neighbours. */
function makesTriple(run: string, at: number, character: string): boolean {
  const around = run.slice(Math.max(0, at - 2), at) + character + run.slice(at + 1, at + 3);
  const own = Math.min(2, at);
  for (let start = 0; start <= own; start += 1) {
    const word = around.slice(start, start + 3);
    if (word.length < 3 || start + 3 <= own) continue;
    // 办什么: 什么 is a word of its own after any verb.
    if (FIELD_WORDS.has(word) || (isWord(word) && !(start === own && isWord(word.slice(1))))) return true;
  }
  return false;
}

const MIN_NAME_SCORE = 3.5;

/** Whether a character is part of a person's name: 瞿二牛. */
function isInName(run: string, at: number): boolean {
  const from = Math.max(0, at - CONTEXT_LENGTH);
  const context = run.slice(from, at + CONTEXT_LENGTH);
  return scoredNamesIn(context).some(
    ({ score, index, end }) => score >= MIN_NAME_SCORE && from + index <= at && at < from + end,
  );
}

/** Whether a word of two to four characters of the whole dictionary contains a character: the model has only frequent ones. */
function isInRareWord(run: string, at: number): boolean {
  for (let length = 2; length <= MAX_WORD_LENGTH; length += 1) {
    for (let start = Math.max(0, at - length + 1); start <= at && start + length <= run.length; start += 1) {
      if (isOtherWord(run.slice(start, start + length))) return true;
    }
  }
  return false;
}

/** The word that a paragraph break splits, as 农|村局 between 县农业农 and 村局负责; undefined if it splits none. */
export function wordAcross(before: string, after: string): string | undefined {
  const left = /\p{Script=Han}{1,5}$/u.exec(before)?.[0] ?? '';
  const right = /^\p{Script=Han}{1,5}/u.exec(after)?.[0] ?? '';
  if (left === '' || right === '') return undefined;
  const { starts, logProbability } = likeliestCut(left + right);
  const apart = likeliestCut(left).logProbability + likeliestCut(right).logProbability;
  if (logProbability - apart < MIN_GAIN) return undefined;
  const at = starts.findLastIndex((start) => start < left.length);
  return (left + right).slice(starts[at], starts[at + 1]);
}

const FIELD_LENGTHS = [2, 3];

/** Whether a word of the field of this length covers the position. */
function isFieldWordAt(text: string, at: number, length: number): boolean {
  for (let start = Math.max(0, at - length + 1); start <= at; start += 1)
    if (FIELD_WORDS.has(text.slice(start, start + length))) return true;
  return false;
}

function minGain(written: string, other: string): number {
  if (similar.get(written)?.includes(other)) return MIN_GAIN;
  return similarByPart.get(written)?.includes(other) ? MIN_PART_GAIN : MIN_SHAPE_GAIN;
}

function meantAt(run: string, at: number, others: readonly string[]): MistakenCharacter | undefined {
  const from = Math.max(0, at - CONTEXT_LENGTH);
  const context = run.slice(from, at + CONTEXT_LENGTH + 1);
  const written = likeliestCut(context);
  const ofField = fieldWordAt(run, at, others);
  if (ofField !== undefined) return ofField;
  const own = written.starts.indexOf(at - from);
  // A part of a longer word is not changed.
  if (own < 0 || (written.starts[own + 1] ?? context.length) > at - from + 1) return undefined;
  const [before, after] = [run.charAt(at - 1), run.charAt(at + 1)];
  const isWordNow =
    (before !== '' && isWord(before + run.charAt(at))) || (after !== '' && isWord(run.charAt(at) + after));
  let best = { gain: 0, meant: '' };
  for (const other of others) {
    const min = minGain(run.charAt(at), other);
    const meant = context.slice(0, at - from) + other + context.slice(at - from + 1);
    const isOfField = FIELD_LENGTHS.some((length) => isFieldWordAt(meant, at - from, length));
    const gain = likeliestCut(meant).logProbability - written.logProbability + (isOfField ? FIELD_GAIN : 0);
    if (gain >= min + (isWordNow ? WORD_PENALTY : 0) && gain > best.gain) best = { gain, meant };
  }
  if (best.meant === '') return undefined;
  const { starts } = likeliestCut(best.meant);
  const word = starts.findLastIndex((start) => start <= at - from);
  const [start = 0, end = best.meant.length] = [starts[word], starts[word + 1]];
  // 形近字校对: the pair is not a word if it ends within one.
  const isWhole = [start, end].every((edge) => edge === context.length || written.starts.includes(edge));
  if (!isWhole && !FIELD_WORDS.has(best.meant.slice(start, end))) return undefined;
  return { index: from + start, word: context.slice(start, end), meant: best.meant.slice(start, end) };
}
