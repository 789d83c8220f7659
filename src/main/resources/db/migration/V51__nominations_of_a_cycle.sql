-- Whoever nominates while a cycle runs nominates in it. The cycle itself only takes further what was picked out of its results.
alter table nominations add column picked boolean default false not null;

update nominations set picked = true where cycle is not null;
