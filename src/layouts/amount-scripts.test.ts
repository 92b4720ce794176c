/** A reader who opens 算一算 on a slow network waits for few bytes, whatever its questions are. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { budgets } from '../documents/budgets.ts';
import { bundleScripts } from './bundle-scripts.ts';

test('the scripts of 算一算, with what is loaded on opening it, are within the limit', async () => {
  const { amounts, choiceAmounts, typedAmounts } = await bundleScripts();
  const sizeOf = ({ code }: { code: string }) => gzipSync(code, { level: 9 }).length;
  for (const onOpening of [choiceAmounts, typedAmounts])
    expect(sizeOf(amounts) + sizeOf(onOpening)).toBeLessThanOrEqual(budgets.amountScriptBytes);
});
