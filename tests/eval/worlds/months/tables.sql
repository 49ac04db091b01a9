CREATE TABLE sales AS SELECT check_no::BIGINT AS check_no, store_cd, sku, qty::BIGINT AS qty, price::DECIMAL(10,2) AS price, sale_dt::DATE AS sale_dt, pay_type, parse_filename(filename) AS file FROM read_csv('{dir}/sales_2024-*.csv', header=true, all_varchar=true, union_by_name=true, filename=true);
CREATE TABLE stores AS SELECT * FROM read_csv('{dir}/stores.csv', header=true, all_varchar=true);
CREATE TABLE plan AS SELECT store_cd, month::DATE AS month, target::BIGINT AS target FROM read_csv('{dir}/plan.csv', header=true, all_varchar=true);
