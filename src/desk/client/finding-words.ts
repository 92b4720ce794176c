/**
 * The words of a finding at its field. Those of `check` also say how the field is written in a file, and repeat its help and example, which
 * stand above it in the form.
 */
import type { Finding, FormField } from './wire.ts';

export function findingWords({ rule, message }: Finding, field: FormField | undefined): string {
  if (rule === 'schema/missing-field')
    return message.replace(/缺少「([^」]*)」（\w+）。.*$/s, '还没写「$1」。');
  // The form has a button for what is run on the command line.
  if (rule === 'base/changed')
    return message
      .replace(/^上级改了「([^」]*)」（\w+）/, '上级改了「$1」')
      .replace(/；看过了，运行.*$/s, '；看过了，按“看过了”。');
  if (rule !== 'schema/wrong-value') return message;
  const words = message.replace(/^(「[^」]*」)（\w+）：/, '$1');
  const helpAt = field === undefined || field.help === '' ? -1 : words.indexOf(field.help);
  const end = helpAt > 0 ? helpAt : words.search(/例如：\w+: /);
  return end > 0 ? words.slice(0, end) : words;
}
