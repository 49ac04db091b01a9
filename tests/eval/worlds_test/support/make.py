"""A help desk: nested tickets as NDJSON, agents, answers to a survey with repeats."""
from worldlib import *


def make(folder, rng):
    agents = [[f"A{i}", n, s] for i, (n, s) in enumerate(
        [("Rita", "billing"), ("Tom", "billing"), ("Uma", "tech"), ("Vik", "tech"),
         ("Wes", "tech"), ("Xena", "sales")])]
    write_csv(f"{folder}/agents.csv", ["agent_id", "agent_name", "squad"], agents)
    tickets = []
    for n in range(170):
        opened = moment(rng, "2024-02-01", "2024-05-20")
        state = rng.choice(["open", "pending", "solved", "solved", "solved"])
        solved = opened + datetime.timedelta(hours=rng.randrange(1, 200))
        tickets.append({"ticket_id": 9000 + n, "subject": f"Problem {n}",
                        "priority": rng.choice(["low", "normal", "high", "urgent"]),
                        "state": state, "opened_at": opened.isoformat(),
                        "solved_at": solved.isoformat() if state == "solved" else None,
                        "agent_id": f"A{rng.randrange(5)}" if rng.random() < 0.9 else None,
                        "customer": {"company": rng.choice(["Acme", "Bolt", "Cask", "Dune"]),
                                     "tier": rng.choice(["gold", "silver"])}})
    write_ndjson(f"{folder}/tickets.ndjson", tickets)
    rows = []
    for n in range(110):
        ticket = 9000 + rng.randrange(70)
        rows.append([ticket, rng.randrange(1, 6), datetime.datetime(2024, 6, 1) +
                     datetime.timedelta(minutes=61 * n), rng.choice(["", " thanks ", "Slow", ""])])
    write_csv(f"{folder}/survey.csv", ["ticket_id", "csat", "answered_at", "remark"], rows)


def mutate_solved(folder, rng):
    """Pending tickets are solved, ten are new."""
    with open(f"{folder}/tickets.ndjson", encoding="utf-8") as f:
        tickets = [json.loads(line) for line in f]
    for t in tickets:
        if t["state"] == "pending":
            t["state"], t["solved_at"] = "solved", "2024-06-01T10:00:00"
    for n in range(10):
        tickets.append({"ticket_id": 9200 + n, "subject": f"New {n}", "priority": "low",
                        "state": "open", "opened_at": f"2024-06-02T0{n}:00:00",
                        "solved_at": None, "agent_id": "A1",
                        "customer": {"company": "Acme", "tier": "gold"}})
    write_ndjson(f"{folder}/tickets.ndjson", tickets)
