-- Each of these reads as much as it takes, and not the whole backlog: a batch by its lease, the due mails in their
-- order, and who got the hour's mail.
create index outbox_lease on outbox (lease);
drop index outbox_to_sort;
create index outbox_sorted on outbox (sorting, state, next_attempt_at, id);
create index outbox_template on outbox (template, created_at);
