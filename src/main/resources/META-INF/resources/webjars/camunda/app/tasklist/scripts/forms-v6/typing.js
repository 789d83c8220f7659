/*
 * form-js takes over what was typed 300 ms after the last key. Until then every redraw of the form, caused by any
 * other field, writes the old value back into the input, and what was typed is lost. So while an input holds
 * something that form-js has not taken over, writes of an old value are ignored. Keystrokes cost nothing more, the
 * caret never moves, and an input method's composition is not disturbed.
 */
const TEXT_INPUTS = '.fjs-form-field-textfield input, .fjs-form-field-textarea textarea';
const NUMBER_INPUTS = '.fjs-form-field-number input';
const ALL_INPUTS = `${TEXT_INPUTS}, ${NUMBER_INPUTS}`;
const FORM_JS_DELAY = 300;
const TOLERANCE = 60;
const MARGIN = 200;

/** Per input: the timer, the moment of the last key, the text after it, the values form-js may still write. */
const pending = new WeakMap();
/** Per input: the text that form-js knows. */
const settled = new WeakMap();
/** Inputs that may hold something form-js has not seen; numbers restart their delay at every redraw. */
const unsent = new Set();
let sending = false;

const nativeValue = element =>
  Object.getOwnPropertyDescriptor(
    element instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype,
    'value'
  );

function protect(element) {
  const {get, set} = nativeValue(element);
  Object.defineProperty(element, 'value', {
    configurable: true,
    enumerable: true,
    get() {
      return get.call(this);
    },
    set(value) {
      if (!pending.get(this)?.stale.includes(String(value))) {
        set.call(this, value);
      }
    }
  });
}

function release(element) {
  clearTimeout(pending.get(element)?.timer);
  pending.delete(element);
  if (element.matches(TEXT_INPUTS)) {
    delete element.value;
  }
  settled.set(element, element.value);
}

/**
 * The text before a pause may have been taken over meanwhile, so it too may be written back as an old value; none is
 * dropped, because keys go before delays on a busy machine and form-js may still be at the first.
 */
function staleValues(element, known, now) {
  if (!known) {
    return [settled.get(element) ?? ''];
  }
  return now - known.at >= FORM_JS_DELAY - TOLERANCE ? [...known.stale, known.text] : known.stale;
}

function onInput(event) {
  const element = event.target;
  if (!element.matches?.(ALL_INPUTS)) {
    return;
  }
  unsent.add(element);
  const now = performance.now();
  const known = pending.get(element);
  clearTimeout(known?.timer);
  pending.set(element, {
    at: now,
    text: element.value,
    stale: element.matches(TEXT_INPUTS) ? staleValues(element, known, now).filter(it => it !== element.value) : []
  });
  if (!known && element.matches(TEXT_INPUTS)) {
    protect(element);
  }
}

/**
 * Only after form-js' own listener: a redraw may run between two listeners, and a delay that began before form-js'
 * would end before it.
 */
function afterInput(event) {
  const element = event.target;
  const known = pending.get(element);
  if (known) {
    clearTimeout(known.timer);
    known.timer = setTimeout(() => release(element), FORM_JS_DELAY + MARGIN);
  }
}

/** Remembers what a redraw would write back: the value before the first key. */
function onFocusIn(event) {
  if (event.target.matches?.(TEXT_INPUTS) && !pending.has(event.target)) {
    settled.set(event.target, event.target.value);
  }
}

/**
 * Leaving a field before form-js has taken its value over makes it validate the old value, and a filled field is
 * called empty. The delay runs out by itself, so that leaving is not announced.
 */
function onFocusOut(event) {
  if (!sending && pending.has(event.target)) {
    event.stopImmediatePropagation();
  }
}

/** Makes form-js take everything over now: it does so when a field is left. */
function sendAll() {
  sending = true;
  try {
    for (const element of unsent) {
      if (element.isConnected) {
        element.dispatchEvent(new FocusEvent('focusout', {bubbles: true}));
      }
      release(element);
    }
    unsent.clear();
  } finally {
    sending = false;
  }
}

/** Adding or removing a row starts from the rows as last drawn, so what was sent must be drawn first. */
const CHANGES_ROWS = '.fjs-repeat-render-add, .fjs-repeat-row-remove';

/**
 * Not when the button goes down: messages that disappear would move it away from under the pointer, and the click
 * would miss it.
 */
function onClick(event) {
  const button = event.target.closest?.('button, a, [role=button], input[type=submit]');
  if (!button || unsent.size === 0) {
    return;
  }
  sendAll();
  if (button.matches(CHANGES_ROWS)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    setTimeout(() => button.click(), 0);
  }
}

/** Enter in a single line would submit the form, which completes the task. */
function onKeyDown(event) {
  if (event.key === 'Enter' && event.target.matches?.('.fjs-container input')) {
    event.preventDefault();
  }
}

export function guardTyping(root) {
  root.addEventListener('focusin', onFocusIn, true);
  root.addEventListener('input', onInput, true);
  root.addEventListener('input', afterInput);
  root.addEventListener('focusout', onFocusOut, true);
  root.addEventListener('keydown', onKeyDown, true);
  root.addEventListener('click', onClick, true);
  root.addEventListener('submit', sendAll, true);
  // Before the draft is saved a last time.
  window.addEventListener('pagehide', sendAll, true);
  document.addEventListener('visibilitychange', () => document.hidden && sendAll(), true);
}
