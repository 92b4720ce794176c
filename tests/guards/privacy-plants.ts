/** Plants of privacy: numbers, houses, children and lists of people as an office writes or pastes them. All people are made up. */
import { createSet, lines } from './case.ts';

const set = createSet('privacy', { rules: ['privacy/'] });
export const privacyPlants = set.cases;

/** How people break an identity number of 18 digits into groups. */
const ID_GROUPS = ['6,8', '6,4,4', '6,4,2,2', '4,4,4,4', '3,3,4,4', '3,3,3,3,3', '2,2,2,4,2,2', '10', '14'];
const BETWEEN = [' ', '-', '  ', '\u00a0', '\u3000', '－', '—', '–', '.', '．', '·', '\u2009'];

set.plants(
  'id-number',
  { wanted: 'stop' },
  ID_GROUPS.map((groups, index) => `带上身份证，号码是{id:${groups}:${BETWEEN[index % 6]}}，别忘了。`),
  BETWEEN.map((between, index) => `身份证号：{id:${ID_GROUPS[index % ID_GROUPS.length]}:${between}}`),
  ID_GROUPS.slice(0, 5).map((groups) => `| 姓名 | 证件 ⏎ 甲 | {id:${groups}: }`),
  lines(`
    {id}
    王家的身份证{id}，已经交到镇上。
    ID{id}
    No.{id}
    编号X{id}号
    （{id}）
    “{id}”
    【{id!wide}】
    身份证{id!wide}的那一户，请来补签字。
    身份证号码是{id!han}。
    身份证：{id!formal}
    身份证尾数写小写也行：{id!small}
    {child}是孩子的身份证，户口本上有。
    学生身份证号{child:6,8: }，学校已经登记。
    公民身份号码{id}公民
    身份证**{id}**
    {id:6:**}**
    身份证{id:10:⏎}
    身份证{id:8:⏎}
    身份证号{id:6,8:\`}
    [查一查](https://www.county.example/cha?sfz={id})
    [{id}](/how-to-use/)
    ![身份证{id}](/images/a.png)
    ## {id}的材料退回
    - 张家：{id} ⏎ - 李家：{id}
    | 序号 | 身份证号 | 金额 ⏎ 1 | {id} | 300 ⏎ 2 | {id} | 280
    > 照着这个样子填：{id}
    <Note> ¶ 登记的号是{id}。 ¶ </Note>
    <Question ask="{id}是谁的？"> ¶ 问村委会。 ¶ </Question>
    @policies.cost 不收钱，报{id}就行
    @policies.reviewer {id}
    @policies documents: ["{id}"]
    @policies steps: [{title: 交材料, detail: "写上{id:6,4,4: }"}]
    @policies keywords: ["{id}"]
    @stories.quote 我的身份证是{id}，一查就知道。
    @notices.where 村委会，报{id}进门
    @notices.pay 按{id}发
    @contacts.for 找{id}的经办人
    @contacts.address 镇政府，登记人{id}
    @places.name {id}村
    @glossary.plain 就是像{id}这样的号。
    @actions.summary 按{id}登记。
    @site.owner 经办人{id}
    @comment 这一户是{id}
    @page -{id}
    @public {id}.txt
    @public shen-fen-zheng-{id}.pdf
    @csv 姓名,证件 ⏎ 甲,{id} ⏎ 乙,{id}
    @txt 领取登记：{id:6,8,4: }
    @json {"sfz":"{id}"}
    @svg <svg xmlns="http://www.w3.org/2000/svg"><text>{id}</text></svg>
    @md 登记的是{id}
    身份证{id15}，老证还没有换。
    身份证号：{id15}
    | 姓名 | 身份证号 ⏎ 甲 | {id15}
    一代身份证{id15:6,6: }的老人也能来。
    @csv 身份证号,金额 ⏎ {id15},260
    老人的身份证还是15位的：{id15:3,3,3,3: }
    户主身份证号码（{id15}）对不上的，回村里改。
  `),
);

const MOBILE_GROUPS = [
  '3,4',
  '3,4,4',
  '4,3',
  '4,4',
  '5',
  '3,3,3',
  '3,3',
  '2,3,3',
  '3,2,2,2',
  '1,3,3',
  '5,3',
  '7',
];

set.plants(
  'mobile-number',
  { wanted: 'stop' },
  MOBILE_GROUPS.map((groups, index) => `有事打{mobile:${groups}:${BETWEEN[index % 6]}}，找村会计。`),
  BETWEEN.map((between, index) => `联系电话：{mobile:${MOBILE_GROUPS[index % 4]}:${between}}`),
  lines(`
    {mobile}
    打老支书的手机{mobile}，他给您说。
    手机{mobile!wide}
    Tel:{mobile}
    TEL{mobile}找小马
    +86{mobile}
    +86 {mobile:3,4: }
    +86-{mobile}
    0086{mobile}
    0086-{mobile:3,4:-}
    （86）{mobile}
    86{mobile}也能打通
    外县打0{mobile}，本县直接打。
    0{mobile:3,4: }
    手机号是{mobile!spoken}，记好。
    电话念一遍：{mobile!han}。
    {mobile!formal}是他的号
    微信同号：{mobile}
    加微信{mobile}，备注村名
    {mobile}（孟师傅）
    拨打“{mobile}”
    电话:{mobile};传真同
    手机 **{mobile}** 一直开着
    {mobile:3:**}**
    **{mobile:7:**}
    {mobile:5:⏎}
    打{mobile:3:⏎}
    [打电话](tel:{mobile})
    [{mobile}](tel:12345)
    [打](tel:+86{mobile})
    [打](tel:0086{mobile})
    [打](tel:{mobile:3,4:-})
    [发短信](https://www.county.example/sms?to={mobile})
    ![加他的微信{mobile}](/images/a.png)
    ## 报名打{mobile}
    - 东头找柳姐：{mobile} ⏎ - 西头找石哥：{mobile}
    | 网格员 | 手机 ⏎ 甲 | {mobile} ⏎ 乙 | {mobile:3,4: }
    > {mobile}
    <Warning> ¶ 自称是县里的{mobile}打来的，别接。 ¶ </Warning>
    <Example title="{mobile}"> ¶ 照着来。 ¶ </Example>
    @policies.cost 不收钱，问{mobile}
    @policies.title 申请低保打{mobile}
    @policies.applyBy 全年，先打{mobile}
    @policies benefit: ["打{mobile:3,4: }问"]
    @policies steps: [{title: 打电话, where: "村口，{mobile}"}]
    @policies basis: [{title: 办法, issuer: "县里{mobile}"}]
    @stories.summary 想学的打{mobile}。
    @notices.where 老戏台，找不到打{mobile}
    @notices.seats 30个，满了打{mobile}
    @contacts.hours 白天打座机，晚上打{mobile}
    @contacts.name 服务台{mobile}
    @places.name 南坡村{mobile}
    @glossary.term {mobile}
    @audiences.summary 打{mobile}问。
    @site.operator 某公司{mobile}
    @finder - id: who ⏎   ask: 打{mobile}问吗？ ⏎   choices: [{id: a, label: 是, policies: [di-bao]}]
    @comment 小马的手机{mobile}
    @page -{mobile}
    @public dian-hua-{mobile}.txt
    @csv 岗位,手机 ⏎ 网格员,{mobile}
    @txt 紧急联系人{mobile:3,4:-}
    @json {"phone":"{mobile}"}
    @svg <svg xmlns="http://www.w3.org/2000/svg"><desc>{mobile}</desc></svg>
  `),
);

const CARD_GROUPS = ['4,4,4,4', '6,4,4,4', '4,4,4,4', '6,13', '4,15', '8,8', '5,5,5', '3,4,4,4'];

set.plants(
  'bank-card',
  { wanted: 'stop' },
  CARD_GROUPS.map((groups, index) => `钱打到卡上：{card:${groups}:${BETWEEN[index % 6]}}`),
  BETWEEN.map((between) => `卡号{card:4,4,4,4:${between}}，开户在镇上的信用社。`),
  lines(`
    {card}
    社保卡里的银行账号{card}，补贴就打到这里。
    一卡通{card16}
    一卡通账号：{card17}
    NO{card}
    账号No.{card}
    A/C{card}
    卡号{card!wide}
    卡号是{card!han}
    账户（{card}）已经停用。
    把卡号{card}报给村会计
    **{card}**
    {card:8:**}**
    卡号{card:10:⏎}
    [{card}](/how-to-use/)
    ## 账号{card}
    - 甲：{card} ⏎ - 乙：{card}
    | 户主 | 一卡通 ⏎ 甲 | {card} ⏎ 乙 | {card16}
    | 账号 | 金额 ⏎ {card:4,4,4,4: } | 300
    <Note> ¶ 交到{card16:4,4,4: }。 ¶ </Note>
    @policies.cost 交到{card}
    @policies benefit: ["打到{card:4,4,4,4: }"]
    @notices.pay 工资打到{card}
    @contacts.for 核对{card}这样的账号
    @glossary.plain 就是{card}这个号。
    @comment 打款账号{card}
    @page -{card}
    @public {card}.txt
    @csv 姓名,账号 ⏎ 甲,{card}
    @txt 收款账号 {card:4,4,4,4: }
  `),
);

set.plants(
  'house-address',
  {},
  lines(`
    他家住在柳沟村4组17号，腿脚不方便。
    老人就在石坡村三组28号住着，门朝南。
    家在后沟村2社9号，常年没人。
    请把米面送到杨树坪村5队31号。
    大河村七组十二号的老两口没有人照看。
    这家人住李家庄村１组６号。
    他住院回来以后，一个人在上岭村6组2号养着。
    村委会的人每周去东坪村1组44号看一回。
    站在前沟村3组7号门口就能看见他家的房。
    公司放假，他回到马家村2组15号的家里。
    县医院的大夫上门，到了梁上村4组33号老赵家。
    所里的人说，他住西塬村8组19号。
    住址：青石镇三道沟村6组21号
    家庭住址：白水乡龙泉村民委员会第二村民小组35号
    现住址 河口镇渡头村11组8号
    户籍地：红旗乡新民村一社42号
    地址：云岭村委会大寨自然村13号。
    他家在塔拉嘎查3组26号。
    住在阿克墩村2组18号的老人，每月有人送药。
    老人住金沙县城北街56号。
    他住在县城人民路23号。
    家住建设路112号，楼下是早点铺。
    租住在城关镇西关街9号院2号。
    现在住南门巷17号，房子漏雨。
    他们一家搬到和平巷3号附5号。
    住安康小区5栋2单元301室。
    家在幸福花园12号楼1单元602。
    新房在移民新村7排4号。
    搬到了安置点B区3栋504室。
    他住锦绣家园6幢1102室，一个人过。
    住在廉租房2号楼4单元5层西户。
    家在阳光苑8-2-401。
    住学府小区9号楼3单元502室，母女俩。
    他家：惠泽园A座1805。
    老人在东苑社区15栋1门203住。
    搬进了易地搬迁安置区2期11栋2单元401号房。
    他家门牌是北塬村4组门牌66号。
    住湾里村下湾屯23号。
    家在布依寨下寨组9号。
    刘家住油坊村沟北组14号。
    陈老汉，住杏树村四组五号，今年没种地。
    户主住桥头村二组拐角第三家22号。
    把轮椅送到平川村9组1号，交给他本人。
    他家在羊角村2组12-1号。
    住枣林村1组甲7号。
    住在松山镇石头沟村村民五组30号的独居老人有人管了。
    - 送炭：沙沟村2组11号 ⏎ - 送面：沙沟村3组5号
    | 户 | 住址 ⏎ 甲 | 榆树村1组13号 ⏎ 乙 | 榆树村4组6号
    | 谁家 | 住哪里 | 什么时候去 ⏎ 甲 | 福源小区3栋1单元702 | 上午
    ## 高家村3组27号的房修好了
    **槐树村**2组16号的屋顶漏了。
    [泉子村5组10号](/how-to-use/)
    <Example title="柏林村3组41号的一家"> ¶ 一家三口。 ¶ </Example>
    @stories.summary 他家住芦苇村2组37号，日子好起来了。
    @story 他住黄土坡村6组3号，养了二十只羊。
    @stories.quote 我就住磨坊村1组25号，谁都能来看。
    @policies eligibility: ["像柿子村2组9号那样的人家。"]
    @policies steps: [{title: 上门看, where: "花椒村4组18号"}]
    @contacts.address 苹果村2组14号，自己家里
    @comment 这一户在葡萄村5组29号
    @txt 慰问安排：核桃村1组4号，上午。
    @csv 户,住址 ⏎ 甲,桃园村2组8号 ⏎ 乙,桃园村2组11号
    @places.name 梨园村2组17号
    @glossary.plain 例如杜家坪村3组20号那一家。
    他在县城解放东路41号3单元201租了一间房。
    她住镇卫生院旁边的东街27号。
    母子俩住在老粮站家属院2排5号。
  `),
);

set.plants(
  'minor-name',
  {},
  lines(`
    7岁的孟子涵每天走三里路上学。
    9岁女孩田雨欣，跟着奶奶过。
    今年11岁的曹俊熙，爸爸在外打工。
    才6岁的龚梓萱已经会自己做饭。
    刚满4岁的史浩然查出了心脏病。
    韩雨桐，女，10岁，家里就她和爷爷。
    薛明轩（8岁）的学费有人出了。
    邵佳怡（女，12岁）在镇小学念书。
    康思源今年13岁，父母都在外面。
    莫小龙才5岁，去年做了手术。
    秦可馨刚上一年级，书包是村里给的。
    五年级的贾子轩，每学期有一笔补助。
    四年级学生龙欣妍拿到了新书。
    初二学生段志豪住校，每月回来一趟。
    尹浩宇同学在三年级二班。
    给樊梦瑶同学送去了棉衣。
    孤儿汤小北由叔叔养着。
    孤儿倪晨曦每月领一份生活费。
    留守儿童阎文博，今年三年级。
    留守儿童：翟雨菲、庞浩轩、柴佳宁。
    困境儿童文思琪的奶奶病了。
    事实无人抚养儿童郝子墨，跟外婆过。
    残疾儿童毕天佑在县里做康复。
    小朋友祝一诺唱了一首歌。
    祝一诺小朋友得了奖。
    乔家的孩子乔宇航，10岁。
    老赖家的二女儿赖雅静才上幼儿园。
    他的儿子岳鹏程，今年9岁，在上小学。
    女儿施语彤8岁，眼睛不好。
    孙女柯欣然刚会走路，1岁多。
    孙子童嘉豪上小学二年级。
    外孙娄子睿，2019年生，户口在外公家。
    双胞胎兄弟覃家乐、覃家兴，都是7岁。
    两岁的裴诗涵还不会说话。
    十一岁的苗天宇会编竹筐。
    出生才三个月的项安琪查出了病。
    司马浩然今年8岁，是班长。
    欧阳思琪，9岁，跟着姥姥。
    11岁的上官雨晴得了一等奖。
    诸葛明哲同学（10岁）的作文登了报。
    6岁的扎西顿珠要上学了。
    卓玛央金，9岁，家在山上。
    艾力·买买提，8岁，会说两种话。
    古丽娜尔今年10岁，喜欢跳舞。
    苏日娜（7岁）坐校车上学。
    阿依木，女，12岁，在乡里的学校。
    10岁的巴图其其格会骑马。
    金正浩，男，11岁，朝鲜族。
    沙马阿牛今年9岁，放学还要放羊。
    熊 子 怡 ，9岁，上三年级。
    小涵（大名解子涵）今年6岁。
    | 姓名 | 年龄 | 年级 ⏎ 路子轩 | 9 | 三年级 ⏎ 盛雨萱 | 11 | 五年级
    | 孩子 | 多大 ⏎ 温梓豪 | 7岁 ⏎ 褚佳琪 | 10岁
    | 学生姓名 | 学校 | 班级 ⏎ 游嘉懿 | 镇中心小学 | 二（1）班
    | 儿童姓名 | 监护人 ⏎ 滕思远 | 奶奶
    - 车子墨，8岁 ⏎ - 房雨泽，10岁
    - 二年级：缪可心 ⏎ - 四年级：宁浩博
    ## 8岁的单雨婷有了新书包
    **冉子皓**，9岁，家里最小。
    [7岁的凌若溪](/how-to-use/)
    ![10岁的邢子航在写作业](/images/a.png)
    <Note> ¶ 12岁的晏佳欣已经报上名。 ¶ </Note>
    @stories.summary 9岁的牛思语有了助学金。
    @stories.quote 我家符子轩今年7岁，学费不用愁了。
    @policies benefit: ["像8岁的焦雨桐这样的孩子，每月一笔钱。"]
    @policies.cost 不收钱，例如11岁的蒲俊杰
    @notices.summary 10岁的闵欣怡上台唱歌。
    @comment 这个孩子叫佘子涵，9岁
    @txt 受助学生：储雨涵，女，10岁
    @csv 孩子姓名,年龄 ⏎ 桑子豪,8
    8岁的王梓涵考了第一。
    李浩然今年9岁，上三年级。
    张雨欣（10岁）爱画画。
    刘子轩，男，7岁，爸妈都在外地。
    陈思雨才4岁，爷爷带着。
    三年级学生杨佳怡的作业本写得好。
    赵子墨同学拾到钱包交给老师。
    孤儿黄小宝，跟着姑姑过。
    周梦琪，2017年5月生，家里是低保。
    吴俊杰小朋友，6岁，打了预防针。
    | 孩子姓名 | 年龄 | 补助 ⏎ 徐可欣 | 8岁 | 500 ⏎ 孙浩宇 | 9岁 | 500
    - 马欣怡，7岁 ⏎ - 胡子豪，9岁
    @glossary.plain 例如7岁的苟雨晨，没有人养。
  `),
);

set.plants(
  'recipient-list',
  {},
  lines(`
    低保户：马建军、韩秀兰、吕德福、田桂英。
    本月领低保的有：谷春生、车玉芳、安振山。
    享受低保的人：宋长庚，苗翠花，喻满仓。
    特困供养人员：雷有才、向腊梅、左根生。
    五保户方老栓、章玉莲、戴福来每人一袋米。
    临时救助发给了池建民、涂秀云、饶国强三家。
    残疾人补贴名单：穆天福、瞿秋菊、党学文。
    今年新增低保：万喜贵、管凤琴。
    取消低保的户有骆大勇、蔺彩云、焦守田。
    救助对象是：巩海生、展玉梅、卜爱民。
    发放对象：伍志远 尤小翠 强来福
    领取人：桂春兰／洪有田／靳宝山
    享受困难补助的是：苑国富；牟素珍；逯长海。
    脱贫户卓建设、盘玉香和蓝天明领到了小鸡苗。
    监测户名单：农春燕，阳志刚，麻老三。
    危房改造户：甘永福、竺月娥、池满囤。
    燕国栋300元、冷秀芝260元、匡有粮220元
    狄福顺（低保）、宫玉凤（特困）、亓守业（残疾）
    裘大山、冯来娣两户批了低保。
    补助已经打给鲍启明，尉迟秀英，夏侯大有。
    领到慰问金的老人有屠春花、巫长寿和荆满堂。
    名单如下：连国柱、沙月英、隋长林，都是低保。
    公示：拟纳入低保的家庭——常有福、连玉珍、石金贵。
    低保拟审批：1.宿建国 2.那秀兰 3.孔来喜
    给孤寡老人商桂枝、牧福海、艾玉莲送煤。
    高龄补贴：束德厚（82岁）、莘兰英（85岁）、扶广田（90岁）
    大病救助3人：阚志军、包玉环、敖长命。
    经评议，同意给予隗有德、仝桂花、许丰收三户低保。
    低保金发放：次仁多吉、白玛央宗、达瓦卓嘎。
    享受补贴的有买买提·吐尔逊、阿依夏木·热合曼、努尔江·木拉提。
    特困人员：乌云毕力格、娜仁花、朝鲁门。
    低保户有阿苏拉坡、吉克日洛、的莫史古。
    领低保的是金顺姬、朴昌浩、崔明淑。
    救助：石 磊、何 平、木 春 花
    | 姓名 | 低保金额 ⏎ 向建国 | 320 ⏎ 查玉兰 | 290 ⏎ 侯福生 | 260
    | 户主 | 每月多少 ⏎ 洪长顺 | 300元 ⏎ 游彩凤 | 280元
    | 领款人 | 金额 | 签字 ⏎ 竹国华 | 500 |  ⏎ 权月仙 | 400 | 
    | 受益人 | 补什么 ⏎ 彭大林 | 羊两只 ⏎ 麦秀莲 | 鸡十只
    | 补贴对象 | 面积 | 钱 ⏎ 盖有田 | 5亩 | 350元 ⏎ 桓春香 | 3亩 | 210元
    | 救助人 | 原因 ⏎ 龚玉良 | 大病 ⏎ 钟离梅 | 车祸
    | 残疾人 | 等级 ⏎ 帅志平 | 一级 ⏎ 缑小芳 | 二级
    | 老人 | 补贴 ⏎ 亢福林 | 高龄 ⏎ 况秀英 | 失能
    | 农户 | 补助 ⏎ 郈家旺 | 800 ⏎ 李琴花 | 600
    | 序号 | 名字 | 类别 ⏎ 1 | 岑永贵 | A类 ⏎ 2 | 薄玉霞 | B类 ⏎ 3 | 印满堂 | C类
    | 脱贫户 | 帮扶人 ⏎ 宦有才 | 李主任 ⏎ 揭秀娥 | 王主任
    | 申请人 | 结果 ⏎ 查国强 | 通过 ⏎ 丁玉芝 | 没通过
    | 村 | 低保对象 ⏎ 南坡 | 禹来福、撒桂香 ⏎ 北坡 | 花大强、蒙秀珍
    | 姓名 | 与户主关系 | 保障金 ⏎ 祁老五 | 本人 | 410 ⏎ 应小英 | 妻 | 410
    | 高建平 | 低保 ⏎ 邸兰芬 | 低保 ⏎ 臧有根 | 特困
    | 特困老人 | 护理补贴 ⏎ 才旦卓玛 | 200 ⏎ 索南加措 | 200
    - 游建华 低保300元 ⏎ - 皮玉琴 低保280元 ⏎ - 边福来 低保260元
    - 一组：宗大柱，领米两袋 ⏎ - 二组：单秀花，领米一袋
    低保名单： ¶ - 敬有山 ⏎ - 解玉芳 ⏎ - 晁长福
    1. 谯建国家，五口人，低保 ⏎ 2. 庾秀琴家，三口人，低保
    领到救助的： ¶ 呼延庆丰 ¶ 冼玉霞 ¶ 逯有田
    ## 低保户：戎国良、辛桂花、咸长海
    **低保户**：关有财、**丛玉萍**、弓长贵。
    <Note> ¶ 低保对象：酆大山、那玉兰、简有福。 ¶ </Note>
    @policies benefit: ["简大力300元", "牟来香280元", "詹有福260元"]
    @policies eligibility: ["低保户勾长河、呙玉英、苟有粮"]
    @policies.summary 低保户阮有根、嵇秀兰、仇福贵都领到了。
    @policies steps: [{title: 发钱, detail: "发给低保户虞大海、卞玉珍、瞿满仓。"}]
    @notices.summary 请低保户杜春来、闻玉花、邝长生来领米。
    @notices.where 村委会，低保户邬大军、殷玉香、柏有成来领
    @stories.summary 低保户季长春、鄢玉霞、茅福林都养上了羊。
    @contacts.for 低保户滑大顺、伏玉莲、糜有山打这个
    @comment 低保名单：宓国安、钟玉芬、相里福
    @csv 姓名,低保金 ⏎ 皇甫贵,300 ⏎ 令狐兰,280 ⏎ 东方顺,260
    @txt 低保公示 ⏎ 鱼长水 ⏎ 郭玉芳 ⏎ 荣有年
    低保户有王秀兰、李国庆、张桂英、刘满仓。
    这个月领低保的：陈建军、杨爱花、赵有田。
    救助了黄玉兰、周大勇、吴春梅三户人家。
    特困供养对象徐长寿、孙玉珍、马金柱。
    胡秀英，朱老四，高建设，都是五保户。
    临时救助：林桂香（1000元）、何国强（800元）
    郭来福、罗秀梅、梁玉柱的低保批下来了。
    残疾人护理补贴发给宋建华、郑小兰、谢大海。
    | 姓名 | 补助 ⏎ 王大山 | 300 ⏎ 李桂花 | 280 ⏎ 张建民 | 260
    | 户主姓名 | 人口 | 低保金 ⏎ 刘有福 | 3 | 900 ⏎ 陈秀珍 | 2 | 600
    | 低保户 | 村 ⏎ 杨来顺 | 南坡 ⏎ 赵玉芬 | 北坡
    - 王金锁 400元 ⏎ - 李翠兰 380元 ⏎ - 张根生 360元
    - 刘长河家，煤一吨 ⏎ - 陈玉莲家，煤半吨
    @csv 姓名,救助金 ⏎ 周福来,500 ⏎ 吴秀云,400
    @md | 姓名 | 低保 | ⏎ | --- | --- | ⏎ | 蒯大有 | A | ⏎ | 詹玉莲 | B |
  `),
);

set.plants(
  'minor-consent',
  { except: ['privacy/minor-name'] },
  lines(`
    @story 徐平是五年级学生，家在山上。
    @story 徐平今年十二岁，学费全免了。
    @story 今年13岁的徐平，每学期有助学金。
    @story 他念初一，住校的钱不用家里出。
    @story 徐平上小学三年级，书本费免了。
    @story 徐平还在读初中，周末回家帮奶奶做饭。
    @story 这个孩子才9岁，爸爸妈妈都不在了。
    @story 徐平（11岁）跟着爷爷奶奶过。
    @story 徐平刚上小学，书包是村里送的。
    @story 徐平2015年出生，是家里最小的。
    @story 徐平是镇中学初三（2）班的学生。
    @story 徐平是个留守儿童，爸妈在外打工。
    @story 徐平是孤儿，由叔叔养大，现在上六年级。
    @story 她读幼儿园大班，每月有一笔补助。
    @stories.summary 12岁的徐平领到了助学金。
    @stories.title 五年级学生徐平有了书桌
    @stories person: {name: 徐平, show: full, minor: true}
    @stories person: {name: 徐平, show: surname, minor: true}
    @stories person: {name: 徐平, show: full, minor: true} ⏎ consent: {kind: written, date: 2026-10-01, guardian: 2026-10-01}
    @stories person: {name: 徐平, show: alias, alias: 小禾, minor: true}
  `),
);
