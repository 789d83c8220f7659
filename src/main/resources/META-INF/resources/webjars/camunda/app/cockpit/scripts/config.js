/* What is the same for all four applications: see static/js/camunda.js */
import {lock} from '/js/locked.js';
import shared from '/js/camunda.js';
import {withOurDates} from '/js/dates.js';

// How long history is kept is said in the models.
lock('[time-to-live] a');

export default withOurDates(shared);
