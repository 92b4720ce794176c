/** The page of what is being written, at each pause; a moment later what only the comparison with other documents finds. */
import { ApiError, post } from './api.ts';
import type { Changes } from './draft-changes.ts';
import { openRequestLoop } from './request-loop.ts';
import type { SessionView } from './session-view.ts';
import type { DocumentKey, Finding, PreviewAnswer } from './wire.ts';

/** One input of an input method comes as several events; while a page is rendered, what is typed waits for the next. */
const PAUSE_MS = 20;
/** Longer than a pause between two words: the comparison takes a large site most of a second. */
const COMPARISON_PAUSE_MS = 1200;
const RETRY_MS = 4000;

export type PreviewRequest = DocumentKey & Changes & { revision: string };

export interface Previews {
  /** To be called after each change. */
  changed(): void;
  /** Without a pause. */
  now(): void;
  close(): void;
}

/** Renders what `requestOf` returns; `show` takes pages and findings. */
export function openPreviews(
  requestOf: () => PreviewRequest,
  show: (part: Pick<SessionView, 'findings'> & { preview?: PreviewAnswer }) => void,
): Previews {
  let own: readonly Finding[] = [];
  /** Those of the last comparison, until the next one. */
  let compared: readonly Finding[] = [];
  const showFindings = (part: { preview?: PreviewAnswer }) =>
    show({ ...part, findings: [...own, ...compared] });

  const comparison = openRequestLoop(async () => {
    try {
      compared = (await post<{ findings: Finding[] }>('comparison', requestOf())).findings;
      showFindings({});
    } catch (error) {
      return retryOf(error);
    }
    return undefined;
  });
  const pages = openRequestLoop(async () => {
    try {
      const preview = await post<PreviewAnswer>('preview', requestOf());
      own = preview.findings;
      showFindings({ preview });
    } catch (error) {
      return retryOf(error);
    }
    return undefined;
  });
  return {
    changed() {
      pages.requestAfter(PAUSE_MS);
      comparison.requestAfter(COMPARISON_PAUSE_MS);
    },
    now() {
      void pages.request();
      comparison.requestAfter(COMPARISON_PAUSE_MS);
    },
    close() {
      pages.close();
      comparison.close();
    },
  };
}

/** After how long a failed request is worth another attempt. */
function retryOf(error: unknown): number | undefined {
  return error instanceof ApiError && (error.isAway || error.details.retry === true) ? RETRY_MS : undefined;
}
