-- How a score follows from what was counted; null for criteria that are judged otherwise. What was published before said
-- so in the words of its method.
alter table criteria add column measure varchar(10);
alter table criteria add column deduction numeric(5, 2);
alter table criteria add column zero_below integer;
update criteria set measure = 'RATIO', deduction = 0, zero_below = 0 where method like 'RATIO%';
update criteria set zero_below = 80 where method = 'RATIO ký/biên chế; <80% = 0';
update criteria set measure = 'FAULTS', deduction = 0.5, zero_below = 0 where method like 'COUNT_DEDUCT −0,5/%';
update criteria set measure = 'FAULTS', deduction = 1, zero_below = 0 where method like 'COUNT_DEDUCT −1/%';

-- What the unit counted: of a ratio what meets the criterion, otherwise the faults; and out of how many. What its inspectors
-- looked at on the spot, and how much of it was not as it ought to be.
alter table scorecard_rows add column self_counted integer;
alter table scorecard_rows add column self_total integer;
alter table scorecard_rows add column cross_samples integer;
alter table scorecard_rows add column cross_faults integer;
