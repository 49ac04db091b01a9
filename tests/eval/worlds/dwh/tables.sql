ATTACH '{dir}/warehouse.duckdb' AS w (READ_ONLY);
CREATE TABLE suppliers AS SELECT * FROM w.suppliers;
CREATE TABLE items AS SELECT * FROM w.items;
CREATE TABLE stock AS SELECT * FROM w.stock;
CREATE TABLE movements AS SELECT * FROM w.movements;
DETACH w;
CREATE TABLE prices AS SELECT * FROM read_parquet('{dir}/prices.parquet');
