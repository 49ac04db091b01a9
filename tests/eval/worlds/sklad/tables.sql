CREATE TABLE goods AS SELECT * FROM read_csv('{dir}/товары.csv', header=false, skip=1, delim=';', columns={'art':'VARCHAR','name':'VARCHAR','grp':'VARCHAR','price':'BIGINT','pack':'VARCHAR'});
CREATE TABLE stock AS SELECT * FROM read_csv('{dir}/остатки.csv', header=false, skip=1, delim=';', columns={'art':'VARCHAR','place':'VARCHAR','qty':'BIGINT','checked':'DATE'});
CREATE TABLE ship AS SELECT * FROM read_csv('{dir}/отгрузки.csv', header=false, skip=1, delim=';', columns={'no':'VARCHAR','d':'DATE','art':'VARCHAR','pcs':'BIGINT','client':'VARCHAR','status':'VARCHAR','driver':'VARCHAR'});
