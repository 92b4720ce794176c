/** What surrounds every page and differs between the site of a county and that of a province. */
import type { ClientScripts } from './bundle-scripts.ts';

/** A link of the bar. */
export interface Way {
  address: string;
  label: string;
  /** A name of Lucide's. */
  icon: string;
}

export interface Frame {
  ways: readonly Way[];
  /** The links of the footer; undefined for those of a county, which depend on its guides. */
  links?: readonly { address: string; title: string }[] | undefined;
  feed: { address: string; type: 'application/rss+xml' | 'application/atom+xml' };
  /** Whether a phone can add the site to its home screen. */
  hasManifest: boolean;
  /** The script of every page. */
  script: keyof ClientScripts;
}

export const countyFrame: Frame = {
  ways: [
    { address: '/policies/', label: '政策', icon: 'book-open' },
    { address: '/notices/', label: '通知', icon: 'calendar-days' },
    { address: '/search/', label: '搜一搜', icon: 'search' },
    { address: '/contacts/', label: '电话', icon: 'phone' },
  ],
  feed: { address: '/rss.xml', type: 'application/rss+xml' },
  hasManifest: true,
  script: 'page',
};
