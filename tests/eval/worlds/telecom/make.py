"""Call records, gzipped, with abbreviated column names; phone numbers are text."""
from worldlib import *

REGIONS = ["North", "South", "Capital"]


def make(folder, rng):
    subs = []
    for i in range(50):
        subs.append([f"0790{rng.randrange(10**6, 10**7)}", f"Subscriber {i:02d}",
                     f"T{rng.randrange(1, 5):02d}", day(rng, "2019-01-01", "2023-12-31"),
                     rng.choice(REGIONS), rng.choice(["A", "A", "A", "B", "C"])])
    write_csv(f"{folder}/subscribers.csv", ["msisdn", "full_nm", "tariff_cd", "activ_dt",
                                            "region", "stat_cd"], subs)
    write_json(f"{folder}/tariffs.json", ["tariff_cd", "tariff_nm", "month_fee", "free_min"],
               [["T01", "Start", 5.0, 60], ["T02", "Talk", 9.5, 300], ["T03", "Max", 19.0, 1000],
                ["T04", "Family", 25.0, 2000], ["T05", "Archive", 3.0, 10]])
    calls = []
    for n in range(320):
        a, b = rng.sample(subs[:44], 2)
        seconds = rng.randrange(0, 1500) if rng.random() < 0.9 else 0
        calls.append([70001 + n, a[0], b[0], moment(rng, "2024-03-01", "2024-03-31"), seconds,
                      rng.choice(["VOICE", "VOICE", "VIDEO"]), f"{seconds * 0.0021:.2f}"])
    write_csv(f"{folder}/calls.csv.gz", ["call_id", "msisdn", "called_no", "start_ts", "dur_sec",
                                         "call_tp", "chrg_amt"], calls, compress=True)


def mutate_ported(folder, rng):
    """Five subscribers change tariff, three numbers are new."""
    header, rows = read_csv(f"{folder}/subscribers.csv")
    for row in rng.sample(rows, 5):
        row[2] = "T04" if row[2] != "T04" else "T01"
    rows += [[f"0799000000{n}", f"Ported {n}", "T02", "2024-04-02", "South", "A"]
             for n in range(3)]
    write_csv(f"{folder}/subscribers.csv", header, rows)
