-- The inspectors' form is due two working days after the planned visit, no longer seven after its scheduling.
update default_deadlines set working_days = 2, title = 'Chấm điểm sau ngày kiểm tra'
where step = 'cross-inspection.inspect';

update cycle_deadlines set working_days = 2 where step = 'cross-inspection.inspect' and working_days = 7;
