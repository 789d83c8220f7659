-- Degrees north and east of a unit's head office or centre, for the distance between two units; both or neither.
alter table units add column latitude numeric(8, 5);
alter table units add column longitude numeric(8, 5);
alter table units add constraint units_location check (
    latitude is null and longitude is null
    or latitude between -90 and 90 and longitude between -180 and 180);
