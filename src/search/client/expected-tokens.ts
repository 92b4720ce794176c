/** The tokens that a short Chinese query will be looked up by, without parsing it: for the script in the head of the search page. */

/** At most this many bigrams: a longer query is a sentence, which has to be parsed. */
const SHORT_QUERY = /^\p{Script=Han}{2,5}$/u;
/** Characters of question words and kinship, which are in no token of a query. */
const QUESTION =
  /[能可不是有没要怎么样多少什时候为在哪如何些儿以我们家您你吗呢吧啊的了想咋啥个这那给谁找俺咱呗嘛领申请办爸妈爷奶姥婆爹娘该得去]/;

/** The bigrams of the query that parseQuery will return as well; none for a query in other characters or of other words. */
export function expectedTokens(query: string): string[] {
  if (!SHORT_QUERY.test(query)) return [];
  const characters = [...query];
  return characters
    .slice(1)
    .map((character, index) => (characters[index] ?? '') + character)
    .filter((bigram) => !QUESTION.test(bigram));
}
