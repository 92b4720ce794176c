/** Icons that the icon set lacks: a circle would be shown instead. */
import { icons } from '@iconify-json/lucide';
import { ownIcons } from '../../../documents/own-icons.ts';
import { nearestFew } from '../../../schema/nearest.ts';
import type { Rule } from '../../rule.ts';

/** How many names are suggested for an unknown one. */
const MAX_SUGGESTIONS = 3;

const action = (icon: string) =>
  `id: jing-lao\ntitle: 孝亲敬老\nsummary: 五样都管。\nicon: ${icon}\norder: 1\n`;

export const rule: Rule = {
  name: 'schema/unknown-icon',
  severity: 'error',
  finds: '图标的名字写错了，图标库里没有。',
  why: '页面上只剩一个圆圈；不识字的人靠图标认路。',
  write: '照提示里的名字改，或者到 lucide.dev 上挑一个。',
  bad: [{ files: { 'actions/jing-lao.yml': action('▶hart-handshake') }, shown: 'icon: hart-handshake' }],
  good: [
    { files: { 'actions/jing-lao.yml': action('heart-handshake') }, shown: 'icon: heart-handshake' },
    { files: { 'actions/jing-lao.yml': action('walking-stick') }, shown: 'icon: walking-stick' },
  ],
  checkFile: (source, report) => {
    if (source.collection !== 'actions' && source.collection !== 'audiences') return;
    for (const { text, path, offsets } of source.texts) {
      if (path.length !== 1 || path[0] !== 'icon' || isKnown(text)) continue;
      const names = namesFor(text).map((name) => `「${name}」`);
      const message = `图标库里没有「${text}」，页面上只剩一个圆圈。最接近的有${names.join('、')}，也可以到 lucide.dev 上挑。`;
      report(source, offsets[0] ?? 0, message);
    }
  },
};

function isKnown(name: string): boolean {
  return Object.hasOwn(icons.icons, name) || Object.hasOwn(ownIcons, name);
}

/** Names of icons for an unknown one: the icon of which it was an alias, otherwise those with the most similar names. */
function namesFor(unknown: string): string[] {
  const renamed = icons.aliases?.[unknown]?.parent;
  if (renamed !== undefined && Object.hasOwn(icons.icons, renamed)) return [renamed];
  return nearestFew(unknown, [...Object.keys(ownIcons), ...Object.keys(icons.icons)], MAX_SUGGESTIONS);
}
