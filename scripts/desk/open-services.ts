/** What one user of the desk works with: a working tree, its pages, and what comes in from outside. */
import { rmSync } from 'node:fs';
import type { DeskServices } from '../../src/desk/contract.ts';
import type { EventHub } from '../../src/desk/events.ts';
import { collectionForms, singleForms } from '../../src/desk/form.ts';
import type { Settings } from '../../src/settings.ts';
import { openPreview } from '../preview/preview.ts';
import { watchDay } from '../preview/watch-day.ts';
import { logFailure } from '../report-failure.ts';
import { makeTempDir } from '../temp-dir.ts';
import { openBaseDocuments } from './base-documents.ts';
import { openWorkspace } from './git-workspace.ts';
import { openIntake } from './intake.ts';
import { openLiveSite } from './live-site.ts';
import { openTextEditor } from './text-editor.ts';

/**
 * How often a tree takes over what others published, and tries again what could not be pushed: once a minute,
 * or as often as MINGBAI_CATCH_UP_SECONDS says.
 */
const CATCH_UP_MS = 1000 * Number(process.env.MINGBAI_CATCH_UP_SECONDS ?? 60);

export interface OpenServices extends DeskServices {
  /** Resolves when the pages can be rendered. */
  ready: Promise<void>;
  close(): void;
}

export interface ServiceOptions {
  /** The name of the user, from the proxy. */
  user: string | undefined;
  events: Pick<EventHub, 'send'>;
  draftsFile: string;
  /** Called before the code of the pages is compiled, which takes a while. */
  onCompile(): void;
  /** Milliseconds between two looks at the published branch. */
  catchUpMs?: number | undefined;
  /** Milliseconds between two looks at the clock. */
  dayCheckMs?: number | undefined;
}

/** Opens the services over the working tree of `settings`. */
export function openServices(settings: Settings, options: ServiceOptions): OpenServices {
  const { user, events, draftsFile, onCompile, catchUpMs = CATCH_UP_MS, dayCheckMs } = options;
  const workDir = makeTempDir('preview');
  const preview = openPreview(settings, { workDir, onCompile, isTolerant: true });
  const live = openLiveSite(settings, preview);
  const workspace = openWorkspace({
    settings,
    documents: preview.documents,
    baseFiles: preview.baseFiles,
    user,
  });
  const bases = openBaseDocuments(settings, preview);
  const ready = preview.refresh(true);
  // The rest of a large site is read between requests.
  ready.then(() => preview.finish()).catch(logFailure);
  const watcher = live.watch(() => events.send({ kind: 'changed' }));
  const dayWatcher = watchDay(
    settings,
    () => {
      live
        .contentChanged()
        .then(() => events.send({ kind: 'changed' }))
        .catch(logFailure);
    },
    dayCheckMs,
  );
  let isCatchingUp = false;
  const catchUp = async () => {
    // On a slow network a look may last longer than the time between two: they must not queue up before an editor's own work.
    if (isCatchingUp) return;
    isCatchingUp = true;
    try {
      const answer = await workspace.catchUp();
      if (answer !== undefined) events.send({ kind: answer.ok ? 'published' : 'changed', ...answer });
    } finally {
      isCatchingUp = false;
    }
  };
  const timer = setInterval(() => void catchUp().catch(logFailure), catchUpMs);
  timer.unref();
  return {
    forms: () => [...collectionForms(), ...singleForms()],
    workspace,
    editor: openTextEditor(settings, bases),
    live,
    bases,
    intake: openIntake(settings, preview.documents),
    draftsFile,
    now: () => new Date(),
    ready,
    close() {
      clearInterval(timer);
      watcher.close();
      dayWatcher.close();
      preview.saveCache();
      rmSync(workDir, { recursive: true, force: true });
    },
  };
}
