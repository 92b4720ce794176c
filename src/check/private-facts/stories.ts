/** Sentences about history, plays, books and films: their people are no neighbours. */

const STORY =
  /《[^》]{1,20}》(?:里|中(?!心)|上映|写|讲|演|唱)|(?:[写编演唱看读]|根据)[了过着成]?《|(?<![她他己人家们])的故事|故事里|戏[里文]|[这那]出戏|送戏|社火|年画|皮影|评书|连环画|小人书|电视剧|动画片|课[文本]里|小说里|神话|传说[中里]|典故|成语|古人|古时候|古代|战国|春秋时|三国|[秦汉唐宋元明清]朝|[北南]宋|[西东]汉|鲁迅|日本鬼子|鬼子兵|引进了?埋伏圈|从前有个/u;

/** Whether a sentence says that it is about a story. */
export function isOfStory(sentence: string): boolean {
  return STORY.test(sentence);
}

/** A reign of the Ming or Qing dynasty, or an office of those days. */
const REIGN =
  /(?:洪武|永乐|宣德|成化|弘治|正德|嘉靖|隆庆|万历|天启|崇祯|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统)(?:年间|[初末]年|[元一二三四五六七八九十]{1,3}年|帝)|[宋元明清](?:代|朝)|民国(?:时期|年间|初年)|知[县府州]|县令|巡抚|翰林|进士|举人/;
/** About people of today, for whom the reign is only the age of a house or a tree. */
const OF_PRESENT =
  /低保|五保|特困|残疾|救助|脱贫|贫困|监测|医保|今年|去年|如今|现在|现年|[12]\d{3}年|住在|家住|电话/;

/** Whether a sentence is about people of a former dynasty. */
export function isOfHistory(sentence: string): boolean {
  return REIGN.test(sentence) && !OF_PRESENT.test(sentence);
}
