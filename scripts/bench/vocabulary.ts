/** Words and sentences of generated documents. They describe no real place or person. */

const list = (text: string) => text.trim().split(/\s+/);

export type Words = Record<'trade' | 'matter' | 'verb' | 'paper' | 'office' | 'surname', readonly string[]>;

export const words: Words = {
  trade: list(`
    谷子 玉米 小麦 土豆 大豆 绿豆 荞麦 莜麦 胡麻 向日葵 花椒 苹果 梨树 枣树 杏子 葡萄 桃园 山楂 连翘 黄芩 柴胡 党参
    黄芪 木耳 香菇 平菇 大棚 西红柿 黄瓜 辣椒 白菜 萝卜 大葱 大蒜 西瓜 南瓜 山羊 绵羊 肉牛 奶牛 土猪 母猪 柴鸡 蛋鸡
    鸭子 鹅 兔子 驴 蜜蜂 鱼塘 醋坊 豆腐 粉条 挂面 磨面 榨油 酿酒 柳编 剪纸 刺绣 布鞋 鞋垫 裁缝 理发 修车 焊工 电工
    木工 瓦工 油漆 厨师 月嫂 保姆 护工 快递 网店 直播 农家乐 民宿 货运 出租 挖机 吊车 水泥 砖厂 煤矿 洗煤 光伏 沼气`),
  matter: list(`
    补贴 补助 培训 贷款 保险 报名 登记 年检 检疫 防疫 改造 修缮 认定 公示 招工 采购 收购 订单 技术 比赛 评比 展销 义诊
    体检 缴费 报销 减免 奖励 救助 慰问 搬迁 复垦 退耕 流转 确权 验收 备案 换证 年审 咨询 维权`),
  verb: list('种 养 学 做 开 办 修 卖 收 租 买 试 教 学着做 扩大 转让 承包 加工 运输 储存'),
  paper: list(`
    身份证 户口本 银行卡 残疾人证 毕业证 学生证 结婚证 出生证明 病历 收费单 诊断书 土地证 房产证 承包合同 劳动合同
    工资条 营业执照 驾驶证 行驶证 健康证 在校证明 收入证明 村委会证明 一寸照片 申请书 委托书 发票 收据 保险单`),
  office: list(`
    村委会 乡镇政府 便民服务中心 农技站 兽医站 林业站 水利站 卫生院 派出所 司法所 信用社 农机站 畜牧站 文化站 电管站
    供销社 合作社 劳动所 民政所 国土所 残联 妇联 工会 学校`),
  surname: list('王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧'),
};

export const sentences = [
  '想{verb}{trade}的，先到{office}问一问。',
  '{village}去年{verb}了{trade}，收成比往年好。',
  '带上{paper}和{paper}，交给{office}就行。',
  '{trade}的{matter}，一年办一次，错过要等明年。',
  '{person}{verb}{trade}已经好几年，村里人都去看。',
  '没有{paper}的，先去{office}补一张。',
  '{office}的人会到{village}来，看看{trade}怎么样。',
  '要是{trade}遇上灾，马上告诉{office}，拍几张照片。',
  '{matter}的钱打到卡上，看不明白就问{office}。',
  '{verb}{trade}要本钱，也要会技术，别一下子铺得太大。',
  '{village}和{village}挨着，{trade}可以一起{verb}。',
  '先算账，再动手：{trade}要多少工，{paper}备齐了没有。',
  '有人说{matter}要先交押金，那是骗人的。',
  '{person}说，{trade}不难，难在天天要管。',
  '办{matter}那天人多，早点去{office}排队。',
  '{trade}卖不出去，可以找{office}帮着问销路。',
  '{trade}一亩能得{number}元，{number}天以后打到卡上。',
  '{village}有{number}户在{verb}{trade}，{person}家是头一户。',
  '“{trade}不用愁”，{person}常这么说。',
  '{paper}丢了也别急，{office}一般5~10天能补好。',
  '头一年{verb}{trade}的，先少{verb}一点，看看再说。',
  '问清楚三件事：{trade}要多少本钱，{paper}去哪里开，{matter}什么时候办。',
];
