/** The kinds of notice and their names for readers. */
export const noticeKinds = {
  job: '招工',
  training: '培训',
  bus: '班车',
  clinic: '看病',
  payment: '发钱缴费',
  meeting: '集会',
  other: '其他',
} as const;

export type NoticeKind = keyof typeof noticeKinds;
