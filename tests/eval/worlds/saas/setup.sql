ATTACH '{dir}/app.duckdb' AS a;
USE a;
CREATE TABLE accounts(account_id VARCHAR PRIMARY KEY, company_name VARCHAR, country VARCHAR, industry VARCHAR, signed_up_at TIMESTAMP, employees INTEGER, is_trial BOOLEAN);
INSERT INTO accounts SELECT * FROM read_csv('{dir}/_raw/accounts.csv', header=true, all_varchar=true);
CREATE TABLE users(user_id INTEGER PRIMARY KEY, account_id VARCHAR REFERENCES accounts(account_id), full_name VARCHAR, email VARCHAR, role VARCHAR, last_login_at TIMESTAMP, is_active BOOLEAN);
INSERT INTO users SELECT * FROM read_csv('{dir}/_raw/users.csv', header=true, all_varchar=true);
USE memory;
DETACH a;
COPY (SELECT inv_id, inv_account, inv_issued_on::DATE AS inv_issued_on, inv_due_on::DATE AS inv_due_on, inv_paid_at::TIMESTAMP AS inv_paid_at, inv_total::DECIMAL(12,2) AS inv_total, inv_tax::DECIMAL(12,2) AS inv_tax, inv_status FROM read_csv('{dir}/_raw/invoices.csv', header=true, all_varchar=true)) TO '{dir}/invoices.parquet' (FORMAT parquet);
