CREATE TABLE номенклатура AS SELECT * FROM read_csv('{dir}/номенклатура.csv', header=true, delim=';', decimal_separator=',', columns={'артикул':'VARCHAR','наименование':'VARCHAR','группа':'VARCHAR','шт_в_коробе':'BIGINT','вес_короба_кг':'DECIMAL(9,2)','срок_дн':'BIGINT','поставщик':'VARCHAR','ндс':'BIGINT'});
CREATE TABLE cust AS SELECT * FROM read_csv('{dir}/cust.tsv', header=true, delim='\t', columns={'cust_cd':'VARCHAR','trade_name':'VARCHAR','inn':'VARCHAR','net':'VARCHAR','region':'VARCHAR','credit_lim':'BIGINT','pay_days':'BIGINT','agent':'VARCHAR','blocked':'VARCHAR'});
CREATE TABLE orders AS SELECT * FROM read_parquet('{dir}/orders.parquet');
CREATE TABLE lines AS SELECT * FROM read_parquet('{dir}/lines.parquet');
CREATE TABLE lots AS SELECT * FROM read_json('{gold}/stock.db/lots.ndjson', format='newline_delimited', columns={'lot':'VARCHAR','sku':'VARCHAR','wh':'VARCHAR','made_on':'DATE','best_before':'DATE','qty_box':'BIGINT'});
CREATE TABLE price_oct AS SELECT * FROM read_csv('{dir}/price_2024-10.csv', header=true, columns={'art':'VARCHAR','price_box':'DECIMAL(12,2)','remark':'VARCHAR'});
CREATE TABLE price_nov AS SELECT * FROM read_csv('{dir}/price_2024-11.csv', header=true, columns={'art':'VARCHAR','price_box':'DECIMAL(12,2)','remark':'VARCHAR'});
