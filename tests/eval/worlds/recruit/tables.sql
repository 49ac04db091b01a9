ATTACH '{dir}/agency.duckdb' AS w (READ_ONLY);
CREATE TABLE recruiters AS SELECT * FROM w.recruiters;
CREATE TABLE placements AS SELECT * FROM w.placements;
DETACH w;
CREATE TABLE заказчики AS SELECT * FROM read_csv('{gold}/заказчики.csv', header=true, delim=';', decimal_separator=',', dateformat='%d.%m.%Y', columns={'код':'VARCHAR','наименование':'VARCHAR','отрасль':'VARCHAR','комиссия_проц':'DECIMAL(9,2)','договор_от':'DATE','телефон':'VARCHAR'});
CREATE TABLE vacancies AS SELECT * FROM read_csv('{dir}/vacancies.csv', header=true, columns={'vac_id':'VARCHAR','client_cd':'VARCHAR','position':'VARCHAR','city':'VARCHAR','sal_from':'BIGINT','sal_to':'BIGINT','cur':'VARCHAR','opened':'DATE','closed':'DATE','owner':'VARCHAR','status':'VARCHAR'});
CREATE TABLE candidates AS SELECT * FROM read_json('{dir}/candidates.ndjson', format='newline_delimited', columns={'cand_id':'BIGINT','fio':'VARCHAR','email':'VARCHAR','phone':'VARCHAR','city':'VARCHAR','exp_years':'BIGINT','skills':'VARCHAR','salary_wish':'BIGINT','source':'VARCHAR','created':'TIMESTAMP'});
CREATE TABLE applications AS SELECT * FROM read_parquet('{dir}/applications.parquet');
