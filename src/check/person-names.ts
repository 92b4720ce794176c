/** Names of people as they stand in Chinese text: one of the common surnames and one or two characters. */

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范' +
  '方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺';

/** Characters that are in words, not in given names, after what looks like a surname; the last of them make papers: 毕业证, 保险单. */
const NOT_GIVEN =
  '家有的是户某爷婶嫂叔姐哥伯奶娘村孩子们人民市县乡镇省部局所不没未满年月日元岁和与及或等已也就才到从在要会能可以上下中内外前后个位名这那谁什么老证单卡据票险请';

/** A name, for patterns. */
export const PERSON = `[${surnames}](?:(?![${NOT_GIVEN}])\\p{Script=Han}){1,2}`;

const ONLY_A_NAME = new RegExp(`^${PERSON}$`, 'u');

/** Whether a text is nothing but what may be a person's name. */
export function isPersonName(text: string): boolean {
  return ONLY_A_NAME.test(text.trim());
}
