CREATE TABLE meters AS SELECT * FROM read_csv('{dir}/meters.csv', header=true, columns={'meter_id':'VARCHAR','address':'VARCHAR','meter_type':'VARCHAR','installed_on':'DATE','district':'VARCHAR'});
CREATE TABLE readings AS SELECT * FROM read_parquet('{dir}/readings.parquet');
CREATE TABLE tariffs AS SELECT * FROM read_csv('{dir}/tariffs.csv', header=true, columns={'meter_type':'VARCHAR','price_per_kwh':'DECIMAL(8,4)'});
