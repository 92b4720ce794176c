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
