/*
 * What Camunda's four web applications have in common: our name, our dates, our language. Each of them has a file
 * scripts/config.js that begins with this one.
 */
const STORE = 'camunda-web';

/**
 * Camunda reads its texts while it already draws, and keeps them in the browser for as long as its own version stays:
 * a first visit would show keys, and later ones yesterday's words. So the texts are put where it looks before it begins.
 */
async function bringTexts(language) {
  const folder = `${location.pathname.split('/').slice(0, 4).join('/')}/locales/`;
  const answer = await fetch(`${folder}${language}.json`, {cache: 'no-cache', credentials: 'same-origin'});
  if (answer.ok) {
    const texts = await answer.json();
    const kept = JSON.parse(localStorage.getItem(STORE) ?? '{}');
    kept[`${folder}_locales_data_${language}_${window.bust}`] = JSON.stringify(texts);
    localStorage.setItem(STORE, JSON.stringify(kept));
  }
}

const available = ['vi', 'en'];
const wanted = (navigator.languages?.[0] ?? 'vi').split('-')[0];
const language = available.includes(wanted) ? wanted : 'vi';
await bringTexts(language).catch(() => {});

export default {
  app: {
    name: 'Nếp Sống',
    vendor: 'Hà Nội ·'
  },
  dateFormat: {
    normal: 'DD/MM/YYYY HH:mm',
    long: 'dddd, DD/MM/YYYY HH:mm',
    short: 'DD/MM'
  },
  locales: {
    availableLocales: available,
    // Whichever is read last says how dates are spoken: so there is only one.
    fallbackLocale: language
  }
};
