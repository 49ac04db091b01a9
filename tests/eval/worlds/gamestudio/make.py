"""An online game studio: players, monthly session exports that overlap, purchases, shop, match results, bug reports."""
from worldlib import *

NICK_A = ["Shadow", "Moss", "Turbo", "Kot", "Iron", "Luna", "Pixel", "Bear", "Neko", "Frost"]
NICK_B = ["Hunter", "_92", "ik", "Blade", "Fox", "xX", "Master", "Cat"]
COUNTRIES = ["DE", "DE", "US", "US", "RU", "PL", "BR", "JP", "TR"]
GUILDS = ["Night Owls", "Gravity", "Pelmeni", "404", "Red Lanterns", "Old Guard"]
ITEMS = [["SK-01", "Crimson Cloak", "skin", 9.99, "S1", True], ["SK-02", "Arctic Armor", "skin", 14.99, "S1", True],
         ["SK-03", "Pumpkin Helm", "skin", 4.99, "S2", False], ["SK-04", "Founders Cape", "skin", None, None, False],
         ["SK-05", "Neon Katana", "skin", 19.99, "S3", True], ["BX-01", "Rusty Crate", "lootbox", 1.99, None, True],
         ["BX-02", "Golden Crate", "lootbox", 6.49, None, True], ["BX-03", "Welcome Crate", "lootbox", 0.0, None, True],
         ["BP-01", "Battle Pass S1", "pass", 9.5, "S1", False], ["BP-02", "Battle Pass S2", "pass", 9.5, "S2", False],
         ["BP-03", "Battle Pass S3", "pass", 10.5, "S3", True], ["BP-04", "Tester Pass", "pass", None, "S3", True],
         ["XP-01", "XP Boost 1d", "boost", 0.99, None, True], ["XP-07", "XP Boost 7d", "boost", 4.49, None, True],
         ["GM-10", "100 gems", "currency", 0.99, None, True], ["GM-50", "550 gems", "currency", 4.99, None, True],
         ["GM-99", "1200 gems", "currency", 9.79, None, True], ["GM-00", "Gift gems", "currency", 0.0, None, True]]
MAPS = ["Canyon", "Foundry", "Old Port", "Skyline", "Taiga"]
BUILDS = ["1.8.0", "1.8.3", "1.9.0", "1.9.1", "2.0.0-rc1"]
BUGS = ["falls through floor", "no sound in lobby", "shop shows wrong price", "crash after loading screen",
        "cannot join party", "texture missing on bridge", "rank reset over night"]
MATCH_COLUMNS = ["match_id", "played_at", "mode", "map", "player", "team", "k", "d", "a", "mmr_delta"]
BUY_COLUMNS = ["txn", "pid", "sku", "usd", "bought_at", "state"]


def session(rng, number, month, pool):
    begin = datetime.datetime(2024, month, rng.randrange(1, 31), rng.randrange(24), rng.randrange(60))
    crash = rng.random() < 0.14
    end = None if crash and rng.random() < 0.7 else begin + datetime.timedelta(minutes=rng.choice(
        [rng.randrange(3, 90), rng.randrange(40, 300)]))
    return [f"s{number}", rng.choice(pool), begin, end, BUILDS[min(4, month - 9 + rng.randrange(3))],
            None if rng.random() < 0.08 else round(rng.uniform(24, 144), 1), int(crash)]


def purchase(rng, number, pool, first, last):
    item = ITEMS[rng.choice([0, 1, 2, 4, 5, 5, 6, 6, 8, 10, 10, 12, 12, 13, 14, 14, 15, 16])]
    return [f"T{number}", rng.choice(pool), item[0], f"{item[3] * rng.choice([1, 1, 1, 2]):.2f}",
            moment(rng, first, last), rng.choices(["ok", "refund", "chargeback", "pending"], [80, 9, 4, 7])[0]]


def make(folder, rng):
    players, levels = [], rng.sample(range(1000), 90)
    for i in range(90):
        reg = moment(rng, "2023-06-01", "2024-08-30")
        seen = min(reg.date() + datetime.timedelta(days=20 + rng.randrange(500)), day(rng, "2024-11-01", "2024-11-30"))
        players.append([1001 + i, NICK_A[i % 10] + NICK_B[(i // 10) % 8] + ("" if i < 80 else "2"),
                        COUNTRIES[rng.randrange(9)], rng.choice(["PC", "PC", "PS5", "XSX", "Switch"]), reg, seen,
                        1 + levels[i] * 60 // 1000, "true" if i % 11 == 6 else "false",
                        rng.choice(GUILDS) if i % 5 else None])
    write_csv(f"{folder}/_raw/players.csv", ["player_id", "nick", "cc", "platform", "reg_ts", "last_seen",
                                             "lvl", "banned", "guild"], players)
    pool = [p[0] for p in players]

    number, tail = 50000, []
    for month in (9, 10, 11):
        rows = sorted((session(rng, 0, month, pool) for _ in range(170)), key=lambda r: str(r[2]))
        for r in rows:
            number += 1
            r[0] = f"s{number}"
        if month == 10:                     # the clock of one console ran wrong
            rows[66][3] = rows[66][2] - datetime.timedelta(minutes=47)
        write_csv(f"{folder}/sessions_2024-{month:02d}.csv", ["sid", "pid", "start_ts", "end_ts", "build",
                                                              "avg_fps", "crashed"], tail + rows)
        tail = rows[-9:]

    buyers = pool[:24] + pool[30:70]
    buys = [purchase(rng, 9001 + i, buyers, "2024-01-05", "2024-11-29") for i in range(330)]
    write_csv(f"{folder}/purchases.csv", BUY_COLUMNS, buys, delimiter=";")
    write_json(f"{folder}/shop_items.json", ["sku", "title", "kind", "list_price", "season", "on_sale"], ITEMS)

    stats = []
    for m in range(70):
        at = moment(rng, "2024-09-02", "2024-11-28")
        mode, place = rng.choice(["ranked", "ranked", "casual", "custom"]), rng.choice(MAPS)
        for j, p in enumerate(rng.sample(pool[:78], 6)):
            stats.append([700 + m, str(at), mode, place, p, "AB"[j % 2], rng.randrange(0, 23),
                          rng.choice([0, 1, 2, 3, 4, 5, 6, 8, 9, 11]), rng.randrange(0, 15),
                          rng.randrange(-29, 31) if mode == "ranked" else None])
    db_columns = "match_id INTEGER, played_at TEXT, mode TEXT, map TEXT, player INTEGER, team TEXT, k INTEGER, d INTEGER, a INTEGER, mmr_delta INTEGER"
    write_sqlite(f"{folder}/matches.sqlite", f"CREATE TABLE match_stats({db_columns});", {"match_stats": stats})

    bugs = []
    for i in range(64):
        nick = players[rng.randrange(26)][1]
        shown = rng.choice([nick, nick, nick.lower(), nick.upper(), f" {nick}", f"{nick}  "])
        bugs.append({"bug_id": 301 + i, "reporter": shown, "build": rng.choice(BUILDS),
                     "severity": rng.choice(["minor", "Minor", "MAJOR", "major", "Blocker", "blocker"]),
                     "text": rng.choice(BUGS) if rng.random() < 0.85 else None,
                     "created": str(moment(rng, "2024-09-01", "2024-11-30"))})
    write_ndjson(f"{folder}/bug_reports.ndjson", bugs)


def mutate_december(folder, rng):
    """Pending purchases are settled, one is gone from the export, new ones come."""
    header, rows = read_csv(f"{folder}/purchases.csv", delimiter=";")
    pending = [r for r in rows if r[5] == "pending"]
    for i, r in enumerate(pending[:12]):
        r[5] = "ok" if i % 3 else "refund"
    rows.remove(pending[14])
    buyers = list(range(1001, 1060))
    rows += [purchase(rng, 9331 + i, buyers, "2024-12-01", "2024-12-20") for i in range(15)]
    write_csv(f"{folder}/purchases.csv", header, rows, delimiter=";")


def mutate_nextday(folder, rng):
    """Six new bug reports; an old one got another text."""
    with open(f"{folder}/bug_reports.ndjson", encoding="utf-8") as f:
        bugs = [json.loads(line) for line in f]
    bugs[3]["text"] = "edited by support"
    bugs += [{"bug_id": 365 + i, "reporter": f"IronFox{i}", "build": "2.0.0-rc1", "severity": "major",
              "text": BUGS[i], "created": f"2024-12-0{1 + i} 10:20:0{i}"} for i in range(6)]
    write_ndjson(f"{folder}/bug_reports.ndjson", bugs)
