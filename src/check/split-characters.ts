/**
 * Characters that recognition has read as two, left and right: 申言青 for 申请, 审木亥 for 审核. The parts of the 3,500 common characters are from the
 * CJK Decomposition Data (Gavin Grover and others, https://github.com/amake/cjk-decomp, used under the MIT licence), with 言, 金, 人, 才, 食, 示, 衣
 * and 文 for the forms that they have as parts.
 */
import { FIELD_WORDS } from './field-words.ts';
import { isFrequentWord, isWord, likeliestCut } from './person-names/segmenter.ts';

/** Each left part, followed by pairs of a right part and the whole. */
const PARTS =
  ' ' +
  '人十什二仁又仅卜仆九仇乃仍子仔也他丈仗寸付山仙弋代义仪门们卬仰中仲牛件介价壬任方仿尹伊五伍犬伏戈伐木休尤优火伙韦伟专传仑伦为伪白伯古估半伴令伶申伸司伺以似田佃旦但立位氐低主住左佐右佑本体可何弗佛乍作尔你用佣圭佳吏使至侄多侈列例寺侍共供衣依夹侠吕侣尧侥贞侦则侧乔侨每侮更便足促我俄肖俏利俐谷俗孚俘呆保言信两俩佥俭府俯奄俺到倒屈倔尚倘奇倚昔借昌倡卷倦责债直值顷倾叚假畏偎扁偏故做亭停建健禺偶俞偷尝偿旁傍诸储崔催敖傲象像曾僧辟僻需儒匕化 ' +
  '岂几凯 七刀切 衣刀初卜补寸衬夭袄包袍由袖末袜皮被伏袱谷裕君裙库裤果裸卦褂曷褐辱褥退褪禁襟 又力劝寸对戈戏欠欢艮艰见观隹难鸟鸡 工力功凡巩页项 力口加 云力动鬼魂 且力助 去力劫 厉力励 孛力勃 员力勋 革力勒化靴巴靶圭鞋安鞍便鞭 甚力勘斗斟 堇力勤 十办协 ' +
  '圭卜卦寸封 臣卜卧 耳又取止耻火耿令聆卯聊只职关联总聪 余又叙斗斜 半反叛 ' +
  '口刀叨八叭丁叮十叶又叹刁叼几叽于吁乞吃幺吆土吐下吓马吗今吟犬吠巴吧屯吨分吩斤听亢吭允吮支吱少吵及吸欠吹勿吻孔吼牙呀内呐区呕仓呛乌呜尼呢未味可呵申呻乎呼出咄乍咋永咏付咐古咕加咖龙咙列咧米咪交咬自咱亥咳因咽共哄多哆圭哇合哈向响艾哎亚哑华哗约哟我哦肖哨里哩那哪孝哮甫哺亨哼言唁矣唉劳唠奂唤即唧虎唬隹唯昌唱垂唾肯啃阿啊非啡卑啤舍啥拉啦拍啪罗啰肃啸帝啼畏喂剌喇侯喉咸喊耑喘曷喝宣喧查喳贲喷俞喻臭嗅桑嗓耆嗜翁嗡索嗦麻嘛属嘱朝嘲觜嘴斯嘶喜嘻黑嘿豪嚎襄嚷爵嚼鸟鸣 ' +
  '禾口和干秆火秋中种斗科少秒必秘且租平秤央秧失秩只积尔称吉秸多移岁秽希稀呈程肖稍兑税隹稚周稠急稳舀稻家稼高稿惠穗 ' +
  '土也地及圾止址匀均方坊欠坎不坏亢坑夬块云坛贝坝文坟皮坡申坤旦坦平坪丕坯可坷立垃朵垛后垢夸垮更埂矣埃里埋成城或域阜埠隹堆是堤甚堪者堵唐塘真填竟境啬墙曾增虚墟敦墩襄壤 夕卜外 句多够 ' +
  '女又奴乃奶干奸也她子好口如己妃马妈户妒支妓夭妖少妙方妨尼妮未妹母姆台始且姐古姑生姓兆姚老姥夷姨因姻圭娃乔娇良娘那娜我娥吴娱宛婉昏婚审婶胥婿某媒眉媚息媳家嫁叟嫂疾嫉兼嫌敕嫩 子小孙瓜孤亥孩 卵孚孵 身寸射弓躬区躯朵躲尚躺 京尤就 ' +
  '山乞屹与屿区岖令岭夹峡我峨肖峭奇崎屈崛 巾凡帆长帐白帕占帖只帜隹帷冒帽晃幌童幢 幺力幼 弓也弛长张尔弥玄弦瓜弧单弹虽强 彳殳役切彻皮彼主往正征寺待艮很回徊聿律余徐走徒非徘卸御盾循亍行 尉心慰 占戈战 翟戈戳 ' +
  '才卜扑八扒丁打乃扔工扛口扣丸执广扩丑扭分扮止扯尤扰反扳夫扶比批厄扼戈找支技少抄巴把卬抑予抒爪抓殳投斗抖亢抗斤折无抚区抠仑抡仓抢户护皮披台抬包抱氐抵末抹甲押由抽弗拂主拄旦担斥拆母拇立拉半拌白拍令拎另拐巨拒石拓幼拗句拘出拙召招以拟龙拢用拥兰拦宁拧发拨舌括式拭丞拯共拱全拴考拷并拼曳拽合拾寺持圭挂旨指安按夸挎兆挑夹挟尧挠当挡争挣齐挤军挥矣挨那挪坐挫辰振廷挺免挽吾捂甬捅困捆足捉别捌旱捍肖捎甫捕劳捞员损佥捡奂换岛捣奉捧居据垂捶奈捺念捻欣掀店掂受授卓掉非排屈掘京掠妾接空控隹推奄掩昔措郑掷参掺柔揉苗描是提屋握耑揣皆揩秋揪曷揭爰援览揽阁搁娄搂觉搅差搓蚤搔叟搜高搞般搬隽携聂摄罢摆难摊率摔崔摧莫摸敝撇掌撑散撒斯撕童撞毳撬番播最撮巽撰辇撵感撼雷擂亶擅禽擒察擦 ' +
  '文武斌 米斗料子籽分粉立粒且粗占粘良粮卒粹青精胡糊羔糕唐糖造糙曹糟康糠需糯 车斤斩九轨干轩专转仑轮欠软由轴乔轿交较甫辅两辆俞输害辖展辗 其斤斯月期欠欺 亲斤新 日寸时广旷王旺月明央映未昧乍昨召昭向晌西晒尧晓免晚每晦析晰青晴京晾叚暇爰暖音暗署曙 ' +
  '月蒙朦力肋几肌寸肘土肚工肛干肝殳股支肢夫肤巴肥方肪亢肮中肿长胀办胁旦胆台胎半胖丕胚生胜包胞龙胧夷胰各胳交胶匈胸旨脂危脆永脉庄脏齐脐农脓孛脖却脚甫脯兑脱佥脸卑脾昔腊夜腋空腔宛腕星腥思腮复腹泉腺贰腻退腿旁膀堂膛莫膜彭膨豕豚 ' +
  '木卜朴几机又权干杆才材寸村丈杖土杜工杠亢杭不杯公松反板及极勾构王枉斤析支枝区枢仓枪风枫古枯丙柄白柏甘柑巨柜宁柠主柱卯柳市柿册栅示标戋栈东栋兰栏对树全栓西栖交校朱株羊样亥核艮根各格圭桂兆桃匡框同桐吉桔当档乔桥华桦庄桩甬桶每梅邦梆更梗肖梢吾梧弟梯戒械佥检帛棉其棋昆棍奉棒宗棕朋棚果棵官棺奇椅直植隹椎叔椒耶椰春椿皆楷娄楼既概览榄俞榆郎榔容榕旁榜窄榨留榴鬼槐监槛曹槽章樟莫模黄横婴樱敢橄矞橘登橙象橡厨橱亶檀詹檐蒙檬目相 ' +
  '斤欠欣 区欠欧殳殴鸟鸥 谷欠欲 曷欠歇 兼欠歉 哥欠歌 止匕此支歧 歹千歼央殃旬殉朱殊戋残直殖 亡民氓 涑欠漱 火丁灯土灶勺灼山灿户炉欠炊少炒亢炕玄炫巨炬包炮乍炸乐烁兰烂共烘各烙虫烛因烟考烤页烦尧烧旱焊奂焕皇煌某煤扇煽息熄容熔然燃暴爆 片反版卑牌 ' +
  '牛土牡勿物生牲寺特西牺 南犬献 王久玖马玛元玩不环见现令玲占玷皮玻册珊朱珠求球良琅里理林琳京琼耑瑞鬼瑰离璃 票瓜瓢风飘 襄瓜瓤 并瓦瓶 舌甘甜忝舔辛辞 生男甥 田半畔各略寿畴奇畸 白勺的告皓完皖鬼魄 刍皮皱隹雏 ' +
  '目丁盯屯盹分盼民眠乏眨米眯匡眶艮眼争睁来睐青睛垂睡采睬者睹苗瞄秋瞅害瞎焦瞧属瞩登瞪舜瞬童瞳詹瞻 矢口知巨矩乔矫豆短委矮 石凡矾广矿马码少砂切砌欠砍开研专砖见砚平砰皮破匝砸乐砾出础圭硅页硕肖硝更硬角确录碌卒碎卑碑宛碗典碘咸碱炭碳展碾兹磁旁磅盍磕焦礁 ' +
  '示土社巳祀斤祈且祖兄祝申神司祠羊祥寿祷呙祸录禄单禅见视 立占站曷竭耑端青靖 缶工缸夬缺 羊令羚羽翔 君羊群 扁羽翩 番羽翻 光翟耀军辉 而寸耐 耒井耕毛耗云耘巴耙 古月胡 舍予舒 舟亢航殳般见舰仓舱它舵白舶廷艇叟艘 丰色艳 ' +
  '虫工虹下虾义蚁马蚂文蚊丰蚌引蚓公蚣斗蚪丘蚯主蛀它蛇圭蛙朱蛛合蛤我蛾吴蜈延蜒廷蜓兑蜕呙蜗知蜘昔蜡青蜻黾蝇单蝉科蝌曷蝎皇蝗扁蝙胡蝴旁螃累螺率蟀莫蟆悉蟋需蠕 食虫蚀几饥反饭欠饮包饱司饲耳饵尧饶交饺并饼我饿妥馁官馆贵馈莫馍留馏曼馒 鬲虫融 血半衅 夫见规 角虫触 ' +
  '言十计丁订人认几讥寸讨上让川训义议己记井讲韦讳牙讶午许化讹仑论公讼风讽殳设方访夬诀正证平评只识乍诈斥诉司词式试寺诗成诚舌话延诞危诡旬询亥该羊详戒诫巫诬吾语吴误秀诱每诲兑说甬诵青请者诸若诺卖读非诽果课隹谁周调京谅享谆炎谈宜谊某谋荒谎皆谐胃谓彦谚迷谜射谢旁谤兼谦堇谨普谱遣谴 ' +
  '害谷豁 豆宛豌 予象豫页预 豸勺豹才豺 贝才财长账反贩乏贬勾购戋贱占贴台贻戎贼有贿各赂庄赃武赋者赌卖赎易赐兼赚曾赠詹赡 束负赖 辛束辣 酉勺酌己配凶酗云酝甘酣禾酥各酪州酬孝酵告酷良酿享醇卒醉昔醋星醒 里予野 ' +
  '金十针丁钉勺钓丐钙屯钝少钞中钟内钠冈钢月钥欠钦匀钧勾钩丑钮戋钱甘钳占钻甲钾失铁令铃考铐当铛同铜吕铝名铭产铲艮银寿铸甫铺连链肖销助锄呙锅秀锈辛锌兑锐昔错苗锚易锡罗锣垂锤隹锥帛锦建键居锯孟锰秋锹段锻度镀真镇高镐旁镑竟镜廉镰襄镶 牙隹雅鸟鸦 此隹雌 周隹雕 青争静 ' +
  '韦刃韧 音匀韵 丁页顶 匕页顷 川页顺 元页顽 厄页顾 屯页顿 分页颁 公页颂 卢页颅 令页领 皮页颇 夹页颊 步页频 秃页颓 果页颗 彦页颜 客页额 真页颠 亶页颤 马大驮川驯也驰区驱爻驳户驴史驶句驹主驻它驼乔骄各骆亥骇佥验奇骑扁骗蚤骚累骡聚骤 委鬼魏 ' +
  '鱼包鲍羊鲜里鲤即鲫京鲸耆鳍 甲鸟鸭 鸟它鸵 合鸟鸽 我鸟鹅 武鸟鹉 昔鸟鹊 朋鸟鹏 隺鸟鹤 婴鸟鹦 黑今黔犬默音黯 齿令龄';

/** Minimum gain in probability of the text with the whole character, as the natural logarithm of the ratio. */
const MIN_GAIN = 6;
const CONTEXT_LENGTH = 4;

/** A character in two parts. */
export interface SplitCharacter {
  index: number;
  written: string;
  meant: string;
}

/** Forms of characters as parts, which recognition may keep. */
const AS_PART: Readonly<Record<string, string>> = {
  ...{ 讠: '言', 钅: '金', 亻: '人', 扌: '才', 饣: '食', 礻: '示', 衤: '衣', 攵: '文' },
};

/** The whole characters by the UTF-16 units of their two parts. */
let wholes: ReadonlyMap<string, string> | undefined;

function wholesOf(): ReadonlyMap<string, string> {
  if (wholes !== undefined) return wholes;
  const made = new Map<string, string>();
  for (const [left = '', ...others] of PARTS.split(' ')) {
    for (let at = 0; at < others.length; at += 2) made.set(left + others[at], others[at + 1] ?? '');
  }
  wholes = made;
  return made;
}

/** The characters of a text that are written as their two parts, in order. */
export function splitCharactersIn(text: string): SplitCharacter[] {
  const found: SplitCharacter[] = [];
  for (const { 0: run, index } of text.matchAll(/\p{Script=Han}{3,}/gu)) {
    for (let at = 0; at < run.length - 1; at += 1) {
      const written = run.slice(at, at + 2);
      const meant = wholesOf().get((AS_PART[written.charAt(0)] ?? written.charAt(0)) + written.charAt(1));
      if (meant === undefined || isWord(written) || FIELD_WORDS.has(written)) continue;
      const [before, after] = [run.charAt(at - 1), run.charAt(at + 2)];
      const isWhole = [before + meant, meant + after].some(
        (word) => FIELD_WORDS.has(word) || isFrequentWord(word),
      );
      if (isWhole && isLikelier(run, at, meant)) found.push({ index: index + at, written, meant });
    }
  }
  return found;
}

function isLikelier(run: string, at: number, meant: string): boolean {
  const before = run.slice(Math.max(0, at - CONTEXT_LENGTH), at);
  const after = run.slice(at + 2, at + 2 + CONTEXT_LENGTH);
  const gain = likeliestCut(before + meant + after).logProbability;
  return gain - likeliestCut(before + run.slice(at, at + 2) + after).logProbability >= MIN_GAIN;
}
