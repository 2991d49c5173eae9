// How the page prepares for paper.

/** Paper is white: whatever the screen's colours are, a print has those of the day. */
export function lightPaper() {
  const { dataset } = document.documentElement;
  dataset.onScreen = dataset.theme ?? '';
  dataset.theme = 'light';
}

/** After it the screen has its own colours again. */
export function ownColours() {
  const { dataset } = document.documentElement;
  if (dataset.onScreen) {
    dataset.theme = dataset.onScreen;
  } else {
    delete dataset.theme;
  }
  delete dataset.onScreen;
}
