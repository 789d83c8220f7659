/*
 * What Tasklist's own form renderer (form-js 1.8.7) lacks for our forms. Browsers keep these files for long:
 * after a change, rename the folder (forms-v6) here and in config.js.
 */
import {vietnamese} from '../words-v1.js';
import {hastenExpressions} from './expressions.js';
import {showCommas, turnPointsIntoCommas} from './decimals.js';
import {guardTyping} from './typing.js';
import {translateMessages} from './messages.js';
import {labelCells} from './tables.js';
import {markTechnicalFields} from './technical-fields.js';
import {numberFindings} from './finding-numbers.js';

const READ_DATES_AS_DAY_MONTH_YEAR = 'vi-VN';

/**
 * form-js asks for the browser's date order under the name "default"; on an English Windows that is month first. It asks
 * for every date at every redraw, and a format takes long to make and never changes.
 */
function fixDateOrder() {
  const made = new Map();
  const withVietnameseDefault = ([locale, ...rest]) => [
    locale === 'default' ? READ_DATES_AS_DAY_MONTH_YEAR : locale,
    ...rest
  ];
  Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
    construct: (target, args) => {
      if (typeof args[0] !== 'string') {
        return new target(...args);
      }
      const wanted = JSON.stringify(args);
      if (!made.has(wanted)) {
        made.set(wanted, new target(...withVietnameseDefault(args)));
      }
      return made.get(wanted);
    },
    apply: (target, self, args) => target(...withVietnameseDefault(args))
  });
}

/** What stands in something that is looked at as a whole is looked at with it. */
function isWithin(element, others) {
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (others.has(around)) {
      return true;
    }
  }
  return false;
}

function watch(change) {
  change(document.body);
  new MutationObserver(records => {
    const touched = new Set();
    for (const record of records) {
      touched.add(record.target.nodeType === Node.TEXT_NODE ? record.target.parentElement : record.target);
    }
    touched.forEach(element => element?.isConnected && !isWithin(element, touched) && change(element));
    numberFindings();
  }).observe(document.body, {
    childList: true,
    characterData: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['aria-label', 'placeholder', 'title']
  });
}

fixDateOrder();
hastenExpressions();
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
