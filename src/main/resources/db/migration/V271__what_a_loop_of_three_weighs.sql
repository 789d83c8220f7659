insert into parameters (code, amount) values
    ('pairing.loop-of-three', 1);
