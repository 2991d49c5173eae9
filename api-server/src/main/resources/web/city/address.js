// What of the page stands in its address, so that a view can be linked to.

/** @typedef {{period: string, view: '' | 'public' | 'audit'}} Address empty where it leaves the choice to the page */

/** @param {Location} location @returns {Address} */
export function addressOf({ search }) {
  const asked = new URLSearchParams(search);
  const view = asked.get('view') ?? '';
  return { period: asked.get('period') ?? '', view: view === 'public' || view === 'audit' ? view : '' };
}

/** @param {Address} address @param {URL} base */
export function linkTo({ period, view }, base) {
  const link = new URL(base);
  link.searchParams.set('period', period);
  if (view) {
    link.searchParams.set('view', view);
  } else {
    link.searchParams.delete('view');
  }
  return link;
}
