/**
 * Who can have a policy, as data beside the words of `eligibility`: alternatives, of which one suffices. A condition that no question can
 * settle is written in words, and then the finder never promises anything.
 */
import { z } from 'zod';
import { alternative } from './alternative.ts';
import { reportConditionProblems } from './condition-rules.ts';

/** The most alternatives of one policy. */
const MAX_ALTERNATIVES = 8;

/** The schema of the conditions of a policy. */
export const conditionsSchema = z
  .array(alternative)
  .min(1)
  .max(MAX_ALTERNATIVES)
  .superRefine(reportConditionProblems);
