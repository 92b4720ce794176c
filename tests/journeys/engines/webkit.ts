/**
 * WebKit, the engine of iPhones: Debian's MiniBrowser, driven by WebDriver over HTTP on a virtual display. The driver prints its console.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { findMiniBrowser } from '../../../scripts/browser-paths.ts';
import { type Engine, type JourneyPhone, SCREEN } from '../phone.ts';

/** Key of element references in WebDriver. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const PATIENCE_MS = 20_000;

export function webkit(): Engine {
  const programs = ['xvfb-run', 'WebKitWebDriver'];
  const isHere =
    findMiniBrowser() !== undefined &&
    programs.every((program) => spawnSync(program, ['--help'], { stdio: 'ignore' }).error === undefined);
  return { name: 'WebKit', isHere, hasScript: true, start };
}

async function start(siteUrl: string): Promise<JourneyPhone> {
  const port = await freePort();
  // A separate process group, so that the display and the browser end together.
  const driver = spawn(
    'xvfb-run',
    ['-a', '-s', '-screen 0 1024x1024x24', 'WebKitWebDriver', `--port=${port}`],
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const trouble: string[] = [];
  for (const stream of [driver.stdout, driver.stderr]) {
    stream.on('data', (part: Buffer) => trouble.push(...complaintsIn(part.toString())));
  }
  const top = `http://127.0.0.1:${port}`;
  try {
    await untilReady(top);
    const { sessionId } = await ask<{ sessionId: string }>('POST', `${top}/session`, {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': {
            binary: findMiniBrowser(),
            args: ['--automation', '--enable-write-console-messages-to-stdout=true'],
          },
        },
      },
    });
    const session = `${top}/session/${sessionId}`;
    await ask('POST', `${session}/window/rect`, { ...SCREEN, x: 0, y: 0 });
    return phoneOf(session, siteUrl, driver, trouble);
  } catch (error) {
    stop(driver);
    throw error;
  }
}

function phoneOf(session: string, siteUrl: string, driver: ChildProcess, trouble: string[]): JourneyPhone {
  const find = async (selector: string) => {
    const found = await ask<Record<string, string>>('POST', `${session}/element`, {
      using: 'css selector',
      value: selector,
    });
    return `${session}/element/${found[ELEMENT]}`;
  };
  return {
    async open(address) {
      await ask('POST', `${session}/url`, { url: new URL(address, siteUrl).href });
    },
    ask: (expression) =>
      ask('POST', `${session}/execute/sync`, { script: `return (${expression});`, args: [] }),
    async tap(selector) {
      await ask('POST', `${await find(selector)}/click`, {});
    },
    async type(selector, text) {
      await ask('POST', `${await find(selector)}/value`, { text });
    },
    async picture() {
      // Otherwise it may show the state before the last tap.
      await new Promise((resolve) => setTimeout(resolve, 500));
      return Buffer.from(await ask<string>('GET', `${session}/screenshot`), 'base64');
    },
    trouble: () => Promise.resolve(trouble.splice(0)),
    async close() {
      await ask('DELETE', session).catch(() => undefined);
      stop(driver);
    },
  };
}

/** Console lines such as `http://…:3:1: CONSOLE JS ERROR TypeError: …`; messages that pages log themselves are ignored. */
function complaintsIn(output: string): string[] {
  return output.split('\n').filter((line) => /CONSOLE \w+ (?:ERROR|WARN)/.test(line));
}

async function untilReady(top: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const isReady = await fetch(`${top}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver did not start.');
}

async function ask<T>(method: string, url: string, body?: unknown): Promise<T> {
  const answer = await fetch(url, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const { value } = (await answer.json()) as { value: T & { message?: string } };
  if (!answer.ok) throw new Error(`WebDriver: ${value.message}`);
  return value;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function stop(driver: ChildProcess): void {
  try {
    if (driver.pid !== undefined) process.kill(-driver.pid, 'SIGTERM');
  } catch {
    // It has ended already.
  }
}
