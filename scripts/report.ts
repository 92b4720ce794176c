/** Prints what is wrong in the content: a line a finding, and how many there are. */
import { formatProblem, type Problem } from '../src/documents/problem.ts';

/** Prints the findings to `stream` with a closing line; nothing for none. */
export function reportProblems(problems: readonly Problem[], stream: NodeJS.WritableStream): void {
  for (const problem of problems) stream.write(`${formatProblem(problem)}\n`);
  if (problems.length === 0) return;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  stream.write(`\n共 ${errors} 处错误，${problems.length - errors} 处提醒。\n`);
}
