# What columns, tables and values are named after, in both languages. One concept a line:
#     head: English words, abbreviations, ~looser synonym | русские слова, ~нестрогие
# Matching is by Snowball stems, so one form per word is enough unless its stems differ (irregular plurals, fleeting vowels).
# `=` before a phrase asks for exactly this form; `~` marks a looser synonym (it loses against exact ones).
# A word may stand in several concepts. Words of one line must mean the same in data work.
amount: amount, amt, sum, ~total, ~value | сумма, ~стоимость, ~объем
total: total, tot, grand total | итог, итого, всего
price: price, unit price, cost per unit, ~cost, prc | цена, стоимость, прайс, ~тариф
cost: cost, expense, expenditure, spend, ~price | затраты, расход, себестоимость, издержки, ~стоимость
quantity: quantity, qty, quant, pieces, units, pcs, ~count, ~number | количество, кол-во, колво, штук, шт, ~число
revenue: revenue, turnover, sales, income, proceeds, earnings | выручка, оборот, доход, продажа, заработок, ~сумма продаж
profit: profit, margin, gain | прибыль, маржа
discount: discount, disc, rebate, reduction | скидка, дисконт
tax: tax, vat | налог, ндс
balance: balance, bal, remainder, ~stock | остаток, баланс, сальдо
payment: payment, pay, pmt, paid amount | оплата, платеж, выплата
salary: salary, wage, sal, pay, compensation, ~earnings | зарплата, оклад, жалование, заработная плата, зп, ~доход
bonus: bonus, premium | премия, бонус
fee: fee, commission, charge | комиссия, сбор, плата
debt: debt, owed, liability | долг, задолженность
budget: budget | бюджет
rate: rate, ratio | ставка, курс, ~тариф
order: order, ord, purchase, ~sale | заказ, заказывать, покупка, ~продажа
item: item, order item, line, order line, position, ~product | позиция, строка заказа, ~товар, ~предмет
product: product, prod, goods, article, merchandise, ~item, sku | товар, продукт, изделие, артикул, товарный
category: category, cat, group, ~type, ~class, ~kind | категория, рубрика, ~группа, ~вид
type: type, kind, typ, sort | тип, вид, ~категория
customer: customer, cust, client, buyer, shopper, purchaser, ~user | клиент, покупатель, заказчик, потребитель, ~абонент
user: user, usr, account holder, login, ~visitor | пользователь, юзер, логин, ~клиент
employee: employee, emp, worker, staff, personnel, colleague, ~people, ~headcount | сотрудник, работник, персонал, служащий, кадры
manager: manager, mgr, supervisor, boss, head | менеджер, руководитель, начальник, управляющий
department: department, dept, division, dep, unit | отдел, департамент, подразделение, ~отделение
position: position, job, title, job title, role, post | должность, позиция, роль
company: company, firm, organization, organisation, org, enterprise, business, corporation, ~account | компания, фирма, организация, предприятие
supplier: supplier, vendor, provider | поставщик, вендор, провайдер
store: store, shop, outlet, branch | магазин, точка, торговая точка, филиал
warehouse: warehouse, whs, wh, depot, stock location | склад
stock: stock, inventory, on hand | запас, остаток, остатки, наличие
shipment: shipment, shipping, ship, delivery, dispatch, consignment | отгрузка, доставка, поставка, отправка, перевозка
delivery: delivery, delivered, dlv | доставка, доставить
carrier: carrier, courier, transporter, haulier | перевозчик, курьер, транспортная компания
driver: driver | водитель, шофер
vehicle: vehicle, car, truck, auto, automobile, van, plate | машина, автомобиль, транспорт, авто, грузовик
route: route | маршрут, рейс
trip: trip, ride, journey | поездка, рейс
distance: distance, dist, mileage, km, kilometers, kilometres | расстояние, дистанция, пробег, километр, км
weight: weight, wt, kg, mass | вес, масса, кг
height: height | высота, рост
size: size, dimension | размер
volume: volume, vol | объем
country: country, ctry, nation, land | страна, государство
city: city, town | город
region: region, area, province, oblast, state, territory, district | регион, область, край, район, ~округ
address: address, addr | адрес
street: street, st | улица
zip: zip, zip code, postal code, postcode, post index | индекс, почтовый индекс
phone: phone, tel, telephone, mobile, phone number, cell | телефон, тел, мобильный, номер телефона
email: email, e-mail, mail, email address, electronic mail | почта, имейл, емейл, электронная почта, email, мейл, e-mail, эл почта
name: name, nm, title, full name, ~label | имя, название, наименование, фио, ~заголовок
first_name: first name, firstname, given name, fname | имя
last_name: last name, lastname, surname, family name, lname | фамилия
patronymic: patronymic, middle name | отчество
full_name: full name, fullname, fio | фио, полное имя, имя и фамилия
gender: gender, sex | пол
age: age | возраст
birth_date: birth date, birthday, date of birth, dob, birthdate, born | дата рождения, день рождения, родился
date: date, dt, day | дата, число, день
time: time, tm, ts, timestamp, datetime, moment | время, момент
created: created, creation, create, created at, create date, date created, registered, added | создан, дата создания, создание, создать, заведен
updated: updated, modified, changed, last updated, update, updated at, modification, last change | обновлен, изменен, дата обновления, дата изменения, обновление, изменение
start: start, begin, beginning, started, from date, opening | начало, старт, дата начала, начат
end: end, finish, ended, completion, to date, closing | конец, окончание, завершение, дата окончания, закончен
hired: hired, hire, hire date, employed, joined, recruitment | прием, принят, наем, дата приема, дата найма, нанят, устроен
fired: fired, dismissed, left, termination | уволен, увольнение
paid_date: paid at, payment date, date paid | дата оплаты, дата платежа
order_date: order date, ordered at, date of order | дата заказа
visit: visit, appointment, attendance | визит, прием, посещение, приём
patient: patient | пациент, больной
doctor: doctor, dr, physician | врач, доктор
diagnosis: diagnosis, dx | диагноз
specialty: specialty, speciality, specialization, specialisation | специальность, специализация
hospital: hospital, clinic | больница, клиника, госпиталь
student: student, pupil, learner | студент, ученик, учащийся, школьник
teacher: teacher, instructor, tutor | учитель, преподаватель
grade: grade, mark, score | оценка, балл, отметка
class: class | класс
course: course, subject | курс, предмет, дисциплина
school: school | школа
university: university, college | университет, вуз, институт
exam: exam, examination, test | экзамен, тест
score: score, points, rating | балл, очки, рейтинг, оценка
book: book | книга, книжка
author: author, writer | автор, писатель
genre: genre | жанр
reader: reader | читатель
loan: loan, lending, checkout, borrowing | выдача, заем, кредит, займ
publisher: publisher | издатель, издательство
year: year, yr | год
month: month, mon | месяц
week: week, wk | неделя
hour: hour, hr | час
minute: minute, min | минута
second: second, sec | секунда
duration: duration, dur, length, time spent, elapsed | длительность, продолжительность
call: call, phone call | звонок, вызов, разговор
subscriber: subscriber, sub, abonent | абонент, подписчик
tariff: tariff, plan, rate plan | тариф, план, тарифный план
traffic: traffic, usage | трафик
message: message, msg, text, sms | сообщение, смс, текст
account: account, acct, acc, ~customer | счет, аккаунт, лицевой счет, учетная запись
transaction: transaction, txn, tx, operation, trans, tran | транзакция, операция, проводка
bank: bank | банк
card: card | карта, карточка
currency: currency, curr, ccy | валюта
invoice: invoice, inv, bill | счет, инвойс, накладная, счет-фактура
contract: contract, agreement | договор, контракт
document: document, doc | документ
counterparty: counterparty, contractor, partner | контрагент, партнер
recipient: recipient, receiver, payee | получатель
sender: sender, payer | отправитель, плательщик
purpose: purpose, reason | назначение, цель, причина
comment: comment, note, remark, description, desc, descr | комментарий, примечание, описание, заметка
description: description, desc, descr, details | описание, детали
id: =id, identifier, =key, =uid, =guid, =uuid, code, number, no, num, nr | ид, идентификатор, =айди, =id, код, номер, ключ, =ид
code: code, cd | код, шифр
number: number, no, num, nr | номер
status: status, state, stat, condition | статус, состояние
flag: flag, is, has | флаг, признак
active: active, enabled, live, act | активный, действующий, включен
inactive: inactive, disabled | неактивный, отключен
blocked: blocked, banned, locked | заблокирован, блокировка
deleted: deleted, removed | удален
verified: verified, confirmed, approved | подтвержден, проверен, верифицирован
paid: paid, settled | оплачен, оплаченный, оплатить
unpaid: unpaid, outstanding | неоплачен, не оплачен, неоплаченный
cancelled: cancelled, canceled, cancel, annulled, called off | отменен, отменить, отмена, аннулирован
refunded: refunded, refund, returned, money back | возвращен, возврат, возвращенный
returned: returned, return | возвращен, возврат
shipped: shipped, dispatched, sent | отгружен, отправлен, отгруженный
delivered: delivered | доставлен, доставленный
new: new | новый, новая
pending: pending, waiting, awaiting, in progress, on hold | ожидает, в ожидании, ожидание, в обработке
processing: processing, in process, in work | в обработке, обрабатывается, в работе
completed: completed, complete, done, finished, closed, fulfilled | завершен, выполнен, закончен, готов, исполнен
closed: closed | закрыт, закрытый
open: open, opened | открыт, открытый
failed: failed, failure, error, unsuccessful, fail | ошибка, неудачный, неуспешный, сбой, провален
success: success, successful, ok, succeeded | успех, успешный
won: won, win | выигран, выиграл
lost: lost | проигран, потерян
approved: approved | одобрен, утвержден
rejected: rejected, declined, denied | отклонен, отказ, отказано
draft: draft | черновик
overdue: overdue, late, delayed | просрочен, опоздал, задержан, просроченный
urgent: urgent, express | срочный, экспресс
high: high | высокий
medium: medium, middle, normal | средний
low: low | низкий
male: male, man, men, m | мужчина, муж, мужской, м
female: female, woman, women, f | женщина, жен, женский, ж
yes: yes, y, true | да, есть
no: no, n, false | нет
cash: cash | наличные, наличный, нал
online: online | онлайн
payment_method: payment method, pay method, method | способ оплаты, метод оплаты
channel: channel, source, medium | канал, источник
source: source, src, origin | источник, откуда
destination: destination, dest, dst | назначение, пункт назначения, куда
campaign: campaign, promo, promotion, ad | кампания, акция, реклама
click: click | клик, нажатие
impression: impression, view, show | показ, просмотр
lead: lead | лид, заявка
deal: deal, opportunity | сделка
stage: stage, step, phase | этап, стадия, фаза
task: task, todo, ticket, issue | задача, тикет, заявка
project: project, proj | проект
event: event | событие, мероприятие
log: log, record | лог, журнал, запись
request: request, req, query, hit | запрос, заявка, обращение
response: response, resp, answer | ответ, отклик
url: url, link, path, page | ссылка, адрес страницы, страница, урл
ip: =ip, ip address | =ip, айпи
browser: browser, user agent | браузер
device: device | устройство
host: host, server, hostname | хост, сервер
service: service, svc | сервис, услуга, служба
level: level, lvl, severity | уровень
session: session | сессия, сеанс
latency: latency, response time, duration | задержка, время ответа
bytes: bytes, traffic | байт, трафик
meter: meter, metering | счетчик, прибор учета
reading: reading, measurement, measure | показание, замер, измерение
consumption: consumption, usage, kwh, energy | потребление, расход, квтч, энергия
temperature: temperature, temp | температура
building: building, house | здание, дом, строение
apartment: apartment, flat | квартира
room: room | комната, номер, помещение, палата
hotel: hotel | отель, гостиница
booking: booking, reservation, reserve | бронь, бронирование, резерв
guest: guest, visitor | гость, посетитель
night: night | ночь
check_in: check in, checkin, arrival | заезд, прибытие
check_out: check out, checkout, departure | выезд, отъезд, отправление
flight: flight | рейс, полет
airport: airport | аэропорт
ticket: ticket | билет
passenger: passenger | пассажир
movie: movie, film | фильм, кино
actor: actor | актер
song: song, track | песня, трек
team: team | команда
player: player | игрок
match: match, game | матч, игра
country_code: country code | код страны
language: language, lang | язык
segment: segment, tier | сегмент
plan: plan | план
target: target, goal | цель
brand: brand, make, manufacturer | бренд, марка, производитель
model: model | модель
color: color, colour | цвет
rating: rating, stars | рейтинг, оценка, звезды
review: review, feedback | отзыв, рецензия
coupon: coupon, promo code, voucher | купон, промокод
cart: cart, basket | корзина
owner: owner, holder | владелец, собственник
parent: parent | родитель, родительский
child: child, kid | ребенок, дети
insurance: insurance, policy | страховка, полис, страхование
vacation: vacation, leave, holiday, time off | отпуск
experience: experience, seniority, tenure | стаж, опыт
education: education | образование
inn: =inn, tin, tax id | инн
unit: unit, uom, unit of measure | единица, единица измерения, ед изм
row: row | строка, ряд
question: question | вопрос
answer: answer | ответ
moscow: moscow, msk | москва, мск
saint_petersburg: saint petersburg, st petersburg, spb, petersburg | санкт-петербург, питер, спб, петербург
kazan: kazan | казань
novosibirsk: novosibirsk | новосибирск
yekaterinburg: yekaterinburg, ekaterinburg | екатеринбург
russia: russia, =ru, rus, russian federation, =rf | россия, рф, русский, российский
germany: germany, =de, ger, german | германия, немецкий
france: france, =fr, french | франция, французский
usa: =usa, =us, united states, america, american | сша, америка, американский
uk: =uk, =gb, united kingdom, great britain, england, british | великобритания, англия, британия
spain: spain, =es, spanish | испания, испанский
italy: italy, italian | италия, итальянский
china: china, =cn, chinese | китай, китайский
japan: japan, =jp, japanese | япония, японский
poland: poland, =pl, polish | польша, польский
kazakhstan: kazakhstan, kz | казахстан, казахский
belarus: belarus | беларусь, белоруссия
ukraine: ukraine, ua | украина
turkey: turkey | турция, турецкий
india: india | индия
