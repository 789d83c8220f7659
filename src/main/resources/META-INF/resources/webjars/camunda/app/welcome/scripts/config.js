/* The same for all four: see static/js/camunda.js */
export {default} from '/js/camunda.js';
