/** What surrounds the pages of a province: the same bar and foot as those of a county, with its own links. */
import type { Frame } from '../layouts/frame.ts';

export const provinceFrame: Frame = {
  ways: [
    { address: '/', label: '选县', icon: 'map-pin' },
    { address: '/policies/', label: '政策', icon: 'book-open' },
    { address: '/rates/', label: '各县标准', icon: 'scale' },
    { address: '/digest/', label: '新消息', icon: 'calendar-days' },
  ],
  links: [
    { address: '/', title: '选县' },
    { address: '/policies/', title: '各县都有的政策' },
    { address: '/rates/', title: '各县的标准' },
    { address: '/digest/', title: '最近有什么新的' },
    { address: '/feed.xml', title: '订阅（Atom）' },
  ],
  feed: { address: '/feed.xml', type: 'application/atom+xml' },
  hasManifest: false,
  script: 'province',
};
