-- Whether inspectors show a photo when they give less than full marks.
alter table criteria add column photo_required boolean default false not null;
update criteria set photo_required = true where code in ('CS-C1', 'CS-C2', 'CS-C4');
