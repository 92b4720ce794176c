/**
 * Reads the page out with the phone's own voice, sentence by sentence, as it is on the screen at that moment. Without a Chinese
 * voice the button is not shown.
 */
import { seenSentences } from './seen-sentences.ts';

/** Shows the button and makes it start and stop reading; does nothing if the phone has no speech. */
export function initReadAloud(button: HTMLButtonElement, page: Element, speech: SpeechSynthesis): void {
  const label = button.querySelector('span');
  const box = button.parentElement ?? button;
  let queue: string[] = [];
  // A reference, because Chromium collects an utterance without one and then never reports its end.
  let current: SpeechSynthesisUtterance | undefined;

  const show = () => {
    box.hidden = chineseVoice(speech) === undefined;
  };
  const stop = () => {
    queue = [];
    current = undefined;
    speech.cancel();
    if (label) label.textContent = '读给我听';
  };
  const next = () => {
    const sentence = queue.shift();
    if (sentence === undefined) return stop();
    const utterance = new SpeechSynthesisUtterance(sentence);
    const voice = chineseVoice(speech);
    utterance.lang = 'zh-CN';
    utterance.rate = 0.9;
    if (voice) utterance.voice = voice;
    // A stopped utterance reports its end when the next reading may have begun.
    utterance.onend = () => {
      if (utterance === current) next();
    };
    utterance.onerror = () => {
      if (utterance === current) stop();
    };
    current = utterance;
    speech.speak(utterance);
  };

  button.addEventListener('click', () => {
    if (current !== undefined || speech.speaking) return stop();
    queue = seenSentences(page);
    if (label) label.textContent = '不读了';
    next();
  });
  // Some browsers have the voices at once, others a moment later.
  speech.addEventListener?.('voiceschanged', show);
  addEventListener('pagehide', stop);
  show();
}

function chineseVoice(speech: SpeechSynthesis): SpeechSynthesisVoice | undefined {
  const voices = speech.getVoices().filter((voice) => /^(zh|cmn)\b/i.test(voice.lang.replace('_', '-')));
  return voices.find((voice) => /zh-CN|cmn-Hans/i.test(voice.lang.replace('_', '-'))) ?? voices[0];
}
