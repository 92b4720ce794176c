/** A phone with a Chinese voice that records texts instead of speaking them. For every browser of the tests. */

/** A script that runs before the page's own: the phone has a Chinese voice, and `window.said` contains every text in order. */
export const STUBBED_VOICE = `
  window.said = [];
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  Object.defineProperty(window, 'speechSynthesis', { value: {
    speaking: false,
    getVoices: function () { return [{ lang: 'zh-CN', name: 'test' }]; },
    cancel: function () {},
    speak: function (utterance) { window.said.push(utterance.text); utterance.onend(); },
    addEventListener: function () {}
  } });
`;

/** A script that stops the phone's clock at a moment: a page computes its statuses from it. */
export const clockAt = (moment: string): string => `
  (function () {
    var Real = Date;
    window.Date = class extends Real {
      constructor(...given) { super(...(given.length ? given : [${Date.parse(moment)}])); }
      static now() { return ${Date.parse(moment)}; }
    };
  })();
`;

/** The spoken text of a page, and the text that a sighted reader sees. */
export interface Heard {
  said: string[];
  /** Lines as shown on the screen, each item, step, cell and heading separately. */
  seen: string[];
  /** Texts of elements that are in the page but not on the screen. */
  hidden: string[];
}

/**
 * Taps 读给我听 and returns the spoken texts, and the visible text by the browser's `innerText`, without controls.
 * A string, because some drivers accept no functions.
 */
export const LISTEN = `(function () {
  var button = document.querySelector('.read-aloud button');
  if (!button || button.closest('[hidden]')) throw new Error('No 读给我听 on ' + location.pathname);
  button.click();
  var main = document.querySelector('main');
  // Folded only to make the page short: read as if it were open.
  main.querySelectorAll('details[data-read]').forEach(function (fold) { fold.open = true; });
  var hidden = [];
  main.querySelectorAll('*').forEach(function (element) {
    var own = Array.from(element.childNodes).filter(function (node) { return node.nodeType === 3; })
      .map(function (node) { return node.data; }).join('').trim();
    var range = document.createRange();
    range.selectNodeContents(element);
    var box = range.getBoundingClientRect();
    if (own && (box.width === 0 || getComputedStyle(element).visibility !== 'visible')) hidden.push(own);
  });
  main.querySelectorAll('[data-unread], select, textarea, svg').forEach(function (element) {
    element.style.setProperty('display', 'none', 'important');
  });
  main.querySelectorAll('dd, dt, .badge, .button, .button > span').forEach(function (element) {
    if (getComputedStyle(element).display !== 'none') element.style.display = 'block';
  });
  return { said: window.said, hidden: hidden, seen: main.innerText.split(/[\\n\\t]+/) };
})()`;

/** A text for comparison: letters and digits only. */
export const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Spoken before deleted text, which is shown with a line through it. */
const STRUCK = '划掉了';

/** Differences between the spoken and the visible text of a page; empty if there are none. */
export function faultsOf({ said, seen, hidden }: Heard): string[] {
  const lines = seen.map(bare).filter((line) => line !== '');
  const [all, heard] = [lines.join('\n'), bare(said.join('').split(STRUCK).join(''))];
  const isSeen = (part: string) => part === '' || lines.some((line) => line.includes(part));
  const isOneItem = (sentence: string) => {
    const [name = '', ...value] = sentence.split('：');
    if (isSeen(bare(sentence.replace(STRUCK, '')))) return true;
    // The name of a column, or of a fact, before its value.
    return value.length > 0 && isSeen(bare(name)) && isSeen(bare(value.join('：').replace(STRUCK, '')));
  };
  return [
    ...said
      .filter((sentence) => !isOneItem(sentence))
      .map((sentence) => `runs together, or is not seen: ${sentence}`),
    ...lines.filter((line) => !heard.includes(line)).map((line) => `is not heard: ${line}`),
    ...hidden
      .map(bare)
      .filter((text) => text.length > 3 && !all.includes(text))
      .filter((text) => said.some((sentence) => bare(sentence).includes(text)))
      .map((text) => `is heard and not seen: ${text}`),
    ...said
      .filter((sentence) => /^[”’」』）)】。，、；]|[（(【]$/.test(sentence))
      .map((each) => `begins or ends with a mark: ${each}`),
    ...said.filter((sentence) => sentence.length > 200).map((each) => `too long for a voice: ${each}`),
  ];
}
