import { expect, test } from 'vitest';
import { homesIn } from '../homes/index.ts';
import { helpListsIn } from './help-lists.ts';
import { sensitiveFactsIn } from './sensitive-facts.ts';

const isReported = (text: string) =>
  sensitiveFactsIn(text).length + helpListsIn(text, '').length + homesIn(text).length > 0;

test.each([
  ['a medicine', '孟德鲁司特、沙丁胺醇、布地奈德治哮喘，孩子用量不一样。'],
  ['an illness', '布鲁氏菌病、包虫病、狂犬病是人畜共患病，养羊户要体检。'],
  ['a firm from abroad', '诺和诺德、礼来、赛诺菲的胰岛素都在集采里。'],
  ['an adverb', '易肇事、易传染、易燃易爆物品归派出所管。'],
  ['half a word', '刷单返利，先小后大，小陈被骗走三万二。'],
  ['an unfulfilled duty', '未履行扶养义务的，离婚后不能要求补偿。'],
  ['a mine', '薛家湾煤矿、孟家窑煤矿停产检修。'],
  ['an animal', '马驹满1岁再上笼头，骡子3岁开始使役。'],
  ['a trade', '“蘑菇大叔”余长贵每天五点进棚，他说菌棒比孩子还娇气。'],
  ['a candidate', '县里的好媳妇评选，候选人有马春燕、李小红、王彩霞、张玉芳。'],
  ['a machine with its model', '残疾人补贴机具有沃得锐龙4LZ-6.0MAQ、星月神4LZ-6，铭牌要一致。'],
  ['a brand of medicine', '贺普丁是拉米夫定，治疗乙肝；舒利迭、信必可治哮喘。'],
  ['verse in quotation marks', '他耳聋，写下“戎马关山北，凭轩涕泗流”。'],
  ['breeds with their prices', '鸡苗报价：康达尔黄3元/羽、金陵花4元/羽，脱贫户补一元。'],
  ['decisions about all', '父亲去世后没有申报，多领的养老金要退回；名下有车的，停发低保。'],
  ['decisions counted', '去年取消名下有车的低保户36户，追回多领资金8.6万元，局长周建军说。'],
  ['who serves the sick', '为困难群众办事的陈建国上门服务三年，办理残疾证四十件。'],
  ['medicines of a catalogue', '特药目录里有格列卫、易瑞沙、泰瑞沙，癌症患者报八成。'],
  ['medicines for all patients', '泰毕全、拜瑞妥，房颤病人预防中风，二选一。'],
  ['a phrase on a plaque', '匾上写着“急公好义”，当年救助过灾民。'],
  ['a roster by days', '食堂轮值表：10日谭小红、11日舒春梅、12日席玉兰，孤寡老人的饭送到家。'],
  ['a roster by shifts', '保洁班次：一班龚建国，二班项春兰，三班卞志强，补贴按月发。'],
  ['one leader for each group', '小组长：一组毛建国，二组严春生，三组蒙志高，收医保费找他们。'],
  ['breeds under their animal', '肉兔：伊拉、齐卡、新西兰白，贫困户养兔有补助。'],
  ['thanks to donors', '鸣谢：何建华、黎春梅、莫文军为困难家庭捐款。'],
  ['the last of many homes', '村里最后一户危房去年腊月拆了，新房三间，自己只掏了八千块。'],
])('an editor may write of %s', (_, text) => {
  expect(isReported(text)).toBe(false);
});

test.each([
  ['an illness', '孟德鲁得了哮喘，住院十天。'],
  ['a nickname that shames', '“酒鬼大叔”余长贵醉倒在路上，被派出所拘留。'],
  ['a decision about one', '伍建平月工资4860元，配偶存款12万元，不予确认为最低生活保障对象。'],
  ['help taken back', '丹桂村闵春花在父亲去世后未申报，多领养老金14个月，分期退回。'],
  ['whom an office serves', '民政办为感染艾滋病病毒的仇文亮办理了补助。'],
  ['a patient on a round', '随访路线：上午先看糖尿病人巫根娣，再看都长林。'],
  ['a list under its label', '严重精神障碍患者监护补助拟发放：俞友生，全年2400元。'],
  ['a risk of illness', '邱满仓，危险性评估4级，监护人为其兄。'],
  ['a house in an old lane', '上午先到毕家弄堂6号二楼看病人，再去7号。'],
  ['a patient whom treatment cost all', '张有田治肝癌花光了钱，欠了五万。'],
  ['what a patient says', '他说：“老王坐过牢，李大牛吸毒。”'],
  ['patients whom an editor lists', '患者有谭小红、舒春梅、席玉兰，癌症，报八成。'],
  ['households by group', '低保户：一组毛建国，二组严春生，三组蒙志高。'],
  ['who keeps animals with help', '发羊：谭小红两只，舒春梅三只。'],
  ['a home', '他住在村东最后一户，门口有棵大槐树。'],
  ['a list', '低保户马春燕、李小红、王彩霞、张玉芳领到了煤。'],
  ['a child of a family', '她和丈夫、儿子、李建国都查出了乙肝。'],
])('an editor is asked about %s', (_, text) => {
  expect(isReported(text)).toBe(true);
});
