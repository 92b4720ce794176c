/**
 * Characters in the simplification of Japan, each followed by the Chinese one: those of the table JPShinjitaiCharacters of OpenCC
 * (opencc-js 1.4.2) that the Chinese standard lacks, and 働, which was created in Japan.
 */
const PAIRS =
  '乗乘亀龟亜亚仏佛仮假伝传価价倹俭児儿円圆処处剣剑剤剂剰剩労劳効效勅敕勧劝勲勋単单厳严収收唖哑営营噛啮団团囲围図图圏圈圧压塁垒' +
  '塩盐増增壊坏壌壤壱壹売卖変变奨奖嬢娘実实寛宽対对専专尭尧巌岩巣巢巻卷帯带帰归庁厅広广廃废弐贰弾弹従从徳德徴征応应恵惠悩恼悪恶懐怀' +
  '戦战戯戏戻戾払拂抜拔択择拝拜拠据拡扩挿插捜搜掲揭掻搔揺摇摂摄撃击撹搅斉齐斎斋晩晚暁晓暦历曽曾栄荣桜樱桟栈検检楽乐様样権权歓欢歩步' +
  '歯齿歳岁歴历毎每気气沢泽浄净涙泪渇渴済济渉涉渓溪満满滝泷瀬濑焼烧犠牺猟猎獣兽畳叠痩瘦発发県县砕碎稲稻穂穗穏稳穣穰竜龙粋粹粛肃糸丝' +
  '経经絵绘継继続续総总縁缘縄绳縦纵繊纤繍绣聴听脳脑臓脏艶艳荘庄蔵藏薫薰薬药蛍萤蝋蜡覇霸覚觉覧览観观訳译読读譲让豊丰賛赞転转軽轻辺边' +
  '逓递遅迟酔醉醤酱醸酿釈释鉄铁銭钱鋳铸錬炼関关陥陷険险隠隐雑杂霊灵頴颖頼赖顕显駅驿駆驱騒骚験验髄髓髪发鴎鸥鶏鸡鹸碱麺面黒黑黙默齢龄' +
  '働动渋涩';

/** Maps a Japanese form to the Chinese character. */
export const chineseForms: ReadonlyMap<string, string> = new Map(
  Array.from(PAIRS.matchAll(/(.)(.)/gu), ([, japanese = '', chinese = '']) => [japanese, chinese]),
);
