/** The engine: every rule over the whole content, each finding with its place. */
import { type Problem, sortProblems } from '../documents/problem.ts';
import { placeOf } from '../documents/source.ts';
import type { Content, Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** What the rules find; `only` the chosen ones. A draft is told gently: it is not published. */
export function checkContent(content: Content, only: readonly Rule[] = rules): Problem[] {
  const problems: Problem[] = [];
  const everywhere = { ...content, sources: content.allSources };
  for (const { name, severity, check } of only) {
    // A link breaks in the file that has it, by a change in another.
    const seen = name.startsWith('link/') ? everywhere : content;
    check?.(seen, ({ file, source, isDraft }, offset, message) => {
      const gently = isDraft ? 'warning' : severity;
      problems.push({ file, ...placeOf(source, offset), severity: gently, rule: name, message });
    });
  }
  return sortProblems(problems);
}

/** The rules whose findings no build lets through. */
export const buildRules: readonly Rule[] = rules.filter(({ stopsBuild }) => stopsBuild);
