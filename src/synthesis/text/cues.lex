# Words that say what to do with the data. One cue a line: `id: English phrases | Russian phrases`; grammar as in concepts.lex.
# Phrases are matched by stems; `=` in front of a phrase asks for exactly these words. A word may be a cue and a concept at once: the parser decides by what stands around it.

# --- aggregates
sum: sum, sum of, =total, total of, =totals, sum up, add up, =summed, overall, in total, aggregate | сумма, сумму, суммарный, просуммируй, сложи, итог, итого, общая сумма, суммируй, в сумме, суммарно
avg: average, avg, mean, on average | средний, среднее, в среднем, среднее значение, усредни
count: count, =count of, number of, how many, amount of rows, quantity of, =no of, =num, =cnt, =#, count up | скоко, скок, количество, кол-во, число, сколько, посчитай количество, подсчитай количество, численность, штук, колво
min: min, minimum, smallest, lowest, earliest, least | минимум, минимальный, наименьший, самый маленький, самый ранний, самый низкий
max: max, maximum, largest, highest, biggest, greatest | максимум, максимальный, наибольший, самый большой, самый высокий, самый крупный
median: median | медиана, медианный
stddev: standard deviation, stddev | стандартное отклонение
distinct: distinct, unique, different, =uniq | уникальный, различный, разный, неповторяющийся
share: =rate, share, percentage, percent, proportion, fraction, share of total | доля, процент, удельный вес

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
at_least: =от, at least, =>=, no less than, not less than, or more, minimum of, =≥, from | =от, не менее, не меньше, как минимум, хотя бы, минимум, не ниже, =≥
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
and: =and, =n, =&, as well as, plus | =и, а также, плюс
or: =or | =или, либо
not: =not, =no, =non, isn't, don't, doesn't | =не, =нет
except: except, except for, excluding, but not, =besides, =other than, apart from, leave out | кроме, за исключением, исключая, исключи, кроме как, помимо
without: without, with no, having no, lacking, who have no, that have no, which have no, that do not have, who do not have | =без, не имеющий, у которых нет, отсутствует, отсутствующий
is_null: empty, blank, missing, null, is null, not set, unknown, not specified, not filled, unset, we don't know, don't know, do not know, not known, not given, not filled in, not recorded, not entered, left blank | пустой, не заполнен, не указан, отсутствует, не задан, нулл, незаполненный, не известен, не проставлен, не знаем, неизвестно, неизвестен, не внесен, не вписан, не записан, не измерен, не определен, не введен, не назначен, не привязан
not_null: not null, not empty, is set, filled, non-empty, non-null, present, specified, known, filled in | заполнен, не пустой, непустой, указан, задан, проставлен, известен
never: =nothing, no one, nobody, never, not once, have not, has not, haven't, hasn't, did not, didn't | никогда, ничего, никому, никого, ни у кого, ни разу, ни одного, нет ни одного, ни один

# --- order and limits
order_by: =sorted by, =sort by, =order by, =ordered by, =sorted, =ordered, =sort, =in order of, =arranged by, =ranked by, =sort them by, =sort the result by | отсортируй по, упорядочи по, сортировка по, отсортированный по, с сортировкой по, упорядоченный по, отсортируй, упорядочи, сортируй, сортируй по, в порядке
desc: from expensive to cheap, highest to lowest, most first, biggest to smallest, largest to smallest, from large to small, top first, descending, desc, largest first, highest first, biggest first, newest first, latest first, most recent first, in descending order, from largest to smallest, decreasing, from high to low, most expensive first | от дорогих к дешевым, от больших к маленьким, от больших к меньшим, сначала дорогие, по убыванию, убывание, от большего к меньшему, в порядке убывания, сначала большие, сначала новые, новые сверху, от новых к старым, сначала самые большие, по убывающей
asc: from cheap to expensive, lowest to highest, from small to large, least first, fewest first, ascending, asc, smallest first, lowest first, oldest first, in ascending order, increasing, alphabetically, from low to high, cheapest first | от дешевых к дорогим, от маленьких к большим, от меньших к большим, сначала дешевые, по возрастанию, возрастание, от меньшего к большему, в порядке возрастания, по алфавиту, сначала старые, от старых к новым
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
dedup: duplicates, duplicate, deduplicate, dedupe, without duplicates, remove duplicates, drop duplicates, no duplicates, one row per, one per, de-duplicate, unique by, dedup, distinct by, eliminate duplicates, get rid of duplicates | дубли, дубликаты, без дублей, убери дубли, удали дубли, дедуплицируй, убери дубликаты, удали дубликаты, без дубликатов, без повторов, одна строка на, по одной строке на, дедупликация, убери повторы, уникальный по, без повторяющихся, почисти дубли, по одной записи на
rename: rename, call it, call, named, as | переименуй, назови, под именем, переименовать, назвать, названный
drop_column: drop column, remove column, without column, drop the column, leave out column, without the column, drop, remove, omit, delete column | удали столбец, убери столбец, без столбца, убери колонку, удали колонку, без колонки, без поля, убери поле, удали поле, убери, удали, выкинь, исключи поле
drop_rows: drop rows, remove rows, discard rows, drop those, throw away rows, throw out, delete rows, skip rows, exclude rows, filter out, drop records, remove records | удали строки, убери строки, выкинь строки, исключи строки, отбрось строки, отбрось, выброси, пропусти строки, убери записи, удали записи
fill: fill, =replace, replace empty, replace missing, replace nulls, fill in, fill missing, fill empty, default, impute, coalesce, set missing, substitute | заполни, =заменить, =замени, =заменяй, замени пустые, заполни пустые, подставь, вместо пустых, замени null, заполнить, заменить пустые, проставь
with_value: =with, =by, =to | =на, =значением, =нулем, =нулями
trim: trim, strip, trim spaces, strip spaces, remove spaces, trimmed, strip whitespace, trim whitespace, remove whitespace, clean spaces | обрежь пробелы, убери пробелы, без пробелов, удали пробелы, обрезать пробелы, лишние пробелы, убери лишние пробелы, подрежь пробелы
lower: lowercase, lower case, to lower case, in lower case, lowercased, lower-case, lower | нижний регистр, в нижнем регистре, к нижнему регистру, в нижний регистр, маленькими буквами, строчными буквами, строчными
upper: uppercase, upper case, to upper case, in upper case, =capitals, uppercased, upper-case, upper | верхний регистр, в верхнем регистре, к верхнему регистру, в верхний регистр, заглавными буквами, большими буквами, прописными
cast: cast, convert to, as type, parse as, turn into, to type, as integer, to number, as number, make numeric | приведи к, преобразуй в, к типу, в число, к числу, привести к, сделай числом, преобразовать
round: round, rounded, round to | округли, округленный, округлить, округлив
times: times, multiplied by, multiply by, =*, =x, =×, multiply | умножить на, умножь на, умноженный на, =*, =×, помножить на, помноженный на, на умножить
divided: divided by, =/, over, divide by | разделить на, деленный на, поделить на, =/, делить на
minus: minus, less, =-, subtract, difference between | минус, вычесть, разница между, разность
plus_op: =+, added to | сложить с, =+
year_of: year of, year from | год из, год от
month_of: month of, month from | месяц из, месяц от
zero_too: including those with none, even if zero, with zero, including zero, including ones without | включая тех, в том числе с нулем, даже если ноль, с нулем, включая нулевые, в том числе нулевые
as_name: =as, in column, in a column, into column, as column, in the column, in field, =named, call it, called, under the name, =aliased | =как, в колонке, в столбце, в поле, в колонку, в столбец, отдельным столбцом, отдельной колонкой, под названием, под именем, назови, назвать, обозначь

# --- words without content of their own
noise: =calendar, =http, =https, clean up, tidy up, =rest, =process, =unpack, =flatten, =refresh, =ones, =respective, =corresponding, =same, =using, =basis, =based, =actual, =existing, =different kinds, =at all, =all in all, =real, =simple, =short, =entire, =only those, =those who, =people who, =ones that, =hello there, =kind of, =sort of, =sure, =ok, =okay, =also want, =need to, =want to, =would, =could, =can, =should, =must, =may, =might, =whatever, =simply, =currently in, =i need, =i want, =give me, =show me, =get me, =tell me, =let me, =we need, =we want, =how do, =sales files, =monthly files, =the, =a, =an, =of, =please, pls, =i, =we, =me, =my, =our, =us, =you, =your, want, need, would like, could you, can you, =kindly, =also, =then, =there, =it, =its, =their, =them, =these, =those, =this, =they, =be, =been, =being, =do, =does, =did, =have, =has, =had, =will, =shall, =should, =so, =from, =into, =to, =data, dataset, =file, =table, =result, results, =together, =using, =use, make, create, build, compute, calculate, produce, prepare, find, =one, =ones, =just, =now, =let, =lets, =new, =value, values, =information, =info, =report, =some, =thanks, =thank, =hi, =hello, =and, =s, =what, =which, =is, =are, =in, =out, =up, =every, =both, =respectively, =across, =along, =overall, =resulting, =named, given, =like, =see, =take, =put, load, copy, read, =but, =too, =anything, =something | =остальные, =остальное, =остальных, =календарный, =распакуй, =разверни файл, =обнови, =обновляй, =соответствующий, =соответствующие, =имеющийся, =имеющиеся, =каждый из, =кто у нас, =нужный, =нужные, =обычный, =простой, =нормальный, =нормальную, =пожалуйста, =мне, =нам, =нужен, =нужна, =нужны, =нужно, =надо, =хочу, =хотим, =бы, =сделай, =посчитай, =подсчитай, =вычисли, =рассчитай, =построй, =подготовь, =получи, =найди, =из, =от, =к, =ко, =о, =об, =а, =но, =то, =же, =ли, =это, =этот, =эти, =этого, =их, =его, =ее, =они, =он, =она, =там, =тут, =здесь, =так, =потом, =затем, =также, =еще, =уже, =результат, =данные, =данных, =файл, =файла, =таблица, =таблицу, =таблицы, =будь, =добр, =можешь, =можно, =давай, =прошу, =просьба, =спасибо, =привет, =отчет, =информация, =информацию, =значение, =значения, =и, =в, =во, =на, =при, =для, =чтобы, =что, =как, =какой, =какие, =каков, =была, =был, =были, =есть, =возьми, =загрузи, =скопируй, =прочитай, =собери, =сформируй, =создай, =вместе, =соответственно, =который, =которые, =свой, =свои, =сразу, =просто, =теперь, =тоже, =нас, =наш, =наши, =наших, =одну, =один, =одна, =кто, =чего, =бывает, сохрани, сохранить, сохраняй, запиши, записать, записывай, выгрузи, выгрузить, выгружать, выгружай, выгрузка, переложи, переложить, конвертируй, сконвертируй, экспортируй, =залей, =залить, =положи, =клади, =храни, перевести, переведи, =вывод, =файлы, =файлов, =файле, =файлом, =csv, =tsv, =parquet, =json, =ndjson, =duckdb, =sqlite, =utf-8, =базы, =базу, =базе, =бд, =добрый день, =здравствуйте, =подскажите, =заранее, =нужен файл, =у нас, =мы, =каждый запуск, =при каждом запуске, =при этом, =включительно, =рублей, =руб, =тут, =целиком, =полностью, =всего, =же, =вот, =туда, =оттуда, =общий, =общая, =общем, =отдельно, =каждое, =тех, =том, =той, =самого, =чтоб, save, store, write, export, dump, convert, =files, =tell, =csv, =parquet, =json, =every time it runs, =each time it runs, =each run, =every run, =called, =inclusive, =inclusively, =good morning, =good day, =their own, =as well, =of course, =please, =each of them, =appear, =appears, =there are, =were, =was, =place, =placed, =время, =шт, =штук, =yet, =still, =them all, перегони, перегнать, загружай, загрузить, загрузка, обнови файл, пересчитай, пересчитывай, считать, rebuild, refresh, recompute, приходится, =было, =не удаляя, =ничего не удаляя, =рядом с, =вместе с

# Closed classes: pronouns, auxiliaries, modals, requests, politeness, particles, names of the result itself. None of them can choose a row.
noise: =of which, =of whom | =которого, =которой, =которых
noise: =i'd, =i'll, =i'm, =i've, =we'd, =we'll, =we're, =we've, =you'd, =you'll, =you're, =you've, =they'd, =they'll, =they're, =they've, =it's, =it'd, =it'll, =that's, =what's, =who's, =where's, =how's, =there's, =here's, =he's, =she's, =he, =she, =him, =her, =his, =hers, =ours, =mine, =yours, =theirs, =itself, =themselves, =himself, =herself, =whom, =such, =this one, =that one, =each other, =one another, =someone, =somebody, =everyone, =everybody | =я, =ты, =вы, =меня, =мной, =тебе, =тебя, =вам, =вас, =вами, =нами, =ему, =ей, =им, =ими, =них, =ним, =нее, =нему, =нем, =ней, =себя, =себе, =собой, =сам, =сама, =само, =сами, =самих, =самим, =тот, =та, =те, =тех, =тем, =теми, =того, =той, =тому, =такой, =такая, =такое, =такие, =таких, =таким, =такими, =такого, =такую, =эта, =эту, =этой, =этих, =этим, =этими, =этом, =этому, =оно, =мой, =моя, =мои, =моих, =ваш, =ваши, =ваших, =ваша, =твой, =своих, =своей, =своим, =своего, =свою, =своя, =свое, =нашей, =нашего, =нашему, =нашим, =наша, =наше, =какая, =какое, =какого, =каких, =каким, =какими, =какую, =каком, =какою, =какому, =каковы, =какова, =кого, =кому, =кем, =ком, =чей, =чья, =чье, =чьи, =чьих, =чему, =чем, =чему, =куда, =откуда, =почему, =зачем, =кто-то, =что-то, =кто-нибудь, =что-нибудь, =кто именно, =что именно
noise: =am, =was, =were, =got, =gotten, =having, =used to, =supposed to, =going to, =happen to, =happens to, =tend to, =ought to, =able to, =do we have, =do you have, =did we have, =have we got, =we have got, =we have, =we had, =has got, =have got, =there are, =there is, =there was, =there were, =there have been, =are there, =is there, =were there, =was there, =exist, =exists, =existing, =existed, =ended up, =turned out | =быть, =было, =будет, =будут, =будем, =стал, =стала, =стало, =стали, =есть ли, =был ли, =были ли, =было ли, =имеются, =имеется, =имелось, =имелись, =имели, =прошло, =прошли, =прошел, =прошла, =вышло, =выходит, =получилось, =получается, =оказалось, =оказались, =набралось, =накопилось, =нашлось, =насчитывается, =приходится, =приходилось, =пришлось, =требуется, =требуются, =необходимо, =необходим, =необходима, =необходимы, =понадобился, =понадобится, =хотелось, =хотелось бы, =хотел, =хотел бы, =хотела бы, =хочется, =хочу знать, =хочу видеть, =могли, =могли бы, =можете, =сможете, =может, =могу, =давайте, =пусть, =пускай, =должен, =должна, =должны, =должно, =следует
noise: =i would like, =i'd like, =we'd like, =i would love, =i'd love, =would like to, =like to see, =like to know, =like to have, =want to see, =want to know, =want to have, =need to know, =need to see, =need to have, =wish, =looking for, =looking at, =look at, =have a look at, =take a look at, =interested in, =i am after, =i'm after, =wondering, =curious, =figure out, =work out, =find out, =draw up, =put together, =pull, =pull up, =pull out, =fetch, =grab, =retrieve, =extract, =generate, =provide, =hand me, =send, =send me, =deliver me, =export, =dump, =print, =tell, =know, =help me, =can i have, =can i get, =can we get, =can we have, =could i get, =could i have, =could we get, =may i have, =let's see, =let us see, =give us, =give, =show us, =get us, =i just need, =we just need | =дай, =дайте, =достань, =достаньте, =вытащи, =вытащите, =вытяни, =вытащить, =достать, =собери, =соберите, =собрать, =посмотри, =посмотрим, =посмотрите, =посмотреть, =смотреть, =если смотреть, =глянь, =гляну, =узнать, =узнай, =знать, =понять, =пойми, =увидеть, =видеть, =интересует, =интересуют, =интересно, =интересны, =скажи, =скажите, =подскажи, =расскажи, =сообщи, =пришлите, =отправь, =отправьте, =отправить, =кинь, =скинь, =скиньте, =сбрось, =сбросьте, =оформи, =оформить, =сведи, =свести, =подготовьте, =подготовить, =составь, =составить, =составьте, =сгенерируй, =сгенерировать, =сделать, =сделайте, =нарисуй, =получить, =посчитать, =посчитайте, =подсчитать, =рассчитать, =вычислить, =найти, =найдите, =построить, =сформировать, =создать, =взять, =загрузить, =запишите, =сохраните, =выгрузите, =положите, =положить, =помоги, =помогите
noise: =is enough, =are enough, =will do, =would do, =suffice, =suffices, =will suffice, =is fine, =are fine, =that's all, =that is all, =that's it, =nothing else, =nothing more, =no more columns, =and so on, =etc, =et cetera
noise: =i.e, =e.g, =i e, =e g, =viz, =aka, =a.k.a, =namely, =that is, =that is to say, =in other words, =meaning, =to be precise, =for example, =for instance, =in particular, =as follows, =the following, =following, =below | =т.е, =т.к, =т.п, =т.д, =и т.д, =и т.п, =то есть, =а именно, =например, =к примеру, =допустим, =скажем, =иначе говоря, =другими словами, =проще говоря, =а также, =кстати, =соответственно, =итак, =значит, =мол, =типа, =вроде, =как бы, =следующие, =следующее, =следующий, =ниже
noise: =right away, =right now, =at present, =at the moment, =as it stands, =nowadays, =at this point, =at this moment, =these days, =as we speak, =for now, =for me, =for us | =сейчас, =прямо, =прямо сейчас, =в данный момент, =на данный момент, =на текущий момент, =в настоящее время, =в настоящий момент, =на сегодняшний день, =на сегодня, =ныне, =сегодняшний день
noise: =kindly, =hey, =hiya, =dear, =dear all, =good morning, =good afternoon, =good evening, =cheers, =many thanks, =thanks a lot, =thank you, =much appreciated, =appreciated, =appreciate it, =if possible, =if you can, =if you could, =if you don't mind, =if that's ok, =would you mind, =would you kindly, =be so kind, =asap, =as soon as possible, =when you can, =when you get a chance, =quick one, =quick question | =плиз, =плз, =пжл, =пож, =добрый вечер, =доброе утро, =доброго дня, =доброго времени, =здравствуй, =приветствую, =уважаемые, =коллеги, =ребята, =друзья, =срочно, =побыстрее, =заранее спасибо, =буду благодарен, =буду признателен, =будьте добры, =будьте любезны, =если можно, =если не сложно, =если не трудно, =если получится, =когда сможешь, =по возможности, =как можно скорее
noise: =actually, =really, =basically, =literally, =obviously, =certainly, =perhaps, =maybe, =well, =anyway, =again, =already, =else, =though, =however, =hence, =thus, =therefore, =in general, =generally, =in fact, =in question, =at hand, =on file, =on record, =in the system, =in our system, =in the database, =in our database, =in our books, =over there, =about, =regarding, =concerning, =with respect to, =with regard to, =as regards, =in terms of, =when it comes to, =as for, =as far as, =so that, =in order to, =so i can, =so we can, =because, =due to, =according to, =upon, =onto, =towards, =amongst, =itself | =ведь, =вот, =ну, =даже, =уж, =именно, =буквально, =собственно, =вообще-то, =все-таки, =все же, =тоже, =притом, =причем, =при этом, =если, =хотя, =поскольку, =потому что, =так как, =чтоб, =ради, =под, =над, =про, =через, =согласно, =относительно, =касательно, =насчет, =за счет, =по поводу, =в отношении, =в рамках, =со стороны, =внутри, =у себя, =в базе, =в нашей базе, =в системе, =в нашей системе, =в нашей сети, =в целом, =в общем, =вместе взятые, =в итоге, =в результате, =по итогам, =на самом деле, =на деле
noise: =thing, =things, =stuff, =a list of, =list of, =the list of, =listing, =overview, =summary, =statistics, =stats, =figures, =distribution, =distribution of, =breakdown of, =spreadsheet, =picture, =answer, =question, =query, =kind of a, =bunch of, =a number of different, =whole lot of, =piece of, =set of | =список, =списка, =списку, =списком, =списки, =перечень, =перечня, =перечнем, =табличка, =табличку, =табличке, =сводка, =сводку, =статистика, =статистику, =статистики, =сведения, =сведений, =обзор, =картина, =картину, =картинку, =вопрос, =ответ, =штучки, =распределение, =разбивка, =разбивку, =подборка, =подборку, =набор, =достаточно, =хватит, =этого достаточно, =больше ничего, =ничего больше, =и все, =и всё, =и больше ничего
not: =weren't, =wasn't, =hasn't, =haven't, =hadn't, =won't, =wouldn't, =couldn't, =can't, =cannot, =aren't, =ain't
sum: for what amount, for what sum, in what amount, how much in total, how much altogether, how much in all | на какую сумму, на какую общую сумму, какая сумма, какую сумму, на сколько всего, сколько в сумме, на какие деньги, какова сумма, общий объем
count: headcount, head count, number of times, count of times, =no of, =nr of, =num of, how often, how many times, =tally, tally of, =nos of | сколько раз, количество раз, число раз, как часто, поголовье, сколько штук, сколько всего, сколько было, сколько их

# --- words of phrases.gram
soft: =select, show, list, only, just, keep, =all, where, whose, which, who, that, with, and, or, rows, records, join, combine, together, on, using, by, in, for, to, as, since, equal, is, count, filter, =per, =each, =also, =only, =matching, information, =at | покажи, выведи, только, лишь, оставь, =все, всех, где, у которых, который, с, со, и, или, строка, запись, соедини, по, в, за, на, как, это, из, отбери, отфильтруй, =по, =с, =со, =у, =каждый, =при, =для
is: =is, =are, =was, =were, equals | равен, это, =является
no: =no, =none, there is no, there are no, has no, have no, =zero | нет, =нету, не было, не имеет, не имеют, отсутствует, нет ни одного, нет ни одной, ни одного, ни одной, не было ни одной, не было ни одного, нет никаких
lacking: having no, with no, has no, have no, who have no, that have no, which have no, that do not have, who do not have, lacking, that lack, missing, do not have any, don't have, doesn't have, does not have, that don't have | не имеющий, у которых нет, у которых не было, у которого нет, у которой нет, в которых нет, в котором нет, в которой нет, по которым нет, по которым не было, по которому нет, с которыми нет, для которых нет, от которых нет, не имеет, где нет, на которых нет, по которым не поступало, по которым не поступило, у кого нет, без единого, без единой, без каких-либо, у которых нет ни одного, у которых нет ни одной
any: any, a single, at all, even one, =one | единый, =единого, =единой, =единственного, ни одного, ни одной, ни один, ни одна, =один, =одного, =одной, какой-либо, хоть один, хотя бы один, вообще
yet: yet, so far, as of now, until now | =еще, пока, =до сих пор, =до сего дня, =по сей день
ever: =ever | =когда-либо
anything: anything, at all, =any, something, nothing, single, =one | ничего, ни разу, ни одного, ни одной, никогда, вообще
anything_not: nothing, no one, nobody | ничего не, никого не
nobody: nobody, no one, no | никто, ни один, ни одна, ничего
neither: neither, =neither, neither of | =ни
nor: =nor, =or | =ни
either: either | =либо, =или
any_of: any of | любой из
among: in, among, one of, is one of, =any of, are, =within, from | =в, среди, один из, =из, =это
given: given, specified, set, filled, known, provided, stated, indicated, entered, recorded, assigned | указан, указанный, =указания, заполнен, задан, проставлен, известен, определен, введен
counted_in: count, counted, include, included, taken into account, considered, take | считать, учитывать, учитывая, брать, берем, включать, не нужны, нужны, учитываем, считаем, надо, =нужно, попадать, участвовать
leave_out: leave out, ignore, exclude, excluding, skip, drop, throw out, throw away, discard, remove, omit, filter out, get rid of, without, do not count, don't count, not counting, don't include, do not include, ignoring, disregard, eliminate, drop rows, drop those, delete rows, take out | исключи, исключая, исключить, убери, убрать, выкинь, выкинуть, отбрось, отбросить, пропусти, удали, не считать, не учитывать, не считая, не учитывая, не брать, не берем, выброси, игнорируй, игнорировать, убирай, отсей, отсеять, кроме, без
put_out: leave out, ignore, exclude, skip, drop, throw out, throw away, discard, remove, omit, filter out, get rid of, do not count, don't count, don't include, do not include, disregard, eliminate, drop rows, drop those, delete rows, take out | исключи, исключить, убери, убрать, выкинь, выкинуть, отбрось, отбросить, пропусти, удали, не считать, не учитывать, не брать, не берем, выброси, игнорируй, игнорировать, убирай, отсей, отсеять
those: those, the ones, everything that, everything which, everything, anything, that was, that were, all, entries, ones | те, тех, все что, всех, тех кто, которые, строки
with_any: that come with, that came with, which come with, that comes with, which comes with, coming with, who left, who gave, with any, with a, with an, that have a, who have a, which have a, having a, having an, that have an, has a, with some, that have, who have, which have, with at least one, with known, who did, that did, who made, who placed, with the, having | у которых есть, где есть, на которых есть, к которым есть, для которых есть, у которых указан, имеющий, есть, с указанным, с заполненным, у которых заполнен, с известным, у кого есть, в которых есть, у которых был, у которых были, хотя бы с одним, по которым есть, по которым были
happened: created, made, placed, done, happened, dated, occurred, took place, performed, recorded, logged, given, entered, added, received, issued, bought, purchased, ordered, registered | создан, созданный, сделан, оформлен, оформленный, совершен, совершенный, проведен, датирован, был, состоялся, прошел, прошедший, произошел, проводился, появился, получен, выдан, поступил, поступивший, купленный, заказанный, приобретенный, зарегистрированный, начатый, выполненный, случившийся
ongoing: ongoing, still open, not closed, still, current, currently, active, open, =still working, =working, unfinished, in progress, not finished, not ended, employed, not yet closed, still active, present | =работающий, =работающие, =работающих, =работающим, действующий, открытый, текущий, незакрытый, незавершенный, не закрыт, еще работает, =сейчас работает, =сейчас работают, еще открыт, активный, =работает, =работают, продолжается, нынешний, действует, еще не закрыт, не завершен
ended: ended, closed, finished, completed, discharged, terminated, over | закрыт, завершен, окончен, закончен, выписан, уволен, прекращен
yes: yes, true, on, =1, =y, set | да, истина, =1, включен
zeros: zero, zeros, zeroes | ноль, нуль, нулем, нулями, =0
via: =by, =via, =through, =using, =with, =in, =over, by means of | =через, =по, =с помощью, =посредством, =путем
switched_on: =on, switched on, turned on, enabled | включен, включено, включена
switched_off: =off, switched off, turned off, disabled | выключен, выключено, отключен, отключено

# --- weekdays and times of day
monday: monday, =mon, =mondays | понедельник, =пн
tuesday: tuesday, =tue, =tues | вторник, =вт
wednesday: wednesday, =wed | =среда, =среду, =среды, =средам, =ср
thursday: thursday, =thu, =thurs | четверг, =чт
friday: friday, =fri | пятница, =пт
saturday: saturday, =sat | суббота, =сб
sunday: sunday, =sun | воскресенье, =вс
weekend: weekend, on weekends, at weekends, at the weekend | =выходные, =выходным, =выходных, =в выходной, выходной день, =в выходные дни
workday: weekday, workday, working day, business day | =будни, =будням, =будние, =в будний, будний день, рабочий день
am: =am, =a.m, in the morning | =утра, =ночи
pm: =pm, =p.m, in the afternoon, in the evening, at night | =вечера, =дня
oclock: =o'clock, =oclock | =часов, =часа, =час
noon: =noon, =midday | =полдень, =полудня
midnight: =midnight | =полночь, =полуночи
ago: =ago, =back, =before today | =назад
one_unit: =day, =week, =month, =quarter, =year, =hour, =minute | =дня, =суток, =недели, =месяца, =года, =часа, =минуты
per_unit: a day, an hour, a month, a week, a year, a night, per day, per hour, per month, per week, per year, per night, per unit, per piece, per kg, per litre | =в сутки, =в день, =в час, =в месяц, =в неделю, =в год, =за час, =за сутки, =за день, =за месяц, =за ночь, =за штуку, =за кг, =за литр, =за единицу
or_older: or older, and older, or over, and over | и старше, или старше
or_younger: or younger, and younger | и младше, или младше, и моложе, или моложе
or_more: or more, or above, or higher, or greater, or over, and more, and above, or larger, plus, or longer, or older, and higher, and up, upwards, at least, or better | и более, или более, и больше, или больше, и выше, или выше, и старше, или дороже, и свыше, и дороже, минимум
or_less: or less, or fewer, or below, or lower, and less, or under, and below, and fewer, or smaller, at most | и менее, или менее, и меньше, или меньше, и ниже, или ниже, максимум, и дешевле
or_later: or later, or after, and later, or newer, and after, or younger, onwards, onward, and onwards | и позже, или позже, и позднее, или позднее, и далее, и после, или после, и младше, или младше
or_earlier: or earlier, or before, and earlier, or older | и раньше, или раньше, и ранее, или ранее
onwards: onwards, onward, on, and on | =далее
after_or_on: on or after, not before, no earlier than, not earlier than, starting on, starting with, starting, beginning with, beginning on, from | не раньше, не ранее, начиная с, начиная от
until_incl: on or before, not after, no later than, not later than, up to and including, through, up to, until the end of | не позже, не позднее, по, до конца, вплоть до
outside: outside, outside of, out of, not between, beyond | вне, за пределами, не входит в, вне диапазона
positive: positive, above zero, greater than zero, non-zero, nonzero | положительный, ненулевой, больше нуля
negative: negative, below zero | отрицательный, меньше нуля
exactly: exactly, precisely, equal to | ровно, точно
half_first: first half of, first half, h1 | первая половина, первое полугодие, =1 полугодие, 1-е полугодие
half_second: second half of, second half, h2 | вторая половина, второе полугодие, =2 полугодие, 2-е полугодие
quarter_1: first quarter, =q1, 1st quarter | первый квартал, =1 квартал, =1 квартале, =1-й квартал, =1-м квартале, =i квартал
quarter_2: second quarter, =q2, 2nd quarter | второй квартал, =2 квартал, =2 квартале, =2-й квартал, =2-м квартале, =ii квартал
quarter_3: third quarter, =q3, 3rd quarter | третий квартал, =3 квартал, =3 квартале, =3-й квартал, =3-м квартале, =iii квартал
quarter_4: fourth quarter, =q4, 4th quarter, last quarter of | четвертый квартал, =4 квартал, =4 квартале, =4-й квартал, =4-м квартале, =iv квартал
of: =of, =for, =in | =за, =в
of_this_year: this year | этого года, текущего года
to: =to | =до
unit: =kg, =kgs, kilogram, =g, gram, =t, ton, tonne, =km, kilometre, kilometer, =m, meter, metre, =cm, =l, litre, liter, =min, =mins, minute, =sec, =secs, second, =s, =ms, millisecond, =h, hour, =day, =days, =week, =weeks, =month, =months, =year, =years, =years old, =usd, dollar, =eur, euro, =rub, rouble, ruble, =percent, =pct, =point, =points, hectare, =ha, =sqm, =m2, =kw, kilowatt, =gb, =mb, =kb, gigabyte, megabyte, kilobyte, degree, =pcs, =pieces, =units, =items | =кг, килограмм, =г, грамм, =т, тонна, =км, километр, =м, метр, =см, =л, литр, =мин, минута, =сек, секунда, =с, =мс, миллисекунда, =ч, час, =день, =дня, =дней, =неделя, =недели, =недель, =месяц, =месяца, =месяцев, =год, =года, =лет, =руб, рубль, доллар, евро, процент, балл, гектар, =га, =м2, =квт, киловатт, =гб, =мб, =кб, гигабайт, мегабайт, килобайт, градус, =минуты, =минут, штука, =шт, единица
times_counted: times, time, =x | раз, раза, разов
people: people, persons, person, men, heads | человек, люди, людей, чел, человека, персон
matches: matches, equals, is, corresponds to, maps to, to, =equal to, joins, against, with | соответствует, равен, совпадает с, это, к, =и, =с
key_word: key, field, column, the key, number, code | ключ, ключу, поле, полю, столбцу, колонке
among_all: of all | из всех
word: word, the word, text, string, phrase, substring, the text, the letter, letter, letters, digits, the digits | слово, слова, текст, строка, подстрока, фраза, буква, буквы, цифры, символы
there_is: there is, contains, is, has | есть, встречается, содержится, упоминается
multiply: multiply, multiplying | умножь, умножить, перемножь, умножая, перемножить
difference: difference, the difference, gap, interval | разница, разность, интервал
days_between: days between, number of days between, days from, difference in days between, time between, days elapsed between, days it took from, duration between, interval between | дней между, количество дней между, число дней между, разница в днях между, разница между, сколько дней между, сколько дней прошло между, срок между, дней от, дней с
duration_words: length of stay, duration, number of days, in days, days, how many days, time taken, length, =time, age, lead time, delivery time, turnaround | длительность, сколько дней, количество дней, число дней, срок, продолжительность, дней, в днях, время, длительность в днях
age_of: age, how old | возраст, сколько лет
full_name: full name, name | полное имя, фио, имя
concatenate: concatenate, join, combine, concatenation of, glue | склей, соедини, объедини, конкатенация
in_lower: in lower case, in lowercase, lowercased, lower case, lowercase, lower-cased | в нижнем регистре, строчными, маленькими буквами, строчными буквами, в нижний регистр
in_upper: in upper case, in uppercase, uppercased, upper case, uppercase, =in capitals, in capital letters | в верхнем регистре, прописными, заглавными буквами, большими буквами, прописными буквами, в верхний регистр
trimmed: trimmed, without spaces, without surrounding spaces, stripped, with spaces removed, without leading and trailing spaces | без пробелов, без пробелов по краям, без лишних пробелов, обрезанный, с обрезанными пробелами
make: make, turn, put, set, convert, change, bring, write, keep, save | сделай, приведи, привести, сделать, переведи, сохрани, запиши
percent: in percent, as a percentage, as percent, in per cent, percent, %, as a percent, in % | в процентах, процент, в %
revenue_word: revenue, turnover, sales, proceeds, earnings, money brought in, money, worth, how much money, sales amount, sales revenue, total revenue, total sales, amount spent | выручка, оборот, продажи, деньги, сколько денег, объем продаж, сумма продаж, выручку, доход, выручка от продаж
avg_check: average check, average order value, average receipt, average order amount, aov, average ticket, mean receipt, average bill, average basket | средний чек, средняя сумма чека, средняя сумма заказа, средняя сумма покупки
file_name: file name, filename, name of the file, source file name | имя файла, название файла, имена файлов, из какого файла
file: file, each file, source file, every file | файл, каждый файл, каждому файлу
each_of: of each, for each, of every, by each, within each, in each, from each, for every, =per, on each, each, in every | каждого, каждой, в каждом, в каждой, для каждого, для каждой, по каждому, по каждой, у каждого, у каждой, на каждого, на каждой, на каждом, каждый, каждая, за каждый, с каждого
columns_word: columns, column, fields, field, only the columns, only columns, attributes, with columns, =cols | столбец, столбцы, колонка, колонки, поле, поля, полей, столбцов, колонок, столбцами, колонками
rows_columns: columns, fields, rows | столбцы, поля, колонки, строки
also_select: also, =the, their, and | также, =их
with_list: with, with their, along with, including, showing, together with, with the, with its, plus, and their, as well as | с, со, вместе с, с указанием, включая, плюс, а также, с их, и их
add_column: add column, add a column, add, with an extra column, with an additional column, with column, plus a column, with a new column, extra column, new column, additional column, with added, adding, append a column, compute, calculate, with a, plus | добавь, добавь столбец, добавь колонку, добавь поле, с дополнительной колонкой, с дополнительным столбцом, плюс столбец, плюс колонка, с новой колонкой, новый столбец, дополнительный столбец, добавить, добавить столбец, добавить колонку, посчитай, рассчитай, с колонкой, со столбцом, вычисли
beside: beside, next to, alongside, together with, along with, attach, enriched with, enrich, with, plus, add | рядом с, рядом, вместе с, подтяни, добавь, дополни, к ним, с добавлением, присоедини, с
start_word: =start, =starting, =begin, =beginning, =commencing, first day | =начало, =начала, первый день
stays_too: stay too, stay as well, also stay, stay in, keep too, keep them too, keep as well, must stay, should stay, also keep, must appear too, should appear too, should appear as well, must be there too, should be there too, should be in there too, are kept, are kept too, kept as well, included too, are included, included as well, shown too, do not lose, don't lose, must not be lost, =too, as well | тоже оставить, тоже оставь, тоже нужны, тоже нужен, тоже нужна, тоже должны попасть, тоже должны быть, тоже должны остаться, тоже показать, тоже покажи, тоже вывести, тоже выведи, тоже включить, тоже включи, также оставить, также оставь, оставь тоже, оставить тоже, не терять, не теряй, =тоже, =также
attached: attached, joined on, added on, filled in beside | приложенный, прикрепленный, присоединенный, подтянутый
beside_it: beside, beside it, next to it, next to them, alongside, alongside it, added | рядом, рядом с ним, рядом с ними, к ним
sup_price_high: most expensive, priciest, costliest, dearest, highest priced, most costly | самый дорогой, самый дорогостоящий, наиболее дорогой, дороже всего
sup_price_low: cheapest, least expensive, lowest priced | самый дешевый, наименее дорогой, дешевле всего
sup_long: longest, the longest, most lengthy | самый длинный, самый долгий, самый продолжительный, дольше всего, длиннее всего
sup_short: shortest | самый короткий
sup_heavy: heaviest | самый тяжелый, тяжелее всего
sup_light: lightest | самый легкий
sup_old: oldest, eldest | самый старый, старейший, самый старший, самый взрослый, самый пожилой
sup_young: youngest | самый молодой, младший, самый младший, самый юный
sup_big: biggest, largest, highest, greatest, top, leading, major, best, main, the biggest, the largest, the highest | самый крупный, крупнейший, самый большой, наибольший, топ, лучший, самый высокий, максимальный, наивысший
sup_small: smallest, lowest, least, minor, the smallest, the lowest | самый маленький, наименьший, самый мелкий, самый низкий, минимальный, самый малый
sup_latest: most recently, newest version, latest, most recent, newest, last, most recently updated, freshest, most recently created, the last, final, current | последний, самый последний, самый свежий, самый новый, новейший, свежий, самый поздний, наиболее свежий, =новые, =последнюю, =последняя
sup_earliest: earliest, first, oldest, the first, the earliest | самый ранний, самый первый, первый, самый старый
sup_slow: slowest | самый медленный, самый долгий
sup_fast: fastest, quickest | самый быстрый
sup_paid: best paid, highest paid, best-paid, highest-paid, top paid, top earning, highest earning | самый высокооплачиваемый, высокооплачиваемый, с самой высокой зарплатой, с самым высоким окладом
sup_best: best, top rated, highest rated, highest scoring, best rated | лучший, самый лучший, с самым высоким рейтингом
sup_worst: worst, lowest rated, lowest scoring | худший, самый плохой, с самым низким рейтингом
keep: keep, leave, retain, take, choose, pick, only, keep only, =the, get, with | оставь, оставить, оставляй, сохрани, возьми, бери, взять, выбери, оставив, оставляя, только
per_key: per, for each, by, for every, each, =of | на, по, для каждого, для каждой, каждого, каждой, по каждому, по каждой, на каждый, на каждого
dedup_whole: exact duplicates, full duplicates, identical rows, complete duplicates, remove exact duplicates, drop exact duplicates, duplicate rows, without exact duplicates, remove duplicate rows, fully identical rows, drop duplicate rows, remove full duplicates | полные дубли, полные дубликаты, без полных дублей, убери полные дубли, удали полные дубли, одинаковые строки, убери одинаковые строки, полностью одинаковые строки, полных дублей, полных дубликатов, повторяющиеся строки, дубли строк, дубликаты строк, убери полные дубликаты, полные повторы, убери полные дубли строк
ties: ties, tie, on ties, in case of ties, when tied, if equal, with equal, for ties, in case of a tie, if tied | при равенстве, при совпадении, если совпадает, если совпадают, при одинаковых, в случае равенства, если одинаковы, если в один день несколько, если несколько, при равных
higher: higher, larger, bigger, greater, with the higher, with larger, by the larger, the higher, the larger, =with | больший, большим, с большим, с бо́льшим, бо́льшим, наибольший, с наибольшим, по большему
wins: wins, first, is kept, counts, is taken, wins | побеждает, берется, берем, остается
case_insensitive: case and surrounding spaces, ignoring case, case insensitive, case insensitively, regardless of case, ignore case, not case sensitive, case-insensitive, irrespective of case | регистр не учитывать, регистр, без учета регистра, не учитывая регистр, регистр не учитывать, независимо от регистра, регистр не важен, игнорируя регистр
space_insensitive: and surrounding spaces, surrounding spaces, ignoring spaces, spaces at the edges, and surrounding spaces, leading and trailing spaces, ignoring surrounding spaces, and spaces | и пробелы по краям не учитывать, пробелы по краям не учитывать, пробелов по краям, пробелы по краям, пробелы, и пробелов, без учета пробелов, и пробелы по краям не учитывать, пробелы по краям не учитывать, и пробелы по краям, лишние пробелы
row_each: one row per, a row per, a row for each, one row for each, rows are, rows for, in rows, rows by, rows, one line per, down the side, row per | по строкам, строки, одна строка на, строка на, строками, в строках
as_rows: as rows, in rows, in the rows, down the side, on rows, as row, for rows | строкой, строками, по строкам, в строках, построчно, как строки
column_each: column for each, a column for each, a column per, one column per, columns for each, columns are, columns for, with columns for, columns by, columns, across, column per, one column for each, in columns | по столбцам, столбец на каждый, столбцы, колонки, колонка на каждый, в столбцах, по колонкам, столбец для каждого, отдельный столбец на каждый, колонка для каждого
as_columns: as columns, in columns, in the columns, across the top, on columns, for columns | столбцами, колонками, по столбцам, в столбцах, в колонках, по колонкам, столбцы, как столбцы, в столбцы
in_cells: in cells, in the cells, as values, as cells, cells are, cells, values, in each cell, inside, the cells hold, value | в ячейках, ячейки, значения, в клетках, в ячейке, как значения, значение
instead_of: instead of, in place of, rather than | вместо, взамен
digits: digits, decimals, decimal places, places, decimal, digits after the decimal point | знака, знаков, знак, цифр, знаков после запятой, знака после запятой, десятичных знаков
type_integer: integer, int, whole number, bigint | целое, целому, целое число, целому числу, целочисленный, целые
type_number: number, numeric, decimal, float, double, numbers | число, числу, числовой, десятичное, числа
type_date: date, real date, proper date, a date, dates | дата, дату, дате, нормальная дата, даты, нормальной дате, настоящую дату
type_text: text, string, varchar, texts | текст, строка, строку, тексту, строке
type_boolean: boolean, flag, bool | логический, флаг, булев
as_type: as a, as an, as real, as, to be | как, в виде
as_value: =as, set to | =значением
written_as: written as, it is, is, written | записан, записана
random: random, randomly chosen, at random | случайный, случайных, произвольных
sample: sample of, sample, random sample of, a sample of | выборка из, выборку из, выборка
total: total, in total, overall, altogether | всего, суммарно, итого, в сумме
with: =with, having, who have, that have, which have | с, со, у которых, имеющий, на которых, в которых, по которым, где
concat_words: full name | полное имя
whole_time: all months, all the months, the whole period, all time, the whole time, all years, all days, the entire period, all periods, the full period | все месяцы, все время, весь период, все годы, всё время, все дни, все периоды, весь срок
data_files: file, sheet, extract, dump | файл, выгрузка
them: =them, =those, =these | =их
zero: zero, =0, empty | нулевой, ноль
date_word: =date, =dates | =дата, =дату, =дате, =даты, =датам, =датой
light: go, goes, went, gone, going, get, gets, got, come, comes, came, coming, take, takes, took, use, uses, used, live, lives, lived, living, work, works, worked, working, belong, belongs, stay, stays, stayed, bring, brings, brought, spend, spent, earn, earned, receive, received, happen, travel, travels, commute, buy, bought, sell, sold, made, make, placed, place, cost, reside, based, located, run, ran, see, saw, seen, did, been, visited, serve, served, miss, missed, seem, stand, held, hold, carry, carried, cover, move, moved, log, logged, sign, signed, per the, kept, =left, =gave, =give, =given, =gives, =provided, =owns, =owning, =own | ходить, ходит, ходят, ездить, ездит, ездят, ехать, жить, живет, живут, прийти, пришел, пришли, приходить, принести, принес, принесли, уйти, ушло, ушел, получить, получили, получил, потратить, потратили, потратил, тратить, идти, шли, шел, бывать, бывает, относиться, относится, принадлежать, находиться, находится, проходить, делать, делают, совершать, совершили, пользоваться, заходить, заходило, заходили, заплатить, заплатили, заплативший, оплатить, оплатили, купить, купили, покупали, покупать, продать, продали, работать, трудиться, ушли, приехать, прилететь, посетить, посещать, возить, везти, пропустить, пропущенный, числиться, проживать, проживает, стоить, стоят, составлять, составляет, случиться, происходить, иметь, имеется, набрать, набрали, сделали, использовать, используется, вести, ведет, выполнить, заработать, заработали, продавать, обратиться, лечиться, учиться, учатся, обслуживать, купивший, сделавший, получивший, заказавший, оформивший, посетивший, совершивший, потративший, обратившийся, принесший, заработавший, побывавший, проживающий, живущий, относящийся, состоящий, =оставили, =оставил, =оставила, =указали, =указал
goes_first: first, on top, at the top, come first, comes first, go first | первый, сначала, сперва, вперед, вначале, наверху, идут первыми
looking: =if we look at, =if you look at, =looking at, =judging by, =judging from, =going by, =based on, =according to, =as seen in, =counted over, =counting, =measured by | =если смотреть, =если считать, =если судить, =судя, =исходя из, =глядя на, =на основе, =на основании, =по данным о, =по данным, =согласно, =считая
together: together, taken together, counted together, combined, alike, lumped together | вместе, вместе взятые, суммарно, в сумме, вместе взятых, скопом
regardless: regardless of, irrespective of, no matter, whatever, never mind, independent of, without regard to, doesn't matter | независимо от, вне зависимости от, неважно, не важно, без разницы, невзирая на, безотносительно
bucket_start: start, beginning, first day, start date, begin | начало, первый день, дата начала, первое число
of_them: of them, of those, of these, of which, of whom, out of them, out of those, out of which, amongst them, among them, among those, thereof | из них, из этих, из тех, из которых, среди них, в том числе
wanted: need, needed, want, wanted, required, necessary, enough, sufficient, suffice, interested in, would like, i'd like, we'd like | нужен, нужна, нужно, нужны, надо, требуется, требуются, интересует, интересуют, необходимы, хочу, хватит, достаточно
sup_busy: most active, busiest, most popular, most frequent, most visited, most common, most used, most requested, most in demand, most wanted, most loyal, hottest, most prolific, most productive, most ordered, most often ordered, most attended, most watched, most read, most booked, most regular | самый активный, самый популярный, самый частый, самый посещаемый, самый востребованный, самый ходовой, самый загруженный, самый занятой, самый распространенный, самый многочисленный, самый плодовитый, наиболее активный, наиболее популярный, наиболее частый, наиболее востребованный, популярнейший, активнейший
sup_idle: least active, least popular, least frequent, least visited, least common, least used, rarest, quietest | самый неактивный, самый непопулярный, самый редкий, наименее активный, наименее популярный, наименее востребованный, редчайший
sup_money: highest-grossing, highest grossing, top-grossing, best-selling, best selling, bestselling, top-selling, top selling, most profitable, most lucrative, most valuable, biggest spending, biggest payer, top payer, biggest spender, top spender, biggest buyer, biggest earner, top earner, best paying, highest spending, largest payer | самый кассовый, самый прибыльный, самый доходный, самый продаваемый, самый выгодный, самый щедрый, самый ценный, самый денежный, наиболее прибыльный, наиболее доходный, самый платежеспособный
how_great: how long, how big, how large, how expensive, how cheap, how old, how young, how heavy, how high, how tall, how fast, how slow, how low, how short | насколько длинный, насколько долгий, насколько дорогой, насколько велик
periodic: monthly, daily, weekly, yearly, separate, individual, single | месячный, ежемесячный, помесячный, дневной, недельный, отдельный, годовой

# --- what is computed
share_of_all: share of the total, share of total, share of all, share of the whole, percentage of the total, percent of the total, percent of total, percentage of total, percentage of all | доля от общего числа, доля от общего количества, доля в общем количестве, доля в общем числе, доля от всех, доля от общей суммы, доля в общей сумме, доля в общем итоге, доля от итога, доля от общего, процент от общего числа, процент от общего количества, процент от общей суммы, процент от всех, процент от общего
running_total: running total, running sum, cumulative total, cumulative sum, cumulative | нарастающий итог, накопительный итог, накопленный итог, нарастающая сумма, с накоплением, накопленная сумма, кумулятивный итог, кумулятивная сумма
previous_value: the previous month, previous value, value of the previous month, previous month value, the month before | значение прошлого месяца, значение предыдущего месяца, предыдущее значение
change_over_previous: difference to the previous month, difference from the previous month, change from the previous month, change to the previous month, change over the previous month, change versus the previous month, difference to the previous year, change from the previous year, difference to the previous week, change from the previous week, change on the previous month, month over month change, month on month change, week over week change, year over year change | разница с предыдущим месяцем, разница с прошлым месяцем, разница к прошлому месяцу, разница к предыдущему месяцу, прирост к прошлому месяцу, прирост к предыдущему месяцу, изменение к прошлому месяцу, изменение к предыдущему месяцу, изменение относительно прошлого месяца, разница с предыдущей неделей, разница с прошлой неделей, прирост к прошлой неделе, прирост к предыдущей неделе, разница с прошлым годом, прирост к прошлому году
growth_over_previous: growth in percent to the previous month, percentage change from the previous month, percent change from the previous month, month over month growth, percentage growth over the previous month | прирост в процентах к прошлому месяцу, изменение в процентах к прошлому месяцу, прирост в процентах к предыдущему месяцу, темп прироста к прошлому месяцу
weekday: weekday, weekdays, day of week, day of the week, days of the week, days of week, by weekday | день недели, дням недели, дни недели
hour_of_day: hour of day, hour of the day, hours of the day, hours of day | часам суток, часам дня, час суток, час дня, часу суток
band_word: group, groups, band, bands, bracket, brackets, range, ranges, bucket, buckets | группа, группы, группам, диапазон, диапазоны, диапазонам, интервал, интервалам
split_into_bands: split, divide, group, bucket, break | разбей, разбить, раздели, разделить, разложи, сгруппируй
rest_band: the rest, everything else, others, older, more, above | остальные, старше, больше, выше, дороже
up_to: up to | вплоть до
who_have: =who have, =with, =those with | =у кого, =у которых, =где, =с
rank_word: rank, ranking, place, position, rank number | ранг, место, позиция, место в рейтинге
in_one_column: in one column, in a single column, as one column, in one field, together in one column | одной колонкой, в одной колонке, одним столбцом, в одном столбце, одним полем, в одном поле, одной строкой
space_between: separated by a space, with a space, with a space between, joined by a space, through a space | через пробел, с пробелом, с пробелом между
days_passed: how many days passed, how many days went by, number of days, days passed, how many days, days | сколько дней прошло, сколько прошло дней, сколько дней, количество дней, число дней, дней прошло, срок в днях, дней
divide: divide | раздели, разделить, поделить, подели
subtract: subtract, deduct, take away | вычти, вычесть, отними, отнять
from_op: =from | =из, =от
fill: replaced, substituted, filled with | =заменена, =заменены, =заменен, =заменено, =заменив
times: times | умноженная на, умноженное на, помноженная на
divided: divided by | деленная на, деленное на, деленный на, разделенная на, разделенное на, разделить на, поделенная на, поделенное на, делить на
sold: =sold, =purchased | =продано, =проданному, =проданных, =проданного, =заказано, =куплено, =отгружено
noise: =copy | =копируй, =копировать, =в каждой группе, =две колонки, =три колонки, =два столбца, =три столбца, =четыре колонки, =несколько колонок, =двумя колонками, =тремя колонками, =только эти столбцы, =только эти колонки, =два поля, =три поля
kind_word: kind, kinds, type, types, way, method, mode, form | вид, тип, способ, разновидность, форма
change_word: difference, change, delta | разница, прирост, изменение, отличие, дельта
growth_word: growth, growth rate, percentage change, percent change, change in percent | темп прироста, прирост в процентах, изменение в процентах
sum: =overall sum | =общую, =общая, =общее
light: place, placed, raised, opened | оформлять, оформляют, оформляли, оформили, поступать, поступало, поступили, поступает, регистрировать, зарегистрировали, выставлять, выставляли, выставили, проводить, провели, проводили, выдавать, выдавали, выдали, создавать, создали, создавали, открывать, открывали, открыли, принимать, принимали
clean_word: clean, clean up, normalise, normalize, tidy up | почисти, почистить, очисти, очистить, нормализуй
trim: remove surrounding spaces, without surrounding spaces | убрать пробелы по краям, убери пробелы по краям, убрать пробелы, обрезать пробелы по краям, обрежь пробелы по краям, удалить пробелы, удали пробелы по краям
lower: make lower case, convert to lower case | привести к нижнему регистру, приведи к нижнему регистру, перевести в нижний регистр, переведи в нижний регистр
upper: make upper case, convert to upper case | привести к верхнему регистру, приведи к верхнему регистру, перевести в верхний регистр
renamed: renamed | переименованный, переименованной, переименованным
