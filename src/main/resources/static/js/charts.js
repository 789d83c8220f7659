// Draws the charts of a page from the tables that stand beside them: a chart shows nothing that a table does not say.
(function () {
    'use strict';

    const LONGEST_LINE = 18;
    const NARROW = 480;
    /** More names than these, or long ones, stand slanting below a chart of a telephone's width and leave it no room. */
    const STANDING_NAMES = 8;
    const ROW = 44;
    const AROUND_ROWS = 120;
    const COLOURS = ['--chart-1', '--chart-2', '--chart-3', '--chart-4', '--chart-5'];

    /** Colour is never the only sign: series differ in their hatching, their dashes and the shape of their points too. */
    const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [4, 4]];
    const POINTS = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot'];
    const HATCHINGS = [
        null,
        [[0, 8, 8, 0]],
        [[0, 0, 8, 8]],
        [[0, 4, 8, 4]],
        [[4, 0, 4, 8]]
    ];

    function hatched(own, i) {
        const lines = HATCHINGS[i % HATCHINGS.length];
        if (!lines) {
            return own;
        }
        const tile = document.createElement('canvas');
        tile.width = 8;
        tile.height = 8;
        const pen = tile.getContext('2d');
        pen.fillStyle = own;
        pen.fillRect(0, 0, 8, 8);
        pen.strokeStyle = colour('--card');
        pen.lineWidth = 2;
        lines.forEach(function (one) {
            pen.beginPath();
            pen.moveTo(one[0], one[1]);
            pen.lineTo(one[2], one[3]);
            pen.stroke();
        });
        return pen.createPattern(tile, 'repeat');
    }

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

    /** On a telephone half of the chart's width is theirs, and what is longer would be cut off. */
    function folded(label) {
        const lines = [''];
        label.split(' ').forEach(function (word) {
            const last = lines[lines.length - 1];
            if (last !== '' && last.length + word.length >= LONGEST_LINE) {
                lines.push(word);
            } else {
                lines[lines.length - 1] = (last + ' ' + word).trim();
            }
        });
        return lines;
    }

    function draw(figure) {
        const table = document.getElementById(figure.dataset.table);
        if (!table) {
            return;
        }
        const read_ = read(table, figure.dataset.columns.split(' '));
        const canvas = figure.querySelector('canvas');
        const kind = figure.dataset.chart;
        const many = kind === 'stacked' || (kind === 'bar' && read_.labels.length > STANDING_NAMES);
        const laid = many && figure.clientWidth < NARROW;
        const across = laid || kind === 'across';
        if (laid) {
            canvas.parentElement.style.height = AROUND_ROWS + read_.labels.length * ROW + 'px';
        }
        const ink = colour('--ink');
        const line = colour('--line');
        const sets = read_.sets.map(function (set, i) {
            const own = colour(COLOURS[i % COLOURS.length]);
            return Object.assign(set, {
                backgroundColor: kind === 'line' ? own : hatched(own, i),
                borderColor: own,
                borderWidth: 2,
                borderDash: kind === 'line' ? DASHES[i % DASHES.length] : [],
                pointStyle: POINTS[i % POINTS.length],
                tension: 0.2,
                pointRadius: 5
            });
        });
        const scales = {
            x: { stacked: kind === 'stacked', ticks: { color: ink }, grid: { color: line } },
            y: { stacked: kind === 'stacked', ticks: { color: ink }, grid: { color: line }, beginAtZero: kind !== 'line' }
        };
        const narrow = across && figure.clientWidth < NARROW;
        if (narrow) {
            scales.y.ticks.autoSkip = false;
        }
        const counted = across ? scales.x : scales.y;
        if (sets.every(function (set) { return set.data.every(function (one) { return one === null || Number.isInteger(one); }); })) {
            counted.ticks.precision = 0;
        }
        new window.Chart(canvas, {
            type: kind === 'line' ? 'line' : 'bar',
            data: { labels: narrow ? read_.labels.map(folded) : read_.labels, datasets: sets },
            options: {
                locale: 'vi-VN',
                indexAxis: across ? 'y' : 'x',
                responsive: true,
                maintainAspectRatio: false,
                animation: false,
                plugins: { legend: { display: sets.length > 1, position: 'bottom', labels: { color: ink, usePointStyle: kind === 'line' } } },
                scales: scales
            }
        });
    }

    if (window.Chart) {
        window.Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    }
    document.querySelectorAll('figure[data-chart]').forEach(draw);
}());
