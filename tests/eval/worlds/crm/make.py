"""A sales CRM in SQLite with declared foreign keys; a contact may lack an email, a deal an end."""
from worldlib import *

DDL = """
CREATE TABLE companies(id INTEGER PRIMARY KEY, name TEXT NOT NULL, industry TEXT, country TEXT,
                       employees INTEGER);
CREATE TABLE users(id INTEGER PRIMARY KEY, full_name TEXT, team TEXT);
CREATE TABLE contacts(id INTEGER PRIMARY KEY, company_id INTEGER REFERENCES companies(id),
                      first_name TEXT, last_name TEXT, email TEXT, phone TEXT);
CREATE TABLE deals(id INTEGER PRIMARY KEY, company_id INTEGER REFERENCES companies(id),
                   owner_id INTEGER REFERENCES users(id), title TEXT, stage TEXT,
                   value REAL, opened_on TEXT, closed_on TEXT);
CREATE TABLE activities(id INTEGER PRIMARY KEY, deal_id INTEGER REFERENCES deals(id), kind TEXT,
                        happened_at TEXT, minutes INTEGER);
"""
NAMES = ["Acme", "Globex", "Initech", "Umbrella", "Hooli", "Stark", "Wayne", "Wonka", "Tyrell",
         "Cyberdyne", "Soylent", "Massive", "Vandelay", "Dunder", "Pied Piper", "Gringotts",
         "Oceanic", "Bluth", "Sterling", "Monarch"]
STAGES = ["lead", "qualified", "proposal", "won", "won", "lost"]


def make(folder, rng):
    companies = [(i + 1, n, rng.choice(["Software", "Retail", "Energy", "Media"]),
                  rng.choice(["UK", "Germany", "Canada", "Japan"]), rng.randrange(8, 5000))
                 for i, n in enumerate(NAMES)]
    users = [(i + 1, n, t) for i, (n, t) in enumerate(
        [("Alice Moor", "North"), ("Bob Reed", "North"), ("Chen Li", "South"),
         ("Dina Kurt", "South"), ("Egor Popov", "East")])]
    contacts = []
    for i in range(60):
        first, last = rng.choice(["Kim", "Lee", "Pat", "Sam", "Alex"]), f"{rng.choice(NAMES)}son"
        email = f"{first}.{last}{i}@mail.test".lower().replace(" ", "")
        contacts.append((i + 1, rng.randrange(1, 19), first, last,
                         email if rng.random() < 0.85 else None, f"555-{i:04d}"))
    deals = []
    for i in range(130):
        opened, stage = day(rng, "2023-01-10", "2024-06-20"), rng.choice(STAGES)
        closed = (opened + datetime.timedelta(days=rng.randrange(5, 120))
                  if stage in ("won", "lost") else None)
        deals.append((i + 1, rng.randrange(1, 18), rng.randrange(1, 5), f"Deal {i + 1}", stage,
                      rng.randrange(500, 90000) + rng.randrange(100) / 100, str(opened),
                      str(closed) if closed else None))
    activities = [(i + 1, rng.randrange(1, 110), rng.choice(["call", "email", "meeting"]),
                   str(moment(rng, "2024-01-01", "2024-06-30")), rng.randrange(2, 90))
                  for i in range(250)]
    write_sqlite(f"{folder}/crm.db", DDL, {"companies": companies, "users": users,
                                           "contacts": contacts, "deals": deals,
                                           "activities": activities})


def mutate_quarter(folder, rng):
    """Some deals move on, fifteen are new."""
    db = sqlite3.connect(f"{folder}/crm.db")
    db.execute("UPDATE deals SET stage='won', closed_on='2024-07-15' WHERE stage='proposal'")
    for i in range(15):
        db.execute("INSERT INTO deals VALUES (?,?,?,?,?,?,?,?)",
                   (131 + i, rng.randrange(1, 18), rng.randrange(1, 5), f"Deal {131 + i}", "lead",
                    1000.0 + i, "2024-07-10", None))
    db.commit()
    db.close()
