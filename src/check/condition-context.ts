/** What the conditions of policies are compared with, for rules. */
import { ratesById } from '../documents/amounts.ts';
import type { ConditionContext } from '../documents/conditions.ts';
import type { Site } from '../documents/site.ts';

/** The context on the day of the site. */
export function conditionContext({ rates, today, places }: Site): ConditionContext {
  return { rates: ratesById(rates), day: today, places };
}
