/** Names of medicines, parts of which have the form of a name: 布洛芬缓释胶囊, 头孢曲松钠. */

/** Stems of generic names (国家药典委员会, 中国药品通用名称). */
const STEM =
  /洛芬|沙星|西林|霉素|头孢|地平|沙坦|洛尔|普利|他汀|双胍|咪唑|匹林|格列|胰岛素|拉唑|替丁|洛韦|巴比妥|西泮|司特|丁胺醇|奈德|氮平|培酮|马西平|丙戊酸|拉西坦|单抗|替尼|鲁肽|沙班|格雷|奈唑|达喹|喹啉|噻嗪|内酯|地高辛|司琼|昔布|夫定|[福卡夫]韦|替诺福|那韦|昔韦|卡韦|贝特|依折麦|莫西|特罗|拉唑|列净|列汀|列奈|列脲|曲塞|膦酸|骨化醇|青霉|环素|康唑|硝唑|苯达唑|菌酯|唑醇|虫脒|菊酯|硫磷|鲁司/;
/** A form of medicine directly behind; a verb between is about a patient. */
const FORM =
  /^(?:(?![领吃服用买发送给拿开和])\p{Script=Han}){0,6}?(?:胶囊|[溶释]片|颗粒|注射液|口服液|糖浆|[软乳]膏|滴眼液|喷雾剂|注射剂)/u;

/** 贺普丁是拉米夫定, 拜新同（硝苯地平）: a brand with its generic name; 门诊能开贺普丁吗, 每天一粒: what is prescribed or taken. */
const IS_GENERIC = new RegExp(
  `^[”（(]?(?:就?是|即|又[叫名称]|通用名|成分)?[为是：:]?(?:一种)?\\p{Script=Han}{0,6}(?:${STEM.source})`,
  'u',
);
const PRESCRIBED_BEFORE =
  /(?:[可能要会]以?|停|改|换|加|续|联|门诊|医生|药店)[开服吃用买](?:点|的|了|着)?[“]?$/u;
const PRESCRIBED_BEHIND =
  /^[”]?(?:吗|片|粒|胶囊|[，,]?(?:每[日天次晚]|一[天日次])\p{Script=Han}{0,2}[\d一二两三半]|\d{1,4}(?:mg|毫克|微克|片|粒)|[，,]?(?:饭[前后]|睡前|空腹)[服吃]|能报|可以报|在医保|进了?(?:医保|集采))/u;

/** 舒利迭、信必可治哮喘: a medicine, or who heals; not 治了三年, 治肝癌花光了钱. */
const TREATS =
  /^\p{Script=Han}{0,2}?(?:[（(][^（）()]{2,10}[）)])?(?:、\p{Script=Han}{2,8}(?:[（(][^（）()]{2,10}[）)])?){0,4}(?:[都也]|主要|可以?|能){0,2}(?:治(?![了过病好愈完不]|\p{Script=Han}{1,6}(?:花|欠|借|卖|住|没|去))|管(?=[血糖高低心肝胃哮乙尿])|用于|用来)/u;
/** 他, 老人 and the like: the sentence is about a patient. */
const PATIENT = /[他她]|家里|老[伴公婆]|儿子|女儿|住院|花[了光去]|欠|透析|化疗|放疗/;

/** 特药目录里有格列卫、易瑞沙; 泰毕全、拜瑞妥，房颤病人预防中风: a series for all patients of an illness. */
const CATALOGUE_BEFORE = /(?:目录|药房|药店|集采)(?:里|内|中)?(?:有|包括|新增了?|进了)[^，。；：]{0,40}$/u;
const FOR_PATIENTS =
  /^[^，。；：]{0,40}，(?!(?:都|均|全)?是)\p{Script=Han}{2,8}(?:病人|患者)(?=[\p{Script=Han}])(?!家|户|的|们)/u;
const COVERED = /进了?(?:医保|集采|目录)|集采/;

function isInSeriesOfMedicines(sentence: string, index: number, end: number): boolean {
  if (CATALOGUE_BEFORE.test(sentence.slice(Math.max(0, index - 50), index))) return true;
  const behind = sentence.slice(end, end + 60);
  const isItem =
    /、[^，。；：、]{0,6}$/u.test(sentence.slice(Math.max(0, index - 8), index)) ||
    /^\p{Script=Han}?、/u.test(behind);
  return isItem && (FOR_PATIENTS.test(behind) || COVERED.test(sentence));
}

/** Whether the range of a sentence is part of the name of a medicine. */
export function isMedicine(sentence: string, { index, end }: { index: number; end: number }): boolean {
  return (
    STEM.test(sentence.slice(Math.max(0, index - 2), end + 2)) ||
    FORM.test(sentence.slice(end, end + 12)) ||
    isInSeriesOfMedicines(sentence, index, end) ||
    (TREATS.test(sentence.slice(end, end + 40)) && !PATIENT.test(sentence)) ||
    IS_GENERIC.test(sentence.slice(end, end + 16)) ||
    (PRESCRIBED_BEFORE.test(sentence.slice(Math.max(0, index - 8), index)) &&
      PRESCRIBED_BEHIND.test(sentence.slice(end, end + 12)))
  );
}
