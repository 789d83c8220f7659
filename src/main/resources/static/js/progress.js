// Keeps a page that shows progress fresh: every half minute the part that changes is fetched and put in the old one's
// place. The reader stays where they are: the scroll position, what was folded open and the focus are kept.
(function () {
    'use strict';

    const EVERY = 30000;

    async function refresh() {
        const old = document.getElementById('live');
        if (!old || document.hidden || reading(old)) {
            return;
        }
        let answer;
        try {
            answer = await fetch(old.dataset.live, { headers: { 'Accept': 'text/html' }, credentials: 'same-origin' });
        } catch (offline) {
            return;
        }
        if (answer.redirected || answer.status === 401 || answer.status === 403) {
            // The login has ended: the page itself leads back to it.
            window.location.reload();
            return;
        }
        if (!answer.ok) {
            return;
        }
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('live');
        if (fresh) {
            replace(old, fresh);
        }
    }

    /** A text that is being marked would be lost. */
    function reading(part) {
        const selection = document.getSelection();
        return selection && !selection.isCollapsed && part.contains(selection.anchorNode);
    }

    function replace(old, fresh) {
        const focused = old.contains(document.activeElement) ? document.activeElement.closest('[id]') : null;
        const top = window.scrollY;
        old.querySelectorAll('details[id][open]').forEach(function (open) {
            const same = fresh.querySelector('#' + CSS.escape(open.id));
            if (same) {
                same.open = true;
            }
        });
        old.replaceWith(document.adoptNode(fresh));
        if (focused) {
            const same = document.getElementById(focused.id);
            const target = same && (same.querySelector('summary, a, button') || same);
            if (target) {
                target.focus({ preventScroll: true });
            }
        }
        window.scrollTo({ top: top, behavior: 'instant' });
    }

    window.setInterval(refresh, EVERY);
    document.addEventListener('visibilitychange', refresh);
}());
