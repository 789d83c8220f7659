create table codes_of_conduct (
    number varchar(64) not null primary key,
    set_code varchar(32) not null,
    title varchar(255) not null,
    issued_on date not null,
    valid_from date not null,
    valid_to date
);

insert into codes_of_conduct (number, set_code, title, issued_on, valid_from, valid_to) values
    ('522/QĐ-UBND', 'workplace',
     'Quy tắc ứng xử của cán bộ, công chức, viên chức, người lao động trong các cơ quan thuộc thành phố Hà Nội',
     date '2017-01-25', date '2017-01-25', null),
    ('1665/QĐ-UBND', 'public-place',
     'Quy tắc ứng xử nơi công cộng trên địa bàn thành phố Hà Nội',
     date '2017-03-10', date '2017-03-10', null);

-- Published versions are never updated: answers refer to them.
create table checklist_versions (
    version integer not null primary key,
    title varchar(255) not null,
    loaded_at timestamp with time zone not null,
    loaded_by varchar(64) not null
);

create table criteria (
    version integer not null references checklist_versions (version),
    position integer not null,
    set_code varchar(32) not null,
    code varchar(32) not null,
    group_letter varchar(1) not null,
    group_name varchar(255) not null,
    group_english varchar(255) not null,
    text varchar(2000) not null,
    english_text varchar(2000) not null,
    max numeric(5, 2) not null,
    method varchar(500) not null,
    evidence varchar(1000) not null,
    evidence_required boolean not null,
    na_rule varchar(500),
    primary key (version, code)
);

create table theme_versions (
    version integer not null primary key,
    loaded_at timestamp with time zone not null,
    loaded_by varchar(64) not null
);

create table themes (
    version integer not null references theme_versions (version),
    code varchar(32) not null,
    position integer not null,
    title varchar(255) not null,
    english_title varchar(255) not null,
    primary key (version, code)
);

create table theme_items (
    version integer not null,
    code varchar(32) not null,
    position integer not null,
    theme varchar(32) not null,
    text varchar(2000) not null,
    english_text varchar(2000) not null,
    primary key (version, code),
    foreign key (version, theme) references themes (version, code)
);

-- How much each set counts in a unit's score, by the kind of unit; the weights of a kind add up to 1.
create table set_weights (
    kind varchar(32) not null,
    set_code varchar(32) not null,
    weight numeric(3, 2) not null,
    primary key (kind, set_code)
);

insert into set_weights (kind, set_code, weight) values
    ('district', 'workplace', 1),
    ('town', 'workplace', 1),
    ('rural-district', 'workplace', 1),
    ('department', 'workplace', 1),
    ('department-with-public-places', 'workplace', 0.7),
    ('department-with-public-places', 'public-place', 0.3),
    ('ward', 'workplace', 0.5),
    ('ward', 'public-place', 0.5),
    ('commune', 'workplace', 0.5),
    ('commune', 'public-place', 0.5);
