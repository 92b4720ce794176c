/** States of the offline copy, with the message and the choices for each. Pure; show.ts renders them. */
import { formatBareDate } from '../../documents/dates.ts';
import type { OfflineList, SaveLevel } from '../files.ts';
import type { FailureReason } from '../saving/saving-error.ts';
import type { SavedCopy } from '../saving/state.ts';
import { formatSize, listBytes } from './sizes.ts';

export type PageState =
  /** `card`: opened from the portable site; `no-worker`: no service workers; `refused`: storage or registration refused. */
  | { kind: 'unable'; why: 'card' | 'no-worker' | 'refused' }
  | { kind: 'unsaved'; list: OfflineList }
  /** Begun earlier and interrupted. */
  | { kind: 'begun'; wish: SaveLevel }
  | { kind: 'saving'; percent: number }
  | { kind: 'stopped'; wish: SaveLevel; reason: FailureReason; percent: number | undefined }
  /** `news`: undefined if the site could not be reached. */
  | { kind: 'saved'; current: SavedCopy; news: boolean | undefined; list: OfflineList }
  | { kind: 'unreached' };

/** What a tap does: saves up to a level, removes the copy, or checks the site again. */
export type PageAction = { save: SaveLevel } | 'forget' | 'ask';

export interface SaveChoice {
  label: string;
  action: PageAction;
  isMain?: boolean;
}

export interface View {
  /** One sentence per line. */
  message: string;
  /** Undefined unless saving. */
  percent?: number;
  choices: SaveChoice[];
}

const UNSUPPORTED_MESSAGES: Record<Extract<PageState, { kind: 'unable' }>['why'], string> = {
  card: '您看的就是存好的一份，不用再存。',
  'no-worker': '在这里存不了。要是在聊天软件里打开的，点右上角的「…」，选「在浏览器打开」，再存。',
  refused: '这个浏览器不让网站存东西，可能开了「无痕浏览」。换个浏览器，或者关掉无痕，再来存。',
};

const FAILURE_MESSAGES: Record<FailureReason, string> = {
  network: '网断了，没有存完。\n存下的还在。连上网接着存，不用从头来。',
  full: '手机地方不够，没有存完。\n先删掉些不用的照片、视频，再接着存。',
  refused: UNSUPPORTED_MESSAGES.refused,
  changing: '网站正在换新内容。过几分钟再接着存。',
};

/** The message and choices of a state. */
export function viewOf(state: PageState): View {
  switch (state.kind) {
    case 'unable':
      return { message: UNSUPPORTED_MESSAGES[state.why], choices: [] };
    case 'unreached':
      return {
        message: '现在没有网。连上网再来存。',
        choices: [{ label: '再试一次', action: 'ask', isMain: true }],
      };
    case 'unsaved':
      return unsavedView(state.list);
    case 'begun':
      return { message: '上次没有存完。\n接着存，不用从头来。', choices: resumeChoices(state.wish) };
    case 'saving':
      return { message: `正在存：${state.percent}%。\n先别关这一页。`, percent: state.percent, choices: [] };
    case 'stopped':
      return stoppedView(state);
    case 'saved':
      return savedView(state);
  }
}

function unsavedView(list: OfflineList): View {
  const [text, all] = [listBytes(list, 'text').wire, listBytes(list, 'all').wire];
  const choices: SaveChoice[] = [
    { label: `存到手机（约${formatSize(text)}）`, action: { save: 'text' }, isMain: true },
  ];
  if (all > text)
    choices.push({ label: `连海报图片一起存（约${formatSize(all)}）`, action: { save: 'all' } });
  return { message: '还没有存。\n趁现在有网，点一下就存。', choices };
}

function stoppedView({ wish, reason, percent }: Extract<PageState, { kind: 'stopped' }>): View {
  const choices = reason === 'refused' ? [] : resumeChoices(wish);
  return { message: FAILURE_MESSAGES[reason], ...(percent !== undefined && { percent }), choices };
}

function resumeChoices(wish: SaveLevel): SaveChoice[] {
  return [
    { label: '接着存', action: { save: wish }, isMain: true },
    { label: '不存了，都删掉', action: 'forget' },
  ];
}

function savedView({ current, news, list }: Extract<PageState, { kind: 'saved' }>): View {
  const { wish } = current;
  const pictures = listBytes(list, 'all').wire - listBytes(list, 'text').wire;
  const choices: SaveChoice[] = [];
  if (news) choices.push({ label: '换成新的（只下载变了的）', action: { save: wish }, isMain: true });
  if (news === undefined) choices.push({ label: '看看有没有新的', action: 'ask' });
  if (wish === 'text' && pictures > 0) {
    choices.push({ label: `海报图片也存（约${formatSize(pictures)}）`, action: { save: 'all' } });
  }
  const { kept } = listBytes(current.list, wish);
  choices.push({ label: `从手机里删掉（腾出${formatSize(kept)}）`, action: 'forget' });
  const sentences = [
    '存好了，没有网也能看。',
    `内容是${formatBareDate(current.list.day)}的。`,
    wish === 'all' && '海报图片也在。',
    news === true && '网站有新的了。',
    news === false && '已经是最新的。',
  ];
  return { message: sentences.filter(Boolean).join('\n'), choices };
}
