"""A cinema chain: films, cinemas, halls, screenings, tickets, members of its club."""
from worldlib import *

TITLES = ["The Long Winter", "The Long Winter II", "Harbour Lights", "Paper Moon Cafe", "Nine Doors",
          "Salt and Iron", "Little Robots", "Little Robots 2", "Midnight Ferry", "The Beekeeper",
          "Glass Mountain", "A Quiet Verdict", "Red Lantern Street", "Orbit", "Orbit: Return",
          "Grandpa's Bakery", "Cold Trail", "The Last Cartographer", "Puddle Ducks", "Wolf Hour",
          "Summer Without Wi-Fi", "Static", "Velvet Rope", "North of Nowhere"]
CINEMAS = [[1, "Astoria", "Bristol", "1998-05-14"], [2, "Rialto", "Bristol", "2011-11-03"],
           [3, "Lumiere", "Bath", "2004-09-20"], [4, "Grand Rialto", "Exeter", "2016-02-26"],
           [5, "Odyssey", "Cardiff", "2019-12-06"], [6, "Paragon", "Cardiff", "1987-04-01"]]
NAMES = [("Nina", "Abbott"), ("Omar", "Blake"), ("Priya", "Chandra"), ("Ruth", "Dale"),
         ("Sam", "Ellis"), ("Tara", "Finch"), ("Umar", "Grant"), ("Vera", "Holt"),
         ("Will", "Ingram"), ("Yara", "Jones"), ("Zoe", "King")]


def make(folder, rng):
    films = []
    for i, title in enumerate(TITLES):
        films.append([f"FLM{i + 1:03d}", title, rng.choice(["en", "en", "fr", "ko", "es"]),
                      ["drama", "comedy", "thriller", "animation", "sci-fi"][i * 7 % 5],
                      82 + (i * 17) % 77, rng.choice(["PG", "12A", "15", "18", "18"]),
                      str(day(rng, "2023-01-06", "2024-02-23")),
                      None if i % 9 == 4 else rng.choice(["Northlight", "Cinebridge", "Blue Reel"])])
    write_json(f"{folder}/films.json", ["film_id", "title", "orig_lang", "genre", "runtime_min",
                                        "age_rating", "release_date", "distributor"], films)
    write_csv(f"{folder}/cinemas.csv", ["cinema_id", "cinema_name", "city", "opened_on"], CINEMAS)
    halls = []
    for cinema in CINEMAS:
        for n in range(1, rng.choice([3, 4, 5]) + 1):
            halls.append([len(halls) + 11, cinema[0], f"Hall {n}" if n > 1 else "Main hall",
                          rng.choice([64, 80, 120, 150, 200, 240, 310, 420]), rng.choice("YNN"),
                          rng.choice(["Dolby Atmos", "Dolby 7.1", ""])])
    write_csv(f"{folder}/halls.csv", ["hall_id", "cinema_id", "hall_name", "seats", "has_3d",
                                      "sound"], halls)
    screenings = []
    for i in range(130):
        d = day(rng, "2024-02-01", "2024-04-30")
        start = datetime.datetime(d.year, d.month, d.day, rng.randrange(10, 24), rng.choice([0, 15, 30, 45]))
        screenings.append([9001 + i, f"FLM{1 + rng.randrange(21):03d}", rng.choice(halls)[0],
                           str(start), rng.choice(["2D", "2D", "2D", "3D", "IMAX"]),
                           rng.choice(["dubbed", "subtitled", "original"]),
                           rng.choice(["held", "held", "held", "held", "cancelled", "private"]),
                           rng.choice([8, 9.5, 11, 12.5, 14])])
    write_csv(f"{folder}/screenings.csv", ["screening_id", "film_id", "hall_id", "starts_at", "format",
                                           "lang_version", "status", "base_price"], screenings)
    members = []
    for i in range(60):
        first, last = NAMES[i % 11][0], NAMES[(i * 3 + i // 11) % 11][1]
        members.append([f"MB{i + 1:04d}", first, last,
                        None if i % 6 == 3 else f"{first}.{last}{i}@mail.example".lower(),
                        rng.choice(["Bristol", "Bath", "Exeter", "Cardiff", "Newport"]),
                        rng.choice(["basic", "basic", "silver", "gold", "platinum"]),
                        str(day(rng, "2017-01-10", "2024-01-25")), rng.randrange(0, 2400),
                        rng.choice([True, False])])
    for copy, of in ((20, 4), (31, 4), (44, 12), (52, 25), (59, 46)):  # registered twice
        members[copy][1:4] = members[of][1:4]
    write_json(f"{folder}/members.json", ["member_id", "first_name", "last_name", "email", "city",
                                          "tier", "joined_on", "points", "newsletter"], members)
    tickets = []
    for i in range(300):
        s = rng.choice(screenings)
        paid = round(s[7] * rng.choice([1, 1, 0.9, 0.8, 0.5]), 2)
        sold = datetime.datetime.fromisoformat(s[3]) - datetime.timedelta(minutes=rng.randrange(5, 9000))
        tickets.append([70001 + i, s[0], f"MB{1 + rng.randrange(52):04d}" if rng.random() < 0.6 else None,
                        "ABCDEFGHJK"[rng.randrange(10)], rng.randrange(1, 19), f"{paid:.2f}",
                        rng.choice(["web", "app", "app", "box office", "kiosk"]), str(sold),
                        1 if rng.random() < 0.12 else 0])
    write_csv(f"{folder}/tickets.csv", ["ticket_id", "screening_id", "member_id", "seat_row",
                                        "seat_no", "price", "sales_channel", "sold_at", "refunded"],
              tickets)


def mutate_evening(folder, rng):
    """Further tickets are sold; two of the older ones have been given back meanwhile."""
    header, rows = read_csv(f"{folder}/tickets.csv")
    for row in (rows[40], rows[171]):
        row[8] = "0" if row[8] == "1" else "1"
    for i in range(14):
        rows.append([70301 + i, 9001 + rng.randrange(130), "" if i % 3 == 0 else f"MB{i + 2:04d}", "C",
                     i + 1, "11.00", rng.choice(["web", "app"]), f"2024-05-02 18:{10 + i}:00", 0])
    write_csv(f"{folder}/tickets.csv", header, rows)
