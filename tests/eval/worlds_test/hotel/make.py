"""A hotel's bookings, guests, rooms."""
from worldlib import *

NATIONS = ["British", "German", "French", "Dutch", "Polish"]
TYPES = ["single", "double", "suite", "family"]


def make(folder, rng):
    write_json(f"{folder}/guests.json", ["guest_id", "guest_name", "nationality", "vip"],
               [[i + 1, f"Guest {chr(65 + i % 26)}{i}", rng.choice(NATIONS), rng.random() < 0.2]
                for i in range(60)])
    rooms = [[100 * (1 + i // 6) + i % 6 + 1, TYPES[i % 4], 1 + i // 6, rng.choice("YN")]
             for i in range(24)]
    write_csv(f"{folder}/rooms.csv", ["room_no", "room_type", "floor", "sea_view"], rooms)
    rows = []
    for n in range(160):
        came, nights = day(rng, "2024-04-01", "2024-08-20"), rng.randrange(1, 10)
        rate = rng.randrange(60, 320)
        rows.append([f"BK-{n:04d}", rng.randrange(1, 53), rooms[rng.randrange(22)][0], came,
                     came + datetime.timedelta(days=nights), nights, f"{rate}.{n % 100:02d}",
                     rng.choice(["booking.com", "direct", "phone", "agency"]),
                     rng.choice(["yes", "no", "no", "no", "no"]),
                     rng.choice(["", "late arrival", "extra bed", ""])])
    write_csv(f"{folder}/bookings.csv", ["booking_ref", "guest_id", "room_no", "check_in",
                                         "check_out", "nights", "nightly_rate", "channel",
                                         "cancelled", "remarks"], rows)


def mutate_late_changes(folder, rng):
    """Seven bookings are cancelled, nine are new."""
    header, rows = read_csv(f"{folder}/bookings.csv")
    for row in rng.sample([r for r in rows if r[8] == "no"], 7):
        row[8] = "yes"
    for n in range(9):
        rows.append([f"BK-{200 + n}", "3", "101", "2024-08-25", "2024-08-27", "2", f"99.{n:02d}",
                     "direct", "no", ""])
    write_csv(f"{folder}/bookings.csv", header, rows)
