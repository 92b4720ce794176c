/** Cuts a text into the sentences that a voice gets one by one: some engines fall silent in the middle of a long text. */

/** Maximum characters that a voice gets at once, as far as a comma allows it. */
export const MAX_UTTERANCE_LENGTH = 120;

const ENDS = '。！？；…';
const ENDS_BEFORE_SPACE = '!?;';
/** Marks that belong to the sentence after its end: a closing quotation mark or bracket, a comma behind it. */
const CLOSING = '”’」』）)】〕》〉"\'，、：,';
const OPENING_BRACKETS = '（(【〔';
const CLOSING_BRACKETS = '）)】〕';
const PAUSES = '，、：,';
/** Whether a text has nothing to say. */
export function isSilent(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

/**
 * The sentences of a text, each with its end. None starts with a closing mark, none ends inside brackets, as long as that keeps it
 * below `MAX_UTTERANCE_LENGTH`; a longer one is cut after a comma, never between two figures.
 */
export function cutSentences(text: string): string[] {
  const words = text.replace(/\s+/g, ' ').replace(/ [·|｜] /g, '，');
  const sentences: string[] = [];
  let [from, depth, at] = [0, 0, 0];
  const cut = (to: number) => {
    const sentence = words.slice(from, to).trim();
    if (!isSilent(sentence)) sentences.push(sentence);
    [from, depth] = [to, 0];
  };
  while (at < words.length) {
    const mark = words.charAt(at);
    at += 1;
    if (OPENING_BRACKETS.includes(mark)) depth += 1;
    if (CLOSING_BRACKETS.includes(mark)) depth = Math.max(0, depth - 1);
    if (isEnd(words, at - 1) && (depth === 0 || at - from > MAX_UTTERANCE_LENGTH)) {
      at = endOfMarks(words, at);
      cut(at);
    } else if (at - from > MAX_UTTERANCE_LENGTH) {
      const pause = lastPause(words, from, at);
      if (pause > from) cut(pause);
    }
  }
  cut(words.length);
  return sentences;
}

function isEnd(text: string, at: number): boolean {
  if (ENDS.includes(text.charAt(at))) return true;
  return ENDS_BEFORE_SPACE.includes(text.charAt(at)) && /^(?:["'”’）)]*(?: |$))/.test(text.slice(at + 1));
}

/** The offset after further ends and closing marks. */
function endOfMarks(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && (ENDS + ENDS_BEFORE_SPACE + CLOSING).includes(text.charAt(at))) at += 1;
    // After a space too: a straight quotation mark after one opens, all others close.
    const behind = /^ +(?=[。！？；…”’」』）)】〕》〉，、：])/.exec(
      text.slice(at, at + MAX_UTTERANCE_LENGTH),
    );
    if (behind === null) return at;
    at += behind[0].length;
  }
}

/** The offset after the last comma before `to`; -1 if none. */
function lastPause(text: string, from: number, to: number): number {
  for (let at = to; at > from; at -= 1) {
    if (!PAUSES.includes(text.charAt(at - 1))) continue;
    if (!/\d/.test(text.charAt(at - 2)) || !/\d/.test(text.charAt(at))) return at;
  }
  return -1;
}
