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
        return box;
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
        const links = {};
        rows.forEach(function (data) {
            if (!elements.get(data.activity)) {
                return;
            }
            if (Number(data.hours) > 0 && longest > 0) {
                canvas.addMarker(data.activity, 'duration-' + heat(Number(data.hours), longest));
            }
            if (data.type === 'userTask' && data.link) {
                canvas.addMarker(data.activity, 'leads-on');
                links[data.activity] = data.link;
            }
            overlays.add(data.activity, { position: { bottom: 10, left: -6 }, scale: { min: 0.95 }, html: badges(data) });
        });
        viewer.get('eventBus').on('element.click', function (event) {
            const called = event.element.businessObject.calledElement;
            if (links[event.element.id]) {
                window.location.assign(links[event.element.id]);
            } else if (called && place.dataset.leads) {
                window.location.assign(called);
            }
        });
    }

    async function draw() {
        const answer = await fetch(place.dataset.model, { credentials: 'same-origin' });
        if (!answer.ok) {
            return;
        }
        const viewer = new window.BpmnJS({ container: place });
        await viewer.importXML(await answer.text());
        const canvas = viewer.get('canvas');
        canvas.zoom('fit-viewport', 'auto');
        mark(viewer);
        document.getElementById('zoom-in').addEventListener('click', function () { canvas.zoom(canvas.zoom() * 1.25); });
        document.getElementById('zoom-out').addEventListener('click', function () { canvas.zoom(canvas.zoom() / 1.25); });
        document.getElementById('zoom-fit').addEventListener('click', function () { canvas.zoom('fit-viewport', 'auto'); });
    }

    draw();
}());
