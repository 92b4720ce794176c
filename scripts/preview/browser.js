/**
 * In the browser while an editor writes: shows the page anew when the content changed, and marks links that lead to drafts.
 * The version tells a change that came while the connection was broken.
 */
// A block: names at the top would be the page's own, and it has some of them already.
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
  // A browser opens few connections to a host: a page that is left gives its own back.
  addEventListener('pagehide', () => events.close());
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });

  // An earlier look at the built site may have left its worker, which answers with the pages of that time.
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.getRegistrations().then((all) => {
      for (const registration of all) registration.unregister();
    });
  }
}
