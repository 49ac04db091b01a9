ATTACH '{dir}/res.duckdb' AS r (READ_ONLY);
CREATE TABLE airports AS SELECT * FROM read_csv('{dir}/airports.csv', header=true, columns={'iata':'VARCHAR','apt_name':'VARCHAR','city':'VARCHAR','country':'VARCHAR'});
CREATE TABLE fleet AS SELECT * FROM read_json('{dir}/fleet.json', format='array', columns={'reg':'VARCHAR','ac_type':'VARCHAR','seats':'BIGINT','built':'BIGINT','leased':'BOOLEAN'});
CREATE TABLE delay_codes AS SELECT * FROM read_csv('{dir}/delay_codes.csv', header=true, columns={'code':'VARCHAR','reason':'VARCHAR','grp':'VARCHAR'});
CREATE TABLE flights AS SELECT * FROM read_csv('{dir}/flights.csv', header=true, columns={'flt_id':'BIGINT','flt_no':'VARCHAR','dep':'VARCHAR','arr':'VARCHAR','std':'TIMESTAMP','sta':'TIMESTAMP','atd':'TIMESTAMP','ata':'TIMESTAMP','tail':'VARCHAR','status':'VARCHAR','dly_cd':'VARCHAR'});
CREATE TABLE pax AS SELECT * FROM r.pax;
CREATE TABLE tickets AS SELECT * FROM r.tickets;
CREATE TABLE agents AS SELECT * FROM read_csv('{dir}/agents_*.tsv', header=true, delim='\t', columns={'ticket':'VARCHAR','agency':'VARCHAR','comm_pct':'DECIMAL(4,1)','channel':'VARCHAR'});
DETACH r;
