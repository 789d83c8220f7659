-- Which units belong together, of all times. A unit belongs where it went last; a membership that ends without another one
-- leaves it in no bloc.
create table bloc_members (
    unit varchar(64) not null references units (code),
    valid_from date not null,
    valid_to date,
    bloc varchar(40) not null,
    name varchar(200) not null,
    english_name varchar(200) not null,
    position integer not null,
    loaded_at timestamp with time zone not null,
    primary key (unit, valid_from)
);
