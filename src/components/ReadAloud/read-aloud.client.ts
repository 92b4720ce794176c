/**
 * Reads the marked parts of the page out with the phone's own voice, sentence by sentence: some engines fall
 * silent in the middle of a long text. Without a Chinese voice the button stays hidden.
 */

/** Shows the button and makes it start and stop reading; does nothing where the phone has no speech. */
export function offerReading(button: HTMLButtonElement, page: ParentNode, speech: SpeechSynthesis): void {
  const label = button.querySelector('span');
  let queue: string[] = [];

  const show = () => {
    button.hidden = chineseVoice(speech) === undefined;
  };
  const stop = () => {
    queue = [];
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
    utterance.onend = () => {
      if (queue.length > 0) next();
      else stop();
    };
    utterance.onerror = stop;
    speech.speak(utterance);
  };

  button.addEventListener('click', () => {
    if (queue.length > 0 || speech.speaking) return stop();
    queue = sentencesOf(page);
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

/** The sentences of the parts that are marked to be read, in the order of the page. */
export function sentencesOf(page: ParentNode): string[] {
  const text = Array.from(page.querySelectorAll<HTMLElement>('[data-read]'), (part) => part.textContent).join(
    '\n',
  );
  // No lookbehind: Safari before 16.4 would refuse the whole script for it.
  return (text.match(/[^。！？；\n]+[。！？；]?/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
