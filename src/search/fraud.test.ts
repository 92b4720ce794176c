/** A query about a swindle shows the warning; an honest question with the same words does not. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asksAboutFraud } from './fraud.ts';

const services = [
  '信用卡提额要验证',
  '刷脸领补贴',
  '先交钱再放款',
  '客服让我共享屏幕',
  '下载个app就能领养老金',
  '公安打电话说我涉案',
  '说能提前领养老金',
  '抖音上说能办低保',
  '帮我办残疾证要三千',
  '网上认识的人让我充值',
  '陌生人让我填银行卡号',
  '医生说买他的药能报销',
  '收我两千说能进养老院',
];

test.each(services)('%s is about fraud', (query) => expect(asksAboutFraud(query)).toBe(true));

test('a service is about fraud for any person, with spaces and question words', () => {
  const before = fc.constantFrom('', '我妈', '爷爷', '请问', '有人', '昨天');
  const after = fc.constantFrom('', '咋办', '是真的吗', '能信不', '?');
  fc.assert(
    fc.property(fc.constantFrom(...services), before, after, (service, head, tail) => {
      expect(asksAboutFraud(`${head}${service.split('').join(' ')}${tail}`)).toBe(true);
    }),
  );
});

test.each([
  '医保刷脸认证怎么办',
  '社保卡密码忘了',
  '养老认证',
  '养老金要激活社保卡吗',
  '社保卡怎么激活',
  '领补助要银行卡号吗',
  '网上怎么申请低保',
  '下载医保app',
  '扫码看政策',
  '免费体检在哪',
  '贷款要抵押吗',
  '贷款利息高不高',
  '银行卡丢了养老金咋领',
  '快递丢了怎么赔',
  '村干部不给办低保',
  '老师到村里来教种红薯',
  '要先交养老保险才能领吗',
  '交够15年就能领养老金吗',
  '农民工工资保证金',
  '儿子出车祸急用钱',
  '听说低保涨钱了',
  '镇上说我不够低保条件',
  '学校让填雨露计划表',
  '国家给残疾人发钱吗',
  '派出所电话',
])('%s is an honest question', (query) => expect(asksAboutFraud(query)).toBe(false));

test('a stranger who demands something is about fraud, whatever he promises and in whatever order it is told', () => {
  const stranger = fc.constantFrom('有人', '网上', '一个陌生人', '微信群里', '上门的中介');
  const demand = fc.constantFrom('先打三千块', '让我交五百块', '叫我付全款', '要收两千块', '让我点开填卡号');
  const promise = fc.constantFrom(
    '',
    '就给办低保',
    '说能领补贴',
    '给我评残疾',
    '收我家的玉米',
    '给娃安排工作',
  );
  fc.assert(
    fc.property(stranger, demand, promise, fc.boolean(), (who, what, reason, isReasonFirst) => {
      expect(asksAboutFraud(isReasonFirst ? who + reason + what : who + what + reason)).toBe(true);
    }),
  );
});

test('a deposit or fee that an institution takes is no fraud, nor is one that is to be paid back', () => {
  const place = fc.constantFrom(
    '医院',
    '老人住院',
    '租房子',
    '电表',
    '煤气罐',
    '收割机',
    '卫生院做手术',
    '借播种机',
  );
  const ask = fc.constantFrom(
    '押金多少',
    '没钱交押金',
    '叫我交押金',
    '押金能退不',
    '押金咋退',
    '要交多少押金',
  );
  fc.assert(
    fc.property(place, ask, (where, what) => {
      expect(asksAboutFraud(where + what)).toBe(false);
    }),
  );
});

test.each([
  '儿子视频跟我借钱会不会是假的',
  '养老院投资五万每月返利息靠谱不',
  '认购床位给八折还有利息',
  '有老板来村里收黄豆要我先交保证金',
  '种药材包回收先交种苗款',
  '说帮我补交养老保险收一万',
  '一次性缴清明年就能拿退休金',
  '内部名额办残疾证',
  '送烟送酒能不能批低保',
  '骑手来电说我的快递有违禁品',
  '高速欠费短信点进去交',
  '微信说百万保障到期要扣钱客服让我操作',
  '教育局发助学金让去取款机操作',
  '让我开通亲密付',
  '以前交了两千报名费去打工人跑了',
  '网上买牛付了钱不发货',
  '我把身份证号告诉他了要紧不',
  '存折里的钱被人取了',
  '电视上卖的神酒能治糖尿病',
  '免费体检完了叫我买三千块的药',
  '人家说我爹的养老金可以按揭贷款',
  '让我手机开飞行模式不准跟家里人说',
  '应聘让我交培训费',
  '加微信群领低保',
  '收到信息说驾照要扣分点进去处理',
  '养老公寓让交十万住一辈子',
  '有人让我去银行开户给他用',
])('%s is about fraud', (query) => expect(asksAboutFraud(query)).toBe(true));

test.each([
  '免费送药下乡',
  '高血压免费领药',
  '免费领种子去哪',
  '验证码一直不来',
  '养老认证收不到验证码怎么办',
  '医生说先交钱才给看病没钱咋办',
  '先垫钱后报销',
  '贷款利息先交还是后交',
  '取钱要手续费吗',
  '户口本工本费多少',
  '买的化肥是假的找谁',
  '超市买的东西能退款吗',
  '投资建大棚有补助没',
  '合作社入股分红',
  '村干部让我拿身份证复印件',
  '民政局要我的银行卡号打低保',
  '人社局让刷脸认证',
  '警察叫我去派出所登记',
  '信用社叫我去签字',
  '村里打电话让交医保',
  '老板跑了工钱没给',
  '微信上咋交医保',
  '医保验证码错误',
  '工头扣了工资押金',
  '一次性补交十五年多少钱',
])('%s is an honest question', (query) => expect(asksAboutFraud(query)).toBe(false));
