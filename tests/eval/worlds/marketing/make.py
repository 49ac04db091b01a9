"""Leads as they come from web forms: blanks around, mixed case, missing values, repeated emails,
dates as day/month/year; besides campaigns and what they cost a day."""
from worldlib import *

FIRST = ["John", "Mary", "Paul", "Lucy", "Omar", "Tess", "Igor", "Nina"]
LAST = ["Smith", "Jones", "Karim", "Petrov", "Wang", "Dupont"]


def blurred(rng, text):
    text = rng.choice([text, text, text.upper(), text.capitalize()])
    return rng.choice([text, text, " " + text, text + " ", f" {text} "])


def make(folder, rng):
    leads = []
    for i in range(150):
        first, last = rng.choice(FIRST), rng.choice(LAST)
        email = f"{first}.{last}@mail.test".lower()
        signed = day(rng, "2023-11-01", "2024-05-31")
        leads.append([i + 1, blurred(rng, f"{first} {last}") if rng.random() < 0.97 else "",
                      blurred(rng, email) if rng.random() < 0.9 else "",
                      blurred(rng, rng.choice(["google", "facebook", "referral"])),
                      blurred(rng, rng.choice(["paid", "trial", "churned"]))
                      if rng.random() < 0.92 else "",
                      signed.strftime("%d/%m/%Y"),
                      rng.randrange(1, 60) if rng.random() < 0.85 else "",
                      datetime.datetime(2024, 6, 1) + datetime.timedelta(minutes=37 * i % 9973)])
    write_csv(f"{folder}/leads.csv", ["lead_id", "full_name", "email", "source", "status",
                                      "signup_date", "seats", "updated_at"], leads)
    campaigns = [[f"C{i}", n, c, f"2024-0{1 + i % 4}-01", f"2024-0{2 + i % 4}-28", b]
                 for i, (n, c, b) in enumerate([
                     ("Spring sale", "search", 9000), ("Retargeting", "display", 4000),
                     ("Brand video", "video", 12000), ("Newsletter push", "email", 800),
                     ("Partner promo", "search", 5000), ("Autumn teaser", "display", 3000)])]
    write_csv(f"{folder}/campaigns.csv",
              ["campaign_id", "campaign_name", "channel", "start_date", "end_date", "budget"],
              campaigns)
    spend = []
    for i in range(180):
        shown = rng.randrange(800, 20000)
        spend.append([str(datetime.date(2024, 1, 1) + datetime.timedelta(days=i % 90)),
                      f"C{rng.randrange(5)}", shown, rng.randrange(5, shown // 20),
                      money(rng, 5, 180)])
    write_csv(f"{folder}/spend.csv", ["spend_date", "campaign_id", "impressions", "clicks",
                                      "cost"], spend)
