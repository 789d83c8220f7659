-- Units of all times. A unit that outlives a reorganisation keeps its row; one that ends names its successor, where it has one.
create table units (
    code varchar(64) not null primary key,
    position integer not null,
    official_code varchar(16),
    kind varchar(32) not null,
    name varchar(255) not null,
    english_name varchar(255) not null,
    area varchar(255) not null,
    valid_from date not null,
    valid_to date,
    successor varchar(64)
);

-- What the engine's identity tables cannot hold about a person.
create table people (
    id varchar(64) not null primary key,
    phone varchar(20) not null,
    position varchar(255) not null,
    unit varchar(64),
    agency varchar(255)
);

-- Exceptions announced by the authorities; an active row overrules the computed calendar.
create table calendar_days (
    on_day date not null primary key,
    kind varchar(16) not null,
    note varchar(255) not null,
    active boolean not null,
    constraint calendar_days_kind check (kind in ('OFF', 'MAKEUP_WORK'))
);

-- 24 November: known, not yet confirmed as a day off, therefore switched off.
insert into calendar_days (on_day, kind, note, active) values
    (date '2026-11-24', 'OFF', 'Ngày Văn hóa Việt Nam (chờ xác nhận là ngày nghỉ)', false),
    (date '2027-11-24', 'OFF', 'Ngày Văn hóa Việt Nam (chờ xác nhận là ngày nghỉ)', false);
