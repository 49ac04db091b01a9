ATTACH '{dir}/app.duckdb' AS a (READ_ONLY);
CREATE TABLE accounts AS SELECT * FROM a.accounts;
CREATE TABLE users AS SELECT * FROM a.users;
DETACH a;
CREATE TABLE subscriptions AS SELECT * FROM read_csv('{dir}/subscriptions.csv', header=true, columns={'subscriptionId':'VARCHAR','accountId':'VARCHAR','planName':'VARCHAR','seats':'BIGINT','monthlyPrice':'DECIMAL(12,2)','startedOn':'DATE','cancelledOn':'DATE'});
CREATE TABLE invoices AS SELECT * FROM read_parquet('{dir}/invoices.parquet');
CREATE TABLE events AS SELECT * FROM read_json('{dir}/events.ndjson', format='newline_delimited', columns={'event_id':'BIGINT','user_id':'BIGINT','event_name':'VARCHAR','occurred_at':'TIMESTAMP','platform':'VARCHAR','duration_ms':'BIGINT'});
