/** A recording that is put in: its file, and its length, which only a player knows. */
import { upload } from './api.ts';

export interface Recording {
  src: string;
  seconds: string;
}

/** Uploads it; rejects with a sentence for the editor. */
export async function addRecording(file: File): Promise<Recording> {
  const seconds = await lengthOf(file);
  const { src } = await upload<{ src: string }>('recordings', file);
  return { src, seconds: String(Math.max(1, Math.round(seconds))) };
}

function lengthOf(file: File): Promise<number> {
  const address = URL.createObjectURL(file);
  const player = new Audio();
  player.preload = 'metadata';
  return new Promise<number>((resolve, reject) => {
    player.onloadedmetadata = () => {
      if (Number.isFinite(player.duration)) resolve(player.duration);
      // Some recorders write no length: it is known at the end.
      else player.currentTime = Number.MAX_SAFE_INTEGER;
    };
    player.ondurationchange = () => {
      if (Number.isFinite(player.duration)) resolve(player.duration);
    };
    player.onerror = () => reject(new Error('这段录音放不出来，手机上也听不了。请转成 MP3，再放进来。'));
    player.src = address;
  }).finally(() => URL.revokeObjectURL(address));
}
