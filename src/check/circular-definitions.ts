/** Circular explanations: 低保 by 低保标准, 困难家庭 by 生活困难的家庭. Pure functions, for the rule and the score. */

/** Characters that explain nothing: the rest of an explanation must add something new. */
const EMPTY =
  /[的了和与或及给对为为在之者指是就即也所有各种类个些一这那其每按由被人们]|国家|政府|部门|有关|相关|规定|生活|方面|情况|一定|办法|制度|政策|项目|工作|家庭成员/gu;

/** Whether `plain` explains `term` by the term itself, or only by its characters. */
export function isCircular(term: string, plain: string): boolean {
  const [first = ''] = plain.split(/[。！？；\n]/u);
  const said = first.replace(/[“”「」]/gu, '');
  if (term.length < 2 || said === '') return false;
  if (said.includes(term)) return true;
  if (saysMeasure(term, said) || saysAllWords(term, said)) return true;
  const left = said.replace(EMPTY, '').replace(/[^\p{Script=Han}]/gu, '');
  return left.length > 1 && [...left].every((character) => term.includes(character));
}

const ENDS_IN_MEASURE = /(标准|条件|资格|对象|范围|要求|线|办法)$/u;

/** 低保标准 as 最低生活保障的标准: repeats the measure, preceded by the thing, abbreviated or in full. */
function saysMeasure(term: string, said: string): boolean {
  const measure = ENDS_IN_MEASURE.exec(term)?.[0];
  if (measure === undefined || !said.endsWith(measure)) return false;
  let at = -1;
  const before = said.slice(0, -measure.length);
  return [...term.slice(0, -measure.length)].every((character) => {
    at = before.indexOf(character, at + 1);
    return at >= 0;
  });
}

/** 护理补贴 as 护理要用的补贴: repeats each word of a long term. */
function saysAllWords(term: string, said: string): boolean {
  if (term.length < 4 || term.length % 2 !== 0) return false;
  return (term.match(/.{2}/gu) ?? []).every((word) => said.includes(word));
}

/** A definition in a sentence: 困难家庭就是生活困难的家庭. */
const DEFINITION =
  /^[“「]?([\p{Script=Han}]{2,10}?)[”」]?[，,]?(就是|是指|指的是|指的就是|是)[，,]?([^。！？；]{2,60})/u;
/** Words before 是 that make a sentence no definition: a pronoun, a question or a negation. */
const NO_TERM = /[不没这那谁哪您我他她它都也还只最就便才要]|什么|怎么|多少|几/u;

/** The term that a sentence defines by the term itself; undefined if none. */
export function circularTerm(sentence: string, names: readonly string[]): string | undefined {
  const [, term = '', verb = '', said = ''] = DEFINITION.exec(sentence.trim()) ?? [];
  if (term === '' || NO_TERM.test(term)) return undefined;
  // A sentence may repeat a short word for good reasons, unless the document is about that word.
  if (said.includes(term)) {
    if (term.length <= 2 && !isNamed(term, names)) return undefined;
    return verb === '是' && !said.endsWith(term) && !isNamed(term, names) ? undefined : term;
  }
  return verb !== '是' && isCircular(term, said) ? term : undefined;
}

const isNamed = (term: string, names: readonly string[]) => names.some((name) => name.includes(term));

/** 低保标准, 救助条件: a measure that contains the name of the thing. */
const MEASURE =
  /(?:标准|条件|资格|对象|范围|要求|线)(?=[^\p{Script=Han}]|[的以之内下上就才可家户人群一]|$)/gu;
const LONGEST_NAME = 6;
/** 符合救助条件的: eligibility defined as eligibility. */
const WHO_CAN =
  /(?:符合|具备|满足|够得?上?|达到|属于|列入|纳入)(?:[^，。；：]{0,12}?)(?:条件|标准|要求|规定|资格|政策|范围|对象)(?:的|以内|之内|者|$|[，。；])/u;

export interface Circle {
  index: number;
  words: string;
}

/**
 * The circular part of a text about eligibility: it refers to a measure named after the thing, or to the thing's conditions.
 * `names` are the names of the thing in the document. A text with a figure is not circular.
 */
export function circleIn(text: string, names: readonly string[]): Circle | undefined {
  const who = WHO_CAN.exec(text);
  if (who !== null && !/[：:]/u.test(text.slice(who.index))) {
    return { index: who.index, words: who[0].replace(/[，。；]$/u, '') };
  }
  if (/\d/.test(text)) return undefined;
  for (const { 0: measure, index } of text.matchAll(MEASURE)) {
    for (let length = LONGEST_NAME; length >= 2; length -= 1) {
      const name = text.slice(Math.max(0, index - length), index);
      if (name.length === length && /^\p{Script=Han}+$/u.test(name) && isNamed(name, names)) {
        return { index: index - length, words: name + measure };
      }
    }
  }
  return undefined;
}

/** The term whose meaning a question asks for: 哪些人算困难家庭？ */
const MEANING =
  /^(?:什么(?:是|叫|样的(?:人|家)?算)|(?:哪些|哪种|什么)(?:人|家庭?|户|情况)?(?:才)?(?:算|是|属于)|谁(?:才)?算|怎样?才?算|怎么才?算)(.{2,16}?)[？?]?$|^(.{2,16}?)(?:是什么(?:意思)?|指什么|是啥|是哪些人|怎么算)[？?]?$/u;

/** Questions whose answer is a list of conditions. */
const WHO =
  /谁(?:家)?(?:都)?(?:能|可以|有|行)|(?:哪些|哪种|什么样?的?)(?:人|家|户|条件)|怎样才能|要什么条件|有(?:什么|哪些)(?:条件|要求)/u;

/** Whether the answer to a question repeats its conditions: 谁能办？符合条件的。 */
export function isCircularAnswer(question: string, answer: string): boolean {
  const term = askedTerm(question);
  if (term !== undefined && (isCircular(term, answer) || circleIn(answer, [term]) !== undefined)) return true;
  return WHO.test(question) && WHO_CAN.test(answer) && !/[：:\d]/u.test(answer);
}

function askedTerm(question: string): string | undefined {
  const [, after, before] = MEANING.exec(question.trim().replace(/[“”]/gu, '')) ?? [];
  return after ?? before;
}
