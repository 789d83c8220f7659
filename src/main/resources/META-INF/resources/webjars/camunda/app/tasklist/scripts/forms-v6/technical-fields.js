/*
 * A list row comes back only with the properties that a field is bound to, so keys and limits need a field although
 * nobody should read them. Convention: a field whose label begins with "§" is out of sight and still sent.
 */
const SIGN = '§';

function mark(label) {
  const field = label.closest('.fjs-form-field');
  if (!label.textContent.trimStart().startsWith(SIGN) || !field?.querySelector('input, textarea')) {
    return;
  }
  // An attribute of our own: the class is rewritten by form-js at every redraw.
  const column = field.closest('.fjs-layout-column') ?? field;
  column.dataset.nepsong = 'technical';
  const row = column.closest('.fjs-layout-row');
  if (row && [...row.children].every(it => it.dataset.nepsong === 'technical')) {
    row.dataset.nepsong = 'technical';
  }
}

export function markTechnicalFields(root) {
  if (root.matches('.fjs-form-field-label')) {
    mark(root);
  }
  root.querySelectorAll('.fjs-container .fjs-form-field-label').forEach(mark);
}
