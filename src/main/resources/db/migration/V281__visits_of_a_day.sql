-- Whoever plans a visit asks what else takes place on its day, in any cycle.
create index inspections_of_day on inspections (planned_at);
