/** The columns of the site, with the texts that the national guideline requires for a column. */
import type { Column } from './page-meta.ts';

export const policyColumn: Column = {
  name: '政策',
  description: '用大白话说清每个政策：谁能办、得到什么、怎么办、找谁问。',
  keywords: '政策,补贴,补助,怎么申请',
  type: '政策解读',
};

export const storyColumn: Column = {
  name: '故事',
  description: '身边人的真事：他们怎么办成的。',
  keywords: '故事,经验,就业,种植',
  type: '工作动态',
};

export const noticeColumn: Column = {
  name: '通知',
  description: '招工、培训、班车、义诊、集会，什么时候在哪里。',
  keywords: '通知,招工,培训,班车,义诊',
  type: '通知公告',
};

export const guideColumn: Column = {
  name: '指南',
  description: '怎么申请、怎么分辨真假、找谁问。',
  keywords: '指南,怎么申请,防骗,电话',
  type: '办事指南',
};
