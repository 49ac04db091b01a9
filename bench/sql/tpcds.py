#!/usr/bin/env python3
"""99 analytic queries of TPC-DS's shape over its published schema: eleven shapes of our own, each for three sales channels and three
measures. Writes tpcds.sql (the queries) and tpcds_schema.sql (the tables that they read) into a folder.

    bench/sql/tpcds.py FOLDER
"""
import pathlib
import sys

TABLES = {
    "date_dim": "d_date_sk integer, d_date date, d_month_seq integer, d_week_seq integer, d_year integer, d_dow integer, d_moy integer, d_dom integer,"
                " d_qoy integer, d_day_name varchar(9), d_quarter_name varchar(6)",
    "item": "i_item_sk integer, i_item_id varchar(16), i_item_desc varchar(200), i_current_price decimal(7,2), i_wholesale_cost decimal(7,2),"
            " i_brand_id integer, i_brand varchar(50), i_class_id integer, i_class varchar(50), i_category_id integer, i_category varchar(50),"
            " i_manufact_id integer, i_manufact varchar(50), i_size varchar(20), i_color varchar(20), i_units varchar(10), i_product_name varchar(50)",
    "customer": "c_customer_sk integer, c_customer_id varchar(16), c_current_cdemo_sk integer, c_current_hdemo_sk integer, c_current_addr_sk integer,"
                " c_first_name varchar(20), c_last_name varchar(30), c_preferred_cust_flag varchar(1), c_birth_year integer, c_birth_country varchar(20)",
    "customer_address": "ca_address_sk integer, ca_city varchar(60), ca_county varchar(30), ca_state varchar(2), ca_zip varchar(10),"
                        " ca_country varchar(20), ca_gmt_offset decimal(5,2)",
    "customer_demographics": "cd_demo_sk integer, cd_gender varchar(1), cd_marital_status varchar(1), cd_education_status varchar(20), cd_dep_count integer",
    "promotion": "p_promo_sk integer, p_channel_email varchar(1), p_channel_event varchar(1), p_channel_tv varchar(1)",
    "store": "s_store_sk integer, s_store_id varchar(16), s_store_name varchar(50), s_state varchar(2), s_county varchar(30), s_city varchar(60)",
    "warehouse": "w_warehouse_sk integer, w_warehouse_name varchar(20), w_state varchar(2)",
    "inventory": "inv_date_sk integer, inv_item_sk integer, inv_warehouse_sk integer, inv_quantity_on_hand integer",
}
CHANNELS = {"store": ("ss", "sr", "store_sales", "store_returns"), "catalog": ("cs", "cr", "catalog_sales", "catalog_returns"),
            "web": ("ws", "wr", "web_sales", "web_returns")}
for sold, returned, sales, returns in CHANNELS.values():
    number = "ticket_number" if sold == "ss" else "order_number"
    TABLES[sales] = ", ".join(f"{sold}_{c}" for c in (
        "sold_date_sk integer", "sold_time_sk integer", "item_sk integer", "customer_sk integer", "cdemo_sk integer", "addr_sk integer", "store_sk integer",
        "promo_sk integer", f"{number} bigint", "quantity integer", "wholesale_cost decimal(7,2)", "list_price decimal(7,2)", "sales_price decimal(7,2)",
        "ext_discount_amt decimal(7,2)", "ext_sales_price decimal(7,2)", "ext_list_price decimal(7,2)", "coupon_amt decimal(7,2)",
        "net_paid decimal(7,2)", "net_profit decimal(7,2)"))
    TABLES[returns] = ", ".join(f"{returned}_{c}" for c in (
        "returned_date_sk integer", "item_sk integer", "customer_sk integer", f"{number} bigint", "return_quantity integer", "return_amt decimal(7,2)",
        "net_loss decimal(7,2)"))

SHAPES = (
    # A star join, grouped and cut.
    """SELECT i.i_item_id, avg(f.{x}_quantity) AS agg1, avg(f.{x}_list_price) AS agg2, avg(f.{x}_coupon_amt) AS agg3, sum(f.{m}) AS agg4
FROM {sales} f, customer_demographics cd, date_dim d, item i, promotion p
WHERE f.{x}_sold_date_sk = d.d_date_sk AND f.{x}_item_sk = i.i_item_sk AND f.{x}_cdemo_sk = cd.cd_demo_sk AND f.{x}_promo_sk = p.p_promo_sk
  AND cd.cd_gender = 'M' AND cd.cd_marital_status = 'S' AND cd.cd_education_status = 'College' AND (p.p_channel_email = 'N' OR p.p_channel_event = 'N')
  AND d.d_year = {year}
GROUP BY i.i_item_id ORDER BY i.i_item_id LIMIT 100""",
    # A CTE used twice, and a correlated average.
    """WITH total AS (
  SELECT r.{r}_customer_sk AS customer_sk, ca.ca_state AS state, sum(r.{r}_return_amt) AS total_return
  FROM {returns} r JOIN date_dim d ON r.{r}_returned_date_sk = d.d_date_sk JOIN customer c ON c.c_customer_sk = r.{r}_customer_sk
  JOIN customer_address ca ON ca.ca_address_sk = c.c_current_addr_sk
  WHERE d.d_year = {year} GROUP BY r.{r}_customer_sk, ca.ca_state)
SELECT c.c_customer_id, c.c_first_name, c.c_last_name, t1.total_return
FROM total t1, customer c
WHERE t1.total_return > (SELECT avg(t2.total_return) * 1.2 FROM total t2 WHERE t1.state = t2.state) AND t1.customer_sk = c.c_customer_sk
ORDER BY c.c_customer_id, t1.total_return DESC LIMIT 100""",
    # Ratios to a partition.
    """SELECT i_item_id, i_item_desc, i_category, i_class, i_current_price, sum({m}) AS revenue,
  sum({m}) * 100.0 / nullif(sum(sum({m})) OVER (PARTITION BY i_class), 0) AS revenue_ratio
FROM {sales}, item, date_dim
WHERE {x}_item_sk = i_item_sk AND i_category IN ('Jewelry', 'Sports', 'Books') AND {x}_sold_date_sk = d_date_sk
  AND d_date BETWEEN CAST('{year}-01-12' AS date) AND CAST('{year}-01-12' AS date) + INTERVAL '30 day'
GROUP BY i_item_id, i_item_desc, i_category, i_class, i_current_price
ORDER BY i_category, i_class, i_item_id, i_item_desc, revenue_ratio LIMIT 100""",
    # Rollup and a rank within its levels.
    """SELECT sum({m}) / nullif(sum({x}_ext_sales_price), 0) AS margin, i_category, i_class, grouping(i_category) + grouping(i_class) AS lochierarchy,
  rank() OVER (PARTITION BY grouping(i_category) + grouping(i_class), CASE WHEN grouping(i_class) = 0 THEN i_category END
               ORDER BY sum({m}) / nullif(sum({x}_ext_sales_price), 0) ASC) AS rank_within_parent
FROM {sales} JOIN date_dim ON d_date_sk = {x}_sold_date_sk JOIN item ON i_item_sk = {x}_item_sk LEFT JOIN store ON s_store_sk = {x}_store_sk
WHERE d_year = {year} AND (s_state IN ('TN', 'SD', 'AL') OR s_state IS NULL)
GROUP BY ROLLUP (i_category, i_class)
ORDER BY lochierarchy DESC, CASE WHEN grouping(i_category) + grouping(i_class) = 0 THEN i_category END, rank_within_parent LIMIT 100""",
    # Channels side by side.
    """WITH ssr AS (SELECT 'store channel' AS channel, ss_item_sk AS id, sum(ss_ext_sales_price) AS sales, sum(ss_net_profit) AS profit
    FROM store_sales, date_dim WHERE ss_sold_date_sk = d_date_sk AND d_year = {year} GROUP BY ss_item_sk),
 other AS (SELECT '{channel} channel' AS channel, {x}_item_sk AS id, sum({x}_ext_sales_price) AS sales, sum({m}) AS profit
    FROM {sales}, date_dim WHERE {x}_sold_date_sk = d_date_sk AND d_year = {year} GROUP BY {x}_item_sk)
SELECT channel, id, sum(sales) AS sales, sum(profit) AS profit
FROM (SELECT channel, id, sales, profit FROM ssr UNION ALL SELECT channel, id, sales, profit FROM other) x
GROUP BY ROLLUP (channel, id) ORDER BY channel, id LIMIT 100""",
    # Who bought in one and not in another.
    """SELECT count(*) AS n FROM (
  SELECT DISTINCT c_last_name, c_first_name, d_date FROM {sales}, date_dim, customer
  WHERE {x}_sold_date_sk = d_date_sk AND {x}_customer_sk = c_customer_sk AND d_month_seq BETWEEN {seq} AND {seq} + 11 AND {m} > 0
  EXCEPT
  SELECT DISTINCT c_last_name, c_first_name, d_date FROM store_returns, date_dim, customer
  WHERE sr_returned_date_sk = d_date_sk AND sr_customer_sk = c_customer_sk AND d_month_seq BETWEEN {seq} AND {seq} + 11) hot_cust""",
    # Moving sums and a self join of a CTE.
    """WITH v1 AS (
  SELECT i_category, i_brand, d_year, d_moy, sum({m}) AS sum_sales,
    avg(sum({m})) OVER (PARTITION BY i_category, i_brand, d_year) AS avg_monthly_sales,
    rank() OVER (PARTITION BY i_category, i_brand ORDER BY d_year, d_moy) AS rn
  FROM item, {sales}, date_dim
  WHERE {x}_item_sk = i_item_sk AND {x}_sold_date_sk = d_date_sk AND (d_year = {year} OR (d_year = {year} - 1 AND d_moy = 12))
  GROUP BY i_category, i_brand, d_year, d_moy),
v2 AS (
  SELECT v1.i_category, v1.i_brand, v1.d_year, v1.d_moy, v1.avg_monthly_sales, v1.sum_sales, v1_lag.sum_sales AS psum, v1_lead.sum_sales AS nsum
  FROM v1, v1 AS v1_lag, v1 AS v1_lead
  WHERE v1.i_category = v1_lag.i_category AND v1.i_category = v1_lead.i_category AND v1.i_brand = v1_lag.i_brand AND v1.i_brand = v1_lead.i_brand
    AND v1.rn = v1_lag.rn + 1 AND v1.rn = v1_lead.rn - 1)
SELECT * FROM v2
WHERE d_year = {year} AND avg_monthly_sales > 0
  AND CASE WHEN avg_monthly_sales > 0 THEN abs(sum_sales - avg_monthly_sales) / avg_monthly_sales ELSE NULL END > 0.1
ORDER BY sum_sales - avg_monthly_sales, d_moy LIMIT 100""",
    # Days of a week as columns.
    """SELECT d_week_seq,
  sum(CASE WHEN d_day_name = 'Sunday' THEN {m} ELSE NULL END) AS sun_sales, sum(CASE WHEN d_day_name = 'Monday' THEN {m} ELSE NULL END) AS mon_sales,
  sum(CASE WHEN d_day_name = 'Tuesday' THEN {m} ELSE NULL END) AS tue_sales, sum(CASE WHEN d_day_name = 'Wednesday' THEN {m} ELSE NULL END) AS wed_sales,
  sum(CASE WHEN d_day_name = 'Thursday' THEN {m} ELSE NULL END) AS thu_sales, sum(CASE WHEN d_day_name = 'Friday' THEN {m} ELSE NULL END) AS fri_sales,
  sum(CASE WHEN d_day_name = 'Saturday' THEN {m} ELSE NULL END) AS sat_sales
FROM {sales}, date_dim WHERE d_date_sk = {x}_sold_date_sk AND d_year IN ({year}, {year} + 1)
GROUP BY d_week_seq ORDER BY d_week_seq""",
    # EXISTS and NOT EXISTS.
    """SELECT cd_gender, cd_marital_status, cd_education_status, count(*) AS cnt1, min(cd_dep_count) AS low, max(cd_dep_count) AS high, avg(cd_dep_count) AS mean
FROM customer c JOIN customer_address ca ON c.c_current_addr_sk = ca.ca_address_sk JOIN customer_demographics ON cd_demo_sk = c.c_current_cdemo_sk
WHERE ca_county IN ('Rush County', 'Toole County', 'Jefferson County')
  AND EXISTS (SELECT * FROM {sales}, date_dim WHERE c.c_customer_sk = {x}_customer_sk AND {x}_sold_date_sk = d_date_sk AND d_year = {year} AND {m} > 10)
  AND NOT EXISTS (SELECT * FROM {returns}, date_dim WHERE c.c_customer_sk = {r}_customer_sk AND {r}_returned_date_sk = d_date_sk AND d_year = {year})
GROUP BY cd_gender, cd_marital_status, cd_education_status
ORDER BY cd_gender, cd_marital_status, cd_education_status LIMIT 100""",
    # Stock before and after.
    """SELECT * FROM (
  SELECT w_warehouse_name, i_item_id,
    sum(CASE WHEN d_date < CAST('{year}-03-11' AS date) THEN inv_quantity_on_hand ELSE 0 END) AS inv_before,
    sum(CASE WHEN d_date >= CAST('{year}-03-11' AS date) THEN inv_quantity_on_hand ELSE 0 END) AS inv_after
  FROM inventory JOIN warehouse ON inv_warehouse_sk = w_warehouse_sk JOIN item ON i_item_sk = inv_item_sk JOIN date_dim ON inv_date_sk = d_date_sk
  WHERE i_current_price BETWEEN 0.99 AND 1.49 AND i_item_sk IN (SELECT {x}_item_sk FROM {sales} WHERE {m} > 0)
  GROUP BY w_warehouse_name, i_item_id) x
WHERE (CASE WHEN inv_before > 0 THEN inv_after / inv_before ELSE NULL END) BETWEEN 2.0 / 3.0 AND 3.0 / 2.0
ORDER BY w_warehouse_name, i_item_id LIMIT 100""",
    # Sales with what came back, three fact tables in one row.
    """SELECT i_item_id, i_item_desc, s_store_id, s_store_name, sum(f.{m}) AS sold, sum({r}_net_loss) AS lost, coalesce(sum(w.ws_net_profit), 0) AS web_profit,
  row_number() OVER (PARTITION BY s_store_id ORDER BY sum(f.{m}) DESC NULLS LAST) AS place
FROM {sales} f
JOIN {returns} ON f.{x}_customer_sk = {r}_customer_sk AND f.{x}_item_sk = {r}_item_sk
JOIN date_dim d1 ON d1.d_date_sk = f.{x}_sold_date_sk AND d1.d_moy = 4 AND d1.d_year = {year}
JOIN date_dim d2 ON d2.d_date_sk = {r}_returned_date_sk AND d2.d_moy BETWEEN 4 AND 10 AND d2.d_year = {year}
JOIN item ON i_item_sk = f.{x}_item_sk JOIN store ON s_store_sk = f.{x}_store_sk
LEFT JOIN web_sales w ON w.ws_customer_sk = {r}_customer_sk AND w.ws_item_sk = {r}_item_sk
GROUP BY i_item_id, i_item_desc, s_store_id, s_store_name
ORDER BY i_item_id, i_item_desc, s_store_id, s_store_name LIMIT 100""",
)


def queries():
    for shape in SHAPES:
        for number, (channel, (x, r, sales, returns)) in enumerate(CHANNELS.items()):
            for step, measure in enumerate(("net_profit", "ext_sales_price", "net_paid")):
                yield shape.format(channel=channel, x=x, r=r, sales=sales, returns=returns, m=f"{x}_{measure}", year=1998 + number + step,
                                   seq=1176 + 12 * (number + step))


def write(folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tpcds.sql").write_text("".join(query + ";\n\n" for query in queries()))
    (folder / "tpcds_schema.sql").write_text("".join(f"CREATE TABLE {name} ({columns});\n" for name, columns in TABLES.items()))


if __name__ == "__main__":
    write(sys.argv[1] if len(sys.argv) > 1 else sys.exit(__doc__))
