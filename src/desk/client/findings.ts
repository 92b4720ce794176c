/** Which findings belong to which field of the form. */
import type { FieldPath, Finding } from './wire.ts';

/** The findings at exactly this field, or below it where `isDeep`. */
export function findingsAt(findings: readonly Finding[], path: FieldPath, isDeep: boolean): Finding[] {
  return findings.filter((finding) => {
    const at = finding.path;
    if (at === undefined || at.length < path.length || (!isDeep && at.length > path.length)) return false;
    return path.every((name, index) => String(at[index]) === String(name));
  });
}

/** The findings about the body and the file as a whole: those of no field of the form. */
export function otherFindings(findings: readonly Finding[], names: readonly string[]): Finding[] {
  return findings.filter(({ path }) => path === undefined || !names.includes(String(path[0])));
}

/** Errors first, then hints. */
export function countFindings(findings: readonly Finding[]): { errors: number; hints: number } {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { errors, hints: findings.length - errors };
}
