/*
 * A finding of the inspectors' sheet gets its number when its row is added and keeps it, for its photos are filed under it.
 * A number that a row or a photo had is not given again.
 */
const FIRST = '§lastFinding';
const ROW = '§number';
const PHOTO = /^TT-([0-9]+)$/;

let given = 0;
let task = null;
let busy = false;

const inputs = label =>
  [...document.querySelectorAll('.fjs-container .fjs-form-field-label')]
    .filter(it => it.textContent.trim() === label)
    .map(it => it.closest('.fjs-form-field')?.querySelector('input'))
    .filter(Boolean);

const taskOfPage = () => new URLSearchParams(location.hash.split('?')[1] ?? '').get('task');

async function photographed() {
  try {
    const answer = await fetch(`/api/tasks/${encodeURIComponent(task)}/evidence`, {credentials: 'same-origin'});
    const pieces = answer.ok ? await answer.json() : [];
    return pieces.map(piece => Number(PHOTO.exec(piece.criterion)?.[1] ?? 0));
  } catch {
    return [];
  }
}

function type(input, text) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
  input.dispatchEvent(new Event('input', {bubbles: true}));
  input.dispatchEvent(new Event('blur'));
}

async function number() {
  const photos = await photographed();
  const rows = inputs(ROW);
  given = Math.max(given, ...[...inputs(FIRST), ...rows].map(input => Number(input.value) || 0), ...photos);
  rows.filter(input => input.value === '' && !input.disabled).forEach(input => type(input, String(++given)));
}

export function numberFindings() {
  if (taskOfPage() !== task) {
    task = taskOfPage();
    given = 0;
  }
  if (busy || !task) {
    return;
  }
  if (inputs(ROW).some(input => input.value === '' && !input.disabled)) {
    busy = true;
    number().finally(() => {
      busy = false;
    });
  }
}
