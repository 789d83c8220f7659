-- Which language a person wants their pages in; without a row, what their browser remembers, and Vietnamese before that.
create table person_languages (
    person   varchar(64) not null primary key,
    language varchar(8) not null
);
