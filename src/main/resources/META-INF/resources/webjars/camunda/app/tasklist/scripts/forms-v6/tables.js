/* A table is wider than a telephone: there a row becomes a card, and each value needs the name of its column. */
const TABLES = '.fjs-table, .nepsong-rows';

function label(table) {
  const names = [...table.querySelectorAll('thead th')].map(head => head.textContent.trim());
  table.querySelectorAll('tbody tr').forEach(row =>
    [...row.children].forEach((cell, at) => {
      if (names[at] && cell.dataset.label !== names[at]) {
        cell.dataset.label = names[at];
      }
    })
  );
}

export function labelCells(root) {
  const around = root.closest(TABLES);
  if (around) {
    label(around);
  }
  root.querySelectorAll(TABLES).forEach(label);
}
