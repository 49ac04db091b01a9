"""A school with camelCase columns."""
from worldlib import *

FIRST = ["Ann", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gina", "Hans", "Ida", "Jack"]
LAST = ["Adams", "Baker", "Clark", "Davis", "Evans", "Frost", "Green", "Hill"]
SUBJECTS = ["Math", "Physics", "History", "English", "Biology"]


def make(folder, rng):
    classes = [["5A", "Mrs. Young", 5], ["5B", "Mr. Ross", 5], ["6A", "Mrs. Lind", 6],
               ["7A", "Mr. Khan", 7], ["8A", "Mrs. Bell", 8]]
    write_csv(f"{folder}/classes.csv", ["className", "homeroomTeacher", "gradeYear"], classes)
    students = [[f"ST{i:03d}", FIRST[i % 10], LAST[i // 10], classes[rng.randrange(4)][0],
                 day(rng, "2009-01-01", "2013-12-31"), rng.choice(["bus", "walk", "car"])]
                for i in range(80)]
    write_csv(f"{folder}/students.csv", ["studentId", "firstName", "lastName", "className",
                                         "birthDate", "transport"], students)
    write_csv(f"{folder}/grades.csv", ["studentId", "subject", "score", "gradedAt"],
              [[f"ST{rng.randrange(76):03d}", rng.choice(SUBJECTS), rng.randrange(35, 101),
                day(rng, "2023-09-04", "2024-05-28")] for _ in range(380)])
    absences = [[f"ST{rng.randrange(70):03d}", day(rng, "2023-09-04", "2024-05-28"),
                 rng.choice(["ill", "family", "", "truant"]), rng.randrange(1, 7)]
                for _ in range(120)]
    write_csv(f"{folder}/absences.csv", ["studentId", "absentOn", "reason", "hours"], absences)


def mutate_transfer(folder, rng):
    """Six pupils change class, two are new; nobody leaves."""
    header, rows = read_csv(f"{folder}/students.csv")
    for row in rng.sample(rows, 6):
        row[3] = "8A"
    rows += [["ST090", "Kai", "Moss", "6A", "2012-03-04", "bus"],
             ["ST091", "Lea", "Nash", "7A", "2011-08-09", "car"]]
    write_csv(f"{folder}/students.csv", header, rows)
