/*
 * Under what a task is for stands what it rests on, and the way to the guide. Browsers keep these files for long: after
 * a change, rename the file here and in config.js.
 */
import words from './words-v1.js';

/** Beside the task, whose form stays where it is. */
function link(page, text) {
  const way = document.createElement('a');
  way.href = page;
  way.target = '_blank';
  way.append(text);
  return way;
}

function draw() {
  const pane = document.querySelector('.description-pane');
  if (pane && !pane.querySelector('.nepsong-basis')) {
    const basis = document.createElement('p');
    basis.className = 'nepsong-basis';
    basis.append(words.basis, ' ', link('/papers', words.papers), ' · ', link('/guide', words.guide));
    pane.append(basis);
  }
}

new MutationObserver(draw).observe(document.documentElement, {childList: true, subtree: true});

/** Tasklist loads a script only as a plugin; this one draws by itself. */
export default {
  id: 'nepsong.basis',
  pluginPoint: 'tasklist.navbar.action',
  priority: -1000,
  render: () => {},
  unmount: () => {}
};
