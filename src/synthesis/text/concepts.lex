# What columns, tables and values are named after, in both languages. One concept a line:
#     head: English words, abbreviations, ~looser synonym | русские слова, ~нестрогие
# Matching is by Snowball stems, so one form per word is enough unless its stems differ (irregular plurals, some participles).
# `=` before a phrase asks for exactly this form; `~` marks a looser synonym (it loses against exact ones).
# A word may stand in several concepts. Words of one line must mean the same in data work: a synonym that is merely near makes a wrong table.
# Where the stems of different words coincide (rating and rate, customs and customer, визит and виза), `^` gives the forms one by one:
# like `=`, and what else the stem means does not count for this form.

# --- money and quantities
amount: amount, amt, sum, ~total, ~value, ~=summ | сумма, ~стоимость
total: total, tot, grand total, total amount | итог, ^итого, ^итога, ^итогу, ^итогом, ^итоге, ^итог, ^итогам, всего, общая сумма, итоговая сумма
subtotal: subtotal, sub total | промежуточный итог, подытог
price: price, unit price, price per unit, prc, list price, selling price | цена, стоимость, прайс, цена за единицу, цена продажи
cost: cost, unit cost, ~expense, cost per unit | стоимость, себестоимость, ~затраты
expense: expense, expenditure, spend, spent, costs incurred, outgoing, outlay, ~cost, opex | расход, затраты, издержки, трата, потрачено, потратить, потратили, потрачен, расходный, тратить
cost_price: cost price, cogs, cost of goods sold, prime cost | себестоимость, себестоимость продаж
purchase_price: purchase price, buying price, wholesale price, trade price | закупочная цена, цена закупки, оптовая цена
retail_price: retail price, rrp, msrp | розничная цена, цена в рознице
value: value, val | значение, ценность, величина
quantity: quantity, qty, quant, pieces, =units, pcs, ~count | количество, кол-во, кол во, =кол, колво, штук, шт, ~число
count: count, cnt, number of, ~quantity | количество, число, счетчик
revenue: revenue, turnover, sales, proceeds, =earnings, sales amount, sales volume, ~^income, ~^incomes | выручка, оборот, продажа, сумма продаж, объем продаж, ~доход
income: ^income, ^incomes, ~=earnings, ~revenue | доход, ~заработок
gross: gross | брутто, валовый
net: =net | нетто, чистый
profit: profit, gain, ~margin | ^прибыль, ^прибыля, ^прибыли, ^прибылю, ^прибылем, ^прибылей, ^прибылям, ~маржа
margin: margin, markup, ~profit | маржа, наценка, маржинальность, ~^прибыль, ~^прибыля, ~^прибыли, ~^прибылю, ~^прибылем, ~^прибылей, ~^прибылям
loss: =loss, =losses | убыток
discount: discount, disc, rebate, price reduction | скидка, дисконт
surcharge: surcharge, extra charge, ~markup | надбавка, доплата, наценка
tax: tax, ~vat | налог, ~ндс
vat: vat, value added tax, gst, sales tax, =nds | ндс, налог на добавленную стоимость
customs: ^customs, customs duty | таможня, таможенный, пошлина, таможенная пошлина
balance: balance, bal, remainder | остаток, баланс, сальдо
payment: payment, pmt, pay, paym, paid amount | оплата, платеж, выплата
prepayment: prepayment, advance, advance payment, deposit, ^prepaid, ^prepaids, down payment | предоплата, аванс, задаток
instalment: ^instalment, ^instalments, ^installment, ^installments | рассрочка, очередной платеж
salary: salary, wage, sal, monthly pay, base pay, ~pay, ~compensation | зарплата, оклад, жалование, заработная плата, зп, з п, ~заработок
bonus: bonus | бонус, премия, премиальный
premium_sum: premium, insurance premium | страховая премия, страховой взнос, ~премия
fee: fee, commission, comm, charge | комиссия, сбор, плата
fine: fine, penalty | штраф, пеня, неустойка, неустоек
debt: debt, owed, indebtedness, arrears, amount owed, outstanding balance | долг, задолженность
liability: liability | обязательство, пассив
asset: asset | актив, имущество
fixed_asset: fixed asset | основное средство, ^ос
depreciation: depreciation, amortization, amortisation | амортизация, износ
budget: budget | бюджет
rate: =rate, =rates | ставка, ~коэффициент
interest_rate: interest rate, annual rate, apr | процентная ставка, ставка по кредиту, годовая ставка
interest: =interest, accrued interest, interest amount | процент, проценты по кредиту, начисленные проценты
exchange_rate: exchange rate, fx rate, =fx, currency rate, ~=rate, ~=rates | курс, курс валюты, обменный курс, валютный курс
ratio: ratio, coefficient, coeff, =coef, factor | коэффициент, отношение, соотношение, =коэф
percent: percent, percentage, pct, perc, share | процент, доля, =проц
index: =index, =indexes, =indices, =idx | индекс
limit: limit, cap, ceiling | лимит, предел, ограничение
threshold: threshold | порог
minimum: minimum, min, lowest | минимум, минимальный, мин
maximum: maximum, max, highest | максимум, максимальный, макс
average: average, avg, mean | ^среднее, ^средний, ^средняя, ^средние, среднее значение
average_check: average check, average receipt, average order value, aov | средний чек
median: median | ^медиана, ^медианы, ^медиане, ^медиану, ^медианой, ^медианам, ^медианах, ^медиан, ^медианный, ^медианного, ^медианная, ^медианную, ^медианное, ^медианные, ^медианных, ^медианным
difference: difference, diff, delta | разница, разность, ^отклонение, ^отклонения, ^отклонению, ^отклонением, ^отклонении, ^отклонений, ^отклонениям, дельта
growth: growth, increase | рост, прирост, увеличение
decrease: decrease, ^decline, ^declines, drop | снижение, падение, уменьшение
currency: currency, curr, ccy, currency code | валюта, код валюты
wallet: wallet, purse | кошелек
cash: cash | наличные, ^нал, ^нала, ^налу, ^налом, ^нале, ^налы, ^налов, ^налам
cashless: cashless, non cash, noncash, bank transfer, wire transfer | безналичный, безнал
payout: payout, disbursement | выплата
tip: tip, gratuity | ^чаевые, ^чаевых
donation: donation, charity | пожертвование, благотворительность
grant: grant, subsidy | грант, субсидия, дотация
royalty: royalty | роялти
dividend: dividend | дивиденд
investment: investment | инвестиция, вложение
investor: investor | инвестор
capital: =capital, equity | капитал
fund: fund | фонд
share_stock: =share, =shares, =stock, =stocks, ^security, ^securities, ticker | акция, ценная бумага, тикер
bond: bond | облигация
portfolio: portfolio | портфель
exchange: exchange, stock exchange, stock market | биржа

# --- commerce
order: =order, =orders, ord, sales order, customer order, ~purchase, ~sale | заказ, ~покупка, ~продажа
sale: sale, sold | продажа, реализация, сбыт, проданный
purchase: purchase, buy, bought | покупка, ~закупка, купленный
procurement: procurement, tender, ^sourcing, purchase order, ~purchase | закупка, тендер, госзакупка, снабжение
order_line: order item, order line, line item, order position, order detail, order product | позиция заказа, строка заказа, товар в заказе, состав заказа, позиция
item: item, ~^product, ~^products, ~position | позиция, предмет, ~товар
product: ^product, ^products, prod, ^good, ^goods, article, merchandise, ~item, ~sku | товар, продукт, изделие, товарный, продукция, номенклатура, ~артикул
sku: sku, article number, vendor code, product code, item code, part number, stock keeping unit | артикул, код товара, =арт, номенклатурный номер
barcode: barcode, bar code, =ean, =upc, gtin | штрихкод, штрих код, =штрих-код, =штрих код
category: category, categ, cat, ctg, ~group, ~type | категория, рубрика, =кат, ~группа, ~вид
subcategory: subcategory, sub category | подкатегория, подрубрика
group: group, grp | группа
type: type, kind, typ, sort | тип, вид, =разновидность, ~категория
class: class | класс
assortment: assortment, product range | ассортимент
catalog: catalog, catalogue | каталог
collection: =collection, =collections | коллекция
brand: brand, trademark, trade mark, ~^manufacturer, ~^manufacturers, =make | бренд, торговая марка, марка
manufacturer: ^manufacturer, ^manufacturers, producer, mfr, maker | производитель, изготовитель, завод изготовитель
model: model | модель
variant: variant, variation | вариант, вариация
bundle: bundle, kit, ^set, ^sets | комплект, набор
package: package, =pack, =packs, ^packing | упаковка, пакет, фасовка
parcel: parcel, postal package | посылка, бандероль
sample: =sample, =samples, specimen | образец, проба, выборка
gift: gift, present | подарок
gift_card: gift card, gift certificate | подарочная карта, подарочный сертификат
coupon: coupon, promo code, promocode, voucher, discount code | купон, промокод, ваучер
promotion: promotion, promo, special offer | акция, промо, промоакция
campaign: campaign, camp, marketing campaign, ad campaign, ~promo | кампания, рекламная кампания, ~акция, ~реклама
loyalty: loyalty, loyalty program | лояльность, программа лояльности, бонусная программа
bonus_points: loyalty points, bonus points, reward points | бонусные баллы, баллы лояльности
cart: cart, basket, shopping cart | корзина
wishlist: wishlist, wish list, favourite, favorite | избранное, список желаний, вишлист
checkout: checkout, =check-out, =check out | оформление заказа, касса
receipt: ~=check, =receipt, =receipts, sales receipt, till receipt | чек, квитанция, кассовый чек
cashbox: cash register, cashbox, till, cash desk, =pos, point of sale | касса, кассовый аппарат, касса магазина
cashier: cashier, teller | кассир
store: store, shop, outlet, retail store, ~branch | магазин, торговая точка, точка продаж, ~точка, ~филиал
branch: branch, office branch | филиал, ^отделение, ^отделения, ^отделению, ^отделением, ^отделении, ^отделений, ^отделениям
marketplace: marketplace | маркетплейс, торговая площадка
warehouse: warehouse, whs, wh, depot, =storage, stock location | склад, складской
stock: =stock, =stocks, inventory, on hand, in stock, stock balance | запас, остаток, наличие, остаток на складе, складской остаток
inventory_check: stocktaking, stock count, inventory check | инвентаризация, переучет
availability: availability, in stock | наличие, ^доступность, ^доступности, ^доступностью, ^доступностей, =доступный, =доступные, =доступных, =доступен, =доступно, =доступны, в наличии
out_of_stock: out of stock, sold out, unavailable | нет в наличии, распродан, недоступный
reserve: ^reserve, ^reserves, reserved | резерв, зарезервированный
backorder: backorder, preorder, pre order | предзаказ
supplier: supplier, vendor, ~provider, supp | поставщик, вендор, ~провайдер
provider: provider | провайдер
distributor: distributor, dealer, reseller | дистрибьютор, дилер
wholesale: wholesale | опт
retail: retail | розница, розничный
seller: seller, merchant, salesperson, salesman, sales rep, sales representative | продавец, торговый представитель
customer: customer, cust, client, buyer, shopper, ^purchaser, ^purchasers, ~user, ~^consumer, ~^consumers | клиент, покупатель, заказчик, ~потребитель, ~пользователь
consumer: ^consumer, ^consumers | потребитель
user: user, usr, account holder, ~visitor | пользователь, юзер, ~клиент
shopper_group: customer segment, customer group | сегмент клиентов, группа клиентов, клиентский сегмент
guarantee: guarantee, warranty | гарантия, гарантийный
return: =return, =returns, product return | возврат, возврат товара
refund: ^refund, ^refunds, money back, chargeback, reimbursement | возврат, возврат средств, возврат денег, возмещение
exchange_goods: replacement | ^замена, ^замены, ^замене, ^замену, ^заменой, ^заменам, ^заменах, ^замен
defect: defect, flaw, faulty | брак, дефект, ^неисправность, ^неисправности, ^неисправностью, ^неисправностей, дефектный
complaint: complaint, claim, grievance | жалоба, претензия, рекламация
invoice: invoice, inv, ~bill | ^счет, ^счета, ^счету, ^счетом, ^счете, ^счеты, ^счетов, ^счетам, инвойс, счет-фактура, счет фактура, счет на оплату, ~накладная
bill: bill | ^счет, ^счета, ^счету, ^счетом, ^счете, ^счеты, ^счетов, ^счетам, квитанция
waybill: waybill, delivery note, packing slip, bill of lading | накладная, товарная накладная, ттн
estimate: estimate, quote, quotation, commercial offer | смета, коммерческое предложение, кп, оценка
offer: offer | предложение, оферта
market: =market, =markets | ^рынок, ^рынка, ^рынку, ^рынком, ^рынке, ^рынки, ^рынков, ^рынкам

# --- names, keys and descriptions
id: =id, =ids, identifier, ident, =uid, =guid, =uuid, =pk, ~number, ~=no, ~num, ~code, ~=key | =ид, идентификатор, =айди, ~номер, ~код, ~ключ
key: key | ключ
code: code, =cd | код, ^шифр, ^шифра, ^шифру, ^шифром, ^шифре, ^шифры, ^шифров, ^шифрам
number: number, =no, num, =nr, =nbr, =nmb | номер, =ном
serial_number: serial number, serial, =sn | серийный номер, заводской номер
sequence: sequence, seq, ordinal, sort order | порядковый номер, последовательность, очередность
row: row | строка, ряд
name: name, nm, ~title, ~label, ~full name | ^имя, ^ими, ^име, ^имю, ^имей, ^имям, ^имени, ^имен, ^имена, ^именем, ^именам, название, наименование, ~заголовок, ~^фио, ~^фиа, ~^фиу, ~^фиом, ~^фие, ~^фи, ~^фиам
title: title, ^heading, headline, caption, ~name | заголовок, название, ~наименование
first_name: first name, firstname, given name, fname, forename | ^имя, ^ими, ^име, ^имю, ^имей, ^имям, ^имени, ^имен, ^имена, ^именем, ^именам
last_name: last name, lastname, surname, family name, lname | фамилия, =фам
patronymic: patronymic, middle name, second name, =mname | отчество, =отч
full_name: full name, fullname, =fio, complete name, ~name | ^фио, ^фиа, ^фиу, ^фиом, ^фие, ^фи, ^фиам, полное имя, имя и фамилия, ф и о, ~^имя, ~^ими, ~^име, ~^имю, ~^имей, ~^имям, ~^имени, ~^имен, ~^имена, ~^именем, ~^именам
initials: initials | инициалы
nickname: nickname, nick, username, user name, screen name, ~login | ник, никнейм, псевдоним, имя пользователя
login: login, ~username | логин, ~имя пользователя
password: password, passwd, =pwd, passphrase | пароль
description: description, desc, descr, details, summary | описание, ^детали, подробности
comment: comment, note, remark, cmt, ~description | комментарий, примечание, заметка, коммент, ~описание
text: text, txt, =body, content | текст, содержание
label: =label, =labels, tag | метка, тег, ярлык
keyword: keyword | ключевое слово
status: status, ~state, =stat, =sts | статус, состояние
condition: condition | состояние
flag: flag | флаг, признак
attribute: ^attribute, ^attributes, attr, ^property, characteristic, feature | атрибут, свойство, характеристика, =признак
parameter: parameter, param, ^setting | параметр, настройка, настроек
option: ^option, ^options | опция, вариант
version: version, ver | версия
revision: revision | ревизия, редакция
priority: priority, prio | приоритет, важность
importance: ^importance, ^importances | важность
level: level, lvl, ~severity | уровень
rank: rank | ранг, место, позиция в рейтинге
reason: reason, cause, rationale | причина, основание
purpose: purpose | назначение, цель
result: result, outcome | результат, исход
source: source, src, origin, ~channel | источник, ~откуда
destination: destination, dest, dst | назначение, пункт назначения, место назначения, ~куда
channel: channel, ~source, ~medium | канал, ~источник
method: method, way | метод, способ
parent: parent | родитель, родительский
child: child, children, kid, =childs | ребенок, ^дети, ^детям, детей, детский, дочерний
owner: owner, proprietor, ~holder | владелец, владельца, собственник, хозяин
holder: holder | держатель, владелец, владельца
responsible: =responsible, responsible person, assignee, assigned to, person in charge | ответственный, исполнитель, ответственное лицо
creator: creator, created by, ~author | создатель, кто создал, ~автор
editor: editor, modified by, updated by | редактор, кто изменил
author: =author, =authors, writer | автор, писатель
list: list | список, перечень
reference: ^reference, ^references, =ref, dictionary, lookup table, directory | справочник, ссылка
register: =register, registry, ~journal | реестр, регистр, ~журнал
journal: journal | журнал
archive: archive | архив, архивный, архивированный
history: history, hist | ^история, ^истории, ^историю, ^историей, ^историй, ^историям
snapshot: snapshot | снимок, срез
section: section | раздел, секция, ~рубрика
subtitle: subtitle | подзаголовок, ~субтитр
summary: summary, abstract, synopsis | краткое содержание
alias: =alias, =aliases | алиас, псевдоним, ~прозвище
chart: =chart, =charts | диаграмма, ~^чарт, ~^чарта, ~^чарту, ~^чартом, ~^чарте, ~^чарты, ~^чартов, ~^чартам, ~хит-парад
map: =map, =maps | =карта, =карты, =карте, =карту, =картой, =карт, =картам, ~^схема, ~^схемы, ~^схеме, ~^схему, ~^схемой, ~^схем, ~^схемам
template: template | шаблон
original: =original, =originals | оригинал, оригинальный, подлинник
guide: =guide, =guides, guidebook | путеводитель, руководство, гид
translation: =translation, =translations | перевод
ranking: =ranking, =rankings, =standing, =standings | рейтинг, ранжирование, турнирная таблица, ~=место, ~=места, ~=месту, ~=местом, ~=месте, ~=мест, ~=местам
money: =money | деньги, денег, денежный
prize_money: prize money | призовой фонд, призовые деньги, ^призовые, ^призовой, ^призового, ^призовая, ^призовую, ^призовое, ^призовых, ^призовым
admission_fee: admission fee, entrance fee, entry fee, ticket price | стоимость билета, цена билета, входная плата, плата за вход

# --- people
person: ^person, ^persons, =people, individual, persons | человек, лицо, ^персона, ^персоны, ^персоне, ^персону, ^персоной, ^персонам, ^персонах, ^персон, люди, физлицо, физическое лицо
legal_entity: legal entity, legal person | юрлицо, юридическое лицо
sole_trader: sole trader, sole proprietor, individual entrepreneur, self employed | ип, предприниматель, индивидуальный предприниматель, самозанятый
population: population, inhabitant, resident | население, житель, численность населения
citizen: citizen | гражданин, граждане
citizenship: citizenship, ^nationality | гражданство, национальность
family: family, household | ^семья, ^семьи, ^семье, ^семью, ^семьей, ^семьям, ^семей, домохозяйство
relative: =relative, =relatives, relation, kinship | родственник, родство
spouse: spouse, husband, wife, wives, partner in marriage | супруг, муж, жена
mother: mother, mom | ^мать, ^матя, ^мати, ^матю, ^матем, ^матей, ^матям, ^матери, ^матерей, мама
father: father, dad | отец, отца, папа
son: =son, =sons | сын
daughter: daughter | дочь
brother: brother | брат
sister: sister | сестра, сестер
marital_status: marital status, family status | семейное положение, семейный статус
married: married | женат, замужем, в браке
single_status: =single, unmarried, bachelor | холост, не замужем, не женат, не в браке
divorced: divorced | развод, разведенный
widowed: widowed | вдова, вдовец
gender: gender, =sex | пол
male: male, man, =men, =m, mr | мужчина, мужской, =муж, =м
female: female, woman, =women, =f, mrs, =ms | женщина, ^женский, ^женская, ^женские, ^женских, =жен, =ж
age: =age, =ages, years old | возраст, ^лет, ^лета, ^лету, ^летом, ^лете, ^леты, ^летов, ^летам
birth: birth | рождение
birth_date: birth date, birthday, date of birth, dob, birthdate, born, birth day, =bdate, birth dt | дата рождения, день рождения, родился, =др, =д р
birth_place: birth place, birthplace, place of birth | место рождения
death: death, died, deceased | смерть, умер, скончался, умерший
adult: adult | взрослый, совершеннолетний
minor: =minor, =minors, underage, juvenile | несовершеннолетний
senior: =senior, elderly, ^pensioner, ^pensioners, retiree | пенсионер, пожилой
pension: ^pension, ^pensions, retirement | пенсия
disability: ^disability, disabled person | инвалидность, инвалид
veteran: veteran | ветеран
passport: passport | паспорт
identity_document: identity document, identity card, id card, id document | удостоверение личности, документ удостоверяющий личность
driving_licence: driving licence, driving license, driver license, driver licence | водительское удостоверение, водительские права, =ву
inn: =inn, =tin, tax id, taxpayer id, taxpayer number | ^инн, ^инна, ^инну, ^инном, ^инне, ^инны, ^иннов, ^иннам, идентификационный номер налогоплательщика
snils: snils, insurance number, social security number, ssn | снилс, страховой номер
ogrn: ogrn, company registration number | огрн, огрнип
kpp: kpp | кпп
okved: okved | оквэд
bik: =bik, =bic, swift, swift code | бик, свифт
iban: =iban
photo: photo, picture, ^photograph, ^photographs, pic | фото, ^фотография, ^фотографии, ^фотографию, ^фотографией, ^фотографий, ^фотографиям, снимок
image: image, img | изображение, картинка
avatar: avatar | аватар
signature: =signature, =signatures | ^подпись, ^подпися, ^подписи, ^подписю, ^подписем, ^подписей, ^подписям
consent: consent, agree | ^согласие, ^согласия, ^согласию, ^согласием, ^согласии, ^согласий, ^согласиям
profile: profile | профиль, анкета
questionnaire: questionnaire, survey, poll | анкета, опрос, анкетирование
respondent: respondent | респондент
group_people: =member, =members, membership, ^participant, ^participants | участник, член
participation: ^participation, ^participations | участие
volunteer: volunteer | волонтер, доброволец, добровольца
leader: leader | лидер
expert: expert | эксперт
guest: guest | гость
visitor: visitor, ~guest | посетитель, ~гость
role: role | роль
permission: permission, access right, privilege | ^разрешение, ^разрешения, ^разрешению, ^разрешением, ^разрешении, ^разрешений, ^разрешениям, право доступа, полномочие, права
access: =access | доступ
friend: friend | ^друг, ^друга, ^друзья, ^друзей, ^друзьям, ^друзьями, подруга, приятель
divorce: =divorce, =divorces | =развод, =развода, =разводу, =разводом, =разводе, =разводы, =разводов, =разводам
nationality: =nationality, =nationalities | =национальность, =национальности, =национальностью, =национальностей, =национальностям, ~гражданство
residence: =residence, =residences, place of residence | место жительства, резиденция, =проживание, =проживания, =проживанию, =проживанием, =проживании, =проживаний, =проживаниям
birth_year: birth year, year of birth, born year, =birthyear | год рождения
death_date: death date, date of death, deathdate | дата смерти
death_year: death year, year of death | год смерти
cause_of_death: cause of death, death cause | причина смерти
alive: =alive, =living | ^живой, ^живого, ^живая, ^живую, ^живое, ^живые, ^живых, ^живым, ^жив, ^жива, ^живы
dead: =dead | мертвый, ^мертв, ^мертва, ^мертвы
character: =character, =characters, =hero, =heroes | персонаж, ^герой, ^героя, ^герою, ^героем, ^герое, ^герои, ^героев, ^героям, ~характер
husband: husband | муж
wife: =wife, =wives | =жена, =жены, =жене, =жену, =женой, =жен, =женам

# --- contacts and places
contact: contact, contact person | контакт, контактное лицо
phone: phone, tel, telephone, ~mobile, phone number, ~^cell, ~^cells, mobile phone, cell phone, =ph | телефон, =тел, ~мобильный, номер телефона, ~сотовый, мобильный телефон, =моб
fax: fax | факс
email: email, e-mail, e mail, ~mail, email address, electronic mail, =e mail, e mail address | письмо, ^почта, ^почты, ^почте, ^почту, ^почтой, ^почтам, ^почтах, ^почт, имейл, емейл, электронная почта, мейл, эл почта, адрес электронной почты
mail: =mail, =post, postal | ^почта, ^почты, ^почте, ^почту, ^почтой, ^почтам, ^почтах, ^почт, ^почтовый, ^почтового, ^почтовая, ^почтовую, ^почтовое, ^почтовые, ^почтовых, ^почтовым
website: website, web site, =site, homepage | сайт, вебсайт, вебсайте, веб сайт
address: address, addr, =adr | адрес, =адр
legal_address: legal address, registered address | юридический адрес, юрадрес
actual_address: actual address, physical address | фактический адрес
delivery_address: delivery address, shipping address, ship to address | адрес доставки
billing_address: billing address, bill to address | платежный адрес, адрес плательщика
country: country, ctry, =cntry, ^nation, ^nations | страна, государство
country_code: country code, =iso code | код страны
city: city, town, =municipality | город, =г, населенный пункт, городской
region: region, =reg, ~province, ~oblast, ~area, ~state, ~territory | регион, ~область, ~край, ~округ
oblast: oblast, province | область, провинция
state_territory: =state, =states | =штат, =штаты, =штатам, =штатов, =штата
krai: krai, territory | край, территория
republic: republic | республика
federal_district: federal district | федеральный округ, =фо
district: district, =dist, borough, neighborhood, neighbourhood, county | район, округ, микрорайон
village: village, settlement | село, деревня, поселок, =деревень
street: street, =st, str, avenue, =ave | улица, =ул, проспект
house_number: house number, building number, =house, house no | дом, номер дома
building: ^building, bldg, ~=house | здание, строение, корпус, ~дом
entrance: entrance, porch | подъезд, вход
floor: =floor, =floors, storey | этаж
apartment: apartment, =apt, flat | квартира, =кв
room: room, ~ward | комната, помещение, номер, кабинет, ~палата
office: office | офис, кабинет
zip: zip, zip code, postal code, postcode, post code, =zipcode, postal index, post index | почтовый индекс, индекс
place: place, location, =loc, venue | место, местоположение, расположение, локация
point: =point, =points, spot | точка, пункт
latitude: latitude, =lat | широта
longitude: longitude, =lon, =lng, =long | долгота
coordinates: coordinate, coords, geo, geolocation, =gps | координата, геолокация, геопозиция
timezone: timezone, time zone, =tz, =utc offset | часовой пояс, таймзона, временная зона
continent: continent, part of the world | континент, материк, часть света
zone: zone | зона
border: border | граница
language: language, lang, ^locale, ^locales | язык
religion: religion | религия, вероисповедание
metro: metro, subway, metro station, underground station | ^метро, ^метра, ^метру, ^метром, ^метре, ^метр, ^метрам, станция метро
square_area: =area, floor area, living area, sq m | площадь, метраж

# --- dates and times
date: date, dt, ~=day | дата, число, ~день
time: time, tm, =ts, timestamp, datetime, =dttm, moment, date time, time stamp | время, момент, ^времени, ^времен, ^временем, дата и время
year: year, yr, =yyyy | год, =лет, =годы
quarter: quarter, =qtr, =qrtr | квартал, =кв
month: month, =mon, =mth, =mnth, =mm | месяц, =мес
week: week, wk | неделя, =нед
weekday: weekday, day of week, day of the week, =dow | день недели
day: day, =dd | день, дня, дни, дне, дню, дням, сутки, =дн
hour: hour, hr, =hrs | час, =ч
minute: minute, =min, =mins | минута, =мин
second: =second, =seconds, =sec, =secs | секунда, =сек
millisecond: millisecond, =ms, =msec | миллисекунда, =мс
decade: decade | десятилетие, декада
century: century | век, столетие
season: season | сезон, время года
half_year: half year, halfyear, semester | полугодие, полгода
period: ^period, ^periods, interval, time span | период, интервал, промежуток
fiscal_year: fiscal year, financial year, =fy | финансовый год, отчетный год
duration: duration, =dur, length of time, time spent, elapsed, elapsed time, ~length | длительность, продолжительность, затраченное время
deadline: deadline, due date, due, due at, =due_date | срок, дедлайн, крайний срок, срок исполнения, срок сдачи
term: term | срок, период
term_length: term in months, loan term | срок кредита, срок договора
schedule: ^schedule, ^schedules, timetable, roster | расписание, график
shift: =shift, =shifts | смена
calendar: calendar | календарь
age_days: days since, age in days | давность
start: start, begin, from date, start date, start time, start at, begin date, ^opening, commence, date from, valid from | начало, старт, дата начала, начатый, время начала, дата старта, действует с
end: end, ^finish, ^finishs, to date, end date, end time, ended at, finished at, finish date, ^closing, date to, valid to | конец, окончание, ^завершение, ^завершения, ^завершению, ^завершением, ^завершении, ^завершений, ^завершениям, дата окончания, дата завершения, время окончания, дата конца, действует до
created: created, creation, created at, create date, date created, creation date, creation time, =crdate, added at, date added, inserted at, record created, ^registered, added | созданный, дата создания, заведенный, время создания, дата добавления, добавленный, дата заведения
updated: updated, modified, changed, last updated, updated at, modification, last change, last modified, modified at, changed at, =upd, update date, date updated | обновленный, измененный, дата обновления, дата изменения, время изменения, время обновления, последнее изменение
registered: ^registered, registered at, registration, registration date, =reg date, signup, sign up, signup date | регистрация, дата регистрации, зарегистрированный, время регистрации
hired: hired, hire date, hired at, ^employed, joined, ^recruitment, ^recruitments, date hired, employment date, date of employment, start of work, join date, joined at | принять, приняли, прием на работу, дата приема, дата приема на работу, принять на работу, устроиться, принятый, ^наем, ^наема, ^наему, ^наемом, ^наеме, ^наемы, ^наемов, ^наемам, ^найма, дата приема, дата найма, нанятый, устроен, дата приема на работу, дата трудоустройства, трудоустройство
fired: ^fired, ^dismissed, dismissal, termination date, terminated at, dismissal date, fired at, resigned, leave date, left at, left date, date left, ~^termination, ~^terminations | уволенный, увольнение, дата увольнения
paid_date: paid at, payment date, date paid, pay date, date of payment, paid on, payment time, payment at, paid date | дата оплаты, дата платежа, время оплаты, время платежа, когда оплачен
order_date: order date, ordered at, date of order, order time, ordered on, date ordered, order datetime, order dt, purchase date, purchased at | дата заказа, время заказа, дата покупки
sale_date: sale date, sold at, date of sale, date sold | дата продажи, время продажи, дата реализации
shipped_date: shipped at, ship date, shipment date, date shipped, dispatched at, dispatch date, shipped on, sent at | отправка, отгрузка, дата отгрузки, дата отправки, время отгрузки, время отправки
delivered_date: delivered at, delivery date, date delivered, date of delivery, delivery time, delivered on | дата доставки, время доставки, дата поставки
cancelled_date: cancelled at, cancellation date, date cancelled | дата отмены, время отмены
closed_date: closed at, close date, date closed | дата закрытия, время закрытия
opened_date: opened at, open date, date opened | дата открытия, время открытия
resolved_date: resolved at, resolution date, date resolved, resolution time | дата решения, время решения
signed_date: signed at, signing date, date signed, signature date | дата подписания, дата заключения
issue_date: issue date, issued at, date issued, date of issue | дата выдачи, дата выпуска, дата выписки
invoice_date: invoice date, invoiced at, billed at, billing date | дата счета, дата выставления счета
return_date: return date, returned at, date returned, refund date, refunded at | дата возврата, время возврата
expiry_date: expiry date, expiration date, expires at, best before, valid until, shelf life, ^expiry, ^expiration, ^expirations, ^expired | срок годности, срок действия, дата истечения, годен до, действителен до, окончание срока действия, срок хранения
production_date: production date, manufactured at, date of manufacture, manufacture date, produced at, made on | дата производства, дата изготовления, дата выпуска
release_date: release date, released at, date released, ^release, ^releases | дата выхода, дата выпуска, дата релиза, релиз
published_date: published at, publication date, date published, publish date, posted at, post date | дата публикации, дата размещения, время публикации
visit_date: visit date, visited at, date of visit, appointment date, appointment time | дата визита, дата посещения, дата приема, время приема
event_date: event date, event time, occurred at, happened at, date of event | дата события, время события, дата мероприятия
last_login: last login, last seen, last login at, last visit, last activity | последний вход, последний визит, последняя активность, дата последнего входа, последнее посещение
assigned_date: assigned at, assignment date | дата назначения
started_work: work start, start of shift | начало смены, начало работы
received_date: received at, receipt date, date received, arrived at, arrival date | дата получения, дата поступления, время получения, дата прибытия
departure_date: departed at, departure date, departure time | дата отправления, время отправления, дата выезда, время вылета
arrival_time: arrival time, time of arrival, eta | время прибытия, время прилета
requested_date: requested at, request date, date requested | дата запроса, дата обращения, дата заявки
approved_date: approved at, approval date, date approved | дата утверждения, дата согласования, дата одобрения
deleted_date: deleted at, deletion date, date deleted, removed at | дата удаления, время удаления
loaded_date: loaded at, load date, load time, imported at, =etl date, ingested at | дата загрузки, время загрузки
planned_date: planned date, planned at, scheduled at, scheduled date | плановая дата, дата по плану, запланированная дата
actual_date: actual date | фактическая дата
document_date: document date, =doc date | дата документа
contract_date: contract date, agreement date | дата договора
report_date: report date, as of date, business date, value date, posting date | отчетная дата, дата отчета, операционная дата, дата проводки
transaction_date: transaction date, transaction time, =txn date, operation date, trade date | дата операции, дата транзакции, время операции, время транзакции
call_date: call date, call time, called at, call start | дата звонка, время звонка
booking_date: booking date, booked at, reservation date, date booked | дата бронирования, время бронирования, дата брони
admission_date: admission date, admitted at | дата поступления, дата госпитализации
discharge_date: discharge date, discharged at | дата выписки
now: =today, =now | сегодня
yesterday: yesterday | вчера
tomorrow: tomorrow | завтра
morning: morning | утро
afternoon: afternoon, daytime | дневной, днем
evening: evening | вечер, вечерний
night: =night, =nights, nighttime | ночь, ночной, =ночей
holiday: holiday, public holiday | праздник, праздничный
weekend: weekend, day off | выходной, уикенд
workday: workday, working day, business day | рабочий день, будни, будний день
january: january, =jan | январь, янв
february: february, =feb | февраль, фев
march: =march, =mar | март, мар
april: april, =apr | апрель, апр
may: =may | ^май, ^мая, ^маю, ^маем, ^мае, ^маи, ^маев, ^маям, мая
june: june, =jun | июнь
july: july, =jul | июль
august: =august, =aug | август, авг
september: september, =sep, =sept | сентябрь, сен
october: october, =oct | октябрь, окт
november: november, =nov | ноябрь, ^ноя, ^нои, ^ное, ^ною, ^ноей, ^ноям
december: december, =dec | декабрь, дек
monday: monday, =mon | понедельник, =пн
tuesday: tuesday, =tue, =tues | вторник, =вт
wednesday: wednesday, =wed | среда, =ср
thursday: thursday, =thu, =thurs | четверг, =чт
friday: friday, =fri | пятница, =пт
saturday: saturday, =sat | суббота, =сб
sunday: sunday, =sun | воскресенье, =вс
spring: =spring | весна, ^весенний, ^весенняя, ^весенние
summer: summer | =лето, =лета, =летом, летний
autumn: autumn, =fall | ^осень, ^осеня, ^осени, ^осеню, ^осенем, ^осеней, ^осеням, ^осенью, ^осенний, ^осенняя, ^осенние
winter: winter | зима, зимний
opening_hours: opening hours, business hours | часы работы, режим работы
opening_year: opening year, year opened | год открытия
publication_year: publication year, year published, year of publication | год издания, год публикации
release_year: release year, year released, year of release | год выхода, год релиза
founding_year: year of foundation | год основания
award_date: award date | дата награждения

# --- statuses and other values
active: ^active, enabled, =live, turned on, =is_active | активный, ^активен, действующий, ^включенный, ^включенного, ^включенная, ^включенную, ^включенное, ^включенные, ^включенных, ^включенным, ^включен, ^включена, ^включено, ^включены
inactive: =inactive, ^disabled, turned off, =dormant | неактивный, неактивен, отключенный, выключенный, недействующий
activation: =activation, =activated, ^activate, ^activates | активация, активированный
blocked: =blocked, banned, locked, =block | заблокированный, блокировка, блок, ^забанен, ^забанены, ^забанена
unblocked: unblocked, unlocked | разблокированный
suspended: suspended, paused, frozen, on pause | приостановленный, приостановка, замороженный, на паузе
deleted: deleted, removed, erased | удаленный
hidden: hidden, invisible | скрытый, невидимый
visible: visible, shown | ^видимый, ^видимого, ^видимая, ^видимую, ^видимое, ^видимые, ^видимых, ^видимым, ^видимость, ^видимости, ^видимостью, ^видимостей
verified: verified, verification, ~confirmed | верифицированный, проверенный, верификация, ~подтвержденный
confirmed: confirmed | подтвержденный
unconfirmed: unconfirmed, unverified, not confirmed, not verified | неподтвержденный, не подтвержденный, непроверенный
valid: =valid, correct | верный, корректный, действительный, валидный
invalid: =invalid, incorrect, wrong | неверный, некорректный, недействительный, невалидный
paid: paid, settled, fully paid | оплаченный, =оплатил, =оплатили, =оплатила, выплаченный
partly_paid: partially paid, partly paid | частично оплаченный, оплаченный частично
unpaid: unpaid, not paid, awaiting payment, payment pending, outstanding | неоплаченный, не оплаченный, ожидает оплаты, ждет оплаты
prepaid: =prepaid, prepaid card | предоплаченный
postpaid: postpaid | постоплата, постоплатный
cancelled: cancelled, annulled, called off, voided | отмененный, ^отмена, ^отмены, ^отмене, ^отмену, ^отменой, ^отменам, ^отменах, ^отмен, аннулированный
refunded: ^refunded, money returned | возвращенный, возвращены деньги, деньги возвращены, возврат
returned: ^returned | вернуться, вернулся, вернулись, вернуть, возвращенный, возврат
shipped: =shipped, ^dispatched, =sent | отправка, отгрузка, отправить, отгруженный, отправленный
in_transit: in transit, on the way, en route, on its way, in delivery, out for delivery | в пути, в дороге, в доставке, ^доставляется, ^доставляются, в транзите
delivered: =delivered, handed over | доставленный, врученный
received: ^received | полученный
assembled: ^assembled, picked, ^packed | собранный, упакованный, скомплектованный
new: =new, brand new | новый, =нов
used: =used, second hand, secondhand, pre owned | бывший в употреблении, подержанный, =бу, б у
old: =old | старый
pending: pending, waiting, awaiting, on hold, queued, in queue | ожидает, в ожидании, в очереди, на рассмотрении
in_progress: in progress, in work, ongoing, underway, =wip | в работе, в процессе, ^выполняется, ^выполняются
processing: =processing, in process, being processed | в обработке, обрабатывается, обработка, в работе
processed: =processed | обработанный
completed: completed, done, ^finished, fulfilled, executed | завершенный, выполненный, законченный, готовый, исполненный
incomplete: incomplete, unfinished, not completed | незавершенный, не завершенный, невыполненный, не выполненный
closed: =closed, =close | закрытый
open: open | открытый
reopened: reopened | переоткрытый, открытый повторно
resolved: =resolved, solved, fixed | ^решенный, ^решенного, ^решенная, ^решенную, ^решенное, ^решенные, ^решенных, ^решенным, ^решен, ^решена, ^решено, ^решены, разрешенный, исправленный
unresolved: unresolved, unsolved | нерешенный, не решенный
failed: failed, failure, unsuccessful, =fail, =fails | неудачный, неуспешный, сбой, проваленный, неудача, не удался
error: error, =err | ошибка, ошибочный
warning: warning, =warn | предупреждение
info: =info, informational | информационный
critical: critical, fatal | критический, критичный
success: success, succeeded, =ok | успех, успешный, удачный
won: =won, =win, =wins, closed won | выигранный, победа, выигрыш
lost: lost, closed lost, lose | проигранный, потерянный, проигрыш, утерянный
draw: =draw, tie | ничья
approved: approved | одобренный, утвержденный, согласованный
rejected: ^rejected, ^declined, denied, refused, rejection | отклоненный, отказ, ^отклонение, ^отклонения, ^отклонению, ^отклонением, ^отклонении, ^отклонений, ^отклонениям
accepted: accepted, =accept | принятый
submitted: submitted | ^поданный, ^поданного, ^поданная, ^поданную, ^поданное, ^поданные, ^поданных, ^поданным, ^подан, ^подана, ^подано, ^поданы, отправленный на проверку
draft: draft | черновик
published: =published, =publish | опубликованный
unpublished: unpublished | неопубликованный
signed: signed | подписанный
expired: =expired, lapsed | истекший, истек, просроченный, истекла
overdue: overdue, past due, late, behind schedule | просроченный, просрочка, опоздал, с опозданием
delayed: delayed, postponed, late | задержанный, задержка, отложенный, ^опоздание, ^опоздания, ^опозданию, ^опозданием, ^опоздании, ^опозданий, ^опозданиям, опоздал
on_time: on time, in time, ^timely | вовремя, в срок, своевременный
scheduled: ^scheduled, ~^planned | запланированный
unscheduled: unscheduled, unplanned | внеплановый, незапланированный
missed: ^missed, no show, noshow | пропущенный, неявка, не пришел
attended: ^attended | посетил, пришел
absent: absent, absence | ^отсутствие, ^отсутствия, ^отсутствию, ^отсутствием, ^отсутствии, ^отсутствий, ^отсутствиям, прогул
urgent: urgent, =asap | срочный, неотложный, экстренный
express: =express | экспресс
standard: standard, =std | стандартный, стандарт, обычный
regular: =regular | регулярный, обычный, постоянный
premium: =premium | премиум, премиальный
basic: =basic | базовый
vip: vip | вип
trial: trial | пробный, ^триал, ^триала, ^триалу, ^триалом, ^триале, ^триалы, ^триалов, ^триалам, пробный период
free: =free, free of charge | бесплатный, свободный
paid_plan: paid plan | платный
vacant: vacant | свободный, вакантный, незанятый
occupied: occupied, ^busy, taken | занятый
high: high | высокий
medium: medium, =mid, ^moderate, ^moderates, =middle | ^средний, ^средняя, ^средние
low: low | низкий
normal: normal | нормальный, обычный, норма
big: =big, large | ^большой, ^большого, ^большая, ^большую, ^большое, ^большые, ^большых, ^большым, ^большие, ^больших, крупный
small: small | маленький, малый, мелкий
good: =good | хороший
excellent: excellent | отличный
bad: bad, poor | плохой
satisfactory: satisfactory | удовлетворительный
hot: =hot | горячий
cold: cold | холодный
warm: warm | теплый
yes: yes, =y, true | да, =истина
no: =no, =n, false | нет, =ложь
none: =none | нет, ^отсутствует, ^отсутствуют
unknown: unknown, =unk | неизвестный
other: other, misc, miscellaneous | другой, прочий
main: main, primary | главный, основной
secondary: secondary | вторичный, второстепенный
default: default | по умолчанию
additional: additional, extra, =addl | дополнительный, =доп
internal: =internal | внутренний
external: =external | внешний
international: =international, =intl | международный
domestic: domestic, ^local, ^locals | внутренний, местный, отечественный
foreign: foreign | иностранный, зарубежный, иностранец
imported: imported, =import, =imports | импорт, импортный
exported: exported | экспорт, экспортный
public: =public | публичный, общедоступный
private: private | частный, личный, приватный
personal: ^personal | личный, персональный
corporate: ^corporate | корпоративный
official: official | официальный
temporary: temporary, =temp, =tmp | ^временный, ^временного, ^временная, ^временную, ^временное, ^временные, ^временных, ^временным
permanent: permanent | постоянный, бессрочный
manual: manual | ручной, вручную
automatic: automatic, automated | автоматический, автомат
online: online | онлайн
offline: offline | офлайн, оффлайн
remote: remote | удаленный, дистанционный
onsite: onsite, on site | очный, на месте
mandatory: mandatory, required, obligatory, compulsory | обязательный
optional: ^optional, ^optionals | необязательный, опциональный
unique: unique | уникальный
duplicate: duplicate, =dup, =dupe | дубликат, дубль, дублирующий
missing: ^missing | отсутствующий, пропавший
empty: empty, blank | ^пустой, ^пустого, ^пустая, ^пустую, ^пустое, ^пустые, ^пустых, ^пустым, ^пуст, ^пуста, ^пусту, ^пустом, ^пусте, ^пусты, ^пустов, ^пустам
test: =test, =tests | тест
real: =real | реальный, настоящий
actual: =actual, =fact | факт, фактический
planned: =planned, =plan | ~план, запланированный
fraud: fraud, fraudulent, scam | мошенничество, мошеннический, фрод
suspicious: suspicious | подозрительный
spam: spam | спам
legal: =legal, ^lawful, ^lawfuls | ^законный, ^законного, ^законная, ^законную, ^законное, ^законные, ^законных, ^законным, юридический, ^правовой, ^правового, ^правовая, ^правовую, ^правовое, ^правовые, ^правовых, ^правовым
illegal: illegal, unlawful | незаконный, нелегальный
safe: =safe, ^secure, ^secures | безопасный
dangerous: dangerous, hazardous | опасный
fragile: fragile | хрупкий
available: =available | ^доступный, ^доступного, ^доступная, ^доступной, ^доступную, ^доступное, ^доступные, ^доступных, ^доступным, ~свободный
retired: ^retired | на пенсии, вышедший на пенсию
elected: =elected
founded: =founded, =established, year founded, founding year, founded in, year established | ^основан, ^основанный, ^основанного, ^основанная, ^основанной, ^основанную, ^основанное, ^основанные, ^основанных, ^основанным, ^основана, ^основано, ^основаны, год основания, ^учрежденный, ^учрежденного, ^учрежденная, ^учрежденной, ^учрежденную, ^учрежденное, ^учрежденные, ^учрежденных, ^учрежденным, ^учрежден, ^учреждена, ^учреждено, ^учреждены
foundation_date: founding date, foundation date, date founded, established date | дата основания
built: =built | построенный
discovered: =discovered | обнаруженный
played: =played | ^сыгранный, ^сыгранного, ^сыгранная, ^сыгранной, ^сыгранную, ^сыгранное, ^сыгранные, ^сыгранных, ^сыгранным
injured: =injured, wounded | ^раненый, ^раненого, ^раненая, ^раненой, ^раненую, ^раненое, ^раненые, ^раненых, ^раненым, ~пострадавший, травмированный
killed: =killed, =fatalities | ^убитый, ^убитого, ^убитая, ^убитой, ^убитую, ^убитое, ^убитые, ^убитых, ^убитым, ~погибший
casualties: casualty | ^потери, ^потеря, ^потере, ^потерю, ^потерей, ^потерь, ^потерям, жертва
banned: =banned, =forbidden, =prohibited | запрещенный
postgraduate: postgraduate, graduate student, =postgrad | аспирант, магистрант
local: =local, =locals | местный, локальный
national: =national | ^национальный, ^национального, ^национальная, ^национальной, ^национальную, ^национальное, ^национальные, ^национальных, ^национальным
world: =world | ^мир, ^мира, ^миру, ^миром, ^мире, ^миры, ^миров, ^мирам
indoor: indoor, =indoors | крытый, в помещении
vaccinated: =vaccinated | =привитый, =привитого, =привитая, =привитой, =привитую, =привитое, =привитые, =привитых, =привитым, =привит, =привита, =привито, =привиты, вакцинированный
assigned: =assigned | ^назначенный, ^назначенного, ^назначенная, ^назначенной, ^назначенную, ^назначенное, ^назначенные, ^назначенных, ^назначенным, ^назначен, ^назначена, ^назначено, ^назначены
enrolled: =enrolled | ^зачисленный, ^зачисленного, ^зачисленная, ^зачисленной, ^зачисленную, ^зачисленное, ^зачисленные, ^зачисленных, ^зачисленным, ^зачислен, ^зачислена, ^зачислено, ^зачислены

# --- banking and bookkeeping
bank: bank | банк, банковский
account: account, acct, acc, accnt | ^счет, ^счета, ^счету, ^счетом, ^счете, ^счеты, ^счетов, ^счетам, лицевой счет, =лс, ~аккаунт
user_account: user account, ~account | аккаунт, учетная запись, учетка, личный кабинет
account_number: account number, account no | номер счета, расчетный счет, р с, =рс
card: card, =karta | карта, карточка
card_number: card number, =pan | номер карты
debit_card: debit card | дебетовая карта
credit_card: credit card | кредитная карта, кредитка
transaction: transaction, txn, =tx, =trx, =trans, =tran | транзакция, операция, проводка
operation: =operation, =operations, =oper | операция
transfer: transfer, remittance, money transfer | перевод, перечисление
withdrawal: withdrawal, cash withdrawal, debit transaction | снятие, снятие наличных, списание
write_off: write off, writeoff, charge off | списание
top_up: top up, topup, replenishment, recharge, refill | пополнение
debit: debit, =dr | дебет
credit_side: credit entry, =cr | кредит
credit: =credit, =credits, bank loan, ~loan | кредит, ссуда, кредитный, ~=заем, ~займ
loan: loan, lending, ^borrowing | кредит, ссуда, =заем, займ, =заемный
mortgage: mortgage | ипотека, ипотечный
borrower: ^borrower, ^borrowers, debtor | заемщик, должник
lender: lender, creditor | кредитор
guarantor: guarantor, surety | поручитель
collateral: collateral, pledge | залог, обеспечение
deposit: deposit, term deposit | вклад, депозит
depositor: depositor | вкладчик
repayment: repayment, loan repayment | погашение, погашение кредита
principal: principal, loan principal | основной долг, тело кредита
overpayment: overpayment | переплата
accrual: accrual, accrued | начисление
deduction: deduction, withholding, withheld | удержание, вычет
scoring: ^scoring, credit score, credit rating | скоринг, кредитный рейтинг, скоринговый балл
atm: =atm, =atms, cash machine | банкомат
terminal: terminal | терминал
payer: payer | плательщик
recipient: recipient, ^receiver, ^receivers, payee, beneficiary, addressee, consignee | получатель, адресат, грузополучатель
sender: sender, consignor, shipper | отправитель, грузоотправитель
counterparty: counterparty, contractor, counterpart, ~partner | ~плательщик, ~получатель, контрагент, ~партнер
partner: =partner, =partners | партнер
contract: contract, agreement, =contr | договор, контракт, соглашение
contract_number: contract number, contract no, agreement number | номер договора
document: document, =doc, =docs | документ, =док
document_number: document number, =doc number, =doc no | номер документа
document_type: document type, =doc type | тип документа, вид документа
act: =act, =acts, certificate of completion | акт, акт выполненных работ
certificate: certificate, cert | сертификат, свидетельство, справка
reconciliation: reconciliation | сверка
report: =report, =reports | отчет, отчетность
article_budget: budget item, budget line, cost item, expense item | статья, статья расходов, статья затрат, статья бюджета
cost_center: cost center, cost centre | центр затрат, место возникновения затрат
ledger: ledger, general ledger | главная книга, книга учета
entry: entry, journal entry, ^posting | запись, записи, проводка
audit: audit | аудит, проверка
auditor: auditor | аудитор, ревизор
accounting: ^accounting, =accounts department, ^bookkeeping | ^бухгалтерия, ^бухгалтерии, ^бухгалтерию, ^бухгалтерией, ^бухгалтерий, ^бухгалтериям, учет, бухгалтерский
accountant: ^accountant, ^accountants, ^bookkeeper, ^bookkeepers | ^бухгалтер, ^бухгалтера, ^бухгалтеру, ^бухгалтером, ^бухгалтере, ^бухгалтеры, ^бухгалтеров, ^бухгалтерам
finance: finance, financial | финансы
receivable: ^receivable, ^receivables, accounts receivable | дебиторская задолженность, дебиторка
payable: payable, accounts payable, amount due, amount payable, total due | к оплате, кредиторская задолженность, сумма к оплате, кредиторка
cash_flow: cash flow, cashflow | денежный поток, движение денежных средств
forecast: forecast, prediction, ^projected | прогноз, прогнозный
plan: plan | план
target: =target, =targets, goal, objective | цель
kpi: kpi, metric, ^indicator, ^indicators | показатель, метрика, кпэ
efficiency: efficiency, effectiveness, ^performance, ^performances | эффективность, производительность
productivity: ^productivity | производительность
roi: roi, return on investment | окупаемость, рентабельность
insurance: =insurance, =insured | страховка, страхование
policy: =policy, =policies, insurance policy, ~insurance | полис, страховой полис, ~страховка
insurer: ^insurer, ^insurers, insurance company | страховщик, страховая компания
policyholder: policyholder, policy holder, insured person | страхователь, застрахованный
insured_event: insured event, insurance case | страховой случай
payment_method: payment method, pay method, payment type, method of payment, pay type, payment mode, ~method | способ оплаты, метод оплаты, вид оплаты, тип оплаты, форма оплаты, ~способ
payment_status: payment status | статус оплаты, состояние оплаты
payment_purpose: payment purpose, purpose of payment, payment details | назначение платежа
requisites: requisites, bank details | реквизиты, банковские реквизиты
subscription: =subscription, =subscriptions | подписка, абонемент
subscription_fee: subscription fee, monthly fee | абонентская плата, абонплата
churn: churn, attrition | отток, ушел
retention: retention | удержание
bankrupt: bankrupt, bankruptcy, insolvent | банкрот, банкротство
exchange_office: currency exchange | обмен валюты, обменник
cryptocurrency: cryptocurrency, crypto | криптовалюта
crypto_block: blockchain | блокчейн
monthly_payment: monthly payment | ежемесячный платеж
credit_score: credit score, =fico | кредитный скоринг, кредитный балл
beneficiary: =beneficiary, =beneficiaries | выгодоприобретатель, бенефициар
insurance_claim: insurance claim, =claims | страховое требование, страховая претензия, заявление о выплате
settlement: claim settlement, amount settled | урегулирование убытка
risk: risk | ^риск, ^риска, ^риску, ^риском, ^риске, ^риски, ^рисков, ^рискам
broker: =broker, =brokers | брокер
trader: =trader, =traders | трейдер
trade: =trade, =trades, =trading | торговля, торговель
stock_price: stock price, share price | цена акции, курс акции, котировка
shareholder: shareholder, stockholder | акционер
gdp: =gdp, gross domestic product | ^ввп, валовой внутренний продукт
export: =export, =exports | экспорт

# --- companies and staff
company: company, firm, enterprise, corporation, ~organization, ~^business, ~^businesses, =corp, ~organisation, ~=org | компания, фирма, предприятие, ~организация
organization: =organization, =organizations, =organisation, =organisations, =org, institution | организация, учреждение, ~компания
business: ^business, ^businesses | бизнес, ^деловой, ^делового, ^деловая, ^деловую, ^деловое, ^деловые, ^деловых, ^деловым
industry: industry, sector, branch of industry | отрасль, индустрия, промышленность, сектор
subsidiary: subsidiary | дочерняя компания, дочка, дочернее предприятие
headquarters: headquarters, =hq, head office | штаб-квартира, штаб квартира, головной офис
employee: employee, emp, worker, staff, personnel, staff member, =empl, colleague, ~people, ~headcount | сотрудник, работник, ^персонал, ^персонала, ^персоналу, ^персоналом, ^персонале, ^персоналы, ^персоналов, ^персоналам, служащий, кадры
headcount: headcount, number of employees, staff size | ^численность, ^численности, ^численностью, ^численностей, численность персонала, число сотрудников, штатная численность
manager: manager, mgr, ~supervisor, ~boss, ~head | менеджер, руководитель, ~начальник, управляющий
supervisor: supervisor, boss, superior, line manager | начальник, руководитель, супервайзер
director: director, =ceo, general director | директор, гендиректор, генеральный директор
deputy: deputy | заместитель, ^зам, ^зама, ^заму, ^замом, ^заме, ^замы, ^замов, ^замам
specialist: =specialist, =specialists | специалист
engineer: ^engineer, ^engineers | инженер, инженерный
developer: ^developer, ^developers, programmer | разработчик, программист
analyst: =analyst, =analysts | аналитик
designer: designer | дизайнер
lawyer: lawyer, attorney | юрист, адвокат
secretary: secretary | секретарь
assistant: ^assistant, ^assistants | ассистент, помощник
consultant: ^consultant, ^consultants, adviser, advisor | консультант, советник
operator: =operator, =operators | оператор
dispatcher: ^dispatcher, ^dispatchers | диспетчер, диспетчерский
technician: technician | техник
mechanic: =mechanic, =mechanics | механик, слесарь
foreman: foreman | бригадир, прораб, мастер
crew: crew, work crew, brigade | бригада, экипаж
security_guard: security guard, guard | охранник, охрана
cook: cook, chef | повар, шеф повар, шеф-повар
waiter: waiter, waitress | официант, официантка
intern_trainee: =intern, =interns, trainee | стажер, практикант
freelancer: freelancer | фрилансер, внештатный
department: ^department, ^departments, dept, =dep, ~division | отдел, департамент, ~подразделение
division: division, subdivision, business unit, =unit, ~^department, ~^departments | подразделение, дивизион, ~отдел
position: position, job title, ^post, ^posts, =job, ~role, ~=title | должность, ~позиция, ~роль
profession: profession, ^occupation, ^occupations, trade | профессия, род занятий
job: job, =jobs, ^employment, ^employments, =work | работа, ^занятость, ^занятости, ^занятостью, ^занятостей
employment_type: employment type, type of employment, job type | тип занятости, вид занятости
full_time: full time, fulltime | полная занятость, полный день, полная ставка
part_time: part time, parttime | частичная занятость, неполный день, подработка
vacancy: vacancy, job opening, open position | вакансия
candidate: candidate, ^applicant, ^applicants, job seeker | кандидат, соискатель
resume: resume, =cv, curriculum vitae | резюме
interview: interview | собеседование, ^интервью
recruiter: ^recruiter, ^recruiters | рекрутер
hiring: hiring | найм, подбор персонала
vacation: vacation, annual leave, =leave, time off, =pto, ~holiday | отпуск, отпускной
sick_leave: sick leave, sick day, sickness absence | больничный, больничный лист, лист нетрудоспособности
maternity: maternity, maternity leave, parental leave | декрет, декретный отпуск
business_trip: business trip, business travel | командировка
overtime: overtime | переработка, сверхурочные
timesheet: timesheet, time sheet | табель, табель учета рабочего времени
hours_worked: hours worked, worked hours | отработанные часы, рабочие часы
attendance: ^attendance, ^attendances | ^посещаемость, ^посещаемости, ^посещаемостью, ^посещаемостей, явка, явок
experience: experience, ~^seniority | ^опыт, ^опыта, ^опыту, ^опытом, ^опыте, ^опыты, ^опытов, ^опытам, стаж
seniority: ^seniority, tenure, length of service, years of service, years of experience, work experience | стаж, стаж работы, опыт работы, выслуга
qualification: qualification | квалификация
skill: skill, competence | навык, умение, компетенция
training: training | обучение, тренинг, тренировка
appraisal: appraisal, performance review | аттестация, оценка персонала
promotion_job: job promotion | повышение
grade_job: job grade, =grade, pay grade | грейд, разряд
payroll: payroll | расчет зарплаты, фонд оплаты труда, зарплатная ведомость
personnel_number: personnel number, employee number, staff number, employee code | табельный номер, номер сотрудника
staffing: staffing, staffing table | штатное расписание
union_trade: trade union | профсоюз
chairman: chairman, chairperson | председатель
founder: ^founder, ^founders | основатель, учредитель
executive: ^executive, ^executives | топ-менеджер, ~исполнительный
clerk: clerk | ^клерк, ^клерка, ^клерку, ^клерком, ^клерке, ^клерки, ^клерков, ^клеркам, делопроизводитель
cleaner: =cleaner, =cleaners | уборщик, уборщица
scientist: ^scientist, ^scientists | ^ученый, ^ученого, ^ученая, ^ученой, ^ученую, ^ученое, ^ученые, ^ученых, ^ученым
researcher: =researcher, =researchers | исследователь, научный сотрудник
progress: =progress, ~percent complete, completion rate | прогресс, ~процент выполнения, ход выполнения
resource: =resource, =resources | ресурс
program: =program, =programs, =programme, =programmes | =программа, =программы, =программе, =программу, =программ
dance: =dance, =dances | =танец, =танца, =танцу, =танцем, =танце, =танцы, =танцев, =танцам

# --- customer relations and marketing
lead: =lead, =leads, prospect | лид, потенциальный клиент, ~заявка
deal: deal, opportunity, opp | сделка
pipeline: pipeline, funnel, sales funnel | воронка, воронка продаж
stage: stage, phase, step | этап, стадия, фаза, шаг
probability: probability, likelihood, chance | вероятность, шанс
segment: segment, tier | сегмент
audience: audience | ^аудитория, ^аудитории, ^аудиторию, ^аудиторией, ^аудиторий, ^аудиториям
walk: walk, =on foot, walking, pedestrian | пешком, пешеход, пеший
absence: absence, absent, absentee, missed class, truancy | пропуск, прогул, отсутствие
homeroom_teacher: homeroom teacher, class teacher, form teacher | классный руководитель, классрук
meeting: meeting | встреча, совещание, ^собрание, ^собрания, ^собранию, ^собранием, ^собрании, ^собраний, ^собраниям
call: call, phone call, =calls | звонок, вызов, телефонный звонок, ~разговор
incoming: ^incoming, inbound | ^входящий, ^входящая, ^входящие, ^входящих
outgoing: outgoing, outbound | ^исходящий, ^исходящая, ^исходящие, ^исходящих
missed_call: missed call | пропущенный звонок, пропущенный вызов
conversation: ^conversation, ^conversations, dialogue, dialog, talk | разговор, диалог, беседа
task: task, todo, to do, assignment, ~issue, ~ticket | задача, задание, поручение, ~заявка, ~тикет
project: ^project, ^projects, proj, prj | проект
activity: =activity, =activities | ^активность, ^активности, ^активностью, ^активностей, деятельность
interaction: interaction, touchpoint | взаимодействие, касание
request: request, req, ~=hit, ~=hits | запрос, заявка, ~обращение
application: =application, =applications, request form | заявка, заявление, приложение
appeal: appeal, inquiry, enquiry | обращение
response: ^response, ^responses, resp, reply | ответ, отклик
answer: answer, =ans | ответ
question: question | вопрос
feedback: feedback | обратная связь, ^отзыв, ^отзыва, ^отзыву, ^отзывом, ^отзыве, ^отзывы, ^отзывов, ^отзывам
review: review, testimonial | ^отзыв, ^отзыва, ^отзыву, ^отзывом, ^отзыве, ^отзывы, ^отзывов, ^отзывам, рецензия, обзор
rating: ^rating, ^ratings, stars, ~score | рейтинг, оценка, =звезды, =звезд
score: score, points, ~^rating | балл, очки, оценка, ~=счет, ~=счета, ~=счету, ~=счетом, ~=счете
nps: nps, net promoter score | индекс лояльности
satisfaction: satisfaction, =csat | удовлетворенность
opinion: opinion | мнение
vote: vote, ballot | голос
like: =likes, =like | лайк
dislike: dislike | дизлайк
subscriber: subscriber, =sub, =subs, abonent, ~follower | абонент, подписчик
follower: follower | подписчик, фолловер
newsletter: newsletter, ^mailing, mailing list | рассылка
unsubscribe: unsubscribe, opt out | отписка, отписался
advertisement: advertisement, advert, =ad, =ads | реклама, объявление, рекламный
advertiser: ^advertiser, ^advertisers | рекламодатель
creative: =creative, =creatives | креатив
banner: banner | баннер
click: click | клик, нажатие
impression: impression, ~view | ^показ, ^показа, ^показу, ^показом, ^показе, ^показы, ^показов, ^показам, ~просмотр
view: view, pageview, page view | просмотр
reach: reach | охват
ctr: ctr, click through rate, clickthrough rate | кликабельность, цтр
cpc: cpc, cost per click | цена клика, стоимость клика
cpa: cpa, cost per action, cost per acquisition | стоимость привлечения, цена действия
conversion: ^conversion, ^conversions, conv, ^converted | конверсия
bounce: bounce | отказ
landing: ^landing, landing page | лендинг, посадочная страница
referral: ^referral, ^referrals, ^referred | реферал, реферальный
referrer: ^referrer, ^referrers, ^referer, ^referers | реферер, источник перехода
affiliate: affiliate | партнерка, партнерская программа
social_network: social network, social media | соцсеть, социальная сеть
search_ads: context advertising, search ads | контекстная реклама
organic: organic | органический, органика
utm: utm | утм
attribution: ^attribution, ^attributions | атрибуция
cohort: cohort | когорта
ltv: =ltv, =clv, lifetime value | пожизненная ценность
competitor: competitor | конкурент
demand: =demand | ^спрос, ^спроса, ^спросу, ^спросом, ^спросе, ^спросы, ^спросов, ^спросам

# --- transport and logistics
shipment: =shipment, =shipments, consignment, ~=shipping, ~delivery, ~=ship, ~dispatch | отгрузка, отправка, ^отправление, ^отправления, ^отправлению, ^отправлением, ^отправлении, ^отправлений, ^отправлениям, ~доставка, ~перевозка, ~поставка
delivery: =delivery, =deliveries, =dlv, =shipping, ~=shipment | доставка, доставить, ~поставка
supply: =supply, =supplies | поставка, снабжение
delivery_method: delivery method, shipping method, delivery type, shipping mode | способ доставки, метод доставки, тип доставки, вид доставки
delivery_cost: delivery cost, shipping cost, delivery fee, shipping fee, delivery price, freight | стоимость доставки, цена доставки, плата за доставку
delivery_days: delivery time, delivery days, lead time, transit time | срок доставки, время доставки
pickup: pickup, pick up, self pickup, self delivery | самовывоз
pickup_point: pickup point, pick up point | пункт выдачи, пвз, точка выдачи
courier: courier, delivery man, deliveryman | курьер, курьерский
carrier: carrier, haulier, ^transporter, ^transporters, transport company, shipping company, ~courier | перевозчик, транспортная компания, =тк, ~курьер
transportation: transportation, haulage, ^carriage, ^carriages | перевозка, транспортировка, транспорт
cargo: cargo, freight, =load | груз
driver: driver, chauffeur | водитель, шофер
vehicle: vehicle, ~car, ~truck, transport vehicle, means of transport | транспортное средство, тс, машина, автомобиль, транспорт, авто
car: =car, =cars, =auto, =autos, automobile, motorcar | машина, автомобиль, авто, автомашина, автомобильный
truck: truck, lorry | грузовик, фура, грузовой автомобиль, ~машина
van: =van, =vans | фургон
bus: =bus, =buses | автобус
train: ^train, ^trains | поезд
plane: plane, airplane, aircraft | самолет, воздушное судно
ship_vessel: =ship, =ships, vessel | судно, корабль
tram: tram | трамвай
trolleybus: trolleybus | троллейбус
bicycle: bicycle, bike | велосипед
motorcycle: motorcycle, motorbike | мотоцикл
scooter: scooter | самокат, скутер
trailer: trailer | прицеп
wagon: wagon, railcar, ^carriage, ^carriages | вагон
container: container | контейнер
pallet: pallet | паллета, поддон, палета
box: =box, =boxes, carton | коробка, ящик
route: route | маршрут
trip: trip, ride, journey | поездка, рейс
voyage: voyage | рейс
mileage: mileage, odometer, ~=km, ~kilometer | пробег, километраж, ~=км, ~километр
distance: distance, =dist, ~=km, ~kilometer, ~kilometre, ~mileage | расстояние, дистанция, ~=км, ~километр, ~пробег
speed: speed, velocity | скорость
fuel: fuel | топливо, горючее
refuelling: refuelling | заправка
gas_station: gas station, petrol station, filling station | азс, автозаправка, заправочная станция
fleet: fleet, car fleet | автопарк, парк, таксопарк
plate_number: plate number, license plate, licence plate, registration plate, car number, =plate | госномер, номер машины, гос номер, регистрационный знак, номер автомобиля
vin: =vin | вин
tracking_number: tracking number, tracking code, ^tracking | трек номер, трек-номер, номер отслеживания, отслеживание
stop: =stop, =stops | остановка
station: station | станция, вокзал
port: port, seaport, harbour, harbor | порт
terminal_point: cargo terminal | грузовой терминал
loading: ^loading | загрузка, погрузка
unloading: unloading | разгрузка, выгрузка
departure: ^departure, ^departures, ^depart, ^departs | ^отправление, ^отправления, ^отправлению, ^отправлением, ^отправлении, ^отправлений, ^отправлениям, выезд, отъезд, вылет
arrival: arrival | ^прибытие, ^прибытия, ^прибытию, ^прибытием, ^прибытии, ^прибытий, ^прибытиям, приезд, прилет
departure_point: from city, origin city, departure city, departure point, pickup location | город отправления, пункт отправления, откуда
arrival_point: to city, destination city, arrival city, dropoff location | город назначения, город прибытия, куда
toll: toll | плата за проезд
fare: fare | тариф, стоимость проезда, плата за проезд, стоимость поездки
fuel_consumption: fuel consumption | расход топлива
accident: accident, road accident, traffic accident | авария, дтп, происшествие
inspection: inspection, technical inspection | осмотр, техосмотр, инспекция
incident: incident | инцидент, происшествие
customs_declaration: customs declaration | таможенная декларация, =гтд
storage_place: bin location, storage bin, shelf location, storage cell, =cell | ячейка, ячеек, место хранения
shelf: shelf, shelves | полка
rack: rack | стеллаж
stock_receipt: goods receipt, incoming goods, stock arrival, stock in | поступление, приход, приемка, приход товара
stock_issue: goods issue, stock out | выдача, отпуск товара
movement: movement, stock movement | перемещение, движение, движение товара
turnover_rate: inventory turnover | оборачиваемость
lot: =lot, =lots, batch | партия, ^лот, ^лота, ^лоту, ^лотом, ^лоте, ^лоты, ^лотов, ^лотам
weight: weight, =wt, mass, weight kg, ~=kg | вес, масса, ~=кг
gross_weight: gross weight | вес брутто
net_weight: net weight | вес нетто
height: height | высота, рост
width: width | ширина
length: length, =len | длина
depth: depth | глубина
size: =size, =sizes, dimension, =dim | размер, габариты
volume: =volume, =volumes, =vol | объем
capacity: capacity | ^вместимость, ^вместимости, ^вместимостью, ^вместимостей, емкость, мощность, грузоподъемность
color: color, colour | цвет, =цветовой
shape: shape | форма
material: material | материал
flight_attendant: flight attendant, stewardess, steward, cabin crew | бортпроводник, стюардесса, стюард
captain: =captain, =captains | ^капитан, ^капитана, ^капитану, ^капитаном, ^капитане, ^капитаны, ^капитанов, ^капитанам
altitude: altitude, ^elevation, ^elevations | высота над уровнем моря, ~высота
delay: =delay, =delays | задержка, =опоздание, =опоздания, =опозданию, =опозданием, =опоздании, =опозданий, =опозданиям
train_station: train station, railway station | железнодорожный вокзал, жд вокзал, вокзал, железнодорожная станция
conductor: =conductor, =conductors | проводник, кондуктор
ferry: =ferry, =ferries | ^паром, ^парома, ^парому, ^паромом, ^пароме, ^паромы, ^паромов, ^паромам
boat: =boat, =boats | ^лодка, ^лодки, ^лодке, ^лодку, ^лодкой, ^лодок, ^лодкам, ~катер
taxi_driver: taxi driver, cab driver | таксист, водитель такси
post_office: post office | почтовое отделение, отделение почты
letter: =letter, =letters | письмо, =писем
goalkeeper: goalkeeper, goalie | вратарь, голкипер
defender: ^defender, ^defenders, defence | защитник
midfielder: midfielder | полузащитник
forward: =striker, =strikers, =forward | нападающий, форвард
jersey_number: jersey number, shirt number, uniform number | игровой номер, номер на майке
home_team: home team | хозяева поля, команда хозяев, домашняя команда
away_team: away team, visiting team, guest team | команда гостей, гостевая команда
opponent: opponent, =rival, =rivals, =opposition | соперник, противник, оппонент
round: =round, =rounds | раунд, ^тур, ^тура, ^туру, ^туром, ^туре, ^туры, ^туров, ^турам
championship: =championship, =championships | чемпионат, первенство
champion: =champion, =champions | чемпион, чемпионка
world_cup: world cup | кубок мира, чемпионат мира
olympic_games: olympic games, olympics | олимпийские игры, олимпийский
national_team: national team | сборная, национальная сборная
gold_medal: gold medal | золотая медаль
silver_medal: silver medal | серебряная медаль
bronze_medal: bronze medal | бронзовая медаль
circuit: race track, racetrack, =circuit, =circuits | гоночная трасса, автодром
racing_driver: racing driver, racer | гонщик
constructor: =constructor, =constructors | ^конструктор, ^конструкторы, ^конструкторов
marathon: marathon | марафон
runner: =runner, =runners | ^бегун, ^бегуны, ^бегунов
swimmer: ^swimmer, ^swimmers | пловец
cyclist: cyclist, ~=cycling | велосипедист
wrestler: wrestler | борец
baseball: baseball | бейсбол
chess: chess | шахматы
climber: ^climber, ^climbers | альпинист
arena: arena | ^арена, ^арены, ^арене, ^арену, ^ареной, ^арен, ^аренам

# --- health
patient: =patient, =patients, ~=pat | пациент, больной, пациентка
doctor: doctor, physician, =dr | врач, доктор
nurse: nurse | медсестра, медсестер, медбрат
hospital: ^hospital, ^hospitals, ~clinic | больница, госпиталь, стационар, ~клиника
clinic: clinic, polyclinic, medical center | клиника, поликлиника, медцентр, медицинский центр
diagnosis: diagnosis, diagnoses, =dx, =diag | диагноз
disease: disease, illness | болезнь, заболевание
icd: =icd, icd code | мкб, код мкб
symptom: symptom | симптом
visit: visit, ~appointment | ^визит, ^визита, ^визиту, ^визитом, ^визите, ^визиты, ^визитов, ^визитам, посещение, ^прием, ^приема, ^приему, ^приемом, ^приеме, ^приемы, ^приемов, ^приемам
appointment: =appointment, =appointments, =appt, doctor visit, ~visit | ^прием, ^приема, ^приему, ^приемом, ^приеме, ^приемы, ^приемов, ^приемам, запись на прием, записи на прием, запись, записи, ~^визит, ~^визита, ~^визиту, ~^визитом, ~^визите, ~^визиты, ~^визитов, ~^визитам
treatment: treatment, therapy | лечение, терапия
prescription: prescription, =rx | рецепт, назначение
drug: drug, medicine, ^medication, ^medications, pharmaceutical | лекарство, препарат, медикамент
dose: dose, dosage | доза, дозировка
vaccine: vaccine | вакцина, вакцинация, прививка, привитый
surgery: surgery, surgical operation | операция, хирургическая операция
surgeon: surgeon | хирург
therapist: therapist, general practitioner | терапевт
dentist: dentist, dental, dentistry | стоматолог, дантист, зубной
pediatrician: pediatrician, paediatrician | педиатр
cardiologist: cardiologist | кардиолог
neurologist: neurologist | невролог
ward: ward | палата, ^отделение, ^отделения, ^отделению, ^отделением, ^отделении, ^отделений, ^отделениям
bed: =bed, =beds | койка, коек, ^кровать, ^кроватя, ^кровати, ^кроватю, ^кроватем, ^кроватей, ^кроватям
analysis_lab: lab test, laboratory test, medical test, =analysis, =analyses | анализ, лабораторный анализ
laboratory: laboratory, =lab, =labs | лаборатория, лабораторный
blood: blood | кровь
blood_pressure: blood pressure | артериальное давление, давление, =ад
blood_type: blood type, blood group | группа крови
pulse: pulse, heart rate | пульс
glucose: glucose, blood sugar | глюкоза, сахар крови
allergy: allergy | аллергия
pregnancy: pregnancy, pregnant | беременность
pharmacy: pharmacy, drugstore, chemist | аптека
ambulance: ambulance | скорая, скорая помощь
medical_record: medical record, medical card, chart number, =mrn | медкарта, медицинская карта, амбулаторная карта, история болезни
specialty: specialty, speciality, specialisation, =spec | специальность, специализация
medical: =medical | медицинский
health: health | здоровье, здравоохранение
patient_complaint: patient complaint | жалоба пациента
recovery: recovery, recovered | выздоровление, выздоровел
inpatient: inpatient | стационарный
outpatient: outpatient | амбулаторный
admission: =admission, =admissions, ^hospitalization, ^hospitalizations, ^hospitalisation, ^hospitalisations | госпитализация, поступление
discharge: discharge | выписка, выписанный
referral_doctor: medical referral | направление
bmi: =bmi, body mass index | имт, индекс массы тела
smoker: smoker, smoking | ^курящий, ^курящие, ^курящих, ^курение, ^курения, ^курению, ^курением, ^курении, ^курений, ^курениям
healthcare: healthcare, health care | здравоохранение
pharmacist: ^pharmacist, ^pharmacists | фармацевт, провизор
veterinarian: ^veterinarian, ^veterinarians, =vet, =vets, ^veterinary | ветеринар, ветеринарный
pill: pill, ~capsule | пилюля, таблетка, ~капсула
medicine: =medicine | ~медицина
blood_donor: donor, blood donor | донор
attending_physician: attending physician, primary care physician, =pcp | лечащий врач

# --- education
student: student, pupil, learner, =stud, ~kid, ~schoolchild, ~child | студент, ученик, учащийся, школьник, студентка, ученица
teacher: teacher, instructor, tutor, ^lecturer, ^lecturers | учитель, преподаватель, педагог, учительница
professor: professor, =prof | профессор
trainer: trainer, coach | тренер
grade: grade, =mark, =marks, ~score | оценка, отметка, ~балл
grade_class: grade level, school class, form | класс
course: course, ~subject | курс, ~предмет
subject: subject, discipline, ~course | предмет, дисциплина
topic: topic, theme | тема, тематика
school: school | школа, школьный
university: =university, =universities, college, =univ | университет, вуз, институт, колледж
faculty: faculty | факультет
chair_dept: academic department | кафедра
kindergarten: kindergarten, preschool | детский сад, садик, детсад
exam: exam, examination, ~=test, ~=tests | экзамен, ~тест
quiz: quiz | тест, викторина
attempt: attempt, try, retry | попытка
passed: passed, =pass | сданный, сдал
lesson: lesson | урок, ^занятие, ^занятия, ^занятию, ^занятием, ^занятии, ^занятий, ^занятиям
lecture: ^lecture, ^lectures | лекция
homework: homework, home assignment | домашнее задание, домашняя работа, домашка
semester: semester | семестр
academic_year: academic year, school year | учебный год
enrolment: enrolment | зачисление, запись на курс, записи на курс
graduation: =graduation, graduated, =graduate, =graduates, alumni, alumnus | выпускник, выпуск, ^окончил, ^окончила, ^окончилу, ^окончилом, ^окончиле, ^окончилы, ^окончилов, ^окончилам
diploma: diploma | диплом
degree: degree, academic degree | степень, ученая степень
dissertation: dissertation, thesis | диссертация
scholarship: scholarship, stipend | стипендия
dormitory: dormitory, hostel | общежитие, хостел
study_group: study group, student group | учебная группа
education: education | образование
gpa: gpa, grade point average, average grade | средний балл
credits: credit hours, academic credits | зачетные единицы
test_passed: credit test | зачет
tuition: tuition, tuition fee | плата за обучение, стоимость обучения
library: library | библиотека, библиотечный
dean: dean | ^декан, ^декана, ^декану, ^деканом, ^декане, ^деканы, ^деканов, ^деканам
academy: academy | ^академия, ^академии, ^академию, ^академией, ^академий, ^академиям
institute: =institute, =institutes | институт
college: =college, =colleges | колледж
campus: campus | кампус
lecturer: =lecturer, =lecturers | лектор
educator: ^educator, ^educators | воспитатель, ~педагог
advisor: =advisor, =advisors, =adviser, =advisers | советник, ~научный руководитель
major: =major, =majors, field of study, major subject | специальность, направление подготовки, ~=профиль, ~=профиля, ~=профилю, ~=профилем, ~=профиле, ~=профили, ~=профилей, ~=профилям
curriculum: curriculum, study plan | учебный план, учебная программа
essay: essay | эссе
classroom: classroom, ~lecture hall, ~lecture room | =аудитория, =аудитории, =аудиторию, =аудиторией, =аудиторий, =аудиториям, учебный класс, учебный кабинет
degree_program: degree program, degree programme, study program | образовательная программа, программа обучения

# --- books and culture
book: ^book, ^books | книга, книжка, книжный
copy: =copy, =copies | экземпляр, копия
genre: genre | жанр
reader: reader | читатель
lending: lending, checkout, loan, ^borrowed, book issue | выдача, выданный
overdue_days: days overdue, overdue days, days late | дни просрочки, дней просрочки, просрочено дней
publisher: ^publisher, ^publishers, publishing house | издатель, издательство
edition: edition | издание
isbn: isbn | исбн
page: page | страница
pages: number of pages, page count | количество страниц, число страниц
chapter: chapter | глава
magazine: magazine, ^periodical, ^periodicals | журнал
newspaper: newspaper | газета
article_text: article | статья
news: =news | новость
librarian: librarian | библиотекарь
library_card: library card, reader card | читательский билет
translator: translator | переводчик
series: =series | серия
movie: movie, film | фильм, кино, кинофильм
cinema: cinema, movie theater, movie theatre | кинотеатр
actor: =actor, =actors, actress | актер, актриса
cast_crew: movie cast | актерский состав
film_director: film director, movie director, =directed, directed by | режиссер
screening: screening | сеанс, ^показ, ^показа, ^показу, ^показом, ^показе, ^показы, ^показов, ^показам
show: =show, =shows, tv show | ^шоу, передача
episode: episode | эпизод, серия
song: song, ^track, ^tracks | песня, трек, песен, композиция
album: album | альбом
artist: artist, ^performer, ^performers, singer | исполнитель, артист, певец, художник
band: =band, =bands | группа, музыкальная группа
music: music | музыка, музыкальный
playlist: playlist | плейлист
concert: concert | концерт
theater: theater, theatre | театр, театральный
museum: museum | музей
exhibition: exhibition | выставка
stream_play: playback, play count, plays, listening | прослушивание, воспроизведение
video: video | ^видео, ^видеа, ^видеу, ^видеом, ^видее, ^виде, ^видеам, видеоролик
audio: audio | ^аудио, ^аудиа, ^аудиу, ^аудиом, ^аудие, ^ауди, ^аудиам
photographer: ^photographer, ^photographers | ^фотограф, ^фотографа, ^фотографу, ^фотографом, ^фотографе, ^фотографы, ^фотографов, ^фотографам
game_video: video game, computer game | видеоигра, компьютерная игра
post_social: social post | ^пост, ^поста, ^посту, ^постом, ^посте, ^посты, ^постов, ^постам, публикация
publication: ^publication, ^publications | публикация
hashtag: hashtag | хештег, хэштег
blog: blog | блог
forum: forum | форум
media: =media, =medium | =медиа, сми, носитель
tv: =tv, television | телевидение, тв, телевизор
radio: radio | радио
cover: =cover, =covers, book cover | обложка
story: =story, =stories, short story | рассказ, повесть, ~=история, ~=истории, ~=историю, ~=историей, ~=историй, ~=историям
citation: =citation, =citations, times cited | цитирование
poet: poet | ^поэт, ^поэта, ^поэту, ^поэтом, ^поэте, ^поэты, ^поэтов, ^поэтам
playwright: playwright, dramatist | драматург
writer: =writer, =writers | писатель
journalist: ^journalist, ^journalists, ^reporter, ^reporters, correspondent | журналист, репортер, корреспондент
gallery: gallery, art gallery | галерея
painting: =painting, =paintings, canvas | картина, ~полотно, ~полотен, ~живопись, ~живописи
painter: =painter, =painters | живописец, ~художник
sculptor: sculptor | скульптор
exhibit: =exhibit, =exhibits, museum item | экспонат
curator: curator | куратор
singer: singer, vocalist | певец, певица, вокалист
musician: ^musician, ^musicians | музыкант
composer: composer | композитор
orchestra: orchestra | оркестр
opera: =opera, =operas | опера
dancer: dancer, ~dance | танцор, ~^танец, ~^танца, ~^танцу, ~^танцем, ~^танце, ~^танцы, ~^танцев, ~^танцам, танцовщица, ~балерина
guitar: guitar | гитара
piano: piano | фортепиано, пианино
instrument: =instrument, =instruments, musical instrument | музыкальный инструмент, ~инструмент
record_label: record label, music label | ^лейбл, ^лейбла, ^лейблу, ^лейблом, ^лейбле, ^лейблы, ^лейблов, ^лейблам, звукозаписывающая компания
recording: =recording, =recordings | запись звука, звукозапись, звукозаписи
festival: festival | ^фестиваль, ^фестиваля, ^фестивалю, ^фестивалем, ^фестивале, ^фестивали, ^фестивалей, ^фестивалям
performance: =performance, =performances | выступление, представление, ~спектакль, ~^исполнение, ~^исполнения, ~^исполнению, ~^исполнением, ~^исполнении, ~^исполнений, ~^исполнениям
play: =play, theatre play | пьеса, спектакль
circus: circus | ^цирк, ^цирка, ^цирку, ^цирком, ^цирке, ^цирки, ^цирков, ^циркам
box_office: box office, gross earnings, =grosses | кассовые сборы, =сборы, =сбор, =сбора, =сбору, =сбором, =сборе, =сборов, =сборам
producer: =producer, =producers | продюсер
screenwriter: screenwriter, scriptwriter, ~screenplay, written by | сценарист, ~сценарий
film_studio: film studio | киностудия
running_time: running time, =runtime | хронометраж
tv_channel: tv channel, television channel | ^телеканал, ^телеканала, ^телеканалу, ^телеканалом, ^телеканале, ^телеканалы, ^телеканалов, ^телеканалам, телевизионный канал
tv_series: tv series, =sitcom, =sitcoms | ^сериал, ^сериала, ^сериалу, ^сериалом, ^сериале, ^сериалы, ^сериалов, ^сериалам, телесериал
tv_program: tv program, television program | телепередача, телепрограмма
presenter: ^presenter, ^presenters, tv host, anchor person | ^ведущий, ^ведущего, ^ведущая, ^ведущие, ^ведущих, телеведущий
air_date: air date, original air date, =aired, broadcast date, airdate | дата эфира, дата выхода в эфир, дата показа
radio_station: radio station | радиостанция
broadcaster: ^broadcaster, ^broadcasters | вещатель, телекомпания
nomination: =nomination, =nominations | номинация
laureate: laureate, prizewinner | лауреат, ~призер
contest: contest, =competition, =competitions | конкурс, соревнование, состязание

# --- telecom
tariff: tariff, rate plan, tariff plan, pricing plan, ~plan, ~=rate | тариф, тарифный план, тарифный, ~ставка, ~план
traffic: traffic, ~usage, ~byte | трафик
roaming: roaming | роуминг
sim: =sim, sim card, =iccid | сим карта, симка, сим, сим-карта
imei: imei
msisdn: =msisdn | номер абонента, абонентский номер
message: message, =msg, ~sms, ~text | сообщение, ~смс, ~текст
sms: sms, text message | смс, эсэмэс
internet: internet | интернет
network: network | ^сеть, ^сетя, ^сети, ^сетю, ^сетем, ^сетей, ^сетям, сетевой
signal: =signal, =signals | сигнал
base_station: base station, cell tower | базовая станция
coverage: coverage | покрытие
bandwidth: bandwidth | пропускная способность, ширина канала
gigabyte: gigabyte, =gb, =gig | гигабайт, гигабайте, =гб
megabyte: megabyte, =mb | мегабайт, мегабайте, =мб
kilobyte: kilobyte, =kb | килобайт, килобайте, =кб
byte: byte | байт
connection: connection, =conn | подключение, ^соединение, ^соединения, ^соединению, ^соединением, ^соединении, ^соединений, ^соединениям
disconnection: disconnection | ^отключение, ^отключения, ^отключению, ^отключением, ^отключении, ^отключений, ^отключениям, отключенный
outage: outage, downtime, service interruption | простой, ^отключение, ^отключения, ^отключению, ^отключением, ^отключении, ^отключений, ^отключениям, авария
landline: landline | стационарный телефон, городской телефон
mobile: =mobile | мобильный, сотовый
caller: caller | звонящий, кто звонил
callee: callee | кому звонили, ^вызываемый, ^вызываемого, ^вызываемая, ^вызываемую, ^вызываемое, ^вызываемые, ^вызываемых, ^вызываемым

# --- energy and utilities
meter_device: ^meter, ^meters, metering device, metering | счетчик, прибор учета
meter_number: meter number | номер счетчика, номер прибора учета
reading: =reading, =readings, meter reading | ^показание, ^показания, ^показанию, ^показанием, ^показании, ^показаний, ^показаниям, показания счетчика
measurement: =measurement, =measurements, =measure, measured | измерение, замер
consumption: ^consumption, ^consumptions, ^consumed, usage, ~=kwh | потребление, расход, ~энергия
energy: =energy | энергия, энергетика
electricity: electricity, electric power | электричество, электроэнергия, электрический, свет
gas: =gas, =gases, natural gas | газ, природный газ
water: water | вода, водный
heating: heating | отопление
hot_water: hot water | горячая вода, гвс
cold_water: cold water | холодная вода, хвс
sewage: sewage, sewerage, water disposal | канализация, водоотведение
utilities: utility services, =utility, =utilities, housing services, communal services | жкх, коммунальные услуги, коммуналка, =жку
power: =power | мощность
voltage: voltage | напряжение, вольтаж
load_power: power load, peak load | нагрузка, пиковая нагрузка
temperature: =temperature, =temperatures, =temp | температура
humidity: humidity | влажность
pressure: =pressure | давление
wind: wind | ^ветер, ^ветера, ^ветеру, ^ветером, ^ветере, ^ветеры, ^ветеров, ^ветерам, ^ветра, ^ветру, ^ветром, ветра
precipitation: precipitation, rainfall, rain | осадки, дождь
weather: weather | погода, погодный
snow: snow | снег
sensor: sensor | датчик, сенсор
station_power: power plant, power station | электростанция
substation: substation | подстанция
transformer: transformer | трансформатор
solar: solar, solar panel | солнечный, солнечная панель
oil: oil, crude oil | нефть, масло
coal: coal | уголь, угля
emission: emission | выброс
waste: waste, garbage, rubbish | отходы, мусор
pollution: pollution | загрязнение
air_quality: air quality | качество воздуха
tank: =tank, =tanks, cistern | цистерна, ^бак
mine: =mine, =mines | ^шахта, ^шахты, ^шахте, ^шахту, ^шахтой, ^шахт, ^шахтам, рудник
rain: =rain, =rainy | =дождь, =дождя, =дождю, =дождем, =дожде, =дожди, =дождей, =дождям, дождливый

# --- hotels and travel
hotel: hotel | отель, гостиница, гостиничный
booking: ^booking, ^booked, ^reservation, ^reservations, ^reserved, ~^reserve, ~^reserves | бронь, бронирование, ~резерв
check_in: check in, checkin, check-in, check in date, ~arrival | заезд, дата заезда, заселение, ~^прибытие, ~^прибытия, ~^прибытию, ~^прибытием, ~^прибытии, ~^прибытий, ~^прибытиям
check_out: check out, checkout, check-out, check out date, ~^departure, ~^departures | выезд, дата выезда, выселение, ~отъезд
nights: nights, number of nights | ночи, количество ночей, число ночей
room_type: room type, room category | тип номера, категория номера
room_number: room number, room no | номер комнаты, номер помещения
hotel_room: hotel room | номер, гостиничный номер
stay: =stay, =stays | проживание, пребывание
breakfast: breakfast | завтрак
lunch: lunch | обед
dinner: dinner, supper | ужин
meal: meal, meal plan, board type | питание, прием пищи, тип питания
tour: tour | ^тур, ^тура, ^туру, ^туром, ^туре, ^туры, ^туров, ^турам, экскурсия
tourist: tourist | турист
tour_operator: tour operator | туроператор
travel_agency: travel agency | турагентство, туристическое агентство
travel: =travel, =travels | путешествие
resort: resort | курорт
flight: flight | рейс, полет, перелет
flight_number: flight number, flight no | номер рейса
airport: airport | аэропорт
airline: airline, air carrier | авиакомпания
pilot: pilot | пилот, летчик
passenger: passenger, =pax | пассажир, пассажирский
seat: =seat, =seats | место, кресло, сиденье
ticket: =ticket, =tickets, travel ticket | билет
boarding: boarding, boarding pass | посадка, посадочный талон
baggage: baggage, luggage | багаж
visa: visa | ^виза, ^визы, ^визе, ^визу, ^визой, ^визам, ^визах, ^виз
gate: =gate, =gates | выход на посадку, ворота
cabin_class: cabin class, travel class | класс обслуживания
rental: rental, rent, hire car | аренда, прокат
taxi: taxi, cab | такси
waiting_time: waiting time | время ожидания
surge: surge, surge pricing, surge multiplier | повышенный спрос, повышающий коэффициент
pickup_place: pickup address, pickup zone | адрес подачи, место посадки
dropoff: dropoff, drop off, drop-off | высадка, место высадки
restaurant: restaurant | ресторан
cafe: cafe, coffee shop | кафе, кофейня
menu: menu | ^меню
dish: dish | блюдо
recipe: recipe | рецепт
ingredient: ingredient | ингредиент
drink: drink, beverage | напиток
food: =food, =foods | еда, продукты питания
table_place: restaurant table | столик
swimming_pool: swimming pool, =pool, =pools | бассейн
beach: beach | ^пляж, ^пляжа, ^пляжу, ^пляжем, ^пляже, ^пляжи, ^пляжей, ^пляжам
attraction: tourist attraction, =attraction, =attractions, landmark, place of interest, sight | достопримечательность
tour_guide: tour guide | гид, экскурсовод
cruise: cruise, cruise ship | круиз, круизный
theme_park: theme park, amusement park | парк развлечений, парк аттракционов

# --- support, service and IT
ticket_support: ticket, =tickets, support ticket, support request, service request, issue, helpdesk ticket | тикет, заявка, обращение, обращение в поддержку
support: support, helpdesk, help desk, customer support | поддержка, техподдержка, служба поддержки
agent: =agent, =agents, support agent | агент, ~оператор
first_response: first response, first reply, first response time | первый ответ, время первого ответа
sla: sla, service level agreement | сла
escalation: escalation | эскалация, эскалированный
problem: problem | проблема
solution: solution, =resolution | ^решение, ^решения, ^решению, ^решением, ^решении, ^решений, ^решениям
severity: severity | серьезность, ^критичность, ^критичности, ^критичностью, ^критичностей
bug: =bug, =bugs | баг, ошибка
service: =service, =services, =svc | услуга, служба, сервис, сервисный
repair: repair | ремонт
maintenance: maintenance, upkeep | обслуживание, техобслуживание, техническое обслуживание, техническая поддержка
log: =log, =logs | лог, журнал
record: =record, =records, =rec | запись, записи
event: event, evt | событие, ~мероприятие
event_public: public event | мероприятие
log_level: log level | уровень логирования, уровень журнала
page_url: =url, =uri, page address, ~page, ~path, ~link | урл, адрес страницы, ~ссылка, ~страница
link: link, hyperlink | ссылка
path: path | путь
page_site: web page, webpage, ~page | веб страница, ~страница, страничка
ip: =ip, ip address, =ip addr, =ipaddr | =айпи, айпи адрес
browser: browser, ~user agent | браузер
user_agent: user agent, =ua | юзер агент
device: device, gadget | устройство, гаджет, девайс
device_type: device type | тип устройства
platform: platform | платформа
operating_system: operating system, =os | операционная система, ^ос
host: =host, =hosts, hostname, host name, ~server | хост, имя хоста, ~сервер
server: server, =srv | сервер, серверный
cluster: cluster | кластер
datacenter: datacenter, data center, data centre | дата центр, цод, датацентр
database: database, =db | база данных, бд
table_db: =table, =tables, =tbl | таблица
column_db: column, field | колонка, столбец, ^поле, ^полей, ^полям
environment: environment, =env | окружение, среда
production_env: =prod, =production | ^прод, ^прода, ^проду, ^продом, ^проде, ^проды, ^продов, ^продам, продакшн, боевой
staging: ^staging | стейджинг
development: =development, =dev | разработка
session: session, =sess | сессия, сеанс
http_method: http method, request method | метод запроса
http_status: http status, status code, response code, http code | код ответа, статус ответа, код состояния
hit: =hit, =hits | хит, обращение
latency: latency, response time, resp time, ~duration | задержка, время ответа, время отклика, ~длительность
timeout: timeout, time out | таймаут, тайм аут, превышено время
uptime: uptime | аптайм, время работы
memory: =memory, =mem, =ram | память, оперативная память
cpu: cpu, processor | процессор, цпу
disk: =disk, =disks, hard drive | диск
deployment: deployment | деплой, развертывание
build: =build, =builds | сборка
release_it: =release, =releases | релиз, выпуск
commit: =commit, =commits | коммит
repository: repository, =repo | репозиторий
software: software, =app, =apps | программа, программное обеспечение, по, приложение
license: license, licence | лицензия
domain: =domain, =domains | ^домен, ^домена, ^домену, ^доменом, ^домене, ^домены, ^доменов, ^доменам
protocol: protocol | протокол
token: token | ^токен
encryption: =encryption | ^шифрование, ^шифрования, ^шифрованию, ^шифрованием, ^шифровании, ^шифрований, ^шифрованиям
backup: backup | бэкап, резервная копия
alert: alert, alarm | оповещение, тревога, алерт
notification: notification | уведомление
file: =file, =files, filename, file name | файл, имя файла
folder: folder | папка
attachment: attachment | вложение
size_file: file size | размер файла
format: format | формат
upload: upload | загрузка, загруженный
download: download | скачивание, загрузка
install: ^install, ^installs, ^installation, ^installations, ^installed | установка, установленный
search_query: search query, search term, search phrase, =query, =queries | поисковый запрос, запрос, поиск
thread: thread | поток, ветка
process: =process, =processes | процесс
module: module | модуль
component: =component, =components | компонент
api: api | ^апи
bot: bot, crawler | ^бот, ^бота, ^боту, ^ботом, ^боте, ^боты, ^ботов, ^ботам, робот
conference: =conference, =conferences | конференция
speaker: =speaker, =speakers | докладчик, спикер
organizer: ^organizer, ^organizers, ^organiser, ^organisers | организатор
tester: =tester, =testers, =qa | тестировщик
system: =system, =systems | ^система, ^системы, ^системе, ^систему, ^системой, ^систем, ^системам

# --- manufacturing, farming, land and buildings
factory: factory, =plant, =plants, mill | завод, фабрика, заводской
workshop: workshop, shop floor | цех, мастерская
production: =production, ^manufacturing, =manufacture, output | производство, выпуск
machine: machine, machine tool | станок, машина
equipment: equipment, =equip | оборудование
tool: tool | инструмент
part: =part, =parts, spare part | ^деталь, ^деталя, ^детали, ^деталю, ^деталем, ^деталей, ^деталям, запчасть, запасная часть
assembly: =assembly | сборка
raw_material: raw material, feedstock | сырье
downtime: =downtime, idle time, idle | простой, время простоя
scrap: scrap, ^reject, ^rejects, waste product | брак, лом
quality: quality | качество
quality_control: quality control, =qc, quality check | контроль качества, отк
norm: =norm, =norms | норма, норматив
operation_make: production operation | технологическая операция
work_order: work order, production order | наряд, наряд заказ, заказ-наряд, заказ наряд, производственный заказ
breakdown_machine: breakdown, malfunction | поломка, ^неисправность, ^неисправности, ^неисправностью, ^неисправностей
maintenance_plan: planned maintenance | плановый ремонт, ппр
line_production: production line, assembly line, conveyor | линия, производственная линия, конвейер
packaging_unit: packing unit | единица упаковки
steel: steel | сталь, стальной
metal: metal | металл, металлический
wood: =wood, wooden, timber | ^дерево, ^дерева, ^дереву, ^деревом, ^дереве, ^дерев, ^деревам, древесина, ^деревянный, ^деревянного, ^деревянная, ^деревянную, ^деревянное, ^деревянные, ^деревянных, ^деревянным
plastic: plastic | пластик
glass: glass | стекло
paper: paper | бумага, бумажный
textile: textile, fabric, ^cloth, ^cloths | ткань, ^текстиль, ^текстиля, ^текстили, ^текстилю, ^текстилем, ^текстилей, ^текстилям
leather: leather | кожа
concrete: =concrete | бетон
brick: brick | кирпич, кирпичный
field_farm: farm field, arable land | пашня, сельхозугодья
farm: farm | ферма, хозяйство
farmer: farmer | фермер, фермерский
crop: crop | ^культура, ^культуры, ^культуре, ^культуру, ^культурой, ^культурам, ^культурах, ^культур, сельхозкультура, посев
harvest: harvest, crop yield, =yield | урожай, урожайность
seed: =seed, =seeds | ^семена, ^семены, ^семене, ^семену, ^семеной, ^семенам, ^семенах, ^семен, ^семян
fertilizer: fertilizer, fertiliser | удобрение
soil: soil | почва, грунт
land: =land, =lands | земля, земельный
plot: =plot, =plots, land plot, parcel of land | участок, земельный участок
wheat: wheat | пшеница
corn: corn, maize | кукуруза
barley: barley | ячмень
rye: rye | рожь, ржи
potato: potato | картофель, картошка
grain: grain | зерно
livestock: livestock | скот, поголовье
cow: cow, cattle | =корова, =коровы, =крс, =коров
pig: =pig, =pigs | свинья
chicken: chicken, hen, poultry | курица, птица, кур
sheep: sheep | овца, овец
horse: horse | лошадь
animal: animal | животное
pet: =pet, =pets | питомец, домашнее животное
breed: breed | порода
dog: dog | собака
cat_animal: =cat, =cats | кошка, кот
milk: milk | молоко, молочный
egg: egg | яйцо, яиц
meat: meat | мясо, мясной
fish: fish | рыба, рыбный
bread: bread | хлеб
vegetable: vegetable | овощ, овощной
fruit: fruit | фрукт
apple: apple | яблоко
tea: =tea, =teas | ^чай, ^чая, ^чаю, ^чаем, ^чае, ^чаи, ^чаев, ^чаям, чая
coffee: coffee | кофе
sugar: sugar | сахар
flour: flour | мука
forest: forest | лес, лесной
river: river | река
sea: =sea, =seas | море
lake: lake | озеро
mountain: mountain | гора, горный
island: island | остров
real_estate: real estate, realty, =property, =properties | недвижимость, объект недвижимости
house: =house, =houses, cottage, ~^building | дом, коттедж, ~здание
studio: studio | студия
rooms_count: number of rooms, rooms count, bedroom | количество комнат, число комнат, комнатность
living_room: living area | жилая площадь
kitchen: kitchen | кухня, кухонь
bathroom: bathroom | ванная, санузел, санузла
balcony: balcony | балкон, лоджия
garage: garage | гараж
parking: ^parking, parking lot | парковка, стоянка
rent: =rent, =rents, lease | аренда, арендная плата
tenant: tenant, renter, lessee | арендатор, жилец, жильца, съемщик
landlord: landlord, lessor | арендодатель, наймодатель
realtor: realtor, estate agent, real estate agent, broker | риелтор, риэлтор, брокер
residential: residential, ^housing, dwelling | жилой, жилищный
commercial: =commercial | коммерческий
construction: =construction | строительство, стройка, строек, строительный
year_built: year built, built year, construction year | год постройки
renovation: renovation | ремонт, отделка, реновация
cadastral: cadastral number, cadastral | кадастровый номер, кадастровый
mansion_owner: homeowner | домовладелец, домовладельца
elevator: elevator, lift | лифт
tenant_count: ^occupancy, occupancy rate | ^заполняемость, ^заполняемости, ^заполняемостью, ^заполняемостей, загрузка, ^занятость, ^занятости, ^занятостью, ^занятостей
vineyard: vineyard | виноградник
variety: ^variety, ^varieties, cultivar | сорт, разновидность
winery: winery | винодельня, виноделен
worker: =worker, =workers, =labourer, =laborer | рабочий
electrician: ^electrician, ^electricians | электрик, электромонтер
builder: ^builder, ^builders | строитель, ~застройщик
contractor: =contractor, =contractors | подрядчик
architect: ^architect, ^architects | архитектор
architecture: ^architecture | архитектура, архитектурный
hall: =hall, =halls | ^зал, ^зала, ^залу, ^залом, ^зале, ^залы, ^залов, ^залам, ^холл, ^холла, ^холлу, ^холлом, ^холле, ^холлы, ^холлов, ^холлам
bedroom: bedroom | спальня, ^спален
storeys: number of floors, number of storeys, =stories, =storeys | этажность, количество этажей, число этажей
statue: ^statue, ^statues | ^статуя, ^статуи, ^статуе, ^статую, ^статуей, ^статуй, ^статуям
facility: ^facility, ^facilities | объект инфраструктуры
total_area: total area | общая площадь
listing: =listing, =listings | ~объявление, листинг
specification: =specification, =specifications | спецификация
inspector: ^inspector, ^inspectors | инспектор, контролер
park: =park, =parks, city park | =парк, =парка, =парке, =парки, =парков, =паркам, ^парках
district_center: district center, county seat | районный центр, райцентр
locality: ^locality, ^localities | местность

# --- cars
car_model: car model | модель автомобиля, модель машины
car_brand: car brand, car make | марка автомобиля, марка машины
engine: =engine, =engines, motor | двигатель, мотор
transmission: transmission, gearbox | коробка передач, кпп, трансмиссия
automatic_gear: automatic transmission | автоматическая коробка, акпп
manual_gear: manual transmission | механическая коробка, мкпп
horsepower: horsepower, =hp | лошадиные силы, лс
body_type: body type | тип кузов!а, кузов
drive_type: drive type, wheel drive | тип привода, привод
diesel: diesel | дизель, дизельный
petrol: petrol, gasoline | бензин
hybrid: hybrid | гибрид, гибридный
electric_car: electric car, =ev | электромобиль
tyre: tyre, tire | шина
wheel: wheel | колесо
car_service: car service, auto repair shop | автосервис, сто
car_wash: car wash | мойка, моек, автомойка, автомоек
leasing: leasing | лизинг
sedan: sedan, saloon | седан
suv: suv, crossover | внедорожник, кроссовер
hatchback: hatchback | хэтчбек, хетчбек
year_made: year of manufacture, manufacture year, production year, model year | год выпуска, модельный год
car_dealer: car dealer, dealership, auto dealer | автосалон, автодилер
engine_displacement: engine displacement, engine capacity, engine volume, =edispl | объем двигателя
vehicle_owner: vehicle owner, car owner | владелец автомобиля, автовладелец, автовладельца
coupe: coupe | ^купе
parking_space: parking space, parking spot | парковочное место, машиноместо

# --- sport
team: =team, =teams, squad | команда
club: club | клуб
player: player | игрок, футболист
athlete: athlete, sportsman | спортсмен, атлет
match: =match, =matches, ~game | матч, ~игра
game: game | игра
tournament: tournament, championship, =cup | турнир, чемпионат, кубок
league: league | лига
goal_scored: =goals, goal scored | гол, забитый, забитые мячи
assist: =assists, =assist | передача, голевая передача
medal: medal | ^медаль, ^медаля, ^медали, ^медалю, ^медалем, ^медалей, ^медалям
gold: gold | золото
silver: silver | серебро
bronze: bronze | бронза
victory: victory, =wins | победа
defeat: defeat, =losses | поражение
referee: referee | ^судья, ^судьи, ^судье, ^судью, ^судьей, ^судьям, ^судей, арбитр
stadium: stadium | стадион
spectator: spectator, viewer | зритель
fan: fan | болельщик, фанат
race: race | гонка, забег
football: football, soccer | футбол, футбольный
hockey: hockey | хоккей, хоккейный
basketball: basketball | баскетбол
volleyball: volleyball | волейбол
tennis: tennis | теннис
swimming: swimming | плавание
fitness: fitness, gym | фитнес, спортзал
sport: sport | спорт, спортивный
record_sport: sports record | рекорд
season_sport: sports season | спортивный сезон
yellow_card: yellow card | желтая карточка
red_card: red card | красная карточка
penalty_kick: penalty kick, =penalty | пенальти
workout: workout | тренировка
bet: bet | ставка
award: award, prize, reward | награда, приз, вознаграждение, премия
winner: winner | победитель

# --- government and society
ministry: ministry | министерство
government: government, governmental | правительство
municipality: municipality | муниципалитет, муниципальный, муниципальное образование
agency: =agency, =agencies | агентство, ведомство
mayor: mayor | мэр
governor: governor | губернатор
deputy_mp: member of parliament | депутат
law: =law, =laws | ^закон, ^закона, ^закону, ^законом, ^законе, ^законы, ^законов, ^законам, законодательство
decree: decree | указ, постановление
regulation: regulation | регламент, положение
court: court | суд, судебный
judge: judge | ^судья, ^судьи, ^судье, ^судью, ^судьей, ^судьям, ^судей
case: =case, =cases | дело, случай
lawsuit: lawsuit, claim in court | иск, судебный иск
plaintiff: plaintiff | истец
defendant: defendant | ответчик
crime: crime, criminal | преступление, преступный, уголовный
police: =police | полиция, полицейский
offence: offence, offense, violation, infringement | нарушение, правонарушение
tax_office: tax office, tax authority | ^налоговая, ^налоговой, налоговая инспекция, ифнс
declaration: declaration | декларация
permit: permit | ^разрешение, ^разрешения, ^разрешению, ^разрешением, ^разрешении, ^разрешений, ^разрешениям, пропуск
election: election | выборы, избирательный
voter: voter | избиратель
candidate_election: election candidate | кандидат
party_political: political party, =party, =parties | партия
public_service: public service | госуслуга
benefit: =benefit, =benefits, allowance | льгота, пособие
refugee: refugee | беженец
migration: migration, migrant | миграция, мигрант
army: army, military | ^армия, ^армии, ^армию, ^армией, ^армий, ^армиям, ^военный, ^военного, ^военная, ^военную, ^военное, ^военные, ^военных, ^военным
fire_event: =fire, =fires | пожар, пожарный
rescue: rescue | спасение, спасатель
emergency: emergency | чрезвычайная ситуация, чс, аварийный, экстренный
birth_rate: birth rate | ^рождаемость, ^рождаемости, ^рождаемостью, ^рождаемостей
death_rate: death rate, mortality | смертность
marriage: marriage, ^wedding | брак, свадьба, свадеб
unemployment: unemployment | безработица, безработный
church: church | церковь, церкви
president: president | президент
prime_minister: prime minister, premier | премьер-министр, премьер министр, премьер
minister: minister | ^министр, ^министра, ^министры, ^министров, ^министрам, ^министром
representative: =representative, =representatives | представитель
council: council | ^совет, ^совета, ^совету, ^советом, ^совете, ^советы, ^советов, ^советам
committee: ^committee, ^committees | комитет
politician: politician | политик
form_of_government: form of government, government form, government type | форма правления
population_density: population density | плотность населения
census: census | перепись, ^переписи, ^переписью, ^переписей, ^переписям, перепись населения
county: =county, =counties | =округ, =округа, =округу, =округом, =округе, =округов, =округам, графство
constituency: constituency, electoral district | избирательный округ
ballot: =ballot, =ballots | бюллетень
votes: =votes, vote count, number of votes | голоса, число голосов, количество голосов
commander: commander, commanding officer | командир, ^командующий, ^командующего, ^командующая, ^командующей, ^командующую, ^командующее, ^командующие, ^командующих, ^командующим, полководец
officer: ^officer, ^officers | офицер
soldier: soldier, serviceman | солдат, военнослужащий
military_rank: military rank | воинское звание
police_officer: police officer, policeman, cop | сотрудник полиции
police_station: police station, precinct | полицейский участок, отделение полиции
investigation: ^investigation, ^investigations | расследование, ~следствие
witness: ^witness, ^witnesses | свидетель, очевидец
victim: ^victim, ^victims | жертва, потерпевший
criminal: =criminal, =criminals, offender, =perpetrator, =perpetrators | преступник, правонарушитель
prosecutor: prosecutor | прокурор
social_benefit: social benefit, welfare | социальное пособие, пособие
priest: priest, pastor, clergyman | священник, ^пастор, ^пастора, ^пастору, ^пастором, ^пасторе, ^пасторы, ^пасторов, ^пасторам
charity: =charity, =charities, charitable foundation | благотворительный фонд, благотворительная организация
sponsor: sponsor | спонсор

# --- units
piece: piece, =pcs, =pc, =ea | штука, =шт
unit: =unit, =uom, unit of measure, measurement unit | единица, единица измерения, =ед, ед изм
kilogram: kilogram, kilo, =kg, =kgs | килограмм, =кг
gram: gram, =gr | грамм, =гр
ton: =ton, =tons, tonne | тонна, =тн
pound_weight: =lb, =lbs, pound | фунт
ounce: ounce, =oz | унция
kilometre: kilometre, kilometer, =km, =kms | километр, =км
metre: metre, =meters, =metres | метр, =метров
centimetre: centimetre, centimeter, =cm | сантиметр, =см
millimetre: millimetre, millimeter, =mm | миллиметр, =мм
mile: =mile, =miles | миля
foot_unit: =foot, =feet, =ft | фут
inch: inch | дюйм
litre: litre, liter | литр
hectare: hectare, =ha | гектар, =га
acre: acre | акр
square_metre: square metre, square meter, =sqm, =m2 | квадратный метр, =квм, кв м
cubic_metre: cubic metre, cubic meter, =m3 | кубометр, кубический метр, =м3, куб м
kwh: =kwh, kilowatt hour | квтч, киловатт час, =квт ч, киловатт-час
kilowatt: kilowatt, =kw | киловатт, =квт
megawatt: megawatt, =mw, =mwh | мегаватт, =мвт
celsius: celsius, degree celsius | цельсий, градус
fahrenheit: fahrenheit | фаренгейт, фаренгейте
degree_unit: degree | градус
thousand: thousand, =ths | тысяча, =тыс
million: million, =mln | миллион, =млн
billion: billion, =bln | миллиард, =млрд
dozen: dozen | дюжина, десяток
pair: pair | ^пара, ^пары, ^паре, ^пару, ^парой, ^парам, ^парах, ^пар
ruble: ruble, rouble, =rub, =rur | рубль, =руб
dollar: dollar, =usd | доллар
euro: euro, =eur | евро
sterling: =gbp, pound sterling | фунт стерлингов
yuan: yuan, =cny, =rmb | юань
yen: =yen, =jpy | йена, =иена, =иены, =иен
tenge: tenge, =kzt | тенге
hryvnia: hryvnia, =uah | гривна
franc: ^franc, ^francs, =chf | франк
kopeck: kopeck, kopek | копейка, копеек
cent: =cent, =cents | цент

# --- colours
red: =red | красный
green: green | зеленый
blue: blue | синий, голубой
yellow: yellow | желтый
black: black | черный
white: white | белый
grey: grey, gray | =серый, =серая, =серые, =серого, =серых
brown: brown | коричневый
orange: =orange | оранжевый
pink: pink | розовый
purple: purple, violet | фиолетовый

# --- directions
north: =north, northern | север, северный
south: =south, southern | юг, южный
east: =east, eastern | восток, восточный
west: =west, western | запад, западный
center: center, centre, central | центр, центральный
northwest: northwest, north west, northwestern | северо-запад, северо запад, северо-западный, северо западный
northeast: northeast, north east, northeastern | северо-восток, северо восток, северо-восточный, северо восточный
southwest: southwest, south west, southwestern | юго-запад, юго запад, юго-западный, юго западный
southeast: southeast, south east, southeastern | юго-восток, юго восток, юго-восточный, юго восточный
direction: =direction, =directions, heading direction | направление

# --- countries
russia: russia, =ru, =rus, russian federation, =rf, russian | россия, рф, российский, русский, российская федерация
ukraine: ukraine, =ua, =ukr, ukrainian | украина, украинский
belarus: belarus, =blr, belarusian | беларусь, беларуси, белоруссия, белорусский
kazakhstan: kazakhstan, =kz, =kaz, kazakh | казахстан, казахский, казахстанский
uzbekistan: uzbekistan, =uz, =uzb, uzbek | узбекистан, узбекский
kyrgyzstan: kyrgyzstan, =kg, =kgz, kyrgyz | киргизия, кыргызстан, киргизский
tajikistan: tajikistan, =tj, tajik | таджикистан, таджикский
turkmenistan: turkmenistan, turkmen | туркменистан, туркмения, туркменский
armenia: armenia, =arm, armenian | ^армения, ^армении, ^армению, ^арменией, ^армений, ^армениям, армянский
azerbaijan: azerbaijan, =az, =aze, azerbaijani | азербайджан, азербайджанский
georgia: =georgia, =ge, =geo, georgian | ^грузия, ^грузии, ^грузию, ^грузией, ^грузий, ^грузиям, грузинский
moldova: moldova, =mda, moldovan | молдова, молдавский
estonia: estonia, =ee, =est, estonian | эстония, эстонский
latvia: latvia, =lv, =lva, latvian | латвия, латвийский, латышский
lithuania: lithuania, =lt, =ltu, lithuanian | литва, литовский
germany: germany, =de, =deu, =ger, german | германия, немецкий, германский
france: ^france, ^frances, =fr, =fra, french | франция, французский
usa: =usa, =us, united states, america, american, united states of america | сша, америка, американский, соединенные штаты
uk: =uk, =gb, =gbr, united kingdom, great britain, england, british, britain, english | великобритания, англия, британия, британский, английский
ireland: ireland, =irl, irish | ирландия, ирландский
scotland: scotland, scottish | шотландия, шотландский
spain: spain, =es, =esp, spanish | испания, испанский
portugal: portugal, =pt, =prt, portuguese | португалия, португальский
italy: italy, =it, =ita, italian | ^италия, ^италии, ^италию, ^италией, ^италий, ^италиям, итальянский
switzerland: switzerland, =ch, =che, swiss | швейцария, швейцарский
austria: austria, =aut, austrian | ^австрия, ^австрии, ^австрию, ^австрией, ^австрий, ^австриям, австрийский
netherlands: netherlands, holland, =nl, =nld, dutch | нидерланды, голландия, нидерландский, голландский
belgium: belgium, =bel, belgian | бельгия, бельгийский
luxembourg: luxembourg, =lux | люксембург
sweden: sweden, =se, =swe, swedish | швеция, шведский
norway: norway, =nor, norwegian | норвегия, норвежский
finland: finland, =fi, =fin, finnish | финляндия, финский
denmark: denmark, =dk, =dnk, danish | дания, датский
iceland: iceland, =isl | исландия, исландский
poland: poland, =pl, =pol, polish | польша, польский
czechia: czechia, czech republic, czech, =cz, =cze | чехия, чешский
slovakia: slovakia, =sk, =svk, slovak | словакия, словацкий
hungary: hungary, =hu, =hun, hungarian | венгрия, венгерский
romania: romania, =ro, =rou, romanian | румыния, румынский
bulgaria: bulgaria, =bg, =bgr, bulgarian | болгария, болгарский
serbia: serbia, =rs, =srb, serbian | сербия, сербский
croatia: croatia, =hr, =hrv, croatian | хорватия, хорватский
slovenia: slovenia, =si, =svn, slovenian | словения, словенский
montenegro: montenegro, =mne | черногория, черногорский
greece: greece, =gr, =grc, greek | греция, греческий
cyprus: cyprus, =cyp | кипр, кипрский
turkey: turkey, =tr, =tur, turkish, turkiye | турция, турецкий
israel: israel, =il, =isr, israeli | израиль, израильский
egypt: egypt, =eg, =egy, egyptian | египет, египта, египетский
uae: =uae, =ae, united arab emirates, emirates | оаэ, эмираты, арабские эмираты
saudi_arabia: saudi arabia, =sa, =sau, saudi | саудовская аравия
qatar: qatar | катар
iran: iran, =ir, =irn, iranian | иран, иранский
iraq: iraq, =irq | ирак
china: china, =cn, =chn, chinese | китай, китайский, =кнр
hong_kong: hong kong, =hk | гонконг
taiwan: taiwan, =tw, =twn | тайвань
japan: japan, =jp, =jpn, japanese | япония, японский
south_korea: south korea, =kr, =kor, korea, korean | южная корея, ^корея, ^кореи, ^корее, ^корею, ^кореей, ^кореям, корейский
india: india, =ind, indian | индия, индийский
pakistan: pakistan, =pk, =pak | пакистан
thailand: thailand, =th, =tha, thai | таиланд, тайский, тайланд
vietnam: vietnam, =vn, =vnm, vietnamese | вьетнам, вьетнамский
indonesia: indonesia, =idn, indonesian | индонезия, индонезийский
malaysia: malaysia, =mys | малайзия
singapore: singapore, =sg, =sgp | сингапур
philippines: philippines, =ph, =phl | филиппины
mongolia: mongolia, =mng, mongolian | монголия, монгольский
australia: australia, =au, =aus, australian | ^австралия, ^австралии, ^австралию, ^австралией, ^австралий, ^австралиям, австралийский
new_zealand: new zealand, =nz, =nzl | новая зеландия
canada: canada, =ca, =can, canadian | канада, канадский
mexico: mexico, =mx, =mex, mexican | мексика, мексиканский
brazil: brazil, =br, =bra, brazilian | бразилия, бразильский
argentina: argentina, =ar, =arg, argentinian, argentine | аргентина, аргентинский
chile: chile, =cl, =chl, chilean | чили, чилийский
colombia: colombia, =co, =col, colombian | колумбия, колумбийский
peru: peru | ^перу
cuba: cuba, =cub, cuban | куба, кубинский
south_africa: south africa, =za, =zaf | юар, южная африка
nigeria: nigeria, =ng, =nga | нигерия
kenya: kenya, =ke, =ken | кения
morocco: morocco, =mar | марокко
tunisia: tunisia, =tun | тунис
europe: europe, =eu, european, european union | европа, европейский, ес, евросоюз
asia: asia, asian | азия, азиатский
africa: africa, african | африка, африканский
north_america: north america | северная америка
south_america: south america, latin america | южная америка, латинская америка

# --- cities and regions
moscow: moscow, =msk, =mow | москва, мск, московский
moscow_region: moscow region, moscow oblast | московская область, подмосковье, ^мо
saint_petersburg: saint petersburg, st petersburg, =spb, petersburg, =led, =st-petersburg, =st petersburg, saint-petersburg | санкт-петербург, санкт петербург, питер, спб, петербург
leningrad_region: leningrad region, leningrad oblast | ленинградская область, ленобласть
kazan: =kazan, =kzn | казань, казанский
novosibirsk: novosibirsk, =nsk | новосибирск, нск
yekaterinburg: yekaterinburg, ekaterinburg, =ekb | екатеринбург, екб
nizhny_novgorod: nizhny novgorod, nizhniy novgorod, nizhnii novgorod, =nn | нижний новгород
chelyabinsk: chelyabinsk | челябинск
samara: samara | самара
omsk: omsk | омск
rostov: rostov, rostov on don, rostov-on-don | ^ростов, ^ростова, ^ростову, ^ростовом, ^ростове, ^ростовы, ^ростовов, ^ростовам, ростов на дону, ростов-на-дону
ufa: =ufa | уфа
krasnoyarsk: krasnoyarsk | красноярск
voronezh: voronezh | воронеж
perm: =perm | пермь
volgograd: volgograd | волгоград
krasnodar: krasnodar | краснодар
saratov: saratov | саратов
tyumen: tyumen | тюмень
tolyatti: tolyatti, togliatti | тольятти
izhevsk: izhevsk | ижевск
barnaul: barnaul | барнаул
irkutsk: irkutsk | иркутск
ulyanovsk: ulyanovsk | ульяновск
khabarovsk: khabarovsk | хабаровск
vladivostok: vladivostok, =vvo | владивосток
yaroslavl: yaroslavl | ярославль
tomsk: tomsk | томск
orenburg: orenburg | оренбург
kemerovo: kemerovo | кемерово
ryazan: ryazan | рязань
astrakhan: astrakhan | астрахань
penza: penza | пенза
lipetsk: lipetsk | липецк
tula: =tula | тула
kirov: kirov | киров
kaliningrad: kaliningrad | калининград
kursk: kursk | курск
sochi: sochi | сочи
stavropol: stavropol | ставрополь
tver: =tver | тверь
bryansk: bryansk | брянск
ivanovo: ivanovo | иваново
belgorod: belgorod | белгород
surgut: surgut | сургут
vladimir: vladimir | владимир
murmansk: murmansk | мурманск
arkhangelsk: arkhangelsk | архангельск
smolensk: smolensk | смоленск
kaluga: kaluga | калуга
oryol: oryol, =orel | орел, орла
yakutsk: yakutsk | якутск
grozny: grozny | грозный
siberia: siberia, siberian | сибирь, сибирский
ural: ural | ^урал, ^урала, ^уралу, ^уралом, ^урале, ^уралы, ^уралов, ^уралам, уральский
far_east: far east | дальний восток, дальневосточный
volga: =volga, volga region | поволжье, приволжский, волга
caucasus: caucasus | кавказ, кавказский
crimea: crimea | крым, крымский
tatarstan: tatarstan | татарстан
bashkortostan: bashkortostan | башкортостан, башкирия
kyiv: kyiv, kiev | ^киев, ^киева, ^киеву, ^киевом, ^киеве, ^киевы, ^киевов, ^киевам
minsk: minsk | минск
almaty: almaty, alma ata | алматы, алма-ата, алма ата
astana: astana, nur-sultan, nur sultan, nursultan | астана, нур-султан, нур султан
tashkent: tashkent | ташкент
bishkek: bishkek | бишкек
yerevan: yerevan | ереван
baku: =baku | баку
tbilisi: tbilisi | тбилиси
riga: =riga | рига
vilnius: vilnius | вильнюс
tallinn: tallinn, =tallin | таллин
london: london | лондон
paris: paris | париж
berlin: berlin | берлин
munich: munich, =münchen, muenchen | мюнхен
hamburg: ^hamburg, ^hamburgs | гамбург
frankfurt: frankfurt | франкфурт
cologne: =cologne, =köln, koeln | кельн
madrid: madrid | мадрид
barcelona: barcelona | барселона
rome: =rome, =roma | рим
milan: milan, =milano | ^милан, ^милана, ^милану, ^миланом, ^милане, ^миланы, ^миланов, ^миланам
venice: venice | венеция
vienna: vienna, =wien | вена
zurich: zurich, =zürich | цюрих
geneva: geneva | ^женева, ^женевы, ^женеве, ^женеву, ^женевой, ^женевам, ^женевах, ^женев
amsterdam: amsterdam | амстердам
brussels: brussels | брюссель
stockholm: stockholm | стокгольм
oslo: oslo | осло
helsinki: helsinki | хельсинки
copenhagen: copenhagen | копенгаген
warsaw: warsaw | варшава
krakow: krakow, cracow | краков
prague: prague, =praha | прага
budapest: budapest | будапешт
bucharest: bucharest | бухарест
sofia: =sofia | софия
belgrade: belgrade | белград
athens: athens | афины
lisbon: lisbon | лиссабон
dublin: dublin | дублин
edinburgh: edinburgh | эдинбург
manchester: manchester | манчестер
istanbul: istanbul | стамбул
ankara: ankara | анкара
antalya: antalya | анталья
dubai: dubai | дубай
tel_aviv: tel aviv, tel-aviv | тель-авив, тель авив
jerusalem: jerusalem | иерусалим
cairo: cairo | каир
beijing: beijing, peking | пекин
shanghai: shanghai | шанхай
shenzhen: shenzhen | шэньчжэнь
tokyo: tokyo | ^токио, ^токиа, ^токиу, ^токиом, ^токие, ^токи, ^токиам
osaka: osaka | осака
seoul: seoul | сеул
delhi: delhi, new delhi | ^дели, нью-дели, нью дели
mumbai: mumbai | мумбаи
bangkok: bangkok | бангкок
new_york: new york, =nyc, new york city | нью-йорк, нью йорк
los_angeles: los angeles, =la | лос-анджелес, лос анджелес
chicago: chicago | чикаго
san_francisco: san francisco, =sf | сан-франциско, сан франциско
boston: boston | бостон
washington: washington | вашингтон
seattle: seattle | сиэтл
miami: miami | ^майами
toronto: toronto | торонто
vancouver: vancouver | ванкувер
montreal: montreal | монреаль
sydney: sydney | сидней
melbourne: melbourne | мельбурн
mexico_city: mexico city | мехико
sao_paulo: sao paulo | сан-паулу, сан паулу
buenos_aires: buenos aires | буэнос-айрес, буэнос айрес

# --- what goods, services and departments are called
electronics: electronics | электроника
appliance: appliance, home appliance, household appliance | бытовая техника, ^техника, ^техники, ^технике, ^технику, ^техникой, ^техникам, ^техниках, ^техник
computer: computer, =pc | компьютер, компьютерный
laptop: laptop, notebook | ноутбук, лэптоп
tablet: =tablet, =tablets | планшет
smartphone: smartphone, =phones | смартфон
monitor: =monitor, =monitors, display, ^screen, ^screens | монитор, дисплей, экран
printer: printer | принтер
keyboard: keyboard | клавиатура
mouse: =mouse, =mice | ^мышь, ^мышя, ^мыши, ^мышю, ^мышем, ^мышей, ^мышям, мышка
headphones: headphone, earphone, headset | наушник, гарнитура
camera: camera | камера, фотоаппарат
charger: charger | зарядка, зарядное устройство
cable: cable | кабель, провод
battery: battery, accumulator | батарея, аккумулятор, батарейка, батареек
refrigerator: refrigerator, fridge | холодильник
washing_machine: washing machine, washer | стиральная машина, стиралка
vacuum_cleaner: vacuum cleaner | пылесос
microwave: microwave | микроволновка, микроволновая печь
kettle: kettle | чайник
iron_appliance: =iron | утюг
furniture: furniture | мебель, мебельный
chair: =chair, =chairs | стул, кресло
desk: =desk, =desks | стол, письменный стол
sofa: sofa, couch | диван
wardrobe: wardrobe, cupboard | шкаф
lamp: lamp | лампа, светильник
mattress: mattress | матрас
carpet: carpet, rug | ковер, ковра
curtain: curtain | штора, занавеска
clothing: clothing, apparel, garment | одежда
footwear: footwear, shoes | обувь
shirt: shirt | рубашка
tshirt: t shirt, tshirt, t-shirt | футболка
dress: =dress, =dresses | ^платье, ^платья, ^платьев
trousers: trousers, pants | брюки, штаны
jeans: jeans | джинсы
jacket: jacket | куртка
coat: =coat, =coats | пальто
skirt: skirt | юбка, юбок
suit: =suit, =suits | костюм
hat: =hat, =hats, cap | шапка, шляпа, кепка
sock: sock | носок
underwear: underwear, lingerie | ^белье, ^белья, нижнее белье
boots: =boots, =boot | ботинки, сапоги
sneakers: sneaker, trainers shoes | кроссовки
bag: =bag, =bags, handbag | сумка
backpack: backpack, rucksack | рюкзак
accessory: accessory | аксессуар
jewellery: jewellery, jewelry | украшение, ювелирный, бижутерия
watch: =watch, =watches, wristwatch | часы наручные, наручные часы
glasses: =glasses, eyeglasses | очки
cosmetics: cosmetics, makeup, beauty | косметика, красота
perfume: perfume, fragrance | парфюм, парфюмерия, ^духи, ^духов
shampoo: shampoo | шампунь
soap: soap | мыло
household_goods: household goods, homeware, home goods | хозтовары, товары для дома
household_chemicals: household chemicals, cleaning products, detergent | бытовая химия, моющее средство
stationery: stationery, office supplies | канцтовары, канцелярия
pen: =pen, =pens | ручка
pencil: pencil | карандаш
toy: toy | игрушка
baby_goods: baby products, children goods, kids goods | детские товары, товары для детей
garden: garden | сад
building_materials: building materials | стройматериалы, строительные материалы
auto_parts: auto parts, car parts | автозапчасти, автотовары
sports_goods: sporting goods | спорттовары, спортивные товары
pet_supplies: pet supplies, pet food | зоотовары, корм для животных, корм
grocery: grocery | ^бакалея, ^бакалеи, ^бакалее, ^бакалею, ^бакалеей, ^бакалеям
foodstuff: foodstuff, food products, =food, ^groceries | ^продукты, ^продуктов, ^продуктам, продукты питания, продовольствие
dairy: dairy, dairy products | молочные продукты, молочка
cheese: cheese | ^сыр, ^сыра, ^сыру, ^сыром, ^сыре, ^сыры, ^сыров, ^сырам, сырный
butter: butter | масло сливочное, сливочное масло
yogurt: yogurt, yoghurt | йогурт
icecream: ice cream | мороженое
bakery: bakery | выпечка, пекарня, хлебобулочный
pastry: pastry, cake | торт, пирожное
sweets: =sweets, =sweet, candy, confectionery | сладости, конфета, кондитерский
chocolate: chocolate | шоколад
cookie_food: cookies, biscuit | печенье
snack: snack | снек, закуска
juice: juice | сок
soda: soda, soft drink | газировка, лимонад
alcohol: alcohol | алкоголь, алкогольный
beer: beer | пиво
wine: =wine, =wines | ^вино, ^вина, ^вину, ^вином, ^вине, ^вин, ^винам
vodka: vodka | водка
tobacco: tobacco, cigarette | табак, сигарета
rice: =rice | ^рис, ^риса, ^рису, ^рисом, ^рисе, ^рисы, ^рисов, ^рисам
pasta: pasta | макароны
buckwheat: buckwheat | гречка
salt: salt | ^соль, ^соля, ^соли, ^солю, ^солем, ^солей, ^солям, соли
tomato: tomato | помидор, томат
cucumber: cucumber | огурец
onion: onion | ^лук, ^лука, ^луку, ^луком, ^луке, ^луки, ^луков, ^лукам
carrot: carrot | морковь
cabbage: cabbage | капуста
banana: banana | банан
orange_fruit: =oranges | апельсин
lemon: lemon | лимон
grape: grape | виноград
strawberry: strawberry | клубника
berry: berry | ягода
nut: =nut, =nuts | орех
honey: honey | ^мед, ^меда, ^меду, ^медом, ^меде, ^меды, ^медов, ^медам, меда
sausage: sausage | колбаса, сосиска
beef: beef | говядина
pork: pork | свинина
seafood: seafood | морепродукты
frozen: frozen food | замороженные продукты, заморозка
fresh: =fresh | свежий
soup: soup | суп
salad: salad | салат
pizza: pizza | пицца
sushi: sushi | суши
burger: burger, ^hamburger, ^hamburgers | бургер, гамбургер
breakfast_only: bed and breakfast, breakfast included | завтрак включен, только завтрак
half_board: half board | полупансион
full_board: full board | полный пансион
all_inclusive: all inclusive | все включено
single_room: single room | одноместный, одноместный номер
double_room: double room, =double | двухместный, двухместный номер
twin_room: =twin, twin room | твин
suite: =suite, =suites | люкс, сьют
family_room: family room | семейный номер
economy: ^economy, ^economies, ^econom, ^economs | эконом, эконом класс
business_class: business class | бизнес класс, бизнес-класс
comfort: comfort | комфорт
first_class: first class | первый класс
marketing: marketing | маркетинг
logistics: logistics | логистика
it_dept: =it, information technology, =ict | айти, ^ит, информационные технологии
hr_dept: =hr, human resources, personnel department | отдел кадров, эйчар, управление персоналом
sales_dept: sales department, sales team | отдел продаж
legal_dept: legal department | юридический отдел, юротдел
purchasing_dept: purchasing department, procurement department | отдел закупок
security_dept: security department, security service | служба безопасности
administration: ^administration, ^administrations, admin department | администрация
management: =management | ^управление, ^управления, ^управлению, ^управлением, ^управлении, ^управлений, ^управлениям, менеджмент, руководство
administrator: ^administrator, ^administrators, =admin, =admins | администратор, админ
moderator: ^moderator, ^moderators | модератор
superuser: superuser, =root | суперпользователь
editor_role: content editor | контент-менеджер, контент менеджер
research: research | исследование
science: science, scientific | наука, научный
innovation: innovation | инновация
consulting: ^consulting | консалтинг
outsourcing: outsourcing | аутсорсинг
ecommerce: ecommerce, e-commerce, e commerce, online store, online shop | интернет-магазин, интернет магазин, электронная коммерция
franchise: franchise | франшиза
startup: startup | стартап
small_business: small business, =smb, =sme | малый бизнес
state_owned: state owned | ^государственный, ^государственного, ^государственная, ^государственную, ^государственное, ^государственные, ^государственных, ^государственным, госсектор
nonprofit: nonprofit, non profit, =ngo | некоммерческий, нко, нка, нку, нком, нке, нк, нкам
llc: =llc, =ltd | ^ооо, ^ооа, ^ооу, ^ооом, ^оое, ^оо, ^ооам
jsc: =jsc, =cjsc, =pjsc | ^ао, ^зао, ^заа, ^зау, ^заом, ^зае, ^за, ^заам, ^оао, ^оаа, ^оау, ^оаом, ^оае, ^оа, ^оаам, ^пао, ^паа, ^пау, ^паом, ^пае, ^па, ^паам
corporate_client: corporate client, corporate customer | корпоративный клиент
telecom: telecom, telecommunications | телеком, связь, телекоммуникации
agriculture: agriculture, ^farming | сельское хозяйство, агро, сельскохозяйственный
mining: =mining | добыча, горнодобывающий
transport_sector: transport sector | транспортная отрасль
tourism: tourism | туризм
hospitality: hospitality | гостеприимство
culture: =culture, cultural | ^культура, ^культуры, ^культуре, ^культуру, ^культурой, ^культурам, ^культурах, ^культур, культурный
art: =art, =arts | искусство
cuisine: cuisine | ~кухня, ~=кухонь
portion: portion, serving | порция
screen_size: screen size | диагональ, диагональ экрана, размер экрана
age_group: age group | возрастная группа

# --- school subjects and medical departments
mathematics: mathematics, =math, =maths | математика, =матем
algebra: algebra | алгебра
geometry: geometry | геометрия
physics: physics | физика
chemistry: chemistry | ^химия, ^химии, ^химию, ^химией, ^химий, ^химиям
biology: biology | биология
history_subject: history lesson, =history | ^история, ^истории, ^историю, ^историей, ^историй, ^историям
geography: geography | география
literature: literature | литература
informatics: informatics, computer science | информатика
economics: ^economics | экономика
philosophy: philosophy | философия
psychology: ^psychology | ^психология, ^психологии, ^психологию, ^психологией, ^психологий, ^психологиям
law_subject: jurisprudence | ^право, ^права, ^праву, ^правом, ^праве, ^прав, ^правам, юриспруденция
programming: programming | программирование
foreign_language: foreign language | иностранный язык
physical_education: physical education, =pe | физкультура, физическая культура
drawing: =drawing | рисование, ^изо, ^иза, ^изу, ^изом, ^изе, ^из, ^изам
bachelor_degree: bachelor degree | бакалавр, бакалавриат
master_degree: master degree | магистр, магистратура
phd: phd, ^doctoral, ^doctorals | аспирантура, аспирант, кандидат наук
secondary_education: secondary education, high school | среднее образование, ^среднее
higher_education: higher education | высшее образование, высшее
vocational: vocational, vocational education | среднее специальное, профессиональное образование
cum_laude: honours, honors, with honors | с отличием, красный диплом
full_time_study: full time study | очная форма, очное обучение
correspondence_study: correspondence study, distance learning, extramural | заочный, заочная форма, дистанционное обучение
surgery_dept: surgical department, surgical | ^хирургия, ^хирургии, ^хирургию, ^хирургией, ^хирургий, ^хирургиям, хирургический
therapy_dept: internal medicine, therapeutic | терапевтический
pediatrics: pediatrics, paediatrics | ^педиатрия, ^педиатрии, ^педиатрию, ^педиатрией, ^педиатрий, ^педиатриям
gynecology: gynecology, gynaecology | гинекология
ophthalmology: ophthalmology, eye doctor | офтальмология, окулист
dermatology: dermatology | дерматология
urology: urology | урология
oncology: oncology | онкология
traumatology: traumatology | травматология
otolaryngologist: otolaryngologist, ent doctor | лор, отоларинголог
endocrinology: endocrinology | эндокринология
psychiatry: psychiatry, psychiatrist | психиатрия
psychologist: ^psychologist, ^psychologists | =психолог, =психолога, =психологи, =психологов
intensive_care: intensive care, =icu | реанимация, интенсивная терапия
maternity_ward: maternity ward, maternity hospital | роддом, родильное отделение
radiology: radiology, =xray, x-ray, x ray | рентген, рентгенология
ultrasound: ultrasound | ^узи
mri: =mri | мрт
ct_scan: =ct, ct scan | кт, томография
ecg: =ecg, =ekg | экг
flu: =flu, influenza | грипп
covid: covid, =covid19, coronavirus | ковид, коронавирус
diabetes: diabetes | диабет
hypertension: hypertension | гипертония
pneumonia: pneumonia | пневмония
asthma: asthma | астма
cold_illness: common cold, =arvi | орви, простуда
fracture: fracture | перелом
injury: injury, trauma | травма
cancer: cancer | ^рак, ^рака, ^раку, ^раком, ^раке, ^раки, ^раков, ^ракам, онкологический

# --- genres, formats and other kinds
novel: =novel, =novels | роман
detective: detective | детектив
fiction: fiction | художественная литература, беллетристика
nonfiction: nonfiction, non fiction | нон-фикшн, нон фикшн, документальная литература
science_fiction: science fiction, =scifi, sci-fi, sci fi | фантастика, научная фантастика
fantasy: fantasy | фэнтези
poetry: poetry, poem | поэзия, стихи
classics: =classic, =classics | классика, классический
textbook: textbook | учебник
comedy: comedy | комедия
drama: drama | драма
thriller: thriller | триллер
horror: horror | ужасы, хоррор
adventure: adventure | приключение
documentary: documentary | документальный
cartoon: cartoon, ^animation, ^animations | мультфильм, анимация
biography: biography | биография
romance: romance, romantic | мелодрама, романтика
action_genre: action movie, =action | боевик
crime_genre: crime fiction | криминал
rock_music: rock music | ^рок, ^рока, ^року, ^роком, ^роке, ^роки, ^роков, ^рокам
pop_music: pop music | поп, поп музыка
jazz: jazz | джаз
hiphop: hip hop, hip-hop, =rap | рэп, хип-хоп, хип хоп
classical_music: classical music | классическая музыка
electronic_music: electronic music | электронная музыка
paperback: paperback | мягкая обложка
hardcover: hardcover, hardback | твердая обложка
ebook: ebook, e-book, e book | электронная книга
audiobook: audiobook, audio book | аудиокнига
desktop: desktop | десктоп, настольный
mobile_app: mobile app, mobile application | мобильное приложение
search_engine: search engine | поисковик, поисковая система
email_channel: email campaign, email marketing | имейл рассылка, почтовая рассылка
chat: chat | чат
phone_channel: by phone | по телефону
messenger: messenger | мессенджер
push: =push, push notification | пуш, пуш уведомление
digital: digital | цифровой
direct_traffic: direct traffic, direct visit | прямой заход, прямой трафик
direct: =direct | прямой
indirect: indirect | косвенный
qr_code: qr, qr code
bank_card: bank card, payment card | банковская карта, =картой
electronic: =electronic | электронный
contactless: contactless | бесконтактный
salary_card: payroll card | зарплатная карта
virtual: virtual | виртуальный
savings: savings, savings account | сбережение, накопительный, накопительный счет
current_account: current account, checking account | текущий счет
consumer_loan: consumer loan, personal loan | потребительский кредит, потребкредит
car_loan: car loan, auto loan | автокредит
mortgage_loan: home loan | ипотечный кредит
overdraft: overdraft | овердрафт
cashback: cashback, cash back | кэшбэк, кешбэк
life_insurance: life insurance | страхование жизни
health_insurance: health insurance, medical insurance | медицинская страховка, дмс, омс
car_insurance: car insurance, motor insurance | осаго, каско, автострахование
property_insurance: property insurance | страхование имущества
long_term: long term, long-term | долгосрочный
short_term: short term, short-term | краткосрочный
one_time: one time, one-time, one off, single use | ^разовый, ^разового, ^разовая, ^разовую, ^разовое, ^разовые, ^разовых, ^разовым, единовременный, одноразовый
recurring: recurring, recurrent, periodic | ^повторяющийся, ^повторяющийси, ^повторяющийсе, ^повторяющийсю, ^повторяющийсей, ^повторяющийсям, ^повторяющиеся, ^повторяющихся, периодический
repeat: repeat | повторный, повтор
first_time: first time, first visit | первичный, впервые
individual: =individual | индивидуальный
collective: collective, joint | совместный, коллективный
commercial_type: commercial property | коммерческая недвижимость
new_building: new building, newly built | новостройка, новостроек
secondary_housing: resale property, secondary market | вторичка, вторичный рынок
prefab: panel house | панельный
monolith: monolithic | монолитный
detached_house: detached house, country house | частный дом, ^дача, ^дачи, ^даче, ^дачу, ^дачей, ^дачам, ^дачах, ^дач
townhouse: townhouse | таунхаус
penthouse: penthouse | пентхаус
owner_status: owned | в собственности, собственность
furnished: furnished | с мебелью, меблированный
square: =square, =squares | квадрат
rural: rural | сельский
urban: urban, =urban | городской
capital_city: capital city, =capital, =capitals | столица
suburb: suburb | пригород
downtown: downtown, city center, city centre | центр города
highway: highway, motorway | шоссе, трасса, автострада
road: road | дорога
bridge: bridge | ^мост, ^моста, ^мосту, ^мостом, ^мосте, ^мосты, ^мостов, ^мостам
railway: railway, railroad | железная дорога, жд, железнодорожный
air_transport: by air, air freight, air transport | ^авиа, ^авиы, ^авие, ^авиу, ^авиой, ^авиам, ^авиах, ^ави, авиаперевозка, авиационный
sea_transport: by sea, sea freight, ocean freight | морской, морская перевозка
road_transport: by road, road transport | автотранспорт, автоперевозка
rail_transport: by rail, rail freight | жд перевозка
pipeline_transport: oil pipeline, gas pipeline | трубопровод, газопровод
pedestrian: pedestrian | пешеход, пеший
right: =right_side, right side | ^правый, ^правого, ^правая, ^правую, ^правое, ^правые, ^правых, ^правым
left: left side, =left_side | ^левый, ^левого, ^левая, ^левую, ^левое, ^левые, ^левых, ^левым
top_part: =upper | верхний
bottom_part: =lower | нижний
front: =front | передний
rear: rear | задний
inner: inner | внутренний
outer: outer | наружный, ~внешний
dry: =dry | сухой
wet: =wet | мокрый, влажный
sunny: sunny | ^солнечно, ^солнечна, ^солнечну, ^солнечном, ^солнечне, ^солнечн, ^солнечнам, ясный
cloudy: cloudy, overcast | облачный, пасмурно
fog: fog | туман
storm: storm | шторм, гроза
light_weight: =light, lightweight | легкий
heavy: heavy | тяжелый
easy: =easy | легкий, простой
difficult: difficult, =hard, ^complex, ^complexs | сложный, трудный
complexity: ^complexity, difficulty | сложность
long: =long | ^длинный, ^длинного, ^длинная, ^длинную, ^длинное, ^длинные, ^длинных, ^длинным
short: =short | короткий
fast: =fast, quick, rapid | быстрый
slow: slow | медленный
cheap: cheap, =inexpensive | дешевый, недорогой
expensive: ^expensive, ^costly | ^дорогой, ^дорогого, ^дорогая, ^дорогую, ^дорогое, ^дорогые, ^дорогых, ^дорогым, ^дорогие, ^дорогих
popular: ^popular | популярный
popularity: ^popularity | ^популярность, ^популярности, ^популярностью, ^популярностей
rare: =rare | редкий
frequent: frequent | частый
frequency: frequency, =freq | частота
interval_time: time interval | интервал времени
full: =full | полный
partial: partial | частичный
exact: =exact, ^precise, ^precises | точный
accuracy: accuracy, ^precision, ^precisions | точность
approximate: approximate | приблизительный, примерный
positive: ^positive, ^positives | положительный, позитивный
negative: negative | отрицательный, негативный
neutral: neutral | нейтральный
sentiment: sentiment | тональность
stable: =stable | стабильный
unstable: unstable | нестабильный
working: in working order, operational | исправный, рабочий
broken: broken, out of order | сломанный, ^неисправный, ^неисправного, ^неисправная, ^неисправную, ^неисправное, ^неисправные, ^неисправных, ^неисправным
lost_item: missing item | пропажа
damaged: damaged | поврежденный
stolen: stolen, theft | украденный, кража, угон
locked_record: read only, readonly | только чтение
encrypted: =encrypted | зашифрованный
compressed: compressed | сжатый
current: =current | текущий, нынешний
previous: previous, prior, =prev | предыдущий, прошлый
next: =next | следующий
future: future, upcoming | будущий, предстоящий
past: =past | прошедший
former: former, ex customer | бывший
existing: existing | существующий
potential: potential | потенциальный
initial: =initial | начальный, первоначальный
final: =final | финальный, окончательный, ^итоговый, ^итогового, ^итоговая, ^итоговую, ^итоговое, ^итоговые, ^итоговых, ^итоговым
intermediate: intermediate | промежуточный
beginner: beginner | ^начинающий, ^начинающие, новичок
advanced: =advanced | продвинутый
professional: professional, =pro | профессиональный, профессионал
junior: junior | младший, джуниор
middle_grade: =middle | миддл
lead_grade: team lead, teamlead | тимлид, руководитель группы
senior_grade: =senior | старший, сеньор
head_role: =head, =chief | глава, начальник, главный
achievement: =achievement, =achievements | достижение

# --- animals, plants and science
species: =species | ~=вид, ~=виды, ~=видов, биологический вид
habitat: ^habitat, ^habitats | ареал, среда обитания
nature: =nature | природа
plant: =plant, =plants | ^растение, ^растения, ^растению, ^растением, ^растении, ^растений, ^растениям
flower: flower | цветок, ^цветы, ^цветов, ^цветам, цветочный
bird: bird | =птица, =птицы, =птице, =птицу, =птицей, =птиц, =птицам
zoo: =zoo, =zoos | зоопарк
breeder: ^breeder, ^breeders | заводчик
gene: =gene, =genes, genetic | ^ген, ^гена, ^гены, ^генов, генетический
compound: =compound, =compounds | ^соединение, ^соединения, ^соединению, ^соединением, ^соединении, ^соединений, ^соединениям
star: =star, =stars | ^звезда, ^звезды, ^звезде, ^звезду, ^звездой, ^звезд, ^звездам
planet: planet | планета
astronaut: astronaut, cosmonaut | космонавт, астронавт
space: =space | ^космос, ^космоса, ^космосу, ^космосом, ^космосе, ^космосы, ^космосов, ^космосам, космический
mission: mission | ^миссия, ^миссии, ^миссию, ^миссией, ^миссий, ^миссиям
launch: =launch, =launches, =launched | запуск
discovery: =discovery, =discoveries | ^открытие, ^открытия, ^открытию, ^открытием, ^открытии, ^открытий, ^открытиям
experiment: ^experiment, ^experiments | эксперимент
research_paper: research paper, scientific paper, =papers, scientific article | научная статья, научная работа
scientific_journal: scientific journal, academic journal | научный журнал
conference_paper: conference paper | доклад на конференции
reviewer: =reviewer, =reviewers | рецензент
affiliation: =affiliation, =affiliations | аффилиация
funding: =funding, =funded | финансирование
nobel_prize: nobel prize | нобелевская премия
