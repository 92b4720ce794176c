/** What a file that was dropped or chosen is, by its name and type: each kind has another way in. */

export type FileKind = 'sheet' | 'picture' | 'recording' | 'document';

export function fileKindOf({ name, type }: Pick<File, 'name' | 'type'>): FileKind {
  if (/\.(?:xlsx|xls|et|ods|csv)$/i.test(name)) return 'sheet';
  if (type.startsWith('image/') || /\.(?:jpe?g|png|webp|heic|gif|bmp)$/i.test(name)) return 'picture';
  if (type.startsWith('audio/') || /\.(?:mp3|m4a|aac|amr|wav|ogg|opus|wma)$/i.test(name)) return 'recording';
  return 'document';
}

/** Whether something that is dragged is a file. */
export const isFileDrag = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
