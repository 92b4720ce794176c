/**
 * A question with several answers. @clack/prompts has one with English texts for "none" and the keys; its @clack/core leaves
 * the texts to us.
 */
import { styleText } from 'node:util';
import { MultiSelectPrompt } from '@clack/core';
import {
  S_BAR,
  S_BAR_END,
  S_CHECKBOX_ACTIVE,
  S_CHECKBOX_INACTIVE,
  S_CHECKBOX_SELECTED,
  symbol,
} from '@clack/prompts';

export interface MultiSelectOption {
  value: string;
  label: string;
}

/** Resolves to the chosen values, perhaps none, or to a symbol when the editor cancels. */
export function chooseSeveral(
  message: string,
  options: readonly MultiSelectOption[],
): Promise<string[] | symbol | undefined> {
  const bar = styleText('gray', S_BAR);
  const prompt = new MultiSelectPrompt<MultiSelectOption>({
    options: [...options],
    required: false,
    render() {
      const chosen = new Set(this.value ?? []);
      const head = `${bar}\n${symbol(this.state)}  ${message}\n`;
      if (this.state === 'submit' || this.state === 'cancel') {
        const labels = options.filter(({ value }) => chosen.has(value)).map(({ label }) => label);
        return `${head}${bar}  ${styleText('dim', labels.join('、') || '没有选')}`;
      }
      const lines = options.map(({ value, label }, at) => {
        const box = chosen.has(value)
          ? styleText('green', S_CHECKBOX_SELECTED)
          : at === this.cursor
            ? styleText('cyan', S_CHECKBOX_ACTIVE)
            : styleText('dim', S_CHECKBOX_INACTIVE);
        return `${bar}  ${box} ${at === this.cursor ? label : styleText('dim', label)}`;
      });
      return `${head}${lines.join('\n')}\n${styleText('gray', S_BAR_END)}  ${styleText('dim', '上下键移动，空格选，回车完')}\n`;
    },
  });
  return prompt.prompt();
}
