-- A batch is given back by its lease: without this, every batch reads the whole backlog.
create index outbox_lease on outbox (lease);
