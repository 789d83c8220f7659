// Finds a unit among many by its name, with or without its diacritics. Everything else on the page works by itself.
(function () {
    'use strict';

    const box = document.getElementById('unit-filter');
    if (!box) {
        return;
    }
    const units = Array.from(document.querySelectorAll('details.unit'));
    const plain = text => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/gi, 'd').toLowerCase();

    function filter() {
        const words = plain(box.value.trim());
        const found = units.filter(unit => plain(unit.querySelector('summary').textContent).includes(words));
        units.forEach(unit => {
            unit.hidden = !found.includes(unit);
            unit.open = words !== '' && found.length <= 2 && !unit.hidden;
        });
        document.getElementById('no-unit').hidden = found.length > 0;
    }

    box.addEventListener('input', filter);
    // Enter would log in as the first person of the list.
    box.addEventListener('keydown', event => {
        if (event.key === 'Enter') {
            event.preventDefault();
        }
    });
}());
