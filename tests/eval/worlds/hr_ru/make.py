"""Кадры: русские имена файлов и столбцов, даты дд.мм.гггг, табельные номера с ведущими нулями."""
from worldlib import *

FAMILY = ["Иванов", "Петров", "Сидоров", "Кузнецов", "Смирнов", "Попов", "Лебедев", "Козлов",
          "Новиков", "Морозов", "Волков", "Соловьёв", "Зайцев", "Павлов", "Орлов"]
MEN = [("Иван", "Петрович"), ("Сергей", "Олегович"), ("Павел", "Ильич"), ("Олег", "Юрьевич")]
WOMEN = [("Анна", "Сергеевна"), ("Мария", "Павловна"), ("Ольга", "Ивановна"), ("Елена", "Львовна")]
DEPARTMENTS = {"Бухгалтерия": ["Бухгалтер", "Главный бухгалтер"],
               "Продажи": ["Менеджер", "Старший менеджер"],
               "Разработка": ["Программист", "Тестировщик", "Аналитик"],
               "Склад": ["Кладовщик", "Водитель"], "Кадры": ["Инспектор"]}
CITIES = ["Москва", "Казань", "Санкт-Петербург", "Новосибирск"]
KINDS = ["ежегодный", "ежегодный", "учебный", "без содержания"]


def make(folder, rng):
    people = []
    for i in range(90):
        man = rng.random() < 0.5
        first, second = rng.choice(MEN if man else WOMEN)
        family = rng.choice(FAMILY) + ("" if man else "а")
        department = rng.choice(list(DEPARTMENTS))
        hired = day(rng, "2016-01-11", "2024-05-31")
        left = None
        if rng.random() < 0.2:
            left = hired + datetime.timedelta(days=rng.randrange(90, 900))
            left = left if left <= datetime.date(2024, 8, 31) else None
        people.append([f"{17 + i * 3:05d}", f"{family} {first} {second}", "М" if man else "Ж",
                       department, rng.choice(DEPARTMENTS[department]),
                       rng.randrange(450, 2600) * 100 + i, ru_date(hired), ru_date(left),
                       rng.choice(CITIES)])
    write_csv(f"{folder}/сотрудники.csv",
              ["Табельный номер", "ФИО", "Пол", "Отдел", "Должность", "Оклад", "Дата приёма",
               "Дата увольнения", "Город"], people)
    write_csv(f"{folder}/отделы.csv", ["Отдел", "Руководитель", "Бюджет", "Этаж"],
              [[d, rng.choice(people)[1], rng.randrange(20, 90) * 100000, n + 1]
               for n, d in enumerate(list(DEPARTMENTS) + ["Маркетинг"])])
    holidays = []
    for _ in range(150):
        start = day(rng, "2024-01-09", "2024-11-30")
        days = rng.choice([7, 14, 14, 28, 3])
        holidays.append([people[rng.randrange(75)][0], rng.choice(KINDS), ru_date(start),
                         ru_date(start + datetime.timedelta(days=days - 1)), days])
    write_csv(f"{folder}/отпуска.csv", ["Таб. №", "Вид отпуска", "Начало", "Конец", "Дней"],
              holidays)


def mutate_raise(folder, rng):
    """Десяти сотрудникам подняли оклад, трое приняты."""
    header, rows = read_csv(f"{folder}/сотрудники.csv")
    for row in rng.sample(rows, 10):
        row[5] = str(int(row[5]) + 10000)
    for n in range(3):
        rows.append([f"{900 + n:05d}", f"Новиков Новый{n} Ильич", "М", "Склад", "Водитель",
                     str(60000 + n), "02.09.2024", "", "Казань"])
    write_csv(f"{folder}/сотрудники.csv", header, rows)
