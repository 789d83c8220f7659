// htmx fetches what changes of the page every ten seconds and puts it in the old one's place. The reader stays where they
// are: nothing is fetched while they mark a text or look elsewhere; the scroll position and the focus are kept.
(function () {
    'use strict';

    let focused = null;
    let top = 0;

    /** A text that is being marked would be lost. */
    function marking(part) {
        const selection = document.getSelection();
        return selection && !selection.isCollapsed && part.contains(selection.anchorNode);
    }

    document.addEventListener('htmx:beforeRequest', function (event) {
        if (event.target.id === 'live' && (document.hidden || marking(event.target))) {
            event.preventDefault();
        }
    });

    document.addEventListener('htmx:beforeSwap', function (event) {
        if (event.detail.target.id !== 'live') {
            return;
        }
        if (!event.detail.serverResponse.includes('id="live"')) {
            // The login has ended: the page itself leads back to it.
            event.detail.shouldSwap = false;
            window.location.reload();
            return;
        }
        const active = document.activeElement;
        focused = event.detail.target.contains(active) && active.id ? active.id : null;
        top = window.scrollY;
    });

    function stay() {
        const same = focused && document.getElementById(focused);
        if (same && document.activeElement !== same) {
            same.focus({ preventScroll: true });
        }
        if (Math.abs(window.scrollY - top) > 1) {
            window.scrollTo({ top: top, behavior: 'instant' });
        }
    }

    // Before the new part is drawn, and once more when it has its final height.
    document.addEventListener('htmx:afterSwap', stay);
    document.addEventListener('htmx:afterSettle', stay);
}());
