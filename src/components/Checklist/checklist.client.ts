/** Stores ticked boxes on this phone, by their labels: a list that changes loses only the ticks of changed items. */

const PREFIX = 'mingbai:ticks:';

/** Makes a checklist store its ticks; if storage is refused the boxes still tick. */
export function initChecklist(list: HTMLElement, storage: Storage): void {
  const key = PREFIX + (list.dataset.name ?? '');
  const ticked = new Set<string>(readList(storage.getItem(key)));
  for (const label of list.querySelectorAll('label')) {
    const box = label.querySelector('input');
    const words = label.textContent?.trim() ?? '';
    if (!box) continue;
    box.checked = ticked.has(words);
    box.addEventListener('change', () => {
      if (box.checked) ticked.add(words);
      else ticked.delete(words);
      storage.setItem(key, JSON.stringify([...ticked]));
    });
  }
}

function readList(text: string | null): string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}
