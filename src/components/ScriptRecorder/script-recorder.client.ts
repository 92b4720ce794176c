/** Records the loudspeaker script of a document on the page, and gives the sound as a file to send to the editor. Nothing is sent from here. */
import { type Recording, startRecording } from './microphone.ts';
import { fillScript, runAlong } from './run-along.ts';

const UNKNOWN = '没有说是哪一篇。回到干部工具箱，在那一篇下面点「录音」。';
const FAILED = '稿子没有取到。连上网再打开一次。';
const NO_MICROPHONE = '话筒用不了。浏览器问的时候要点“允许”；聊天软件里不行，就用浏览器打开这一页。';
const READ_ON = '正在录……照着念，念完点“念完了”。';
const DONE = '录好了。存到手机，听一遍，再发给管网站的人。不好就重录一遍。';
const NEWS_DONE = '录好了。存到手机，听一遍，就拿到大喇叭上放。不好就重录一遍。';
/** A document in the address, `?d=policies/di-bao`, or the news of the week, `?d=digest`. */
const DOCUMENT = /^(?:(?:policies|stories|notices)\/[a-z0-9-]+|digest)$/;
const NEWS = 'digest';

/** Shows the script of the document that the address names; the buttons record it. */
export async function initScriptRecorder(box: HTMLElement, place: Location): Promise<void> {
  const part = <T extends HTMLElement>(name: string) => box.querySelector<T>(`[data-${name}]`);
  const [message, script, start, stop] = ['message', 'script', 'start', 'stop'].map((name) => part(name));
  const save = part<HTMLAnchorElement>('save');
  if (!message || !script || !start || !stop || !save) return;
  const say = (text: string) => {
    message.textContent = text;
  };
  const which = new URLSearchParams(place.search).get('d') || '';
  if (!DOCUMENT.test(which)) return say(UNKNOWN);
  try {
    const folder = which === NEWS ? NEWS : `share/${which}`;
    const response = await fetch(`${box.dataset.base}${folder}/broadcast.txt`);
    if (!response.ok) throw new Error(String(response.status));
    const lines = (await response.text()).trim().split('\n');
    // The last line, in brackets, is about the script.
    fillScript(
      script,
      lines.filter((line) => !/^（.*）$/.test(line)),
    );
  } catch {
    return say(FAILED);
  }
  script.hidden = false;
  let recording: Recording | undefined;
  const show = (isRecording: boolean) => {
    start.hidden = isRecording;
    stop.hidden = !isRecording;
  };
  const record = async () => {
    save.hidden = true;
    try {
      recording = await startRecording();
    } catch {
      return say(NO_MICROPHONE);
    }
    const { isRunning } = recording;
    say(READ_ON);
    show(true);
    // Message, script and button fit on one screen.
    message.scrollIntoView();
    runAlong(script, isRunning);
  };
  const end = async () => {
    if (!recording) return;
    const ended = recording.stop();
    // At the tap: the sound of a slow phone comes later.
    runAlong(script, () => false);
    script.scrollTop = 0;
    const sound = await ended;
    URL.revokeObjectURL(save.href);
    save.href = URL.createObjectURL(sound);
    save.download = `${which.replace(/.*\//, '')}.${/mp4/.test(sound.type) ? 'm4a' : 'webm'}`;
    save.hidden = false;
    show(false);
    say(which === NEWS ? NEWS_DONE : DONE);
  };
  start.addEventListener('click', () => void record());
  stop.addEventListener('click', () => void end());
  show(false);
}
