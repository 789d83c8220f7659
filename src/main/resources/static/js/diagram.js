// Draws a process and writes on each activity how much of it runs, is done and is late; the ground says how long it takes.
(function () {
    'use strict';

    const place = document.getElementById('diagram');
    const STEPS = 4;

    function badge(kind, text, what) {
        const span = document.createElement('span');
        span.className = 'badge ' + kind;
        span.textContent = text;
        span.title = what;
        return span;
    }

    function badges(data) {
        const box = document.createElement('div');
        box.className = 'activity-counts';
        if (Number(data.running) > 0) {
            box.append(badge('running', '\u25D0 ' + data.running, 'Đang chạy'));
        }
        if (Number(data.done) > 0) {
            box.append(badge('done', '\u2713 ' + data.done, 'Đã xong'));
        }
        if (Number(data.late) > 0) {
            box.append(badge('late', '\u25B2 ' + data.late, 'Quá hạn'));
        }
        if (Number(data.hours) > 0) {
            box.append(badge('hours', '\u23F1 ' + hours(data.hours), 'Bình quân'));
        }
        return box;
    }

    function hours(mean) {
        return new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 }).format(Number(mean)) + ' h';
    }

    /** Lies over the activity, so that the tabulator comes by and the way on is a link like any other. */
    function cover(element, target, name, opens) {
        const link = document.createElement('a');
        link.className = 'activity-link';
        link.href = target;
        link.style.width = element.width + 'px';
        link.style.height = element.height + 'px';
        link.setAttribute('aria-label', name);
        if (opens) {
            const sign = document.createElement('span');
            sign.className = 'opens';
            sign.setAttribute('aria-hidden', 'true');
            sign.textContent = '\u29C9';
            link.append(sign);
        }
        return link;
    }

    function spoken(data) {
        return [['running', '\u25D0'], ['done', '\u2713'], ['late', '\u25B2']]
            .filter(function (one) { return Number(data[one[0]]) > 0; })
            .map(function (one) { return one[1] + ' ' + data[one[0]]; })
            .join(', ');
    }

    /** 1 for the quickest of the process to 4 for the slowest; on a logarithmic scale, since some wait for weeks. */
    function heat(hours, longest) {
        return Math.max(1, Math.ceil(STEPS * Math.log1p(hours) / Math.log1p(longest)));
    }

    function mark(viewer) {
        const canvas = viewer.get('canvas');
        const overlays = viewer.get('overlays');
        const elements = viewer.get('elementRegistry');
        const rows = Array.from(document.querySelectorAll('#counts li')).map(function (row) { return row.dataset; });
        const longest = Math.max.apply(null, rows.map(function (data) { return Number(data.hours) || 0; }).concat(0));
        const byActivity = {};
        rows.forEach(function (data) {
            if (!elements.get(data.activity)) {
                return;
            }
            if (Number(data.hours) > 0 && longest > 0) {
                canvas.addMarker(data.activity, 'duration-' + heat(Number(data.hours), longest));
            }
            byActivity[data.activity] = data;
            overlays.add(data.activity, { position: { bottom: 10, left: -6 }, scale: { min: 0.95 }, html: badges(data) });
        });
        elements.filter(isActivity).forEach(function (element) {
            const called = place.dataset.leads && element.businessObject.calledElement;
            const data = byActivity[element.id] || {};
            const target = called || data.link;
            if (target) {
                const name = [element.businessObject.name, spoken(data)].filter(Boolean).join(': ');
                overlays.add(element.id, { position: { top: 0, left: 0 }, html: cover(element, target, name, called) });
            }
        });
    }

    function isActivity(element) {
        return element.type !== 'label' && /(Task|CallActivity)$/.test(element.type);
    }

    /** Smaller than this nobody reads it: what does not fit is moved into sight. */
    const SMALLEST = 0.6;

    function fit(canvas) {
        canvas.zoom('fit-viewport', 'auto');
        if (canvas.zoom() < SMALLEST) {
            canvas.zoom(SMALLEST, { x: 0, y: 0 });
            const box = canvas.viewbox();
            canvas.viewbox({ x: box.inner.x - 10, y: box.inner.y - 20, width: box.width, height: box.height });
        }
    }

    async function draw() {
        const answer = await fetch(place.dataset.model, { credentials: 'same-origin' });
        if (!answer.ok) {
            return;
        }
        const viewer = new window.BpmnJS({ container: place });
        await viewer.importXML(await answer.text());
        const canvas = viewer.get('canvas');
        fit(canvas);
        mark(viewer);
        document.getElementById('zoom-in').addEventListener('click', function () { canvas.zoom(canvas.zoom() * 1.25); });
        document.getElementById('zoom-out').addEventListener('click', function () { canvas.zoom(canvas.zoom() / 1.25); });
        document.getElementById('zoom-fit').addEventListener('click', function () { fit(canvas); });
    }

    draw();
}());
