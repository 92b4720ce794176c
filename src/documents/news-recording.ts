/** The recording of the news, read by a machine for the loudspeaker. */

/** Its path from the site root, beside the script. */
export const NEWS_RECORDING = 'digest/broadcast.mp3';

/** The days of news in the script and in its recording. */
export const NEWS_DAYS = 7;

/** What the toolkit says of it. */
export interface NewsRecording {
  seconds: number;
  bytes: number;
}

/** Its length and size: 1分30秒，704 KB. */
export function describeRecording({ seconds, bytes }: NewsRecording): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const length = [minutes > 0 ? `${minutes}分` : '', rest > 0 ? `${rest}秒` : '钟'].join('');
  return `${length}，${Math.ceil(bytes / 1024)} KB`;
}
