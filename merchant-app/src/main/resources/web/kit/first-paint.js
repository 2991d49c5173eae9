// Runs before anything is drawn, so that nobody sees the wrong theme or language flash by. It is a
// plain script for that reason: modules wait until the page has been read.
(() => {
  const remembered = (name) => {
    try {
      return localStorage.getItem(`omloop.${name}`);
    } catch {
      return null; // storage is switched off: the system's and the browser's wishes hold
    }
  };
  const root = document.documentElement;
  const theme = remembered('theme');
  if (theme === 'light' || theme === 'dark') {
    root.dataset.theme = theme;
  }
  const languages = root.dataset.languages.split(' ');
  const wishes = [remembered('language'), ...navigator.languages].filter(Boolean);
  const spoken = wishes.map((tag) => tag.slice(0, 2)).find((tag) => languages.includes(tag));
  root.lang = spoken ?? languages[0];
})();
