/*
 * Our words in the viewer's language, which a cookie says. Browsers keep these files for long: after a change, rename
 * the file here and where it is imported.
 */
const chosen = /(?:^|; )language=([a-z]+)/.exec(document.cookie)?.[1] ?? 'vi';

export const vietnamese = chosen === 'vi';

export default (await import(`/js/tasklist.js${vietnamese ? '' : `?language=${chosen}`}`)).default;
