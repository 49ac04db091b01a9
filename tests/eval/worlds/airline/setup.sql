ATTACH '{dir}/res.duckdb' AS r;
CREATE TABLE r.pax AS SELECT * FROM read_csv('{dir}/_raw/pax.csv', header=true, columns={'pax_id':'BIGINT','last_nm':'VARCHAR','first_nm':'VARCHAR','dob':'DATE','email':'VARCHAR','ff_no':'VARCHAR','ff_tier':'VARCHAR'});
CREATE TABLE r.tickets AS SELECT * FROM read_csv('{dir}/_raw/tickets.csv', header=true, columns={'tkt_no':'VARCHAR','pnr':'VARCHAR','flt':'BIGINT','pax_id':'BIGINT','fare_cls':'VARCHAR','price_eur':'DECIMAL(10,2)','status':'VARCHAR','bought_at':'TIMESTAMP'});
DETACH r;
