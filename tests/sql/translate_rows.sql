-- Queries whose translations must give the same rows: tests/sql/translate_rows.py runs each on the engine of its dialect and, translated,
-- on the engines of the others, over generated data with NULLs, duplicates and negative numbers.
--   t(id, a, b, x, d, s, u, day, moment, ok)   integers id, a, b; double x; decimal(10,2) d; texts s, u; date day; timestamp moment; boolean ok
--   r(id, t_id, v, w)                      integers; w is a text
-- "-- dialect: NAME" says what the queries below are written in.

-- dialect: postgres
SELECT id, a, b FROM t ORDER BY a, b, id;
SELECT id, a FROM t ORDER BY a DESC, id;
SELECT id, a FROM t ORDER BY a NULLS FIRST, id LIMIT 7;
SELECT id, a FROM t ORDER BY a DESC NULLS LAST, id OFFSET 3;
SELECT id FROM t ORDER BY id FETCH FIRST 5 ROWS ONLY;
SELECT id, 7 / 2, b / 2 AS h FROM t WHERE b IS NOT NULL;
SELECT id, count(*) OVER () / 2 AS half FROM t;
SELECT u, count(*) AS n, sum(a) AS total, min(b), max(b) FROM t GROUP BY u;
SELECT u, count(DISTINCT a) FROM t GROUP BY u HAVING count(*) > 1;
SELECT upper(s), lower(u), length(s), char_length(u) FROM t;
SELECT s || '-' || u FROM t;
SELECT concat(s, '-', u) FROM t;
SELECT concat_ws('/', s, u) FROM t;
SELECT strpos(s, 'a'), position('b' IN s) FROM t;
SELECT substr(s, 2), substr(s, 2, 3), substring(s FROM 1 FOR 2), left(s, 2), right(s, 2) FROM t;
SELECT replace(s, 'a', 'xx'), trim(s), ltrim(s), rtrim(s), reverse(s), repeat(u, 2) FROM t;
SELECT coalesce(a, b, 0), nullif(a, b), greatest(a, b), least(a, b) FROM t;
SELECT CASE WHEN a > b THEN 'more' WHEN a < b THEN 'less' ELSE 'same' END FROM t;
SELECT id FROM t WHERE a IS DISTINCT FROM b;
SELECT id FROM t WHERE a IS NOT DISTINCT FROM b;
SELECT id FROM t WHERE s LIKE '%1%' OR s LIKE '_2%';
SELECT id FROM t WHERE s ILIKE '%AB%';
SELECT id FROM t WHERE u IN ('red', 'blue') AND b BETWEEN 2 AND 20;
SELECT id FROM t WHERE u NOT IN ('red') OR u IS NULL;
SELECT extract(YEAR FROM day), extract(MONTH FROM day), extract(DAY FROM day), extract(QUARTER FROM day) FROM t;
SELECT extract(DOW FROM day), extract(ISODOW FROM day), extract(DOY FROM day), extract(WEEK FROM day) FROM t;
SELECT extract(HOUR FROM moment), extract(MINUTE FROM moment) FROM t;
SELECT date_trunc('month', moment), date_trunc('year', moment), date_trunc('day', moment), date_trunc('hour', moment) FROM t;
SELECT date_trunc('week', moment), date_trunc('quarter', moment) FROM t;
SELECT to_char(moment, 'YYYY-MM-DD'), to_char(moment, 'YYYY-MM'), to_char(moment, 'HH24:MI:SS') FROM t;
SELECT id, moment + INTERVAL '1 day', moment - INTERVAL '2 months' FROM t;
SELECT id, moment + INTERVAL '90 minutes', moment + 2 * INTERVAL '1 week' FROM t;
SELECT id, moment + b * INTERVAL '1 day' FROM t WHERE b IS NOT NULL;
SELECT make_date(2024, 2, 28) + INTERVAL '1 day';
SELECT CAST(a AS bigint), CAST(b AS text), a::double precision, d::numeric(12, 1) FROM t;
SELECT DISTINCT ON (u) u, id, a FROM t ORDER BY u, id;
SELECT u, string_agg(s, ',' ORDER BY id) FROM t GROUP BY u;
SELECT u, count(*) FILTER (WHERE a > 0) AS pos, sum(b) FILTER (WHERE ok) AS okays FROM t GROUP BY u;
SELECT id, row_number() OVER (PARTITION BY u ORDER BY id) AS rn, rank() OVER (ORDER BY a) AS rk, lag(b) OVER (ORDER BY id) AS prev FROM t;
SELECT id, sum(b) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS moving FROM t;
SELECT t.id, r.v FROM t JOIN r ON r.t_id = t.id;
SELECT t.id, r.v FROM t LEFT JOIN r ON r.t_id = t.id AND r.v > 3;
SELECT t.id FROM t WHERE EXISTS (SELECT 1 FROM r WHERE r.t_id = t.id);
SELECT t.id FROM t WHERE NOT EXISTS (SELECT 1 FROM r WHERE r.t_id = t.id);
SELECT id FROM t WHERE a > (SELECT avg(a) FROM t);
SELECT a FROM t UNION SELECT v FROM r;
SELECT a FROM t UNION ALL SELECT v FROM r;
SELECT a FROM t EXCEPT SELECT v FROM r;
SELECT a FROM t INTERSECT SELECT v FROM r;
WITH big AS (SELECT * FROM t WHERE b > 5) SELECT u, count(*) FROM big GROUP BY u;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT i FROM n;
SELECT power(2, 3), abs(-4), ceil(1.2), floor(1.8), mod(7, 3), sign(-2);
SELECT id, bool_and(ok) OVER (PARTITION BY u) AS every_ok FROM t WHERE ok IS NOT NULL;
SELECT a % 3, -a, a * 2 - b FROM t;
SELECT split_part(s, ' ', 1) FROM t WHERE s LIKE '% %';
SELECT md5(s), lpad(s, 12, '*'), rpad(u, 8, '.') FROM t;
SELECT id, stddev_samp(b) OVER () AS sd, var_pop(b) OVER () AS vp FROM t;
SELECT id FROM t WHERE s ~ '^[a-c]';
SELECT count(*) FROM t WHERE ok;
SELECT id FROM t WHERE ok IS TRUE;
SELECT id FROM t WHERE NOT ok;
SELECT x.id FROM (SELECT id, b FROM t WHERE b > 2) AS x WHERE x.b < 30;

-- dialect: mysql
SELECT id, a FROM t ORDER BY a, id;
SELECT id, a FROM t ORDER BY a DESC, id LIMIT 2, 5;
SELECT id, 7 / 2, b DIV 2, b MOD 3 FROM t WHERE b IS NOT NULL;
SELECT concat(s, '-', u) FROM t;
SELECT concat_ws('/', s, u) FROM t;
SELECT ifnull(a, -1), if(a > b, 'more', 'not more'), nullif(a, b) FROM t;
SELECT char_length(s), instr(s, 'a'), locate('b', s), substring_index('a.b.c', '.', 2) FROM t;
SELECT char_length(s), instr(s, 'a'), locate('b', s), mid(s, 2, 3) FROM t;
SELECT year(day), month(day), dayofmonth(day), quarter(day), weekday(day), dayofweek(day), dayofyear(day) FROM t;
SELECT hour(moment), minute(moment) FROM t;
SELECT date_format(moment, '%Y-%m-%d'), date_format(moment, '%Y-%m'), date_format(moment, '%H:%i:%s') FROM t;
SELECT id, date_add(moment, INTERVAL 1 DAY), date_sub(moment, INTERVAL 2 MONTH), moment + INTERVAL b HOUR FROM t WHERE b IS NOT NULL;
SELECT id, datediff(day, '2024-01-01') FROM t;
SELECT id FROM t WHERE a <=> b;
SELECT id FROM t WHERE NOT (a <=> b);
SELECT u, group_concat(s ORDER BY id SEPARATOR ';') FROM t GROUP BY u;
SELECT greatest(a, b), least(a, b) FROM t;
SELECT last_day(day) FROM t;
SELECT CAST(a AS SIGNED), CAST(b AS CHAR), CAST(d AS DECIMAL(12, 1)) FROM t;
SELECT `id`, `u` FROM `t` WHERE `u` = "red";
SELECT u, count(*) AS n FROM t GROUP BY u ORDER BY n DESC, u LIMIT 3;
SELECT t.id, r.v FROM t INNER JOIN r USING (id);
SELECT id, truncate(x, 0), power(2, 3), log10(100) FROM t WHERE x IS NOT NULL;
SELECT 5 | 2, 6 & 3, 6 ^ 3;
SELECT u, std(b), var_samp(b) FROM t GROUP BY u;

-- dialect: sqlite
SELECT id, a FROM t ORDER BY a, id;
SELECT id, a FROM t ORDER BY a DESC, id LIMIT 5 OFFSET 2;
SELECT id, 7 / 2, b / 2 FROM t WHERE b IS NOT NULL;
SELECT s || '-' || u, length(s), instr(s, 'a'), substr(s, 2, 3) FROM t;
SELECT ifnull(a, -1), iif(a > b, 'more', 'not more') FROM t;
SELECT strftime('%Y-%m', moment), CAST(strftime('%Y', day) AS INTEGER), CAST(strftime('%m', day) AS INTEGER), CAST(strftime('%w', day) AS INTEGER) FROM t;
SELECT id FROM t WHERE a IS b;
SELECT id FROM t WHERE a IS NOT b;
SELECT max(a, b), min(a, b) FROM t;
SELECT u, group_concat(s, ';') FROM (SELECT * FROM t ORDER BY id) GROUP BY u;
SELECT u, total(b) FROM t GROUP BY u;
SELECT id FROM t WHERE s GLOB 'a*';
SELECT [id], "u" FROM t;
SELECT count(*) FILTER (WHERE a > 0) FROM t;
SELECT id, row_number() OVER (PARTITION BY u ORDER BY a, id) FROM t;

-- dialect: duckdb
SELECT id, a FROM t ORDER BY a, id;
SELECT id, a FROM t ORDER BY a DESC, id;
SELECT id, 7 / 2, 7 // 2, b // 3, b % 3 FROM t WHERE b IS NOT NULL;
SELECT u, a, count(*) AS n FROM t GROUP BY ALL ORDER BY ALL;
FROM t WHERE b > 3;
SELECT id, b FROM t QUALIFY row_number() OVER (PARTITION BY u ORDER BY id) = 1;
SELECT id FROM t SEMI JOIN r ON r.t_id = t.id;
SELECT t.id FROM t ANTI JOIN r ON r.t_id = t.id;
SELECT date_diff('day', DATE '2024-01-01', day), date_diff('month', DATE '2024-01-01', day), date_diff('year', DATE '2020-06-01', day) FROM t;
SELECT datediff('DAY', moment, TIMESTAMP '2025-01-01 00:00:00') FROM t;
SELECT strftime(moment, '%Y/%m/%d %H:%M:%S'), year(day), isodow(day), dayofweek(day), last_day(day) FROM t;
SELECT contains(s, 'a'), starts_with(s, 'a'), ends_with(s, '1'), len(s) FROM t;
SELECT u, list_value FROM (SELECT u, string_agg(s, ',' ORDER BY id) AS list_value FROM t GROUP BY u);
SELECT u, count_if(a > 0), any_value(u), bool_or(ok) FROM t WHERE ok IS NOT NULL GROUP BY u;
SELECT id, moment + INTERVAL 3 DAY, moment - INTERVAL 1 MONTH, moment + to_days(1) FROM t;
SELECT id, CAST(a AS VARCHAR), TRY_CAST('12' AS INTEGER), b::DOUBLE FROM t;
SELECT DISTINCT ON (u) u, id FROM t ORDER BY u, id;
SELECT concat(s, '-', u), s || u FROM t;
SELECT u, median(b), stddev(b), approx_count_distinct(a) > 0 FROM t WHERE b IS NOT NULL GROUP BY u;
SELECT u, arg_max(s, id), arg_min(s, id) FROM t GROUP BY u;
SELECT id FROM t ORDER BY b NULLS FIRST, id LIMIT 4;
SELECT id, if(a > b, 1, 0), ifnull(a, 0) FROM t;
SELECT regexp_matches(s, '[0-9]'), regexp_replace(s, '[0-9]', '#', 'g') FROM t;
