/*
 * A number is read and written with a comma here; form-js shows a point, and keeps one in its own value. So the input
 * shows a comma and tells form-js a point: what form-js reads and compares is never what the person sees.
 */
const NUMBER_INPUTS = '.fjs-form-field-number input';
const {get, set} = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
const shown = text => String(text).replace('.', ',');
const told = text => text.replace(',', '.');

const known = new WeakSet();

function bridge(input) {
  if (known.has(input)) {
    return;
  }
  known.add(input);
  Object.defineProperty(input, 'value', {
    configurable: true,
    enumerable: true,
    get() {
      return told(get.call(this));
    },
    set(value) {
      const text = shown(value ?? '');
      if (get.call(this) !== text) {
        set.call(this, text);
      }
    }
  });
  set.call(input, shown(get.call(input)));
}

export function showCommas(root) {
  if (root.matches(NUMBER_INPUTS)) {
    bridge(root);
  }
  root.querySelectorAll(NUMBER_INPUTS).forEach(bridge);
}

/** Who types a point gets a comma, at the same place. */
export function turnPointsIntoCommas(root) {
  root.addEventListener(
    'input',
    event => {
      const input = event.target;
      if (!input.matches?.(NUMBER_INPUTS) || event.isComposing) {
        return;
      }
      bridge(input);
      const text = get.call(input);
      if (text.includes('.')) {
        const caret = input.selectionStart;
        set.call(input, shown(text));
        input.setSelectionRange?.(caret, caret);
      }
    },
    true
  );
}
