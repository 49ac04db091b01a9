CREATE TABLE companies AS SELECT * FROM read_json('{gold}/crm.db/companies.ndjson', columns={'id':'BIGINT','name':'VARCHAR','industry':'VARCHAR','country':'VARCHAR','employees':'BIGINT'});
CREATE TABLE users AS SELECT * FROM read_json('{gold}/crm.db/users.ndjson', columns={'id':'BIGINT','full_name':'VARCHAR','team':'VARCHAR'});
CREATE TABLE contacts AS SELECT * FROM read_json('{gold}/crm.db/contacts.ndjson', columns={'id':'BIGINT','company_id':'BIGINT','first_name':'VARCHAR','last_name':'VARCHAR','email':'VARCHAR','phone':'VARCHAR'});
CREATE TABLE deals AS SELECT * FROM read_json('{gold}/crm.db/deals.ndjson', columns={'id':'BIGINT','company_id':'BIGINT','owner_id':'BIGINT','title':'VARCHAR','stage':'VARCHAR','value':'DOUBLE','opened_on':'DATE','closed_on':'DATE'});
CREATE TABLE activities AS SELECT * FROM read_json('{gold}/crm.db/activities.ndjson', columns={'id':'BIGINT','deal_id':'BIGINT','kind':'VARCHAR','happened_at':'TIMESTAMP','minutes':'BIGINT'});
