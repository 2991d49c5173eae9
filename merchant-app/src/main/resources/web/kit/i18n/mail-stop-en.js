// Words for who wants no more mail, which the page fetches when they are wanted.

export const texts = {
  'mail-stop.title': 'No more mail?',
  'mail-stop.what': 'All mail about this account ends. We still write about your safety.',
  'mail-stop.stop': 'Stop the mail',
  'mail-stop.stopped': 'The mail has stopped.',
  'mail-stop.again': 'Mail after all? Choose it at Messages in your wallet or till.',
  'mail-stop.broken': 'This link is not right. Open it again from the mail.',
  'mail-stop.no-answer': 'No answer from the server. Try again in a moment.',
};
