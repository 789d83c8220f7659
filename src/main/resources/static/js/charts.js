// Draws the charts of a page from the tables that stand beside them: a chart shows nothing that a table does not say.
(function () {
    'use strict';

    const COLOURS = ['--chart-1', '--chart-2', '--chart-3', '--chart-4', '--chart-5'];

    function colour(name) {
        return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    }

    const VIETNAMESE = document.documentElement.lang === 'vi';

    /** As it is written in Vietnamese, 1.234,56, or else 1,234.56; with a true minus. */
    function number(text) {
        const pointed = VIETNAMESE ? text.replace(/\./g, '').replace(',', '.') : text.replace(/,/g, '');
        const plain = pointed.replace('\u2212', '-').replace(/[^\d.+-]/g, '');
        return plain === '' || plain === '-' ? null : Number(plain);
    }

    function read(table, columns) {
        const heads = Array.from(table.tHead.rows[0].cells);
        const rows = Array.from(table.tBodies[0].rows);
        return {
            labels: rows.map(function (row) { return row.cells[0].textContent.trim(); }),
            sets: columns.map(function (key) {
                const at = heads.findIndex(function (head) { return head.dataset.column === key; });
                return {
                    label: heads[at].textContent.trim(),
                    data: rows.map(function (row) { return number(row.cells[at].textContent); })
                };
            })
        };
    }

    function draw(figure) {
        const table = document.getElementById(figure.dataset.table);
        if (!table) {
            return;
        }
        const kind = figure.dataset.chart;
        const read_ = read(table, figure.dataset.columns.split(' '));
        const ink = colour('--ink');
        const line = colour('--line');
        const sets = read_.sets.map(function (set, i) {
            const own = colour(COLOURS[i % COLOURS.length]);
            return Object.assign(set, { backgroundColor: own, borderColor: own, borderWidth: 2, tension: 0.2, pointRadius: 4 });
        });
        const scales = {
            x: { stacked: kind === 'stacked', ticks: { color: ink }, grid: { color: line } },
            y: { stacked: kind === 'stacked', ticks: { color: ink }, grid: { color: line }, beginAtZero: kind !== 'line' }
        };
        const counted = kind === 'across' ? scales.x : scales.y;
        if (sets.every(function (set) { return set.data.every(function (one) { return one === null || Number.isInteger(one); }); })) {
            counted.ticks.precision = 0;
        }
        new window.Chart(figure.querySelector('canvas'), {
            type: kind === 'line' ? 'line' : 'bar',
            data: { labels: read_.labels, datasets: sets },
            options: {
                locale: 'vi-VN',
                indexAxis: kind === 'across' ? 'y' : 'x',
                responsive: true,
                maintainAspectRatio: false,
                animation: false,
                font: { family: getComputedStyle(document.body).fontFamily },
                plugins: { legend: { display: sets.length > 1, position: 'bottom', labels: { color: ink } } },
                scales: scales
            }
        });
    }

    document.querySelectorAll('figure[data-chart]').forEach(draw);
}());
