CREATE TABLE o AS SELECT * FROM read_parquet('{dir}/orders.parquet');
DELETE FROM o WHERE ord_no IN (70001, 70002, 70003);
UPDATE o SET state='shipped' WHERE ord_no=70050;
UPDATE o SET state='cancelled' WHERE ord_no=70060;
INSERT INTO o VALUES (70211, 'C5003', '2024-12-02 08:10:00', '2024-12-03', 'Химки', 'shipped'), (70212, 'C5017', '2024-12-02 11:45:30', '2024-12-04', 'Шушары', 'draft'), (70213, 'C5040', '2024-12-03 16:20:00', '2024-12-05', 'Шушары', 'shipped');
COPY o TO '{dir}/orders.parquet' (FORMAT parquet);
