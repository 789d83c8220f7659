/*
 * Days as they are written here, for Cockpit and Admin: Tasklist takes the formats of its settings, these two have their
 * own built in, YYYY-MM-DDTHH:mm:ss. What asks them for a format is asked through us; what is sent and stored is untouched.
 */
export function withOurDates(settings) {
  const formats = {...settings.dateFormat, abbr: settings.dateFormat.normal};
  const ours = ['$delegate', theirs => kind => formats[kind ?? 'normal'] ?? theirs(kind)];
  // Where AngularJS wants the name of a module it also takes what a module would do.
  return {...settings, requireJsConfig: {ngDeps: [['$provide', provide => provide.decorator('camDateFormat', ours)]]}};
}
