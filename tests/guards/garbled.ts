/** Garbled text: leftovers of encodings, office programs, OCR and web pages in a text, and rare but right text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { document } from './base.ts';
import { createSet, lines } from './case.ts';
import { encoded, misread } from './garble.ts';

/** Rules of style: their findings do not mean that garbled text was found. */
const STYLE = ['text/half-width', 'text/doubled-punctuation', 'text/straight-quotes', 'text/placeholder'];

const set = createSet('garbled', { rules: ['text/', 'yaml/', 'file/encoding', 'mdx/'], except: STYLE });
export const garbled = set.cases;

const SENTENCES = lines(`
  高龄老人每月有补贴
  请带好户口本
  到镇上的大厅去办
  孩子上学不用愁
  打了针再让牛出栏
`);

const MISREADINGS: readonly (readonly [written: string, read: string])[] = [
  ['utf-8', 'windows-1252'],
  ['utf-8', 'latin1'],
  ['utf-8', 'gbk'],
  ['utf-8', 'big5'],
  ['utf-8', 'shift_jis'],
  ['gbk', 'windows-1252'],
  ['gbk', 'big5'],
  ['gbk', 'shift_jis'],
  ['gbk', 'utf-8'],
  ['gbk', 'windows-1251'],
];

set.plants(
  'wrong-encoding',
  { wanted: 'error' },
  MISREADINGS.flatMap(([written, read]) =>
    SENTENCES.slice(0, 3).map((sentence) => `村里的通知：${misread(sentence, written, read)}。`),
  ),
  MISREADINGS.slice(0, 6).map(
    ([written, read]) => `@policies.cost ${misread('办这件事不收钱', written, read)}`,
  ),
  MISREADINGS.slice(0, 6).map(
    ([written, read], index) => `| 项目 | 数 ⏎ ${misread('种粮补贴', written, read)} | ${70 + index}元`,
  ),
  ['windows-1252', 'gbk'].map((read) => `## ${misread('怎么申请取暖补贴', 'utf-8', read)}`),
  ['windows-1252', 'gbk'].map((read) => `@contacts.for ${misread('看病报销问它', 'utf-8', read)}`),
  ['windows-1252', 'gbk'].map((read) => `@glossary.plain ${misread('先自己垫上的钱', 'utf-8', read)}`),
  ['windows-1252', 'gbk'].map((read) => `@notices.summary ${misread('下周三来村里看牙', 'utf-8', read)}`),
);

set.plants(
  'stray-marks',
  { wanted: 'error' },
  lines(`
    村里的â€œ好媳妇â€评出来了。
    老支书说：â€˜先修路。â€™
    地头长5Ã—8米的大棚有补贴。
    这几天零下12Â°C，管好牲口。
    新房不超过120mÂ²。
    带三样：Â·户口本 Â·残疾证
    ï»¿取暖补贴11月开始领。
    去镇上办ï¼Œ不收钱。
    记住两条ã€‚
    老人ï¼ˆ80岁以上ï¼‰每月有补贴。
    先申请â€”â€”再公示。
    等等â€¦还有别的。
    种子Â¥35一袋。
    买药花了80Â 元。
    办理时间：8â€“12点
    “人人有份”â€¢户户都查
    @policies.summary 70岁以上的老人Ã—每月都有补贴。
    @contacts.hours 8:00Â 到12:00
    | 长 | 宽 ⏎ 5Â米 | 8米
    - Â·先报名
    土豆3Â½斤换一斤面。
    误差Â±5斤
    温度20â„ƒ最好
  `),
);

set.plants(
  'gbk-as-latin',
  { wanted: 'error' },
  ['农业补贴', '请到大厅办理', '每人每月', '种粮大户', '高龄', '养牛', '看病报销', '腊月初八'].map(
    (word, index) =>
      [`村里${misread(word, 'gbk', 'latin1')}的事`, `${misread(word, 'gbk', 'windows-1252')}，打12345问。`][
        index % 2
      ] ?? '',
  ),
);

set.plants(
  'lost-character',
  { wanted: 'error' },
  lines(`
    卫生〓来量血压
    汾〓县明白纸
    残疾人\ufffc补贴
    村口的\ufffc桥修好了
    民\uffff政办
    领钱\ufffd方
    打\ufffd\ufffd问
    补贴锟斤拷发放
    先打锟斤拷锟斤拷问
    烫烫烫烫烫烫
    屯屯屯屯
    补助\ufffe金
    这里\udb40\udc41有字
    看\ue000这里
    领\uf0b7米
  `).map((line) =>
    line.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  ),
);

/** Lost characters, or marks of a question or a form: a guess. */
set.plants(
  'lost-character',
  {},
  lines(`
    低收□的人家先报名。
    张□花领着大伙种核桃。
    镇□府一楼大厅
    养老保■每年交一次。
    柳■村的路修好了。
    种??核桃的人家
    到???大厅去办
    孩子上?有补助
    @policies.cost 不收□
    @contacts.address 镇政■一楼
    @notices.where 村□会院里
    | 村 | 户 ⏎ 柳□村 | 12
    ## 怎么申请低□
    户口■和身份证
  `),
);

set.plants(
  'readings',
  {},
  lines(`
    申（shēn）请（qǐng）低（dī）保（bǎo）
    残[cán]疾[jí]人[rén]
    领 (lǐng) 补 (bǔ) 贴 (tiē)
    养yǎng老lǎo金jīn
    看（kàn ）病（bìng ）
    户(hù)口(kǒu)本(běn)
    危房(wēi fáng)改造(gǎi zào)
    种（ㄓㄨㄥˋ）地（ㄉㄧˋ）
    贷[dài]款[kuǎn]怎么还
    医【yī】保【bǎo】
    报bào名míng要yào早zǎo
    耕(geng1)地(di4)补(bu3)贴(tie1)
    @policies.cost 不（bù）收（shōu）钱（qián）
    - 村(cūn)委(wěi)会(huì)
    ## 取(qǔ)暖(nuǎn)
    | 补(bǔ)贴(tiē) | 数 ⏎ 70元 | 1
  `),
);

set.plants(
  'leftover-codes',
  {},
  lines(`
    带身份证&nbsp;户口本
    @policies.cost 种地&amp;养羊不收钱
    @stories.quote 老人&ldquo;两不愁&rdquo;
    @policies.cost 不收钱&nbsp;
    @policies.summary 老人&mdash;每月有补贴。
    @contacts.for 低保&bull;特困都问它
    @notices.pay 每天&yen;150
    @policies.reviewer 县民政局&copy;
    @glossary.plain 记账&hellip;用的本子
    @places.name 南坡&middot;村
    @stories.quote 日子&#22909;过了
    @policies benefit: ["每月&#x4E00;次"]
    @notices.where 村委会&lt;院里
    @actions.summary 就近&times;上班
    报名表在%E9%95%87%E6%94%BF%E5%BA%9C领
    下载%E5%8F%B7后打开
    领=E9=92=B1的日子
    =E4=BD=8E=E4=BF=9D怎么办
    \\u4f4e\\u4fdd怎么申请
    每月\\u4e00次
    村里\\xe8\\xa1\\xa5贴
    每亩#REF!元
    合计#N/A
    共#DIV/0!户
    金额#VALUE!元
    领#NAME?的人
    合计######元
    一共1.52E+10元
    卡号6.21226E+18
    HYPERLINK "http://www.county.example/" 看原文
    PAGEREF _Toc12345 \\h 3
    第PAGE \\* MERGEFORMAT页
    [if !supportLists]一、[endif]先报名
    TOC \\o "1-3" \\h \\z \\u
    MERGEFIELD 姓名
    EMBED Word.Document.12
    mso-bidi-font-family:宋体
    style="font-size:16px"带户口本
    @policies.cost 不收#N/A
    | 村 | 钱 ⏎ 南坡 | #REF!
    | 村 | 户 ⏎ 南坡 | ######
    @comment_ 空
    undefined元一亩
    每月NaN元
    [object Object]可以申请
    null号窗口
    每户{{money}}元
    请找\${name}办
    =SUM(B2:B9)
    =VLOOKUP(A2,Sheet2!A:B,2,0)
  `).filter((line) => !line.startsWith('@comment_')),
);

set.plants(
  'wrong-letters',
  { except: [] },
  lines(`
    下载ＡＰＰ再报名
    网址ｗｗｗ．ｃｏｕｎｔｙ
    Ａ类每月３００元
    每人5OO元
    一共l2户
    2O26年开始
    到ll月底为止
    腊月初8曰
    5月I5日报名
    每亩7o元
    打l2345问
    23曰开会
    共З0人
    2о26年
    办Б类的
    补贴Ｏ元
    第０１２号窗口
    @policies.cost 一共5OO元
    @notices.pay 每天l5O元
    @contacts.hours 8:OO到12:00
    | 项目 | 钱 ⏎ 路 | 3OO元
  `),
);

set.plants(
  'other-forms',
  {},
  lines(`
    低収入的人家
    対象是老人
    气温很低，発烧的别来。
    県里的事
    図书室开门了
    学歴要写清
    老人医療費
    桜花开了
    売粮食的时候
    駅站在镇东
    労动的人
    ⼈⼝普查
    ⼾⼝本
    ⽼⼈补贴
    ⼦⼥上学
    ⺠政办
    補貼怎麼領
    請帶戶口本
    養老金發了
    @policies.cost 办理不収费
    @contacts.for ⽣病问它
    @notices.summary ⼤夫来村里看牙。
    ## 発补贴的日子
    | ⾦额 | 数 ⏎ 路 | 300
    - 対口帮扶
  `),
);

set.plants(
  'unseen-characters',
  { wanted: 'error' },
  [
    '\u200b',
    '\u200c',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u180e',
    '\u3164',
    '\u115f',
    '\u1160',
    '\uffa0',
    '\u202e',
    '\u202d',
    '\u2066',
    '\u200f',
    '\u2028',
    '\u0008',
    '\u0001',
    '\u007f',
    '\u0085',
    '\u034f',
    '\u061c',
    '\u{e0041}',
    '\u2800',
  ].map((character) => `带户口${character}本去`),
  ['\u200b', '\u202e', '\ufeff'].map((character) => `@policies.cost 不收${character}钱`),
  ['\u200b', '\u2066'].map((character) => `@contacts.for 低保${character}问它`),
  ['\u200b', '\u00ad'].map((character) => `| 村 | 户 ⏎ 南${character}坡 | 12`),
);

set.plants('tabs', {}, [
  '带\t户\t口\t本',
  '申\u2003请\u2003低\u2003保',
  '种 地 补 贴 怎 么 领',
  '老\u00a0人\u00a0补\u00a0贴',
]);

/** UTF-16 with its bytes swapped, and files saved in an encoding other than UTF-8. */
set.plants(
  'whole-file',
  { wanted: 'error' },
  SENTENCES.map((sentence) => `村里的通知，${swapped(sentence)}`),
  ['gbk', 'big5', 'utf-16le'].map((encoding) => ({
    shown: `a page saved as ${encoding}`,
    files: { [`content/pages/saved-as-${encoding}.mdx`]: savedAs(encoding) },
  })),
);

function swapped(text: string): string {
  return new TextDecoder('utf-16le').decode(new Uint8Array(Buffer.from(text, 'utf16le').swap16()));
}

function savedAs(encoding: string): Uint8Array {
  const text = `---\ntitle: 老人\nsummary: 老人有。\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n---\n\n大人。\n`;
  return encoded(encoding === 'utf-16le' ? `\ufeff${text}` : text, encoding);
}

set.lookAlikes(
  'rare-but-right',
  {},
  lines(`
    硝磺草酮是除草的，离水塘远些打。
    氟磺胺草醚用在大豆地。
    五氟磺草胺别和别的药混。
    噁霉灵能治立枯病。
    噻虫嗪拌种，吡虫啉打蚜虫。
    嘧菌酯、咪鲜胺、三唑酮都是杀菌的。
    戊唑醇、己唑醇按说明书用。
    草甘膦、敌草快、百草枯要分清。
    啶虫脒和哒螨灵打虫子。
    炔螨特夏天别在中午打。
    甲氰菊酯有毒，戴口罩。
    苯醚甲环唑治黑星病。
    阿维菌素、甲维盐管青虫。
    氯虫苯甲酰胺打玉米螟。
    烯啶虫胺、呋虫胺见效快。
    乙草胺封地，莠去津除草。
    缬沙坦、氨氯地平是降压药。
    二甲双胍、格列美脲要按时吃。
    布洛芬、对乙酰氨基酚别一起吃。
    头孢呋辛、阿莫西林凭方子买。
    甲巯咪唑是管甲亢的药。
    羟氯喹、甲氨蝶呤要查血。
    左旋肉碱，别听人瞎卖。
    党参、黄芪、秦艽、连翘都能种。
    瞿麦、薤白、蒺藜、菟丝子
    苜蓿、燕麦、豌豆、荞麦轮着种。
    沙棘、枸杞、酸枣、欧李能防风固沙。
    榛子、榧子、核桃、板栗
    藜麦、黍子、糜子、莜麦
    荸荠、茭白、芡实、菱角
    羊肚菌、猴头菇、竹荪要阴凉地。
    鲟鱼、鳜鱼、鲈鱼、泥鳅
    猕猴桃、樱桃、枇杷、柚子
    膨润土、高岭土、萤石、菱镁矿
    铟、镓、锗、铼是稀有的金属。
    煤矸石、粉煤灰能做砖。
    珍珠岩、蛭石拌土育苗。
    王昇是老支书。
    单福生、盖玉山、解春来
    翟焱、牛犇、冯淼、石磊是工作队员。
    李䶮教大家剪纸。
    赵珺、钱玥、孙翀、周赟
    吴昉、郑烨、冯翾都是大夫。
    买买提·阿不都在乡里当兽医。
    扎西卓玛教大家唱歌。
    岢岚县、芮城县、绛县、襄垣县
    隰县、繁峙县、盂县、黎城县
    濮阳、邛崃、亳州、儋州
    旌德县、歙县、黟县、婺源县
    盱眙、睢宁、邳州、邗江
    鄱阳湖边的鄱阳县
    郫都区、犍为县、珙县、筠连县
    汧河、漷水、沁河、滹沱河
    仫佬族、仡佬族、傈僳族、畲族
    傣族、佤族、侗族、瑶族、羌族
    怒族、阿昌族、德昂族、毛南族
    塬上、峁上、梁上、圪垯、圪塔
    屺崂村、岽下村、垴上村、畈里村
    砼就是混凝土。
    饸饹、馓子、麻糖、饽饽、糍粑
    荞面饸饹、莜面栲栳栳，都上了桌。
    褥疮、痤疮、疖子、痱子
    趼子、瘊子、粉瘤
  `),
);

set.lookAlikes(
  'gloss',
  {},
  lines(`
    砼（tóng）就是混凝土。
    旅（lǚ）字怎么写
    隰（xí）县在临汾。
    饸饹（hé le）是一种面。
    犇（bēn）是三头牛。
    他姓仇（qiú），不姓仇（chóu）。
    单（shàn）县的羊汤
    辘轳（lùlu）是打水用的。
    解（xiè）师傅教大家修车。
    繁峙（shì）县
    生字：垚（yáo）、犇（bēn）、淼（miǎo）。
    生字表：坡（pō）、沟（gōu）、梁（liáng）
    一年级学的字：人（rén）、口（kǒu）、手（shǒu）
    拼音课：b、p、m、f
    声母有zh、ch、sh、r
    低保的拼音是dibao。
    打字输入di bao就能找到。
    村名用拼音写是Nanpo。
  `),
);

set.lookAlikes(
  'quotation',
  {},
  lines(`
    日本客人写了“ありがとう”，意思是谢谢。
    包装上印着“りんご”，是苹果。
    农药标签上写着“DANGER”，是危险。
    种子袋上的Zea mays是玉米的学名。
    黄芪的学名是Astragalus membranaceus。
    核桃的学名叫Juglans regia L.
    咖啡写作café，是外国话。
    药盒上的“α”“β”是药的名字。
    β-内酰胺类的药先做皮试。
    维生素B₁₂、维生素D₃
    二氧化碳是CO₂，水是H₂O。
    土地面积写m²，亩和m²要换算。
    零下12℃，别出门。
    大棚长20×8米。
    误差±5斤
    体温37.5℃以上的先量一量。
    坡度≤25°才能种。
    pH 6.5～7.5的土
    藏语的“བཀྲ་ཤིས་བདེ་ལེགས”是吉祥如意。
    维吾尔语的“ياخشىمۇسىز”是您好。
    蒙古语的“ᠰᠠᠶᠢᠨ”是好。
    彝文的“ꆈꌠ”是彝族。
    壮语说Sawndip，是古壮字。
    朝鲜语的“안녕하세요”是您好。
    傣文的“ᦺᦑᦟᦹᧉ”写在门上。
    Vangh Cungh Fwb教唱山歌。
    俄罗斯的“Спасибо”是谢谢。
    希腊字母α、β、γ排在前面。
    罗马数字Ⅰ、Ⅱ、Ⅲ是一、二、三级。
    ①先报名②再体检③最后签字
    先打“12345”，再选“2”。
    网址是https://www.county.example/
    文件在https://www.county.example/%E5%8A%9E%E6%B3%95.pdf
    查[原文](https://www.county.example/a?b=1&c=2)
    打开微信，点“+”，再点“扫一扫”。
    用AT&T的卡也能打通。
    车牌是晋L12345。
    快递单上有“No.”两个字母。
    化肥袋上写15-15-15。
    氮磷钾写N-P-K，三样都要。
    C类车能开，B类不能开。
    手机系统Android 8.0以上
    4G、5G信号都有了。
    Wi-Fi的密码贴在墙上。
    表格里画“□”的地方打勾。
    □低保 □特困 □残疾，选一样打勾。
    ■是交过的，□是没交的。
    在框里打√，不是的打×。
    分数½、¾，就是半个、大半个。
    公章盖在○里。
    二〇二六年十一月
    第〇号表
    A4纸打印，一式三份。
    东经111°33′，北纬36°39′
    ★号的要先办。
    10‰就是千分之十。
    每亩施肥≥50公斤
    Ca、Mg、Fe、Zn是中微量元素。
    N₂O、NH₃不能多闻。
    @policies.title 60岁以上的老人，每月领养老金
    @contacts.for 种地用药问它，例如硝磺草酮怎么打
    @glossary.plain 就是PM2.5，空气里的细灰。
    @notices.where 河湾镇4号院B座
    | 药 | 每亩 ⏎ 硝磺草酮 | 80 mL ⏎ 噁霉灵 | 20 g
    | 学名 | 叫什么 ⏎ Zea mays | 玉米 ⏎ Glycine max | 大豆
    - 氟磺胺草醚 ⏎ - 草铵膦 ⏎ - 精喹禾灵
  `),
);

/** Bodies of pages that were written and scored before the rules were corrected for them: one JSON object per line. */
const texts = readFileSync(join(import.meta.dirname, 'garbled-texts.jsonl'), 'utf8')
  .trim()
  .split('\n');
for (const [index, line] of texts.entries()) {
  const { kind, isPlant, body } = JSON.parse(line) as { kind: string; isPlant: boolean; body: string };
  const add = isPlant ? set.plants : set.lookAlikes;
  const files = { [`content/pages/garbled-${index}.mdx`]: document('pages', '', body) };
  add(kind, {}, { shown: body, files });
}
