ATTACH '{dir}/warehouse.duckdb' AS w;
UPDATE w.stock SET on_hand = on_hand + 5, counted_at = TIMESTAMP '2024-06-02 08:00:00' WHERE location = 'outlet';
INSERT INTO w.movements SELECT 301 + i, 'SKU-001', 'in', 10 + i, TIMESTAMP '2024-06-01 09:00:00' + to_hours(i::INTEGER) FROM range(12) r(i);
DETACH w;
