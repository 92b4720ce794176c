/** Reloads the page when the content has changed, and marks links to drafts. The version reveals a change during a lost connection. */
// In a block, because the page's own scripts have top-level names.
{
  const own = document.currentScript;
  const drafts = JSON.parse(own.dataset.drafts);
  const folder = new URL('.', own.src);
  const top = new URL('..', folder);

  for (const link of document.querySelectorAll('main a[href]')) {
    const { origin, pathname } = new URL(link.href);
    if (origin !== location.origin || !drafts.includes(`/${pathname.slice(top.pathname.length)}`)) continue;
    const mark = document.createElement('span');
    mark.className = 'preview-mark';
    mark.textContent = '草稿';
    link.append(' ', mark);
  }

  const events = new EventSource(new URL('events', folder));
  events.addEventListener('message', ({ data }) => {
    if (data !== own.dataset.version) location.reload();
  });
  // A browser opens few connections to a host: the page closes its own when it is left.
  addEventListener('pagehide', () => events.close());
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });

  // The built site, shown on the same port before, may have left its service worker.
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.getRegistrations().then((all) => {
      for (const registration of all) registration.unregister();
    });
  }
}
