/**
 * Reads the page out with the phone's own voice, sentence by sentence, as it is seen at that moment. Without a Chinese
 * voice the button stays hidden.
 */
import { seenSentences } from './seen-sentences.ts';

/** Shows the button and makes it start and stop reading; does nothing where the phone has no speech. */
export function initReadAloud(button: HTMLButtonElement, page: Element, speech: SpeechSynthesis): void {
  const label = button.querySelector('span');
  const box = button.parentElement ?? button;
  let queue: string[] = [];
  // Held here: Chromium forgets an utterance that nobody holds, and with it to say that it has ended.
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
    // One that was stopped reports its end when the next reading may have begun.
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
  // Voices are there at once in some browsers and a moment later in others.
  speech.addEventListener?.('voiceschanged', show);
  addEventListener('pagehide', stop);
  show();
}

function chineseVoice(speech: SpeechSynthesis): SpeechSynthesisVoice | undefined {
  const voices = speech.getVoices().filter((voice) => /^(zh|cmn)\b/i.test(voice.lang.replace('_', '-')));
  return voices.find((voice) => /zh-CN|cmn-Hans/i.test(voice.lang.replace('_', '-'))) ?? voices[0];
}
