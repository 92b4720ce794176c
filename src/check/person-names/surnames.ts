/** Surnames (公安部《全国姓名报告》 and 《百家姓》), and characters and words that given names exclude. */

/** Surnames that are hardly ever anything else before a name. */
export const SURNAMES = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖龚文庞樊兰殷施陶洪翟颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦柳邢岳齐梅莫庄辛祝左涂谷祁舒耿牟卜詹苗凌费纪靳盛童欧甄项曲游阳裴席卫屈鲍覃霍翁隋植甘景薄司柏宁柯阮桂闵柴华冉房辜吉饶刁瞿戚丘古池滕晋苑邬臧畅宫苟褚廉简娄符奚木穆党燕郎邸冀谈姬屠郜晏栾郁商蒙喻揭窦迟宇敖糜鄢冷卓仇艾蓝巩稽井练仲乐虞卞封竺冼官楚佟栗匡宗巫鞠僧桑荆谌银扬沙岑习胥蔺肖闫付逯亢郇芮储靖边酆皮湛禹狄贝茅麻骆昝裘缪宣贲杭诸钮嵇荀羊於惠羿汲邴乌弓牧隗宓郗仰伊暴钭厉戎束幸韶蓟宿蒲邰鄂籍苍闻莘贡逄扶宰郦雍郤璩濮寿扈郏浦尚农慕茹宦鱼慎戈庾暨衡寇禄阙殳沃蔚夔隆晁訾阚那毋乜巢蒯盖桓帅缑况琴汝钦佘佴伯赏墨谯笪仝麦竹盘敬蹇雒仉鹿占奎庹布漆税卿郄冶贠撒喇呙邝咸勾花滑朴权郈禚亓皇尉代腾母侬粟扆冮揣綦',
);

/** Surnames that are also everyday words: a text that begins with one may be 何时 or 方便. */
export const WORD_SURNAMES = new Set(
  '何于方任万安常包单向成关查解强车连保台计花明米展平尚牙水云昌凤元危路经双国广利越融养红党公权支干松富班秋怀印满师步容古法年爱海火通康益钦劳郎荣曲段谈药刀奉妥拜普尧折凡',
);

/** Surnames that are particles: a name begins with one only if there is no other reading. */
export const PARTICLE_SURNAMES = new Set('和应从来过时全原相东山平信门管');

/** Words that the dictionary tags as names, though they are none. */
export const NO_NAMES = new Set(
  '东方红 黄牛 马驹 孙女 孙子 孙儿 曾孙 柴胡 黄芩 杨树 柳树 桑树 柏树 毛驴 牛马 牛羊 黄羊 白羊 黄蜂 龙虾 鲍鱼 木耳 银耳 杜仲 燕麦 黄麻 胡麻 毛竹 胡椒 白银 童男 童工 苗木 花布 郎中 马匹 白米 顾客 顾问 石英 温泉 庄园 苗圃 熊猫 杨梅 李子 栗子 胡桃 银杏 丁香 苏铁 明星 阳光 文明 古老 谢谢 辛勤 安静 关怀 康复 高潮 任凭 安抚 安危 保姆 保健 毛巾 盖章 顾虑 周转 雷雨 洪水 田园 米粉 马鞍 花圃 钱粮 高薪 高清 石洞 木桥 白布 白发 叶子 胡子 沙子 盖子 罗盘 童谣 牛仔 万幸 史实 陈设 陈列 陈旧 车驾 易燃 易懂 金黄 高雅 安然 白白 明白 孔雀 乐章 许可 祝福 祝贺 单宁 牛黄 曲直 花招 谢幕 安保 成仁 宁可 屠宰'.split(
    ' ',
  ),
);

export const DOUBLE_SURNAMES = new Set(
  '相里 呼延 第五 欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 宇文 长孙 端木 呼延 南宫 独孤 轩辕 钟离 闻人 申屠 太史 公冶 濮阳 淳于 单于 百里 东郭 南门 司空 鲜于 赫连 拓跋 完颜 澹台 公羊 西门 第五'.split(
    ' ',
  ),
);

/** Characters that occur in no given name. */
export const NEVER_GIVEN = new Set(
  '的了是们人吗呢吧着岁某什么这那哪谁您你我他她它及或不没被把让给叔婶爷奶姐嫂哥伯姨舅姑妈爸孩娃户村镇乡县省市局所厅处科部府院校站店铺厂社组队费款钱币元角斤亩吨米栋幢楼室号单证卡票表册款险税补贴助',
);
NEVER_GIVEN.delete('元');
NEVER_GIVEN.delete('米');
NEVER_GIVEN.delete('助');
NEVER_GIVEN.delete('楼');
NEVER_GIVEN.delete('社');
NEVER_GIVEN.delete('科');
NEVER_GIVEN.delete('院');

/** Given names of villages, whose characters occur in no others: 三娃, 阿根, 保根. */
export const VILLAGE_GIVEN =
  /^(?:[小大二三四五六狗毛铁石黑金银拴丑锁喜福保存双牛虎猫][娃妮蛋妞旦]|[二三四五六][小女]|老[大二三四五六]|满[屯囤]|阿[舍根毛福珍妹英花兰娣狗]|[保拴满双来长福锁有金银][根柱锁])$/;

/** Characters that end no given name. */
export const NEVER_LAST = new Set(
  '在说家也就都还又已到从对与跟因由将能会要可上下里内外前后时等个名位人袋件套床桶老师长员者家庭户时期间度区块点种类样次条项份层房屋地路街庄沟坡湾屯寨堡塬坪峪洼垴岔桥棚圈舍渠坝场羊猪鸡鸭鹅狗猫驴骡瓜豆菜薯粱椒蒜葱笋菇茄藕芪芩芍苓参翘斛根草皮籽树果梨柿橘柑蕉莓药肥膜机器',
);
for (const given of '师长') NEVER_LAST.delete(given);

/** Titles after a surname: 王大爷 is no full name. */
export const TITLE =
  /(?:大爷|大妈|大娘|大叔|大姐|大嫂|大伯|师傅|老师|主任|书记|同学|医生|大夫|先生|女士|阿姨|小姐|同志|[局镇乡县村队组站所校院科处部厂会社班团连排营]长|经理|老板|老汉|某某?|老太|老头|家[人长]|教授|专家|律师|警官|法官|支书|会计|干部)$/;

/** Names of villages and land: 张家岭, 石寨, 马坡. */
export const PLACE =
  /^.家有$|^.营$|^.家[岭山河滩坝川梁塔庙桥沟湾]$|[村镇乡县市区沟坡庄寨湾屯堡塬坪峪洼圪垴岔铺]$/;

/** Names of ethnic groups that do not begin with a surname: made of parts, or with a dot between. */
export const DOTTED = /^\p{Script=Han}{1,7}(?:[·•・‧．.]\p{Script=Han}{1,8}){1,3}$/u;
const PARTS =
  '才旺|多杰|完玛|东智|旦正|班玛|万玛|公保|尼玛|其美|贡嘎|单增|次旦|次珠|旺久|吉美|久美|尕藏|尕桑|完么|卓尕|更登|才仁|桑杰|项欠|扎巴|东珠|华旦|加毛|措毛|吉措|求吉|梅朵|玉珍|玉珠|曲扎|格列|顿旦|阿旺|群培|群宗|江村|江措|根敦|色珍|巴珠|曲培|曲宗|仓决|米久|贡觉|罗桑|坚参|呼斯楞|额尔敦|道尔吉|青格勒|满都拉|布仁|那日苏|胡日查|查干|萨日娜|乌仁|特木尔|赛罕|苏德|阿荣|乌恩|扎西|卓玛|次仁|旺堆|达瓦|尼玛|多吉|平措|央金|拉姆|格桑|白玛|丹增|仁增|索朗|桑吉|顿珠|晋美|边巴|普布|米玛|拉巴|巴桑|洛桑|曲珍|德吉|旺姆|措姆|才让|才旦|卓嘎|益西|土登|强巴|嘎玛|罗布|仁青|仁钦|南杰|曲措|旦增|贡布|嘉措|加措|拉毛|草|措|吉|阿依|古丽|古力|买买提|阿不都|热合曼|吐尔逊|艾力|玉素甫|努尔|阿迪力|帕提|古丽娜|迪丽|热依|木拉提|艾合买提|买合|依明|斯迪克|阿木|沙马|吉克|曲比|阿呷|木呷|尔古|拉铁|伍呷|吉木|阿牛|约布|史古|巴特尔|其其格|乌兰|娜仁|格日勒|苏和|萨仁|那仁|朝鲁|斯琴|宝音|图雅|高娃|呼和|布和|巴雅尔|牧仁|阿拉坦|托娅|乌云|塔娜|巴图|毕力格|娜仁花|朝鲁门|索南|央宗|日洛|史古|苏拉|拉坡|的莫|吉狄|马海|阿苏|海来|孟和|格根|敖登|苏日|哈斯|通拉嘎|萨如拉|斯日|金花|孜|帕丽|古丽|提汗|居马|库尔|玉山|吾买尔|麦麦提|阿布都|热西提|木沙|尼亚孜|帕尔哈提|阿米娜';
/** One part that is a whole name, of Mongols and of Tibetans. */
const SINGLE =
  '边巴|普布|米玛|拉巴|巴桑|格桑|白玛|仁增|桑吉|晋美|德吉|益西|强巴|嘎玛|罗布|仁钦|贡布|阿朵|米依|那日松|朝克图|朝克|巴音|哈斯|苏和|敖登|高娃|乌兰|其其格|才旺|更登|才让|才旦|桑杰|尕藏|仁青|多杰|完玛|拉毛|南杰|东智|索南|旦正|班玛|万玛|贡嘎|其美|单增|旦增|次旦|萨日娜|那日苏|呼斯楞|额尔敦|青格勒|巴图|其木格|斯琴|图雅|娜仁|托娅|塔娜|宝音|牧仁|朝鲁|孟和|巴雅尔|毕力格|格日勒|通拉嘎|萨如拉|阿古拉|乌日娜|苏日娜|那顺|扎西|卓玛|次仁|达瓦|多吉|平措|央金|拉姆|丹增|索朗|顿珠|旺堆|曲珍|卓嘎|洛桑|央宗';
/** Clan names of the Yi, before two characters that transliterate given names. */
const CLAN =
  '阿黑|阿的|阿俄|阿吉|阿余|阿支|阿说|阿力|阿尔|阿库|阿约|阿洛|阿苦|吉克|吉木|吉尔|吉狄|吉联|吉乃|吉伙|吉火|吉布|海来|海乃|马海|马卡|沙马|沙玛|曲比|曲木|曲么|罗洪|俄木|俄底|俄的|俄勒|勒伍|勒格|勒尔|果基|尔古|尔布|的日|的莫|木苦|木乃|且沙|且萨|苏呷|水洛|黑日|黑惹|加巴|贾巴|恩扎|恩则|八且|巴久|布都|热柯|热尔|什古|石一|瓦扎|瓦其|乃古|依伙|额尔|莫色|莫洛|金古|克其|克惹|洛古|日木|日火|俄洛|毛卡|米色|尼克|欧其|欧木';
const CLAN_GIVEN =
  '伍阿依日古么牛呷洛支嫫嘎哈莫则铁石者子拉干体史尔布火且木机几乌各果作伍坡惹杂扎撒沙色什苏提英友曲歪补克聪鲁打地';
/** Dai names: 岩 for a boy and 玉 for a girl, without a surname. */
const DAI =
  '岩[温罕坎叫吨扁香论][香温罕坎叫吨三论糯光应章扁胆帅恩丙燕囡龙说尖坦宰]{0,2}|玉[香罕坎叫温腊光应喃帕燕尖波扁甩溜旺恩]{2,3}';
/** Two or more such parts, or one that is a whole name. */
export const OTHER_NAME = new RegExp(
  `^(?:(?:${PARTS}){2,4}|${SINGLE}|(?:${CLAN})[${CLAN_GIVEN}]{2}|${DAI}|(?:${PARTS}){1,3}(?:加|杰|太|毛)|娜仁花|朝鲁门|阿依古丽|阿衣古丽|古丽\\p{Script=Han}{1,3}|其其格|巴特尔|阿依\\p{Script=Han})$`,
  'u',
);

/** The first two characters of the names that `OTHER_NAME` matches; one for parts of one character. */
export const OTHER_NAME_BEGINS: ReadonlySet<string> = new Set(
  `${PARTS}|${SINGLE}|${CLAN}|岩|玉|阿衣`.split('|').map((part) => part.slice(0, 2)),
);

/** Common words that begin like a name; known without the dictionary, which is then not loaded. */
export const EVERYDAY =
  /^(?:钱[平可加会不就能要都也]|里登|母来|况再|养牲|许能|付多|左右|周[一二三四五六日]|平均|钱过|勾记|宁可|宁愿|温馨|银行|高中|毕业|平时|普通|农业|学生|问[清明一问]|年利|钱[多少突够]|校学|扶小|申请|干活|查[一看]|房[子屋]|保洁|通知|高[职龄等考]|全[年部家县省]|明[天年白]|应[当该]|任何|方[便式]|关于|安[排全置]|包括|单独|常[年见]|成[年立]|计[划算]|经[过济]|钱[要数款]|时[间候]|公[示告开益]|农[村民户]|党[员委]|广[大场]|国[家务]|年[满龄底]|养[老殖护]|路[费上]|水[电费]|信[贷用]|商[店业]|单[位子]|金额|文[件化]|于是|能[力够]|利[息率]|元[旦月]|向[学村乡镇县上下外])/;
