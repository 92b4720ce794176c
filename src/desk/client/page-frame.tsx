/** @jsxImportSource preact */
/** The real page in a frame at a telephone's width. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { SHOWN_MESSAGE } from '../draft-page.ts';

/** A loaded page that has said nothing by then is one without our script. */
const SILENCE_MS = 300;

/**
 * The new frame lies over the old one: nothing of it is seen until its first painting, and the old one goes when it says that it is painted,
 * pictures or not. So no key makes a white flash or waits for a picture. The origin of a frame is opaque: its scroll position cannot be read or
 * set from here.
 */
export function PageFrame({ address }: { address: string }) {
  const [addresses, setAddresses] = useState<string[]>([address]);
  const box = useRef<HTMLDivElement>(null);
  const show = (shown: string) => setAddresses((now) => (now.indexOf(shown) > 0 ? [shown] : now));
  useEffect(() => {
    setAddresses((now) => (now.at(-1) === address ? now : [...now.slice(0, 1), address]));
  }, [address]);
  useEffect(() => {
    const onMessage = ({ data, source }: MessageEvent) => {
      const frames = [...(box.current?.querySelectorAll('iframe') ?? [])];
      const frame = frames.find(({ contentWindow }) => contentWindow === source);
      if (data === SHOWN_MESSAGE && frame !== undefined) show(frame.getAttribute('src') ?? '');
    };
    addEventListener('message', onMessage);
    return () => removeEventListener('message', onMessage);
  }, []);
  return (
    <div class="phone" ref={box}>
      {addresses.map((src, index) => (
        <iframe
          key={src}
          src={src}
          title="网页在手机上的样子"
          sandbox="allow-scripts"
          class={index > 0 ? 'loading' : ''}
          tabIndex={index > 0 ? -1 : undefined}
          onLoad={() => setTimeout(() => show(src), SILENCE_MS)}
        />
      ))}
    </div>
  );
}
