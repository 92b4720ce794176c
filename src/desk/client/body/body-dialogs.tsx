/** @jsxImportSource preact */
/** What the body editor asks for: the target of a link, what a photograph shows. */
import { useState } from 'preact/hooks';
import { addressOf } from '../../../documents/address.ts';
import { type DocumentCollection, documentCollections } from '../../../schema/collection-name.ts';
import { Dialog } from '../dialog.tsx';
import { RecordSearch } from '../fields/record-search.tsx';

interface LinkProps {
  onChoose: (href: string, title: string) => void;
  onClose: () => void;
}

export function LinkDialog({ onChoose, onClose }: LinkProps) {
  const [href, setHref] = useState('');
  return (
    <Dialog title="链接" onClose={onClose}>
      <RecordSearch
        aria={{ id: 'link-search' }}
        label="连到本站的哪一篇"
        collections={documentCollections}
        placeholder="连到本站的哪一篇：写名字或拼音"
        onChoose={({ collection, id, title }) =>
          onChoose(addressOf(collection as DocumentCollection, id), title)
        }
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (href.trim() !== '') onChoose(href.trim(), href.trim());
        }}
      >
        <label>
          或者别的网址
          <input
            type="text"
            inputMode="url"
            value={href}
            placeholder="https://www.gov.cn/"
            onInput={(event) => setHref(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button main" disabled={href.trim() === ''}>
          连上
        </button>
      </form>
    </Dialog>
  );
}

interface PictureProps {
  src: string;
  onChoose: (alt: string) => void;
  onClose: () => void;
}

export function PictureDialog({ src, onChoose, onClose }: PictureProps) {
  const [alt, setAlt] = useState('');
  return (
    <Dialog title="照片上是什么" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (alt.trim() !== '') onChoose(alt.trim());
        }}
      >
        <p>照片放好了（{src}），拍摄地点已经去掉。看不见照片的人听这句话。</p>
        <label>
          照片上是什么
          <input
            type="text"
            value={alt}
            placeholder="例如：镇便民服务中心的大门"
            onInput={(event) => setAlt(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button main" disabled={alt.trim() === ''}>
          放进正文
        </button>
      </form>
    </Dialog>
  );
}
