create function refuse_to_rewrite_audit() returns trigger language plpgsql as $$
begin
    raise exception 'the table % is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger audit_events_append_only before update or delete or truncate on audit_events
    for each statement execute function refuse_to_rewrite_audit();
create trigger audit_seals_append_only before update or delete or truncate on audit_seals
    for each statement execute function refuse_to_rewrite_audit();
create trigger audit_heads_append_only before update or delete or truncate on audit_heads
    for each statement execute function refuse_to_rewrite_audit();
