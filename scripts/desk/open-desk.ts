/** Opens the editing desk over a content folder: puts the services together and starts the server. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { collectionForms, singleForms } from '../../src/desk/form.ts';
import { type DeskOptions, type DeskServer, serveDesk } from '../../src/desk/server.ts';
import { asEnvironment, type Settings } from '../../src/settings.ts';
import { openPreview } from '../preview/preview.ts';
import { logFailure } from '../report-failure.ts';
import { makeTempDir } from '../temp-dir.ts';
import { openClientFiles } from './client-files.ts';
import { openWorkspace } from './git-workspace.ts';
import { openIntake } from './intake.ts';
import { openLiveSite } from './live-site.ts';
import { openTextEditor } from './text-editor.ts';

export type OpenOptions = Pick<DeskOptions, 'host' | 'port' | 'proxy'> & {
  /** Called before the code of the pages is compiled, which takes a while. */
  onCompile(): void;
};

/** Reads the content and starts the desk; rejects with the system's error for a used port. */
export async function openDesk(settings: Settings, options: OpenOptions): Promise<DeskServer> {
  process.env.NODE_ENV = 'production';
  Object.assign(process.env, asEnvironment(settings));
  const workDir = makeTempDir('preview');
  const preview = openPreview(settings, { workDir, onCompile: options.onCompile, isTolerant: true });
  const begun = preview.refresh(true);
  const live = openLiveSite(settings, preview);
  const services = {
    forms: () => [...collectionForms(), ...singleForms()],
    workspace: openWorkspace({ settings, documents: preview.documents }),
    editor: openTextEditor(settings),
    live,
    intake: openIntake(settings, preview.documents),
    client: openClientFiles(),
    draftsFile: join(settings.cacheDir, 'desk-reviews.json'),
    now: () => new Date(),
    onFailure: (error: unknown) => `出了意外，没有做完。${logFailure(error)}`,
  };
  const { host, port, proxy } = options;
  const server = await serveDesk(services, {
    host,
    port,
    proxy,
    token: randomBytes(24).toString('base64url'),
  });
  await begun;
  // The rest of a large site is read between requests.
  preview.finish().catch(logFailure);
  const watcher = live.watch(() => server.events.send({ kind: 'changed' }));
  return {
    ...server,
    async close() {
      watcher.close();
      await server.close();
      preview.saveCache();
      rmSync(workDir, { recursive: true, force: true });
    },
  };
}
