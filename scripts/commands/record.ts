/** `npm run record -- [SLUG --file FILE | SLUG --machine]`: recordings of policies, from a page on this machine, a file or a machine. */
import { existsSync } from 'node:fs';
import { defineCommand } from 'citty';
import { printable } from '../../src/documents/printable.ts';
import { contentArguments, readPort } from '../arguments.ts';
import { fromEditor } from '../editor-folder.ts';
import { closeOnInterrupt } from '../interrupt.ts';
import { displayPath } from '../output-file.ts';
import { AudioError } from '../record/audio-error.ts';
import { serveRecordings } from '../record/record-server.ts';
import { openRecordings, type Recordings } from '../record/recordings.ts';
import { UsageError } from '../usage-error.ts';

const positionals = {
  slug: { type: 'positional', required: false, description: '哪个政策，写文件名；不写就打开录音的网页' },
} as const;

const options = {
  file: { type: 'string', description: '用手机录好的文件', valueHint: 'FILE' },
  news: { type: 'string', description: '让机器念这几天的消息，写成哪个文件', valueHint: 'FILE.mp3' },
  machine: { type: 'boolean', description: '让机器念（会说明是机器念的）', default: false },
} as const;

export const record = defineCommand({
  meta: { name: 'record', description: '给政策录音：对着话筒念、用手机录好的文件，或者让机器念' },
  args: { ...positionals, ...contentArguments, ...options },
  async run({ args }) {
    const { slug, file, machine, news } = args;
    const recordings = openRecordings(args, { ...positionals, ...options });
    try {
      if (news !== undefined) await reportNews(recordings, news);
      else if (slug !== undefined) await recordPolicy(recordings, slug, file, machine);
      else if (file === undefined && !machine) await servePage(recordings);
      else throw new UsageError('写明是哪个政策，例如 npm run record -- di-bao --machine');
    } catch (error) {
      if (!(error instanceof AudioError)) throw error;
      process.stderr.write(`${printable(error.message)}\n`);
      process.exitCode = 1;
    }
  },
});

function soundFile(given: string): string {
  const file = fromEditor(given);
  if (!existsSync(file)) throw new UsageError(`没有 ${given} 这个文件。`);
  return file;
}

async function recordPolicy(
  recordings: Recordings,
  slug: string,
  file: string | undefined,
  isMachine: boolean,
): Promise<void> {
  if ((file !== undefined) === isMachine) {
    throw new UsageError('写明声音从哪里来：--file 文件，或者 --machine（机器念）。');
  }
  const saved = await (file === undefined ? recordings.speak(slug) : recordings.save(slug, soundFile(file)));
  if (saved === undefined) throw new UsageError(`没有「${slug}」这个政策。`);
  report(`存好了：${saved.src}，${saved.seconds} 秒。政策文件里的 audio 也填好了。`);
}

async function reportNews(recordings: Recordings, given: string): Promise<void> {
  const file = fromEditor(given);
  const seconds = await recordings.speakNews(file);
  report(`${displayPath(file)}：${seconds} 秒，大喇叭能放。开头说明了是机器念的。`);
}

function report(line: string): void {
  process.stdout.write(`${printable(line)}\n`);
}

async function servePage(recordings: Recordings): Promise<void> {
  // A content folder with errors is reported before the page opens.
  recordings.list();
  const port = readPort(process.env.PORT ?? '4332');
  const server = await serveRecordings(recordings, port).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new UsageError(`${port} 这个端口已经有程序在用。请换一个，例如：PORT=4333 npm run record`);
  });
  closeOnInterrupt(() => server.close());
  process.stdout.write(`在浏览器里打开：${server.url}\n这个网址只给自己用。按 Ctrl+C 停下。\n`);
}
