/** The types of results with their names for readers. A separate file, because the phone needs nothing else of a search document. */
export const resultTypes = {
  policy: '政策',
  notice: '通知',
  story: '故事',
  guide: '指南',
  contact: '电话',
  place: '地方',
  word: '词语',
} as const;

export type ResultType = keyof typeof resultTypes;
