/** Names of medicines, parts of which have the form of a name: 布洛芬缓释胶囊, 头孢曲松钠. */

/** Stems of generic names (国家药典委员会, 中国药品通用名称). */
const STEM =
  /洛芬|沙星|西林|霉素|头孢|地平|沙坦|洛尔|普利|他汀|双胍|咪唑|匹林|格列|胰岛素|拉唑|替丁|洛韦|巴比妥|西泮|司特|丁胺醇|奈德|氮平|培酮|马西平|丙戊酸|拉西坦|单抗|替尼|鲁肽|沙班|格雷|奈唑|达喹|喹啉|噻嗪|内酯|地高辛|司琼|昔布|膦酸|骨化醇|青霉|环素|康唑|硝唑|苯达唑|菌酯|唑醇|虫脒|菊酯|硫磷|鲁司/;
/** A form of medicine directly behind; a verb between is about a patient. */
const FORM =
  /^(?:(?![领吃服用买发送给拿开和])\p{Script=Han}){0,6}?(?:胶囊|[溶释]片|颗粒|注射液|口服液|糖浆|[软乳]膏|滴眼液|喷雾剂|注射剂)/u;

/** Whether the range of a sentence is part of the name of a medicine. */
export function isMedicine(sentence: string, { index, end }: { index: number; end: number }): boolean {
  return (
    STEM.test(sentence.slice(Math.max(0, index - 2), end + 2)) || FORM.test(sentence.slice(end, end + 12))
  );
}
