/**
 * The probability of a character in a given name, in four classes: the names in jieba's dictionary counted against its other
 * words, with the characters of villages and of today's children added by hand. No list of names is stored.
 */

/** Far more frequent in names than anywhere else. */
const STRONG =
  '斌瑾炜旭琦桓霖钰奎亨璐筠鹏桢萍燮鑫琪祯岚慧琳媛莉麟祥葆炳铨梅蒂禹翊歆玲弼婷毓鸿斐瑜桂懋弘祚祺涛凤恺曜昭仲霆昕蓉尧俊靖彦迪蔚倩晓馨伯杰寅翠轩杨钧杜毅骏雯芳枫柏逊碧萧钊辉兹莹秉娜曼贞玺慈莱荣铭栋芬霞颖翔谦椿贤卓瑛茂耀敏裕佐谟吉宝泽翰舜焕燕琼峰玄宇鹤钦嘉瑟庄勋伟懿佩瑞怡振蕾丽苑雁沛菲崇宏镐祁薇洛浩慕诺澄祖耿秀寿鼎婉藤儒恩瑶森鸣康俭嵩杏凌艳兰虹晋启孝禅誉志龙珍穆雅柳锦秋勇绍隆福帅松雪晴蝶丹林昌朗雀琴羽宋良智宁恭衍丙洁昂舒聪昆铃宾媚龄淑娟娣嫦姣婵嫚姗娅婕妤茜莎苹芸莲菊琏珊珠静晶强刚军航彬灿烨煜烁豹彪骥驰腾建忠义礼德禄喜财富贵旺兴盛英豪俏柱栓拴锁锋钢锐银玉云香巧惠清淼润河泉梓桐植春冬星辰晨昊昱曦暄诗涵欣悦雨萱彤睿文武永顺谐远宽囤屯满仓魁嗣继宗朋群望冀怀升坤乾磊萌芷若佑佳悠恬岩屹韬皓晗晟宸沐汐芮熙琰玥妍妮娥姝嫣婧琬璟珂瑄璇玮珏琛琨淇淳渝潇澜灏熠煊桉楷榕樱梦蕙蓓莺葵茵菁蔓薪勤恒峻嶂艾叶桃娇妞囡娃弟改引招拾狗根榜洪波亮君维凯培仙健廷兆博侠章仕枝敬奇楠茹剑均堂冰雷伦哲锡露卿蕊庭炎湘晖滨添华素妹沅灵芊茗艺';

/** Frequent in names and in other words. */
const USUAL =
  '国成美新学月长天全会芝民发中开水和一运高来道加大洋有万进方如权心应占三增治南存显可政业自定程力信西奕四法代合城洲从路女影爽意京依越能照常通久好盼细前召作得行举甜果齐明震光圣雄肃柔朴霜蓝诸敦守登乌紫扬翼捷硕金贯师鹰履景眉妃尚纲飞竹宪士乙亚奈耕太纯奉旗逢木思威格连友厚献池邦善乘元兵阳坦超津世海咸山坚仰伏迟平朵洞子铁江小修粉烈劲先二东彩爱冲园冠绣监家正季复白传安忙花公徒微立旦甘荷迎圆石巨同保真野科广初才皇典图风源双念归基班少容铜壮佛书生男红卫青庆仁之芹川村日早晚丰收团留住拥党向援朝跃解放联社秧苗谷米麦豆田牛马羊虎兔黑老五六七八九十百千对器多余稳牢固靠顶梁材汉婢翁姑娘奴儿标胜利在转过换变火达亿丁口到时巴乃俄音丑官养印库树克乐其凡付延欢本希承臣益年相周孟纪环苏绪阿育为令汝宜帆井殿楚贺亭桥仪赛李功诚再起笑映毛以宣岳妙言必肖营化理黎名猛逸述夏陈蒙腊球甫伍端观普畅巍录冉张盈征夫娴刘王战泰寒祝斯土声颜柯任贝知浪见记焱庚干后原深语训童旋效泳潮体实情想选展现然术申州结创许';

/** Very rare in given names. */
const UNLIKELY =
  '了不个他她我你您们也下就于要出说部市等面动事那去还种所机表外与两当么只又制关没此员手最间看各已但些度第院位由点场次使数样身把被并量级及省资务委系气电或设很处共形己目队计别话流报给打几议更决交走反题接规条它受组什指做论技却职号件类界据空完质难专每即认车感具近该始较型价单快准究往段半吃办像构料随划算投值包息股断怎速需片况编局且证除企织确消项失低般防请落视副食虽试跟底批另按故责仅模态席负层供域找血终弹协检验送限配呢差敌仍哪预怕份谁核味辑吧免愿架括乱讲乎既敢苦担句岁块剧错够销读退测脚版毒判啊货险吗评沉遗假输否控互咱脑扩饭短赶诉础届牌卖痛减穿逐票杂病药医疗费款钱补贴助救残疾困贫穷领购租赔欠债借贷炒煤炭户镇乡县账卡址楼室厅窗岗酬税罚案警诈骗';

const weights = new Map<string, number>();
for (const character of UNLIKELY) weights.set(character, -1.5);
for (const character of USUAL) weights.set(character, 0.8);
for (const character of STRONG) weights.set(character, 1.4);

/** From -1.5 to 1.4: the weight of a character as evidence for a given name; 0 for a rare one. */
export function weightOfGiven(character: string): number {
  return weights.get(character) ?? 0;
}
