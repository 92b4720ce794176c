/** Who qualifies, who does not, what to bring and which steps to take, from the sections and sentences of an official text. */
import type { Certainty, Prefilled } from '../../schema/starting-file.ts';
import { eligibilityOf } from './eligibility.ts';
import { exclusionsOf } from './exclusions.ts';
import { papersOf } from './papers.ts';
import { sectionsOf } from './sections.ts';
import { stepsOf } from './steps.ts';
import type { Table } from './venues.ts';

/** The fields that the text states, from parts with a heading or from running text. */
export function policySections(
  lines: readonly string[],
  tables: readonly Table[] = [],
): Record<string, Prefilled> {
  const sections = sectionsOf(lines);
  const exclusions = exclusionsOf(lines, sections);
  const isExcluded = (at: number) =>
    sections.some(
      ({ subject, lines: { start, end } }) => subject === 'exclusions' && start <= at && at < end,
    );
  const others = lines.map((line, at) => (isExcluded(at) ? '' : line));
  const steps = stepsOf(others, sections, tables);
  return {
    ...field('eligibility', eligibilityOf(others, sections)),
    ...field('exclusions', exclusions),
    ...field('documents', papersOf(others, sections)),
    ...(steps && { steps: prefilled(steps.steps, steps.headings, steps.certainty) }),
  };
}

interface Found {
  items: string[];
  /** The headings and sentences that it is from. */
  headings: string[];
  hasHeading: boolean;
}

function field(name: string, found: Found | undefined): Record<string, Prefilled> {
  if (found === undefined || found.items.length === 0) return {};
  return { [name]: prefilled(found.items, found.headings, found.hasHeading ? 'stated' : 'sentence') };
}

function prefilled(value: unknown, headings: readonly string[], certainty: Certainty): Prefilled {
  const said = headings.map((heading) => `“${heading.replace(/[：:]$/u, '')}”`).join('，');
  return { value, from: `原文${said}，请改成大白话，一条一条核对`, certainty };
}
