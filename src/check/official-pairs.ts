/**
 * Pairs of characters, and a few words of three, in the terms of reports and notices that the dictionary, which is older, does not have: 防范化险, 千企帮千村, 指数居前.
 * They are no mistaken characters. Unlike a word of the field, none of them is ever proposed.
 */
export const OFFICIAL_PAIRS: ReadonlySet<string> = new Set(
  (
    '肾阳 脾肾 证候 痛症 血疤 阳损 染疫 大疫 疫因 组学 异齿 地埋 自建 退社 分众 油电 热钱 网帖 币价 央美 晴热 贴士 犬人 量点 升支 同煮 建或 ' +
    '较多 较大 较高 较好 较强 较快 较低 较少 较小 较长 较为 到店 进店 供汽 客量 专导 化债 债化 千企 万企 百企 千园 千村 万村 千人 万人 提效 提质 提标 提档 收超 投收 产消 贸产 防台 防蚊 抗疫 战疫 氢基 氢车 供氧 制氧 慢游 慢病 快检 ' +
    '快保 快助 快赔 快进 司法厅 诊台 桶口 漏服 学刮 学完 盖草 健委 商服 易贷 惠贷 惠通 惠企 惠游 固防 固边 固链 强边 高颜 颜值 强链 补链 延链 链壮 链强 壮链 建链 链主 构机 治岸 稳走 稳岗 ' +
    '稳链 圆片 晶圆 张江 迭里 西凤 培强 育强 处国 五措 六措 一欠 一老 两优 两新 三夏 卡级 数居 量居 率居 值居 额居 景迈 胶园 徽动 渝快 客入 养游 康养 医养 ' +
    '研学 夜经 首店 首展 首秀 潮玩 国潮 国补 以旧 智改 数转 网链 共富 未诉 接诉 诉即 退捕 禁捕 禁渔 退养 退塘 退圩 退茶 捕捞'
  ).split(' '),
);
