/*
 * What Camunda's applications would let one change and the engine refuses is shown, and neither pointer nor keyboard
 * changes it; who listens to the page still hears it.
 */
const KINDS = ['click', 'keydown', 'paste'];

export function lock(selector) {
  const mark = () => {
    document.querySelectorAll('[data-locked]').forEach(element => {
      if (!element.matches(selector)) {
        delete element.dataset.locked;
        element.tabIndex = 0;
      }
    });
    document.querySelectorAll(selector).forEach(element => {
      if (!element.dataset.locked) {
        element.dataset.locked = 'true';
        element.tabIndex = -1;
      }
    });
  };
  KINDS.forEach(kind =>
    document.addEventListener(
      kind,
      event => {
        if (event.key !== 'Tab' && event.target.closest?.(selector)) {
          event.preventDefault();
          event.stopImmediatePropagation();
        }
      },
      true
    )
  );
  // Camunda draws these parts anew with every task, and who is reading becomes known a moment after the page.
  new MutationObserver(mark).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['data-nepsong']
  });
  mark();
}
