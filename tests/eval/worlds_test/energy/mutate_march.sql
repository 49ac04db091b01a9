CREATE TABLE now AS SELECT meter_id, read_on, CASE WHEN meter_id = 'M002' THEN kwh + 1 ELSE kwh END AS kwh, quality FROM read_parquet('{dir}/readings.parquet') UNION ALL SELECT 'M00' || i, DATE '2024-03-01', (5 + i)::DECIMAL(12,3), 'ok' FROM range(9) r(i);
COPY (SELECT meter_id, read_on, kwh::DECIMAL(12,3) AS kwh, quality FROM now) TO '{dir}/readings.parquet' (FORMAT parquet);
