/** Records from the microphone. */

export interface Recording {
  isRunning(): boolean;
  /** Ends it and gives its sound. */
  stop(): Promise<Blob>;
}

/** Starts a recording; rejects if there is no microphone, or the reader does not allow it. */
export async function startRecording(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream);
  const chunks: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data));
  const ended = new Promise<Blob>((resolve) => {
    recorder.addEventListener('stop', () => {
      for (const track of stream.getTracks()) track.stop();
      resolve(new Blob(chunks, { type: recorder.mimeType }));
    });
  });
  recorder.start();
  return {
    isRunning: () => recorder.state === 'recording',
    stop() {
      if (recorder.state === 'recording') recorder.stop();
      return ended;
    },
  };
}
