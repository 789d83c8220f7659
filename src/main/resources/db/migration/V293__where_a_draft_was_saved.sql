-- The page that saved it last, by a name that it gives itself: another page that knows an older draft does not write over it.
alter table form_drafts add column saved_from varchar(64);
