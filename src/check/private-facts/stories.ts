/** Sentences about history, plays, books and films: their people are no neighbours. */

const STORY =
  /《[^》]{1,20}》(?:里|中(?!心)|上映|写|讲|演|唱)|(?:[写编演唱看读]|根据)[了过着成]?《|(?<![她他己人家们])的故事|故事里|戏[里文]|[这那]出戏|送戏|社火|年画|皮影|评书|连环画|小人书|电视剧|动画片|课[文本]里|小说里|神话|传说[中里]|典故|成语|古人|古时候|古代|战国|春秋时|三国|[秦汉唐宋元明清]朝|[北南]宋|[西东]汉|鲁迅|日本鬼子|鬼子兵|引进了?埋伏圈|从前有个/u;

/** Whether a sentence says that it is about a story. */
export function isOfStory(sentence: string): boolean {
  return STORY.test(sentence);
}
