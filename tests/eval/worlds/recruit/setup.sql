COPY (SELECT * FROM read_csv('{dir}/_raw/applications.csv', header=true, columns={'app_id':'VARCHAR','cand':'BIGINT','vac':'VARCHAR','stage':'VARCHAR','stage_ts':'TIMESTAMP','reject_reason':'VARCHAR'})) TO '{dir}/applications.parquet' (FORMAT parquet);
ATTACH '{dir}/agency.duckdb' AS w;
CREATE TABLE w.recruiters AS SELECT * FROM read_csv('{dir}/_raw/recruiters.csv', header=true, columns={'login':'VARCHAR','full_name':'VARCHAR','team':'VARCHAR','hired_on':'DATE','fired_on':'DATE'});
CREATE TABLE w.placements AS SELECT * FROM read_csv('{dir}/_raw/placements.csv', header=true, columns={'plc_no':'BIGINT','app':'VARCHAR','start_on':'DATE','fee_rub':'BIGINT','guarantee_to':'DATE','left_on':'DATE'});
DETACH w;
