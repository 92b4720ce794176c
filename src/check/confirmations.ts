/** The guesses that a person has confirmed in a file; they are not reported again. */
import { type AnnotatedFile, keyOf } from '../documents/source.ts';
import { type GuessRule, guessRules, isReason, REASON_TO_WRITE } from '../schema/confirmed.ts';
import { toInlineYaml } from '../schema/validation-messages.ts';

/** One entry of `confirmed`. */
export interface Confirmation {
  rule: string;
  text: string;
  /** Offset of its text in the file. */
  offset: number;
}

/** Whether findings of the rule are guesses that a person may confirm. */
export function isGuessRule(rule: string): rule is GuessRule {
  return Object.hasOwn(guessRules, rule);
}

/** The confirmations of a file, even if its other fields are invalid. */
export function confirmationsIn(source: AnnotatedFile): Confirmation[] {
  const value = new Map(source.texts.map((text) => [keyOf(text.path), text]));
  const found: Confirmation[] = [];
  for (let index = 0; value.has(`confirmed.${index}.rule`); index += 1) {
    const [rule, text, reason] = ['rule', 'text', 'reason'].map((name) =>
      value.get(`confirmed.${index}.${name}`),
    );
    if (rule && text && reason && isReason(reason.text)) {
      found.push({ rule: rule.text, text: text.text, offset: text.offsets[0] ?? 0 });
    }
  }
  return found;
}

/** Whether a text is part of the confirmations: it repeats the finding, and is not checked itself. */
export function isConfirmation({ path }: AnnotatedFile['texts'][number]): boolean {
  return path[0] === 'confirmed';
}

/**
 * How to confirm a guess, for the end of a message; `where` names the file. With `isFirst` the field is added, otherwise the entry
 * is appended to it.
 */
export function confirmationAdvice(rule: string, text: string, where: string, isFirst: boolean): string {
  const entry = toInlineYaml('confirmed', [{ rule, text, reason: REASON_TO_WRITE }]);
  const change = isFirst
    ? `加上 ${entry}`
    : `的 confirmed 里再添一条，前面加英文逗号：${entry.replace(/^.*?\[(.*)\]$/, '$1')}`;
  return `看过、确实可以写的，在${where}${change}，把“${REASON_TO_WRITE}”换成原因`;
}

/** Splits into the guesses that are not confirmed and the confirmations without a guess. */
export function excludeConfirmed<Guess extends { rule: string; text: string }>(
  guesses: readonly Guess[],
  confirmations: readonly Confirmation[],
): { left: Guess[]; unused: Confirmation[] } {
  const matches = (guess: Guess, { rule, text }: Confirmation) =>
    guess.rule === rule && guess.text === text.trim();
  return {
    left: guesses.filter((guess) => !confirmations.some((each) => matches(guess, each))),
    unused: confirmations.filter((each) => !guesses.some((guess) => matches(guess, each))),
  };
}
