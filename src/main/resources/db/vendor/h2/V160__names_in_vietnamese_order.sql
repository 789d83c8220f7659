-- The key by which names sort as in a Vietnamese dictionary.
create alias vietnamese_order deterministic for 'nepsong.engine.VietnameseOrder.key';
