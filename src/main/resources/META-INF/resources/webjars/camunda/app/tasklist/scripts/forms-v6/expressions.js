/*
 * form-js reads and computes each expression of each row anew at every change, and to read one it compares each of its
 * words with the name of every variable of the form: a scorecard of 31 rows took half a second for one letter. Here an
 * expression is given only the variables that it names, and is computed again only when one of these has changed.
 */
const BUNDLE = 'webpackChunkcamunda_bpm_webapp';
/** form-js in the bundle of Camunda 7.24. Elsewhere it is not found, and forms are as slow as they were. */
const FORM_JS = 11306;

/** Characters: of all that is remembered, in keys and values. */
const MOST = 8_000_000;

const PLAIN = /^[A-Za-z_]\w*$/;
/** Their answer is another one each time. */
const FLEETING = /\b(now|today|random number)\b/;

const words = new Map();
/** Numbers of the values that have been seen, by what they look like: a value may be changed in its place. */
const numbers = new Map();
const answers = new Map();
let given = 0;
let size = 0;

function wordsOf(text) {
  let known = words.get(text);
  if (!known) {
    known = new Set(text.split(/\W+/));
    words.set(text, known);
  }
  return known;
}

/** What the expression can read: a name is written in it as it is, or has signs that may be written in many ways. */
function readBy(text, variables) {
  const named = wordsOf(text);
  const read = {};
  for (const name in variables) {
    if (named.has(name) || !PLAIN.test(name)) {
      read[name] = variables[name];
    }
  }
  return read;
}

function numberOf(value) {
  const look = JSON.stringify(value, (key, part) => {
    if (typeof part === 'function' || typeof part === 'bigint') {
      throw new TypeError('not comparable');
    }
    return part === undefined || Number.isNaN(part) || Math.abs(part) === Infinity ? `\u0000${part}` : part;
  });
  let number = numbers.get(look);
  if (number === undefined) {
    number = ++given;
    numbers.set(look, number);
    size += look.length;
  }
  return number;
}

function keyOf(kind, text, read) {
  try {
    return `${kind} ${Object.keys(read).map(name => `${name}:${numberOf(read[name])}`).join()} ${text}`;
  } catch {
    return null;
  }
}

function forgetTooMuch() {
  if (size > MOST) {
    numbers.clear();
    answers.clear();
    size = 0;
  }
}

const isPlain = answer => answer === null || typeof answer !== 'object' && typeof answer !== 'function';

function remembered(kind, text, variables, compute) {
  const read = readBy(text, variables);
  forgetTooMuch();
  const key = FLEETING.test(text) ? null : keyOf(kind, text, read);
  if (key !== null && answers.has(key)) {
    return answers.get(key);
  }
  const answer = compute(read);
  if (key !== null && isPlain(answer)) {
    answers.set(key, answer);
    size += key.length + String(answer).length;
  }
  return answer;
}

/** @param options where an answer depends on a function that the caller brings along, it is computed each time */
function hasten(type, method, kind) {
  const original = type.prototype[method];
  type.prototype[method] = function (text, variables = {}, options = undefined) {
    if (typeof text !== 'string' || !text) {
      return original.call(this, text, variables, options);
    }
    const compute = read => original.call(this, text, read, options);
    const brings = options && Object.values(options).some(option => typeof option === 'function');
    return brings
      ? compute(readBy(text, variables))
      : remembered(kind + (options ? JSON.stringify(options) : ''), text, variables, compute);
  };
}

export function hastenExpressions() {
  self[BUNDLE]?.push([
    [Symbol('nepsong')],
    {},
    load => {
      const {ConditionChecker, FeelExpressionLanguage, FeelersTemplating} = load.m[FORM_JS] ? load(FORM_JS) : {};
      if (ConditionChecker && FeelExpressionLanguage && FeelersTemplating) {
        hasten(ConditionChecker, 'check', 'condition');
        hasten(FeelExpressionLanguage, 'evaluate', 'expression');
        hasten(FeelersTemplating, 'evaluate', 'template');
      }
    }
  ]);
}
