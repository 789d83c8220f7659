-- When a unit was inspected last, in whichever cycle: asked for each unit of the registry.
create index inspections_of_unit on inspections (unit, cycle);
