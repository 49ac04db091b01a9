"""An insurer: holders, their policies, the agents who sold them, claims, premium payments."""
from worldlib import *

FIRST = ["Alan", "Beth", "Colin", "Dora", "Ewan", "Fiona", "Grant", "Hazel", "Ian", "Judy", "Keith",
         "Laura"]
LAST = ["Abbott", "Barlow", "Carver", "Doyle", "Eaton", "Forbes", "Gibson", "Harper", "Irwin",
        "Jarvis"]
AGENTS = ["Martin Shaw", "Nina Webb", "Oscar Price", "Paula Reid", "Quentin Hall", "Rosa Field",
          "Sam Archer", "Tina Boyd"]
POLICIES = ["policy_no", "holder_id", "agent_code", "product", "annual_premium", "sum_insured",
            "start_date", "end_date", "status"]


def make(folder, rng):
    write_csv(f"{folder}/holders.csv",
              ["holderId", "firstName", "lastName", "birthDate", "city", "email", "isVip"],
              [[f"H{i + 1:03d}", FIRST[i % 12], LAST[(i // 12 + i) % 10],
                day(rng, "1948-01-01", "2002-12-31"),
                rng.choice(["Bristol", "Cardiff", "Glasgow", "London", "London"]),
                None if i % 7 == 3 else f"{FIRST[i % 12]}.{i + 1}@mail.example".lower(),
                "true" if rng.random() < 0.2 else "false"] for i in range(60)])
    write_csv(f"{folder}/agents.csv",
              ["agent_code", "agent_name", "branch", "commission_pct", "hired_on"],
              [[f"A{i + 1:02d}", AGENTS[i], ["North", "South", "West"][i % 3],
                rng.choice([5, 7.5, 10]), day(rng, "2012-01-01", "2023-06-30")] for i in range(8)],
              delimiter=";")
    policies = []
    for i in range(120):
        start = day(rng, "2023-01-01", "2024-05-31")
        product = rng.choice(["motor", "motor", "home", "travel", "life"])
        policies.append([f"PL-{10001 + i}", f"H{rng.randrange(54) + 1:03d}",
                         None if rng.random() < 0.15 else f"A{rng.randrange(6) + 1:02d}",
                         product, money(rng, 120, 1800),
                         rng.choice([10000, 25000, 50000, 100000, 250000]), start,
                         start + datetime.timedelta(days=365),
                         rng.choice(["expired", "cancelled"]) if start < datetime.date(2023, 6, 20)
                         else rng.choice(["active", "active", "active", "lapsed", "cancelled"])])
    write_csv(f"{folder}/policies.csv", POLICIES, policies)
    claims = []
    for i in range(95):
        opened = day(rng, "2023-02-01", "2024-06-15")
        status = rng.choice(["open", "paid", "paid", "rejected", "in_review"])
        amount = round(rng.uniform(150, 20000), 2)
        closed = opened + datetime.timedelta(days=rng.randrange(3, 90))
        claims.append({"cl_id": 7001 + i, "cl_policy": f"PL-{10001 + rng.randrange(70)}",
                       "cl_opened_on": str(opened),
                       "cl_closed_on": str(closed) if status in ("paid", "rejected") else None,
                       "cl_status": status,
                       "cl_cause": rng.choice(["collision", "theft", "water", "fire", "illness"]),
                       "cl_amount": amount,
                       "cl_payout": round(amount * rng.uniform(0.4, 1), 2)
                       if status == "paid" else None})
    write_ndjson(f"{folder}/claims.ndjson", claims)
    payments = []
    for i in range(280):
        policy = policies[rng.randrange(108)]
        payments.append([i + 1, policy[0], moment(rng, "2023-06-01", "2024-06-20"),
                         f"{float(policy[4]) / 12:.2f}",
                         rng.choice(["card", "card", "bank_transfer", "cash"]),
                         rng.choice(["ok", "ok", "ok", "ok", "failed"])])
    write_csv(f"{folder}/payments.csv",
              ["payment_id", "policy_no", "paid_at", "amount", "method", "status"], payments)


def mutate_renewals(folder, rng):
    """Four policies are cancelled, one gets dearer, three are new."""
    header, rows = read_csv(f"{folder}/policies.csv")
    for row in rows[10:14]:
        row[8] = "cancelled"
    rows[20][4] = "1999.00"
    for i in range(3):
        rows.append([f"PL-{10121 + i}", f"H{i + 5:03d}", "A02", "home", money(rng, 200, 900), 50000,
                     "2024-06-21", "2025-06-21", "active"])
    write_csv(f"{folder}/policies.csv", header, rows)
