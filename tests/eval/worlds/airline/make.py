"""An airline: airports, fleet, flights with delays, tickets and passengers in the reservation system, agencies."""
from worldlib import *

AIRPORTS = [("LED", "Pulkovo", "Saint Petersburg", "RU"), ("SVO", "Sheremetyevo", "Moscow", "RU"), ("KZN", "Kazan", "Kazan", "RU"), ("AER", "Adler", "Sochi", "RU"),
            ("OVB", "Tolmachevo", "Novosibirsk", "RU"), ("IST", "Istanbul", "Istanbul", "TR"), ("AYT", "Antalya", "Antalya", "TR"), ("EVN", "Zvartnots", "Yerevan", "AM"),
            ("TBS", "Shota Rustaveli", "Tbilisi", "GE"), ("DXB", "Dubai Intl", "Dubai", "AE"), ("BEG", "Nikola Tesla", "Belgrade", "RS")]
ROUTES = [(411, "LED", "SVO", 85), (412, "SVO", "LED", 85), (421, "LED", "KZN", 120), (422, "KZN", "LED", 125), (433, "SVO", "AER", 210), (434, "AER", "SVO", 215),
          (501, "LED", "IST", 235), (502, "IST", "LED", 240), (511, "SVO", "AYT", 265), (512, "AYT", "SVO", 270), (521, "SVO", "EVN", 190), (522, "EVN", "SVO", 195),
          (531, "SVO", "TBS", 185), (532, "TBS", "SVO", 180), (541, "KZN", "DXB", 290), (542, "DXB", "KZN", 300), (451, "SVO", "OVB", 240), (452, "OVB", "SVO", 250)]
FLEET = [("RA-73021", "A320", 168), ("RA-73022", "A320", 168), ("RA-73040", "A321", 220), ("RA-73041", "A321", 220), ("RA-89012", "SSJ-100", 98), ("RA-89013", "SSJ-100", 98),
         ("RA-89020", "SSJ-100", 98), ("RA-73110", "B738", 189), ("RA-73111", "B738", 189), ("RA-73112", "B738", 189), ("VP-BXY", "A320", 174), ("RA-89030", "SSJ-100", 98)]
CODES = [("11", "Passenger error", "PAX"), ("15", "Late boarding", "PAX"), ("32", "Loading late", "HANDLING"), ("36", "Fuelling", "HANDLING"), ("41", "Aircraft defect", "TECH"),
         ("46", "Aircraft change", "TECH"), ("71", "Weather at departure", "WEATHER"), ("72", "Weather at destination", "WEATHER"), ("81", "ATC flow", "ATC"), ("93", "Late arrival of aircraft", "REACTIONARY")]
LAST = ["IVANOV", "PETROV", "SIDOROV", "OZTURK", "SARGSYAN", "BERIDZE", "JOVANOVIC", "SMIRNOV", "VOLKOV", "AKHMETOV", "FEDOROV", "LEBEDEV", "YILMAZ"]
FIRST = ["IVAN", "ANNA", "MEHMET", "ARAM", "NINO", "MILAN", "OLGA", "PAVEL", "ELENA"]
WOMEN = {"ANNA", "NINO", "OLGA", "ELENA"}
FLIGHT_HEADER = ["flt_id", "flt_no", "dep", "arr", "std", "sta", "atd", "ata", "tail", "status", "dly_cd"]


def flight(rng, i, when, known=True):
    no, dep, arr, minutes = ROUTES[i % 18]
    std = datetime.datetime.combine(when, datetime.time((i * 7 + 3) % 24, (i * 25) % 60 // 5 * 5))
    sta = std + datetime.timedelta(minutes=minutes)
    row = [10001 + i, f"ZX{no}", dep, arr, std, sta, None, None, FLEET[rng.randrange(10)][0], "scheduled", None]
    if known:
        row[9] = "cancelled" if rng.random() < 0.13 else "flown"
    if row[9] == "flown":
        late = rng.choice([0, 0, 0, 0, -3, 4, 9, rng.randrange(16, 60), rng.randrange(16, 60), rng.randrange(61, 260)])
        row[6] = std + datetime.timedelta(minutes=late)
        row[7] = row[6] + datetime.timedelta(minutes=minutes + rng.randrange(-12, 15))
        row[10] = rng.choice(CODES)[0] if late > 15 else None
    return row


def make(folder, rng):
    write_csv(f"{folder}/airports.csv", ["iata", "apt_name", "city", "country"], AIRPORTS)
    write_json(f"{folder}/fleet.json", ["reg", "ac_type", "seats", "built", "leased"],
               [[reg, kind, seats, rng.randrange(2006, 2022), i % 3 == 0] for i, (reg, kind, seats) in enumerate(FLEET)])
    write_csv(f"{folder}/delay_codes.csv", ["code", "reason", "grp"], CODES)
    start = datetime.date(2024, 9, 1)
    flights = [flight(rng, i, start + datetime.timedelta(days=i * 91 // 300)) for i in range(300)]
    for f in flights:                         # one aircraft is grounded from November
        if f[8] == FLEET[9][0] and f[4] >= datetime.datetime(2024, 11, 1):
            f[8] = FLEET[3][0]
    write_csv(f"{folder}/flights.csv", FLIGHT_HEADER, flights)

    pax = []
    for i in range(110):
        first = FIRST[i % 9]
        women = first in WOMEN
        last = LAST[i % 13] + ("A" if women and LAST[i % 13].endswith("OV") else "")
        title = ("", " MRS" if women else " MR", " MISS" if women else " MR")[i % 3] if i % 5 else ""
        mail = "" if i % 6 == 4 else f"{first}.{last}{i}@mail.com".lower()
        if i % 8 == 1:
            mail = mail.upper()
        pax.append([i + 1, (" " if i % 10 == 7 else "") + last, first + title, day(rng, "1950-01-01", "2019-12-01"), mail,
                    f"ZX{70000 + i * 31}" if i % 3 != 1 else "", ["", "blue", "silver", "gold"][1 + i % 7 % 3] if i % 3 != 1 else ""])
    for k, i in enumerate((3, 20, 33, 50, 61, 80, 92)):     # the same persons once more, the mailbox typed otherwise
        again = list(pax[i])
        again[0], again[4], again[5], again[6] = 111 + k, again[4].upper() if k % 2 else again[4].capitalize(), "", ""
        pax.append(again)
    write_csv(f"{folder}/_raw/pax.csv", ["pax_id", "last_nm", "first_nm", "dob", "email", "ff_no", "ff_tier"], pax)

    tickets, number = [], 0
    while len(tickets) < 640:
        number += 1
        pnr = "".join(rng.choice("ABCDEFGHKLMNPQRSTVWXYZ23456789") for _ in range(6))
        f = rng.choice(flights)
        for p in rng.sample([x for x in range(1, 118) if x % 8 != 7], rng.choice([1, 1, 1, 2, 2, 3, 4, 5])):
            cls = rng.choice(["Y", "Y", "Y", "Y", "B", "M", "C", "J"])
            tickets.append([f"555-{2400000 + len(tickets)}", pnr, f[0], p, cls, f"{rng.randrange(3500, 24000) * (3 if cls in 'CJ' else 1) / 100:.2f}",
                            "refunded" if f[9] == "cancelled" or rng.random() < 0.05 else "no-show" if rng.random() < 0.04 else "used",
                            f[4].replace(hour=rng.randrange(24), minute=rng.randrange(60)) - datetime.timedelta(days=rng.randrange(2, 80))])
    tickets[201][2], tickets[201][6] = 99999, "refunded"      # a flight that is nowhere
    write_csv(f"{folder}/_raw/tickets.csv", ["tkt_no", "pnr", "flt", "pax_id", "fare_cls", "price_eur", "status", "bought_at"], tickets)

    sold = [t for t in tickets if rng.random() < 0.4]
    for name, part in (("2024H1", sold[::2]), ("2024H2", sold[1::2])):
        write_csv(f"{folder}/agents_{name}.tsv", ["ticket", "agency", "comm_pct", "channel"],
                  [[t[0], rng.choice(["Biletix", "Aviasales", "OneTwoTrip", "Anatolia Tours", "Caucasus Travel"]), rng.choice([3, 4, 5, 7.5]), rng.choice(["web", "office", "gds"])]
                   for t in part], delimiter="\t")


def mutate_next_day(folder, rng):
    """The schedule of the following days comes, delays of yesterday are corrected, September is no longer exported."""
    header, rows = read_csv(f"{folder}/flights.csv")
    for i in (280, 286, 291, 297):
        rows[i][9], rows[i][6], rows[i][7], rows[i][10] = "cancelled", "", "", ""
    rows[295][8] = FLEET[11][0]
    rows = rows[95:] + [flight(rng, 300 + i, datetime.date(2024, 12, 1 + i // 4), known=i < 6) for i in range(15)]
    write_csv(f"{folder}/flights.csv", header, rows)
