/* The same for all four: see static/js/camunda.js */
import {lock} from '/js/locked.js';
export {default} from '/js/camunda.js';

// How long history is kept is said in the models.
lock('[time-to-live] a');
