-- 24 November of every year that the calendar is computed for: known, not yet confirmed as a day off, therefore switched off.
insert into calendar_days (on_day, kind, note, active)
with recursive years (number) as (
    select 2028 union all select number + 1 from years where number < 2100
)
select cast(concat(number, '-11-24') as date), 'OFF', 'Ngày Văn hóa Việt Nam (chờ xác nhận là ngày nghỉ)', false
from years
where cast(concat(number, '-11-24') as date) not in (select on_day from calendar_days);
