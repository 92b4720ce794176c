/** @jsxImportSource preact */
/** Findings in the words of `check`: errors apart from hints. */
import { useContext } from 'preact/hooks';
import { FormContext } from './fields/context.ts';
import { findingWords } from './finding-words.ts';
import type { Finding, FormField } from './wire.ts';

interface Props {
  id?: string | undefined;
  findings: readonly Finding[];
  /** The field at which they stand; absent for those of the whole. */
  field?: FormField;
  onFix: (finding: Finding) => void;
}

export function FindingList({ id, findings, field, onFix }: Props) {
  const { seen: onSeen } = useContext(FormContext);
  if (findings.length === 0) return null;
  const sorted = [...findings].sort((a, b) => a.severity.localeCompare(b.severity));
  return (
    <ul class="findings" id={id}>
      {sorted.map((finding) => (
        <li key={`${finding.rule} ${finding.line} ${finding.message}`} class={finding.severity}>
          <b>{finding.severity === 'error' ? '要改' : '请看'}</b> <span>{findingWords(finding, field)}</span>
          {finding.rule === 'base/changed' && (
            <button type="button" class="button small" onClick={onSeen}>
              看过了
            </button>
          )}
          {finding.fix && (
            <button type="button" class="button small" onClick={() => onFix(finding)}>
              改好
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
