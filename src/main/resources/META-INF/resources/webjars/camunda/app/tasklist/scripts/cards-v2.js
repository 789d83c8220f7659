/*
 * Unit and cycle on each card of the list, and a word where a task is late. The cards that Tasklist draws at once are
 * asked for with one call; it draws them anew every few seconds, so what is known is kept. Browsers keep these files for
 * long: after a change, rename the file here and in config.js.
 */
import words from './words-v1.js';

const places = new Map();
const waiting = new Map();
let timer = 0;

function write(container, taskId) {
  const {place, cycle} = places.get(taskId) ?? {};
  container.textContent = [place, cycle && words.cycle + cycle].filter(Boolean).join(' · ');
}

async function ask() {
  const asked = new Map(waiting);
  waiting.clear();
  const ids = [...asked.keys()];
  try {
    const answer = await fetch(`/api/tasks/places?${ids.map(id => `task=${encodeURIComponent(id)}`).join('&')}`, {
      headers: {Accept: 'application/json'},
      credentials: 'same-origin'
    });
    if (answer.ok) {
      ids.forEach(id => places.set(id, {}));
      (await answer.json()).forEach(one => places.set(one.task, one));
    }
  } catch {
    // Without it the card lacks a line.
  }
  asked.forEach((containers, id) => containers.forEach(one => write(one, id)));
}

function show(container, taskId) {
  if (places.has(taskId)) {
    write(container, taskId);
    return;
  }
  waiting.set(taskId, [...(waiting.get(taskId) ?? []), container]);
  clearTimeout(timer);
  timer = setTimeout(ask, 20);
}

// The word before a late date is the style sheet's to place.
document.documentElement.style.setProperty('--nepsong-late', JSON.stringify(words.late));

export default {
  id: 'nepsong.cards',
  pluginPoint: 'tasklist.card',
  priority: 900,
  render: (container, {taskId}, scope) => {
    const id = taskId ?? scope?.task?.id;
    const line = document.createElement('p');
    line.className = 'nepsong-place';
    container.append(line);
    if (id) {
      show(line, id);
    }
  },
  unmount: () => {}
};
