/** @jsxImportSource preact */
/** A combobox over documents and records, after the pattern of the ARIA Authoring Practices: list autocomplete. */
import { useEffect, useState } from 'preact/hooks';
import { get } from '../api.ts';
import type { FoundRecord } from '../wire.ts';

interface Props {
  aria: { id: string } & Record<string, string | undefined>;
  label?: string;
  collections: readonly string[];
  placeholder: string;
  onChoose: (record: FoundRecord & { collection: string }) => void;
}

type Option = FoundRecord & { collection: string };

async function find(collections: readonly string[], query: string): Promise<Option[]> {
  const lists = await Promise.all(
    collections.map(async (collection) => {
      const found = await get<FoundRecord[]>(`records/${collection}?q=${encodeURIComponent(query)}`);
      return found.map((record) => ({ ...record, collection }));
    }),
  );
  return lists.flat();
}

/** The title of the record; undefined if there is none. Rejects with ApiError. */
export async function findRecordTitle(
  collections: readonly string[],
  id: string,
): Promise<string | undefined> {
  return (await find(collections, id)).find((record) => record.id === id)?.title;
}

export function RecordSearch({ aria, label, collections, placeholder, onChoose }: Props) {
  const [query, setQuery] = useState('');
  const [options, setOptions] = useState<Option[]>();
  const [active, setActive] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const listId = `${aria.id}-options`;
  useEffect(() => {
    if (!isOpen) return;
    let isGone = false;
    find(collections, query).then(
      (found) => {
        if (isGone) return;
        setOptions(found);
        setActive(0);
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [query, isOpen]);

  const choose = (option: Option | undefined) => {
    if (option === undefined) return;
    onChoose(option);
    setQuery('');
    setOpen(false);
  };
  const count = options?.length ?? 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      if (count > 0) setActive((active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      choose(options?.[active]);
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <div class="combobox">
      <input
        {...aria}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && count > 0 ? `${listId}-${active}` : undefined}
        placeholder={placeholder}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div class="options" id={listId} role="listbox" aria-label="可以选的" hidden={!isOpen}>
        {options?.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the keys are the input's.
          <div
            key={`${option.collection}/${option.id}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            // The input keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            {option.title}
          </div>
        ))}
      </div>
      {isOpen && options?.length === 0 && <p class="nothing">没有找到“{query}”。换一个字试试。</p>}
    </div>
  );
}
