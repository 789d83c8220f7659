// htmx fetches what changes of the page every ten seconds and puts it in the old one's place. The reader stays where they
// are: nothing is fetched while they mark a text or look elsewhere; the scroll position and the focus are kept.
(function () {
    'use strict';

    let focused = null;
    let top = 0;

    const FOCUSABLE = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex]';

    /** What an element without an id leads to or says; several may be alike. */
    function kind(element) {
        return [element.tagName, element.getAttribute('href'), element.getAttribute('aria-label'), element.name].join('|');
    }

    function alike(part, what) {
        return Array.from(part.querySelectorAll(FOCUSABLE)).filter(function (one) { return kind(one) === what; });
    }

    /** By its id, or as the so-manieth of its kind. */
    function remembered(part, element) {
        if (!part.contains(element) || element === part) {
            return null;
        }
        const what = kind(element);
        return { id: element.id, what: what, at: alike(part, what).indexOf(element) };
    }

    function again(memory) {
        const part = document.getElementById('live');
        return memory && part
            && ((memory.id && document.getElementById(memory.id)) || alike(part, memory.what)[Math.max(0, memory.at)]);
    }

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
        focused = remembered(event.detail.target, document.activeElement);
        top = window.scrollY;
    });

    function stay() {
        const same = again(focused);
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
