/*
 * What Tasklist's own form renderer (form-js 1.8.7) lacks for our forms. Browsers keep these files for long:
 * after a change, rename the folder (forms-v5) here and in config.js.
 */
import {vietnamese} from '../words-v1.js';
import {showCommas, turnPointsIntoCommas} from './decimals.js';
import {guardTyping} from './typing.js';
import {translateMessages} from './messages.js';
import {labelCells} from './tables.js';
import {markTechnicalFields} from './technical-fields.js';
import {numberFindings} from './finding-numbers.js';

const READ_DATES_AS_DAY_MONTH_YEAR = 'vi-VN';

/** form-js asks for the browser's date order under the name "default"; on an English Windows that is month first. */
function fixDateOrder() {
  const withVietnameseDefault = ([locale, ...rest]) => [
    locale === 'default' ? READ_DATES_AS_DAY_MONTH_YEAR : locale,
    ...rest
  ];
  Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
    construct: (target, args) => new target(...withVietnameseDefault(args)),
    apply: (target, self, args) => target(...withVietnameseDefault(args))
  });
}

function watch(change) {
  change(document.body);
  new MutationObserver(records => {
    const touched = new Set();
    for (const record of records) {
      touched.add(record.target.nodeType === Node.TEXT_NODE ? record.target.parentElement : record.target);
    }
    touched.forEach(element => element?.isConnected && change(element));
  }).observe(document.body, {
    childList: true,
    characterData: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['aria-label', 'placeholder', 'title']
  });
}

fixDateOrder();
guardTyping(document);
if (vietnamese) {
  turnPointsIntoCommas(document);
}
watch(element => {
  // Whoever has switched to another language gets the form in it; form-js's own English texts and points go with that.
  if (vietnamese) {
    translateMessages(element);
    showCommas(element);
  }
  markTechnicalFields(element);
  numberFindings(element);
  labelCells(element);
});

/** Tasklist loads a script only as a plugin; this one draws nothing. */
export default {
  id: 'nepsong.forms',
  pluginPoint: 'tasklist.navbar.action',
  priority: -1000,
  render: () => {},
  unmount: () => {}
};
