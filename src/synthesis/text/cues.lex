# Words that say what to do with the data. One cue a line: `id: English phrases | Russian phrases`; grammar as in concepts.lex.
# Phrases are matched by stems; `=` in front of a phrase asks for exactly these words. A word may be a cue and a concept at once: the parser decides by what stands around it.

# --- aggregates
sum: sum, sum of, =total, total of, =totals, sum up, add up, =summed, overall, in total, aggregate | сумма, сумму, суммарный, просуммируй, сложи, итог, итого, общая сумма, суммируй, в сумме, суммарно
avg: average, avg, mean, on average | средний, среднее, в среднем, среднее значение, усредни
count: count, =count of, number of, how many, amount of rows, quantity of, =no of, =num, =cnt, =#, count up | количество, кол-во, число, сколько, посчитай количество, подсчитай количество, численность, штук, колво
min: min, minimum, smallest, lowest, earliest, least | минимум, минимальный, наименьший, самый маленький, самый ранний, самый низкий
max: max, maximum, largest, highest, biggest, greatest | максимум, максимальный, наибольший, самый большой, самый высокий, самый крупный
median: median | медиана, медианный
stddev: standard deviation, stddev | стандартное отклонение
distinct: distinct, unique, different, =uniq | уникальный, различный, разный, неповторяющийся
share: share, percentage, percent, proportion, fraction, share of total | доля, процент, удельный вес

# --- grouping and time buckets
group_by: =per, for each, =each, for every, grouped by, group by, broken down by, breakdown by, split by, =each, within each, in each, in every | в разрезе, с разбивкой по, с группировкой по, группируя по, сгруппируй по, для каждый, по каждый, на каждый, в каждый, с каждый, за каждый, разбей по, у каждый, каждый, каждого, среди каждый
by: =by | =по
bucket_day: daily, per day, by day, each day, day by day, every day | по дням, ежедневный, за день, в день, подневно, посуточно, по суткам
bucket_week: weekly, per week, by week, each week | по неделям, еженедельный, понедельно, за неделю, в неделю
bucket_month: monthly, per month, by month, each month, month by month | по месяцам, ежемесячный, помесячно, помесячный, за месяц, в месяц
bucket_quarter: quarterly, per quarter, by quarter, each quarter | по кварталам, ежеквартальный, поквартально, поквартальный
bucket_year: yearly, per year, by year, annually, annual, each year | по годам, ежегодный, погодовой, в год, за год
bucket_hour: hourly, per hour, by hour, each hour | по часам, почасовой, ежечасный
unit_day: =day, =days, =date | =день, =дня, =дней, =дни, =дням, =сутки
unit_week: =week, =weeks | =неделя, =неделю, =недели, =недель, =неделям
unit_month: =month, =months | =месяц, =месяца, =месяцев, =месяцам, =месяце, =месяцы, =месяцах
unit_quarter: =quarter, =quarters | =квартал, =квартала, =кварталам, =квартале, =кварталы
unit_year: =year, =years | =год, =года, =лет, =годам, =году, =годах
unit_hour: =hour, =hours | =час, =часа, =часов, =часам

# --- comparisons
more_than: more than, greater than, over, =more, above, exceeding, exceeds, =>, bigger than, larger than, higher than, greater, upwards of | больше, более, свыше, выше, превышает, больше чем, более чем, превышающий
less_than: less than, =fewer, lower, under, below, =<, fewer than, smaller than, lower than | меньше, менее, ниже, меньше чем, менее чем
at_least: at least, =>=, no less than, not less than, or more, minimum of, =≥, from | не менее, не меньше, как минимум, хотя бы, минимум, не ниже, =≥
at_most: at most, =<=, no more than, not more than, up to, or less, =≤, not exceeding | не более, не больше, максимум, не выше, не превышает, =≤
equal: equals, equal to, =is, =are, =was, ===, ==, =\=, same as | равен, равно, равняется, ===, ==
not_equal: not equal to, =!=, =<>, is not, are not, isn't, aren't, differs from, other than | не равен, не равно
between: between, in the range, ranging from, in range | между, в диапазоне, в пределах, в интервале
contains: contains, containing, including, with the word, that contain, has in it, like | содержит, содержащий, со словом, содержится, включает
starts_with: starts with, starting with, beginning with, begins with | начинается на, начинается с, начинающийся на, начинающийся с
ends_with: ends with, ending in, ending with | заканчивается на, оканчивается на, заканчивающийся на
pricier: more expensive than, dearer than, costlier than | дороже, дороже чем
cheaper: cheaper than | дешевле, дешевле чем
older: older than | старше, старше чем
heavier: heavier than, heavier | тяжелее, тяжелее чем
lighter: lighter than, lighter | легче, легче чем
longer: longer than, longer | длиннее, дольше, длительнее
shorter: shorter than, shorter | короче, короче чем
younger: younger than | младше, моложе, младше чем
before: before, prior to, earlier than, until | =до, раньше, ранее, перед, до начала
after: after, later than | после, позже, позднее
since: since, starting from, from, as of, beginning | начиная с, =с, =со, с начала
during: during, =in, =on, =for, =within, =at | =в, =во, =за, =на, в течение
=empty: empty

# --- logic
and: =and, =&, as well as, plus | =и, а также, плюс
or: =or | =или, либо
not: =not, =no, =non, isn't, don't, doesn't | =не, =нет
except: except, except for, excluding, but not, =besides, =other than, apart from, leave out | кроме, за исключением, исключая, исключи, кроме как, помимо
without: without, with no, having no, lacking, who have no, that have no, which have no, that do not have, who do not have | =без, не имеющий, у которых нет, отсутствует, отсутствующий
is_null: empty, blank, missing, null, is null, not set, unknown, not specified, not filled, unset | пустой, не заполнен, не указан, отсутствует, не задан, нулл, незаполненный, не известен, не проставлен
not_null: not null, not empty, is set, filled, non-empty, non-null, present, specified, known, filled in | заполнен, не пустой, непустой, указан, задан, проставлен, известен
never: never, not once, have not, has not, haven't, hasn't, did not, didn't | никогда, ни разу, ни одного, нет ни одного, ни один

# --- order and limits
order_by: sorted by, sort by, order by, ordered by, sorted, ordered, sort, in order of, arranged by, ranked by | отсортируй по, упорядочи по, сортировка по, отсортированный по, с сортировкой по, упорядоченный по, отсортируй, упорядочи, сортируй, сортируй по, в порядке
desc: descending, desc, largest first, highest first, biggest first, newest first, latest first, most recent first, in descending order, from largest to smallest, decreasing, from high to low, most expensive first | по убыванию, убывание, от большего к меньшему, в порядке убывания, сначала большие, сначала новые, новые сверху, от новых к старым, сначала самые большие, по убывающей
asc: ascending, asc, smallest first, lowest first, oldest first, in ascending order, increasing, alphabetically, from low to high, cheapest first | по возрастанию, возрастание, от меньшего к большему, в порядке возрастания, по алфавиту, сначала старые, от старых к новым
top: top, best, leading, biggest, largest, highest, greatest | топ, лучший, крупнейший, самый крупный, наибольший, самый большой, самый высокий, топовый
bottom: bottom, worst, smallest, lowest, least | худший, наименьший, самый маленький, самый низкий
first: first | первый
latest: latest, most recent, newest, last, freshest | последний, свежий, самый свежий, новейший, самый новый, самый последний
earliest: earliest, oldest, first | самый ранний, самый старый, самый первый
most: =most, the most | больше всего, больше всех, чаще всего, наиболее, самый
fewest: =least, fewest, the least | меньше всего, меньше всех, реже всего, наименее
limit: limit, only the first, no more than rows, take | ограничь, не более строк, возьми
rows: rows, records, =lines, entries, receipts | строка, запись, строчка

# --- shaping
select: show, list, give, get, return, output, keep only the columns, columns, column, fields, field, only columns, with columns, take the columns, select | покажи, выведи, столбец, колонка, поле, выбери, поля, колонки, только поля, только колонки, столбцы, показать, вывести
only: only, just, keep, keep only, leave, leave only, filter, restrict to, limited to | только, оставь, оставить, лишь, оставь только, отбери, отфильтруй, отобрать, нужны только, исключительно
where: where, =for which, whose, which, who, that, with, having, such that, in which, if, =when | где, который, у который, с, со, когда, если, чей, имеющий
all: all, every, everything, entire, whole, any | все, всех, весь, целиком, полностью, любой, всё
join: join, combine, merge with, enrich, together with, match, link, add from, joined with, lookup, look up, attach, along with, with their, augment, bring in | соедини, объедини с, сджойни, джойн, обогати, вместе с, свяжи, сопоставь, присоедини, приджойни, дополни, подтяни, добавь из, соединить, склей с
on_key: on, using, by key, on key, matching on, via | по ключу, по полю, по столбцу, по колонке, по совпадению
union: union, append together, stack, concatenate, concat, all together, into one, put together, combine all, merge all | объедини, сложи вместе, склей, в один, соедини все, собери все, слей, собери вместе, объединить
pivot: pivot, cross tab, crosstab, in columns, as columns, a column for each, one column per, column per, columns for each | сводный, сводная таблица, разверни, по столбцам, в столбцы, в колонках, в столбцах, по колонкам, столбец на каждый, =колонками, =столбцами
dedup: deduplicate, dedupe, without duplicates, remove duplicates, drop duplicates, no duplicates, one row per, one per, de-duplicate, unique by, dedup, distinct by, eliminate duplicates, get rid of duplicates | без дублей, убери дубли, удали дубли, дедуплицируй, убери дубликаты, удали дубликаты, без дубликатов, без повторов, одна строка на, по одной строке на, дедупликация, убери повторы, уникальный по, без повторяющихся, почисти дубли, по одной записи на
rename: rename, call it, call, named, as | переименуй, назови, под именем, переименовать, назвать, названный
drop_column: drop column, remove column, without column, drop the column, leave out column, without the column, drop, remove, omit, delete column | удали столбец, убери столбец, без столбца, убери колонку, удали колонку, без колонки, без поля, убери поле, удали поле, убери, удали, выкинь, исключи поле
drop_rows: drop rows, remove rows, discard rows, drop those, throw away rows, throw out, delete rows, skip rows, exclude rows, filter out, drop records, remove records | удали строки, убери строки, выкинь строки, исключи строки, отбрось строки, отбрось, выброси, пропусти строки, убери записи, удали записи
fill: fill, replace empty, replace missing, replace nulls, fill in, fill missing, fill empty, default, impute, coalesce, set missing, substitute | заполни, замени пустые, заполни пустые, подставь, вместо пустых, замени null, заполнить, заменить пустые, проставь
with_value: =with, =by, =to | =на, =значением, =нулем, =нулями
trim: trim, strip, trim spaces, strip spaces, remove spaces, trimmed, strip whitespace, trim whitespace, remove whitespace, clean spaces | обрежь пробелы, убери пробелы, без пробелов, удали пробелы, обрезать пробелы, лишние пробелы, убери лишние пробелы, подрежь пробелы
lower: lowercase, lower case, to lower case, in lower case, lowercased, lower-case, lower | нижний регистр, в нижнем регистре, к нижнему регистру, в нижний регистр, маленькими буквами, строчными буквами, строчными
upper: uppercase, upper case, to upper case, in upper case, capitals, uppercased, upper-case, upper | верхний регистр, в верхнем регистре, к верхнему регистру, в верхний регистр, заглавными буквами, большими буквами, прописными
cast: cast, convert to, as type, parse as, turn into, to type, as integer, to number, as number, make numeric | приведи к, преобразуй в, к типу, в число, к числу, привести к, сделай числом, преобразовать
round: round, rounded, round to | округли, округленный, округлить, округлив
times: times, multiplied by, multiply by, =*, =x, =×, multiply | умножить на, умножь на, умноженный на, =*, =×, помножить на, помноженный на, на умножить
divided: divided by, =/, over, divide by | разделить на, деленный на, поделить на, =/, делить на
minus: minus, less, =-, subtract, difference between | минус, вычесть, разница между, разность
plus_op: =+, added to | сложить с, =+
year_of: year of, year from | год из, год от
month_of: month of, month from | месяц из, месяц от
zero_too: including those with none, even if zero, with zero, including zero, including ones without | включая тех, в том числе с нулем, даже если ноль, с нулем, включая нулевые, в том числе нулевые
as_name: =as, named, call it, called, under the name | =как, под названием, под именем, назови, с именем, назвать

# --- words without content of their own
noise: =the, =a, =an, =of, =please, pls, =i, =we, =me, =my, =our, =us, =you, =your, want, need, would like, could you, can you, =kindly, =also, =then, =there, =it, =its, =their, =them, =these, =those, =this, =they, =be, =been, =being, =do, =does, =did, =have, =has, =had, =will, =shall, =should, =so, =from, =into, =to, =data, dataset, =file, =table, =result, results, =together, =using, =use, make, create, build, compute, calculate, produce, prepare, find, =one, =ones, =just, =now, =let, =lets, =new, =value, values, =information, =info, =report, =some, =thanks, =thank, =hi, =hello, =and, =s, =what, =which, =is, =are, =in, =out, =up, =every, =both, =respectively, =across, =along, =overall, =resulting, =named, given, =like, =see, =take, =put, load, copy, read, =but, =too, =anything, =something | =пожалуйста, =мне, =нам, =нужен, =нужна, =нужны, =нужно, =надо, =хочу, =хотим, =бы, =сделай, =посчитай, =подсчитай, =вычисли, =рассчитай, =построй, =подготовь, =получи, =найди, =из, =от, =к, =ко, =о, =об, =а, =но, =то, =же, =ли, =это, =этот, =эти, =этого, =их, =его, =ее, =они, =он, =она, =там, =тут, =здесь, =так, =потом, =затем, =также, =еще, =уже, =результат, =данные, =данных, =файл, =файла, =таблица, =таблицу, =таблицы, =будь, =добр, =можешь, =можно, =давай, =прошу, =просьба, =спасибо, =привет, =отчет, =информация, =информацию, =значение, =значения, =и, =в, =во, =на, =при, =для, =чтобы, =что, =как, =какой, =какие, =каков, =была, =был, =были, =есть, =возьми, =загрузи, =скопируй, =прочитай, =собери, =сформируй, =создай, =вместе, =соответственно, =который, =которые, =свой, =свои, =сразу, =просто, =теперь, =тоже, =нас, =наш, =наши, =наших, =одну, =один, =одна, =кто, =чего, =бывает, сохрани, сохранить, сохраняй, запиши, записать, записывай, выгрузи, выгрузить, выгружать, выгружай, выгрузка, переложи, переложить, конвертируй, сконвертируй, экспортируй, залей, положи, клади, храни, перевести, переведи, вывод, =файлы, =файлов, =файле, =файлом, =csv, =tsv, =parquet, =json, =ndjson, =duckdb, =sqlite, =utf-8, =базы, =базу, =базе, =бд, =добрый день, =здравствуйте, =подскажите, =заранее, =нужен файл, =у нас, =мы, =каждый запуск, =при каждом запуске, =при этом, =включительно, =рублей, =руб, =тут, =целиком, =полностью, =всего, =же, =вот, =туда, =оттуда, =общий, =общая, =общем, =отдельно, =каждое, =тех, =том, =той, =самого, =чтоб, save, store, write, export, dump, convert, =files, =tell, =csv, =parquet, =json, =every time it runs, =each time it runs, =each run, =every run, =called, =inclusive, =inclusively, =good morning, =good day, =their own, =as well, =of course, =please, =each of them, =appear, =appears, =there are, =were, =was, =place, =placed, =время, =шт, =штук, =yet, =still, =them all, перегони, перегнать, загружай, загрузить, загрузка, обнови файл, пересчитай, пересчитывай, считать, rebuild, refresh, recompute, приходится, =было, =не удаляя, =ничего не удаляя, =отдельным столбцом, =дополнительной колонкой, =рядом с, =вместе с
