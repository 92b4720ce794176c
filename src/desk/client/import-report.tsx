/** @jsxImportSource preact */
/** What was read from the office's file, and what was left out. */
import { addressOfDocument } from './document-address.ts';
import { importReports } from './import-reports.ts';
import type { DocumentKey } from './wire.ts';

export function ImportReport({ documentKey }: { documentKey: DocumentKey }) {
  const report = importReports.get(addressOfDocument(documentKey));
  if (report === undefined) return null;
  return (
    <section class="report" aria-label="从文件里读出来的">
      {[...report.summary, ...report.notes].map((line) => (
        <p key={line}>{line}</p>
      ))}
      <details>
        <summary>原文里每一句去了哪里</summary>
        <pre>{report.ledger}</pre>
      </details>
    </section>
  );
}
