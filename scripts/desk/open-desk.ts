/** Opens the editing desk over a content folder: the services of each user, and the server. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { DeskHost } from '../../src/desk/contract.ts';
import { type DeskOptions, type DeskServer, serveDesk } from '../../src/desk/server.ts';
import { asEnvironment, type Settings } from '../../src/settings.ts';
import { logFailure } from '../report-failure.ts';
import { openClientFiles } from './client-files.ts';
import { type OpenServices, openServices } from './open-services.ts';
import { openUserTrees } from './user-trees.ts';

export type OpenOptions = Pick<DeskOptions, 'host' | 'port' | 'proxy'> & {
  /** Called before the code of the pages is compiled, which takes a while. */
  onCompile(): void;
  /** Milliseconds between two looks at the published branch. */
  catchUpMs?: number | undefined;
};

/** Reads the content and starts the desk; rejects with the system's error for a used port. */
export async function openDesk(settings: Settings, options: OpenOptions): Promise<DeskServer> {
  process.env.NODE_ENV = 'production';
  Object.assign(process.env, asEnvironment(settings));
  const { onCompile, catchUpMs } = options;
  const opened: OpenServices[] = [];
  const trees = openUserTrees(settings);
  if (options.proxy !== undefined) await trees.clean();
  const openFor: DeskHost['open'] = async (user, events) => {
    const own = user === undefined ? settings : await trees.settingsOf(user);
    const draftsFile =
      user === undefined ? join(settings.cacheDir, 'desk-reviews.json') : trees.draftsFile(user);
    const services = openServices(own, { user, events, draftsFile, onCompile, catchUpMs });
    opened.push(services);
    await services.ready;
    return services;
  };
  const { host, port, proxy } = options;
  const server = await serveDesk(
    {
      client: openClientFiles(),
      onFailure: (error) => `出了意外，没有做完。${logFailure(error)}`,
      open: openFor,
      users: () => (proxy === undefined ? [undefined] : trees.users()),
    },
    { host, port, proxy, token: randomBytes(24).toString('base64url') },
  );
  if (proxy === undefined) await server.open(undefined);
  else await prepare(settings, onCompile);
  return {
    ...server,
    async close() {
      await server.close();
      for (const services of opened) services.close();
      if (proxy !== undefined) await trees.clean();
    },
  };
}

/** Compiles the pages and fills the caches, so that the first user does not wait for it. */
async function prepare(settings: Settings, onCompile: () => void): Promise<void> {
  const events = { send: () => undefined };
  const draftsFile = join(settings.cacheDir, 'desk-reviews.json');
  const services = openServices(settings, { user: undefined, events, draftsFile, onCompile });
  await services.ready.finally(services.close);
}
