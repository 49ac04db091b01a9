"""A web server's log as nested NDJSON, and the users who appear in it."""
from worldlib import *

PATHS = ["/login", "/search", "/cart", "/checkout", "/api/items", "/health"]


def make(folder, rng):
    users = [[i + 1, f"user{i + 1:02d}", rng.choice(["free", "pro", "team"]),
              day(rng, "2022-01-01", "2024-02-01")] for i in range(30)]
    write_csv(f"{folder}/users.csv", ["user_id", "login", "plan", "joined_on"], users)
    events = []
    for n in range(350):
        user = rng.randrange(1, 27) if rng.random() < 0.85 else None
        status = rng.choices([200, 301, 404, 500, 503], [80, 5, 8, 5, 2])[0]
        event = {"ts": moment(rng, "2024-04-01", "2024-04-14").isoformat() + "Z",
                 "host": rng.choice(["web1", "web2"]),
                 "request": {"method": rng.choice(["GET", "GET", "POST"]),
                             "path": rng.choice(PATHS)},
                 "status": status, "latency_ms": rng.randrange(3, 2400), "user_id": user}
        if status >= 500:
            event["error"] = rng.choice(["timeout", "db down"])
        events.append(event)
    events.sort(key=lambda e: e["ts"])
    write_ndjson(f"{folder}/access.ndjson", events)


def mutate_next_day(folder, rng):
    """Forty lines are appended."""
    with open(f"{folder}/access.ndjson", "a", encoding="utf-8") as f:
        for n in range(40):
            f.write(json.dumps({"ts": f"2024-04-15T{n % 24:02d}:{n:02d}:00Z", "host": "web1",
                                "request": {"method": "GET", "path": "/search"}, "status": 200,
                                "latency_ms": 10 + n, "user_id": 1 + n % 26}) + "\n")
