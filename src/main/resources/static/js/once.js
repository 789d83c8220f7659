/*
 * A form is sent once: whoever clicks twice gets the answer to the first click, and not to the second, which finds
 * everything done already. Where the answer is a file the page stays: it may be asked for again a while later.
 */
const AGAIN = 10000;

document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  setTimeout(() => delete form.dataset.sent, AGAIN);
});

/** Whoever goes back to the page may send it once more. */
window.addEventListener('pageshow', () =>
  document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent)
);
