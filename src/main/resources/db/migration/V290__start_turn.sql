-- One row: the node that starts holds it, so that two nodes prepare an empty database one after the other.
create table start_turn (id integer primary key);
insert into start_turn (id) values (1);
