/** The page of recordings: the script in large print runs along while the microphone records. */
import { type Recording, startRecording } from '../../../src/components/ScriptRecorder/microphone.ts';
import { fillScript, runAlong } from '../../../src/components/ScriptRecorder/run-along.ts';
import type { RecordingState } from '../recordings.ts';

const API = '/desk/api/recordings';
const token = location.hash.slice(1);

function part<T extends HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}.`);
  return element as T;
}

const message = part('message');
const player = part<HTMLAudioElement>('player');
const [start, stop, save, back] = ['start', 'stop', 'save', 'back'].map((id) => part<HTMLButtonElement>(id));
const file = part<HTMLInputElement>('file');

let policy: RecordingState | undefined;
let recording: Recording | undefined;
let sound: Blob | undefined;

/** The answer of the server; throws its message. */
async function ask(path: string, body?: Blob): Promise<unknown> {
  const request = {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'x-desk-token': token },
    ...(body && { body }),
  };
  const response = await fetch(path, request).catch(() => {
    throw new Error('录音的程序停了。在终端里再运行一次 npm run record。');
  });
  const value = (await response.json()) as { error?: string };
  if (!response.ok) throw new Error(value.error ?? '没有存上，再来一次。');
  return value;
}

const show = (id: string, isShown: boolean) => {
  part(id).hidden = !isShown;
};

const stateWords = { none: '还没有录音', outdated: '字改过了，要重录', current: '有录音' };

async function showList(): Promise<void> {
  const policies = (await ask(API)) as RecordingState[];
  part('policies').replaceChildren(
    ...policies.map((each) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      const state = document.createElement('span');
      state.textContent = stateWords[each.state];
      button.append(each.title, state);
      button.addEventListener('click', () => openPolicy(each));
      item.append(button);
      return item;
    }),
  );
  show('studio', false);
  show('choice', true);
}

function openPolicy(chosen: RecordingState): void {
  policy = chosen;
  message.textContent = '';
  part('title').textContent = chosen.title;
  fillScript(part('script'), chosen.script);
  setSound(undefined);
  show('choice', false);
  show('studio', true);
  start?.focus();
}

/** Takes a sound to be listened to and saved; none shows the buttons of the beginning. */
function setSound(blob: Blob | undefined): void {
  sound = blob;
  if (player.src) URL.revokeObjectURL(player.src);
  if (blob) player.src = URL.createObjectURL(blob);
  show('player', blob !== undefined);
  show('save', blob !== undefined);
  show('stop', false);
  show('start', true);
  show('file-label', true);
  if (start) start.textContent = blob ? '重录一遍' : '开始录';
}

async function record(): Promise<void> {
  try {
    recording = await startRecording();
  } catch {
    message.textContent =
      '话筒用不了。看看插好没有，浏览器问的时候要点“允许”。也可以用手机录好，选那个文件。';
    return;
  }
  message.textContent = '正在录……照着念，念完点“念完了”。';
  for (const id of ['start', 'save', 'player', 'file-label']) show(id, false);
  show('stop', true);
  stop?.focus();
  runAlong(part('script'), recording.isRunning);
}

async function end(): Promise<void> {
  if (recording === undefined) return;
  const ended = recording.stop();
  runAlong(part('script'), () => false);
  setSound(await ended);
  message.textContent = '听一遍，好就点“就用这一遍”。';
  save?.focus();
}

async function saveSound(): Promise<void> {
  if (policy === undefined || sound === undefined) return;
  message.textContent = '正在存……';
  const { seconds } = (await ask(`${API}/${policy.slug}`, sound)) as { seconds: number };
  await showList();
  message.textContent = `存好了，${seconds} 秒：剪掉了头尾的空白，声音调匀了。`;
}

/** Runs an action and shows what went wrong. */
const attempt = (action: () => Promise<void>) => () => {
  action().catch((error: Error) => {
    message.textContent = error.message;
  });
};

start?.addEventListener('click', attempt(record));
stop?.addEventListener('click', attempt(end));
save?.addEventListener('click', attempt(saveSound));
back?.addEventListener(
  'click',
  attempt(async () => {
    await recording?.stop();
    await showList();
  }),
);
file.addEventListener('change', () => {
  const [chosen] = Array.from(file.files ?? []);
  if (chosen === undefined) return;
  setSound(chosen);
  message.textContent = '听一遍，好就点“就用这一遍”。';
});
attempt(async () => {
  await showList();
  message.textContent = '';
})();
