/* What is the same for all four applications: see static/js/camunda.js */
import shared from '/js/camunda.js';
import {withOurDates} from '/js/dates.js';

export default withOurDates(shared);
