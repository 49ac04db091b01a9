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
purchase_price: purchase price, purchase cost, buying price, wholesale price, trade price | закупочная цена, закупочная стоимость, стоимость закупки, цена закупки, оптовая цена
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
department_store: department store | универмаг
supermarket: supermarket, ~hypermarket | супермаркет, ~гипермаркет
mall: =mall, =malls, shopping mall, shopping center, shopping centre | торговый центр, ^трц, ^молл, ^молла, ^моллу, ^моллом, ^молле, ^моллы, ^моллов, ^моллам
market: =market, =markets | ^рынок, ^рынка, ^рынку, ^рынком, ^рынке, ^рынки, ^рынков, ^рынкам
kiosk: kiosk, stall | киоск, ларек, ларька
boutique: boutique | бутик
showroom: showroom | шоурум, шоу-рум
store_chain: chain store, retail chain | торговая сеть, сеть магазинов
shop_assistant: shop assistant | ~продавец, продавец-консультант
display_case: showcase | витрина
price_tag: price tag | ценник
price_list: price list | прайс-лист, прейскурант
price_change: price change | изменение цены
clearance: clearance, clearance sale | распродажа
bestseller: bestseller, best seller | бестселлер, хит продаж
footfall: footfall, foot traffic | =посещаемость, =посещаемости, =посещаемостью, =посещаемостей, =посещаемостям, ^проходимость, ^проходимости, ^проходимостью, ^проходимостей, ^проходимостям
self_checkout: self checkout | касса самообслуживания
paying_customer: paying customer | платящий клиент
unit_of_sale: selling unit | единица продажи
country_of_origin: country of origin, origin country | страна происхождения, страна производства, ~страна изготовления
product_line: =product line, =product lines | линейка продуктов, товарная линейка
substitute: =substitute, =substitutes, =analogue | аналог, ~заменитель
product_composition: product composition | состав товара

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
nickname: nickname, nick, username, user name, screen name, ~login | ник, никнейм, псевдоним, имя пользователя, прозвище
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
abbreviation: abbreviation, acronym, =abbr, short name | аббревиатура, сокращение, краткое название, сокращенное название
alias: =alias, =aliases | алиас, псевдоним, ~прозвище
symbol: symbol | символ
alphabet: alphabet | алфавит
word: =word, =words | ^слово, ^слова, ^слову, ^словом, ^слове, ^слов, ^словам
phrase: phrase | ^фраза, ^фразы, ^фразе, ^фразу, ^фразой, ^фраз, ^фразам
sentence: =sentence, =sentences | =предложение, =предложения, =предложений
paragraph: paragraph | абзац, ~^параграф, ~^параграфа, ~^параграфу, ~^параграфом, ~^параграфе, ~^параграфы, ~^параграфов, ~^параграфам
digit: ^digit, ^digits | ^цифра, ^цифры, ^цифре, ^цифру, ^цифрой, ^цифр, ^цифрам
element: element | элемент
entity: entity | сущность
object: =object, =objects | ^объект, ^объекта, ^объекту, ^объектом, ^объекте, ^объекты, ^объектов, ^объектам
instance: =instance, =instances | =экземпляр, =экземпляра, =экземпляру, =экземпляром, =экземпляре, =экземпляры, =экземпляров, =экземплярам, инстанс
trait: trait | ^черта, ^черты, ^черте, ^черту, ^чертой, ^черт, ^чертам, ~признак
mode: =mode, =modes | ^режим, ^режима, ^режиму, ^режимом, ^режиме, ^режимы, ^режимов, ^режимам
criterion: criterion, criteria | критерий
scale: =scale, =scales | шкала, масштаб
range: =range, =ranges | диапазон
prefix: prefix | префикс, приставка
suffix: suffix | суффикс
context: context | контекст
classification: =classification, =classifications | классификация
hierarchy: hierarchy | иерархия
root_node: root node | корневой узел
node: node | узел, узла
edge: =edge, =edges | ^ребро, ^ребра, ^ребру, ^ребром, ^ребре, ^ребер, ^ребрам
graph: =graph, =graphs | граф
chart: =chart, =charts | диаграмма, ~^чарт, ~^чарта, ~^чарту, ~^чартом, ~^чарте, ~^чарты, ~^чартов, ~^чартам, ~хит-парад
map: =map, =maps | =карта, =карты, =карте, =карту, =картой, =карт, =картам, ~=схема, ~=схемы, ~=схеме, ~=схему, ~=схемой, ~=схем, ~=схемам
scheme: ^scheme, ^schemes, ^schema, ^schemas, ^schemata | =схема, =схемы, =схеме, =схему, =схемой, =схем, =схемам
pattern: pattern | паттерн, шаблон
template: template | шаблон
zodiac_sign: zodiac sign, star sign, =zodiac | знак зодиака, зодиак
original: =original, =originals | оригинал, оригинальный, подлинник
rule: =rule, =rules | ^правило, ^правила, ^правилу, ^правилом, ^правиле, ^правил, ^правилам
principle: =principle, =principles | принцип
example: example | пример
instruction: =instruction, =instructions | инструкция, ^указание, ^указания, ^указанию, ^указанием, ^указании, ^указаний, ^указаниям
guide: =guide, =guides, guidebook | путеводитель, руководство, гид
hint: hint | подсказка
topic_area: subject area | предметная область
dialect: dialect | диалект, наречие
native_language: native language, mother tongue | родной язык
translation: =translation, =translations | перевод
spelling: spelling | написание, правописание
pronunciation: pronunciation | произношение
meaning: =meaning, =meanings | смысл
definition: definition | определение
concept: concept | ^понятие, ^понятия, ^понятию, ^понятием, ^понятии, ^понятий, ^понятиям, концепция
issue_number: issue number | номер выпуска, номер издания
final_position: final position | итоговое место, занятое место
ranking: =ranking, =rankings, =standing, =standings | рейтинг, ранжирование, турнирная таблица, ~=место, ~=места, ~=месту, ~=местом, ~=месте, ~=мест, ~=местам
multiplier: multiplier | множитель
variance: variance | дисперсия
deviation: deviation | ^отклонение, ^отклонения, ^отклонению, ^отклонением, ^отклонении, ^отклонений, ^отклонениям
error_margin: margin of error | погрешность
proportion: =proportion, =proportions | пропорция
excess: =excess | избыток, излишек
shortage: shortage, deficit | нехватка, дефицит, ~недостача
surplus: surplus | ~излишек, профицит
cumulative: cumulative | нарастающий
net_worth: net worth, ^wealth, ^fortune
market_value: market value, market capitalization, market cap | рыночная стоимость, рыночная капитализация, капитализация
money: =money | деньги, денег, денежный
coin: coin | монета
banknote: banknote | банкнота, купюра
prize_money: prize money | призовой фонд, призовые деньги, ^призовые, ^призовой, ^призового, ^призовая, ^призовую, ^призовое, ^призовых, ^призовым
admission_fee: admission fee, entrance fee, entry fee, ticket price | стоимость билета, цена билета, входная плата, плата за вход
starting_price: starting price, opening price | начальная цена, стартовая цена, цена открытия
closing_price: closing price | цена закрытия
market_price: market price | рыночная цена
bid: =bid, =bids, =bidding | ставка, ~предложение
auction: auction | аукцион, ^торги, ^торг, ^торга, ^торгу, ^торгом, ^торге, ^торгов, ^торгам
bidder: bidder | участник торгов, участник аукциона

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
female: female, woman, =women, =f, mrs, =ms | женщина, ^женский, ^женская, ^женское, ^женские, ^женских, ^женского, ^женской, ^женскому, ^женским, ^женскую, =жен, =ж
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
human: =human, =humans | ~=человек
boy: =boy, =boys | мальчик, ~юноша
girl: =girl, =girls | девочка, ~девушка
baby: baby, infant, ^newborn, ^newborns | младенец, новорожденный, малыш
teenager: teenager, ^teen, ^teens, adolescent | подросток
youth: youth, ~young people | молодежь, молодежный
grandfather: grandfather, grandpa | дед, дедушка
grandmother: grandmother, grandma | бабушка
grandchild: grandchild, ~grandson, ~granddaughter, =grandchildren | ~^внук, ~^внука, ~^внуку, ~^внуком, ~^внуке, ~^внуки, ~^внуков, ~^внукам, ~внучка
uncle: uncle | дядя
aunt: =aunt, =aunts | ^тетя, ^тети, ^тете, ^тетю, ^тетей, ^теть, ^тетям
cousin: cousin | двоюродный брат, двоюродная сестра, ^кузен, ^кузена, ^кузену, ^кузеном, ^кузене, ^кузены, ^кузенов, ^кузенам
nephew: nephew, ~niece | ~племянник, ~племянница
sibling: sibling | ~брат или сестра, братья и сестры
orphan: orphan | сирота
guardian: guardian, legal guardian | опекун, попечитель, законный представитель
friend: friend | ^друг, ^друга, ^друзья, ^друзей, ^друзьям, ^друзьями, подруга, приятель
friendship: friendship | дружба
neighbor: ^neighbor, ^neighbors, ^neighbour, ^neighbours | ^сосед, ^соседа, ^соседу, ^соседом, ^соседе, ^соседи, ^соседей, ^соседям, соседка
acquaintance: acquaintance | ^знакомый, ^знакомого, ^знакомая, ^знакомой, ^знакомую, ^знакомое, ^знакомые, ^знакомых, ^знакомым
enemy: enemy | ^враг, ^врага, ^врагу, ^врагом, ^враге, ^враги, ^врагов, ^врагам
couple: =couple, =couples | ~супруги, ~=пара, ~=пары, ~=паре, ~=пару, ~=парой, ~=пар, ~=парам
bride: bride | невеста
groom: =groom, bridegroom | ^жених, ^жениха, ^жениху, ^женихом, ^женихе, ^женихи, ^женихов, ^женихам
divorce: =divorce, =divorces | =развод, =развода, =разводу, =разводом, =разводе, =разводы, =разводов, =разводам
maiden_name: maiden name | девичья фамилия
nationality: =nationality, =nationalities | =национальность, =национальности, =национальностью, =национальностей, =национальностям, ~гражданство
ethnicity: ethnicity, ethnic group | этнос, этническая группа, этническая принадлежность
tribe: tribe | ^племя, ^племени, ^племенем, ^племена, ^племен, ^племенам
native: =native, =natives | уроженец, ^коренной, ^коренного, ^коренная, ^коренную, ^коренное, ^коренные, ^коренных, ^коренным
nonresident: nonresident, non resident | нерезидент
immigrant: ^immigrant, ^immigrants | иммигрант
emigrant: ^emigrant, ^emigrants | эмигрант
immigration: ^immigration, ^immigrations | иммиграция
emigration: ^emigration, ^emigrations | эмиграция
descendant: descendant | потомок
ancestor: ancestor | предок
heir: =heir, =heirs | наследник
inheritance: =inheritance | наследство, наследование
home_town: home town, hometown | родной город
residence: =residence, =residences, place of residence | место жительства, резиденция, =проживание, =проживания, =проживанию, =проживанием, =проживании, =проживаний, =проживаниям
birth_year: birth year, year of birth, born year, =birthyear | год рождения
death_date: death date, date of death, deathdate | дата смерти
death_year: death year, year of death | год смерти
cause_of_death: cause of death, death cause | причина смерти
alive: =alive, =living | ^живой, ^живого, ^живая, ^живую, ^живое, ^живые, ^живых, ^живым, ^жив, ^жива, ^живы
dead: =dead | мертвый, ^мертв, ^мертва, ^мертвы
lifetime: lifetime, lifespan, life span | продолжительность жизни, срок жизни
life_expectancy: life expectancy | ожидаемая продолжительность жизни, продолжительность жизни
life: =life, =lives | ^жизнь, ^жизни, ^жизнью, ^жизней, ^жизням
body_height: body height, stature | =рост, =роста, =росту, =ростом, =росте, =ростов, =ростам
hair: =hair, ~hair color | волосы, ~цвет волос
eye: =eye, =eyes | ^глаз, ^глаза, ^глазу, ^глазом, ^глазе, ^глазам
hand: =hand, =hands | ^рука, ^руки, ^руке, ^руку, ^рукой, ^рук, ^рукам
handedness: handedness, dominant hand, playing hand | ведущая рука, рабочая рука
leg: =leg, =legs | ^нога, ^ноги, ^ноге, ^ногу, ^ногой, ^ног, ^ногам
heart: =heart, =hearts | сердце
skin: =skin | =кожа, =кожи, =коже, =кожу, =кожей, =кож, =кожам
bone: bone | ^кость, ^кости, ^костью, ^костей, ^костям
tooth: tooth, teeth | ^зуб, ^зуба, ^зубу, ^зубом, ^зубе, ^зубы, ^зубья, ^зубов, ^зубьев, ^зубам, ^зубьям
brain: brain | ^мозг, ^мозга, ^мозгу, ^мозгом, ^мозге, ^мозги, ^мозгов, ^мозгам
muscle: muscle | мышца
personality: ^personality, ^personalities | личность
character: =character, =characters, =hero, =heroes | персонаж, ^герой, ^героя, ^герою, ^героем, ^герое, ^герои, ^героев, ^героям, ~характер
hobby: hobby, pastime | ^хобби, увлечение
habit: habit | привычка
talent: talent | талант
celebrity: celebrity, famous person | ^знаменитость, ^знаменитости, ^знаменитостью, ^знаменитостей, ^знаменитостям
famous: =famous | ^знаменитый, ^знаменитого, ^знаменитая, ^знаменитой, ^знаменитую, ^знаменитое, ^знаменитые, ^знаменитых, ^знаменитым, известный
literacy: literacy | грамотность
head_of_family: head of household, head of family | глава семьи
engaged: ^engaged | помолвленный
separated: ^separated | живущий раздельно
dominant: dominant | ^доминирующий, ^доминирующего, ^доминирующая, ^доминирующей, ^доминирующую, ^доминирующее, ^доминирующие, ^доминирующих, ^доминирующим, преобладающий
next_of_kin: next of kin | ближайший родственник
greeting: greeting | приветствие
rich: =rich | богатый
homeless: homeless | бездомный
tall: =tall | =высокий, =высокого, =высокая, =высокой, =высокую, =высокое, =высокие, =высоких, =высоким
young: =young | молодой
left_handed: left handed, lefty | ^левша, ^левши, ^левше, ^левшу, ^левшой, ^левшей, ^левшам
right_handed: right handed, righty | ^правша, ^правши, ^правше, ^правшу, ^правшой, ^правшей, ^правшам
deaf: deaf | глухой
blind: =blind | ^слепой, ^слепого, ^слепая, ^слепую, ^слепое, ^слепые, ^слепых, ^слепым
body: =body, =bodies | ^тело, ^тела, ^телу, ^телом, ^теле, ^тел, ^телам
husband: husband | муж
wife: =wife, =wives | =жена, =жены, =жене, =жену, =женой, =жен, =женам
older: =older, =elder | ~старший
dependent: =dependent, =dependents | иждивенец, иждивенца

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
state_territory: =state, =states | =штат, =штаты, =штатам, =штатов, =штата, =штате, =штатах, =штатом, =штату
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
room: room, ~ward | комната, помещение, ~номер, кабинет, ~палата
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
noon: noon, midday | полдень, полудня
midnight: midnight | полночь
lunchtime: lunch break | обеденный перерыв
leap_year: leap year | високосный год
opening_hours: opening hours, business hours | часы работы, режим работы
opening_year: opening year, year opened | год открытия
publication_year: publication year, year published, year of publication | год издания, год публикации
release_year: release year, year released, year of release | год выхода, год релиза
founding_year: year of foundation | год основания
award_date: award date | дата награждения
wedding_date: wedding date, marriage date | дата свадьбы
submission_date: submission date, date submitted, submitted at | дата подачи
effective_date: effective date, date effective | дата вступления в силу
settlement_date: settlement date | дата урегулирования

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
nominated: =nominated | номинированный, выдвинутый
founded: =founded, =established, year founded, founding year, founded in, year established | ^основан, ^основанный, ^основанного, ^основанная, ^основанной, ^основанную, ^основанное, ^основанные, ^основанных, ^основанным, ^основана, ^основано, ^основаны, год основания, ^учрежденный, ^учрежденного, ^учрежденная, ^учрежденной, ^учрежденную, ^учрежденное, ^учрежденные, ^учрежденных, ^учрежденным, ^учрежден, ^учреждена, ^учреждено, ^учреждены
foundation_date: founding date, foundation date, date founded, established date | дата основания
built: =built | построенный
discovered: =discovered | обнаруженный
invented: =invented | ^изобретенный, ^изобретенного, ^изобретенная, ^изобретенной, ^изобретенную, ^изобретенное, ^изобретенные, ^изобретенных, ^изобретенным, ^изобретен, ^изобретена, ^изобретено, ^изобретены
played: =played | ^сыгранный, ^сыгранного, ^сыгранная, ^сыгранной, ^сыгранную, ^сыгранное, ^сыгранные, ^сыгранных, ^сыгранным
injured: =injured, wounded | ^раненый, ^раненого, ^раненая, ^раненой, ^раненую, ^раненое, ^раненые, ^раненых, ^раненым, ~пострадавший, травмированный
killed: =killed, =fatalities | ^убитый, ^убитого, ^убитая, ^убитой, ^убитую, ^убитое, ^убитые, ^убитых, ^убитым, ~погибший
casualties: casualty | ^потери, ^потеря, ^потере, ^потерю, ^потерей, ^потерь, ^потерям, жертва
survived: =survived, =survivor, =survivors | ^выживший, ^выжившего, ^выжившая, ^выжившей, ^выжившую, ^выжившее, ^выжившие, ^выживших, ^выжившим
arrested: =arrested, =arrest, =arrests | арестованный
convicted: convicted | осужденный
banned: =banned, =forbidden, =prohibited | запрещенный
allowed: =allowed, =permitted | разрешенный, допущенный
certified: =certified | сертифицированный
accredited: accredited | аккредитованный
subscribed: =subscribed | ^подписавшийся
replaced: =replaced | ^замененный, ^замененного, ^замененная, ^замененной, ^замененную, ^замененное, ^замененные, ^замененных, ^замененным, ^заменен, ^заменена, ^заменено, ^заменены
dirty: dirty | грязный
ready: =ready | =готовый, =готового, =готовая, =готовой, =готовую, =готовое, =готовые, =готовых, =готовым
under_construction: under construction | ^строящийся, ^строящегося, ^строящаяся, ^строящейся, ^строящуюся, ^строящееся, ^строящиеся, ^строящихся, ^строящимся, в стадии строительства
under_repair: under repair | в ремонте, на ремонте
out_of_service: out of service | выведен из эксплуатации, не работает
in_service: in service, in operation, in use | в эксплуатации, в использовании
on_duty: on duty | на дежурстве, дежурный
off_duty: off duty | не на дежурстве
terminated: =terminated | расторгнутый, прекращенный
renewed: =renewed | продленный
unanswered: unanswered | без ответа, неотвеченный
unread: =unread | непрочитанный
undelivered: undelivered | недоставленный, не доставленный
unassigned: unassigned | неназначенный, не назначенный
recommended: =recommended | рекомендованный
exclusive: ^exclusive, ^exclusives | эксклюзивный, исключительный
special: =special | ^специальный, ^специального, ^специальная, ^специальной, ^специальную, ^специальное, ^специальные, ^специальных, ^специальным, ^особый, ^особого, ^особая, ^особой, ^особую, ^особое, ^особые, ^особых, ^особым
general: =general | ^общий, ^общего, ^общая, ^общей, ^общую, ^общее, ^общие, ^общих, ^общим
mixed: =mixed | ^смешанный, ^смешанного, ^смешанная, ^смешанной, ^смешанную, ^смешанное, ^смешанные, ^смешанных, ^смешанным
independent: ^independent | ^независимый, ^независимого, ^независимая, ^независимой, ^независимую, ^независимое, ^независимые, ^независимых, ^независимым, самостоятельный
dependent: =dependent | ^зависимый, ^зависимого, ^зависимая, ^зависимой, ^зависимую, ^зависимое, ^зависимые, ^зависимых, ^зависимым
parallel: parallel | параллельный
unemployed: ^unemployed, jobless | безработный
postgraduate: postgraduate, graduate student, =postgrad | аспирант, магистрант
seasonal: ^seasonal | ^сезонный, ^сезонного, ^сезонная, ^сезонной, ^сезонную, ^сезонное, ^сезонные, ^сезонных, ^сезонным
probation: probation, probationary period | испытательный срок
full_day: full day | полный день
night_shift: night shift | ночная смена
round_the_clock: around the clock, round the clock | круглосуточный
local: =local, =locals | местный, локальный
national: =national | ^национальный, ^национального, ^национальная, ^национальной, ^национальную, ^национальное, ^национальные, ^национальных, ^национальным
regional: ^regional | региональный
federal: =federal | федеральный
global: global, =worldwide | глобальный, всемирный, ^мировой, ^мирового, ^мировая, ^мировую, ^мировое, ^мировые, ^мировых, ^мировым
world: =world | ^мир, ^мира, ^миру, ^миром, ^мире, ^миры, ^миров, ^мирам
overseas: overseas | зарубежный, заморский
intercity: intercity, long distance | междугородный
underground: =underground | подземный
indoor: indoor, =indoors | крытый, в помещении
outdoor: outdoor, =outdoors, open air | уличный, на открытом воздухе
wild: =wild | ^дикий, ^дикого, ^дикая, ^дикой, ^дикую, ^дикое, ^дикие, ^диких, ^диким
natural: =natural | естественный, природный, натуральный
artificial: artificial | ^искусственный, ^искусственного, ^искусственная, ^искусственной, ^искусственную, ^искусственное, ^искусственные, ^искусственных, ^искусственным
synthetic: synthetic | синтетический
vegetarian: vegetarian | вегетарианский
vegan: =vegan, =vegans | веганский
halal: halal | халяль, халяльный
kosher: kosher | кошерный
gluten_free: gluten free | без глютена, безглютеновый
spicy: spicy | =острый, =острого, =острая, =острой, =острую, =острое, =острые, =острых, =острым
smoked: =smoked | копченый
ripe: =ripe | ^спелый, ^спелого, ^спелая, ^спелой, ^спелую, ^спелое, ^спелые, ^спелых, ^спелым
liquid: liquid | жидкий
solid: =solid | твердый
soft: =soft | ^мягкий, ^мягкого, ^мягкая, ^мягкой, ^мягкую, ^мягкое, ^мягкие, ^мягких, ^мягким
wide: =wide | ^широкий, ^широкого, ^широкая, ^широкой, ^широкую, ^широкое, ^широкие, ^широких, ^широким
narrow: narrow | ^узкий, ^узкого, ^узкая, ^узкой, ^узкую, ^узкое, ^узкие, ^узких, ^узким
circular: =circular | круглый
oval: =oval | овальный
rectangular: rectangular | прямоугольный
triangular: triangular | треугольный
vertical: vertical | вертикальный
horizontal: horizontal | горизонтальный
loud: loud | громкий
quiet: =quiet | ^тихий, ^тихого, ^тихая, ^тихой, ^тихую, ^тихое, ^тихие, ^тихих, ^тихим
bright: =bright | ^яркий, ^яркого, ^яркая, ^яркой, ^яркую, ^яркое, ^яркие, ^ярких, ^ярким
dark: =dark | ^темный, ^темного, ^темная, ^темной, ^темную, ^темное, ^темные, ^темных, ^темным
transparent: transparent | прозрачный
waterproof: waterproof | водонепроницаемый
portable: ^portable | портативный, переносной
wireless: wireless | беспроводной
wired: =wired | проводной
built_in: built in, =builtin | встроенный
modern: =modern | =современный, =современного, =современная, =современной, =современную, =современное, =современные, =современных, =современным
ancient: ancient | древний
medieval: medieval | средневековый
vintage: vintage | винтажный
antique: antique | антикварный
historic: =historic, historical | исторический
traditional: traditional | традиционный
contemporary: =contemporary | =современный, =современного, =современная, =современной, =современную, =современное, =современные, =современных, =современным
religious: ^religious | религиозный
political: =political | политический
social: =social | социальный
economic: =economic | экономический
technical: technical | технический
industrial: ^industrial | ^промышленный, ^промышленного, ^промышленная, ^промышленной, ^промышленную, ^промышленное, ^промышленные, ^промышленных, ^промышленным, индустриальный
agricultural: ^agricultural | сельскохозяйственный, аграрный
academic: ^academic | академический, ~учебный
educational: ^educational | образовательный
civil: =civil, =civilian, =civilians | гражданский
naval: naval | военно-морской
nuclear: =nuclear | ядерный, атомный
renewable: ^renewable, ^renewables | возобновляемый
toxic: toxic, ^poisonous | токсичный, ядовитый
flammable: flammable | горючий, легковоспламеняющийся
explosive: ^explosive | взрывчатый, взрывоопасный
radioactive: radioactive | радиоактивный
infectious: ^infectious, contagious | инфекционный, заразный
chronic: chronic | хронический
acute: acute | =острый, =острого, =острая, =острой, =острую, =острое, =острые, =острых, =острым
severe: =severe | ~^серьезный, ~^серьезного, ~^серьезная, ~^серьезной, ~^серьезную, ~^серьезное, ~^серьезные, ~^серьезных, ~^серьезным
healthy: =healthy | ^здоровый, ^здорового, ^здоровая, ^здоровой, ^здоровую, ^здоровое, ^здоровые, ^здоровых, ^здоровым
sick: =sick, =ill | больной
extinct: ^extinct | вымерший
endangered: endangered | исчезающий, под угрозой исчезновения
protected: =protected | ^охраняемый, ^охраняемого, ^охраняемая, ^охраняемой, ^охраняемую, ^охраняемое, ^охраняемые, ^охраняемых, ^охраняемым, ^охраняем, ^охраняема, ^охраняемо, ^охраняемы, защищенный
threatened: =threatened | под угрозой
invasive: =invasive | инвазивный
nocturnal: nocturnal | =ночной, =ночного, =ночная, =ночную, =ночное, =ночные, =ночных, =ночным
carnivore: carnivore, =carnivorous | хищник, хищный, плотоядный
neutered: =neutered, spayed | кастрированный, стерилизованный
vaccinated: =vaccinated | =привитый, =привитого, =привитая, =привитой, =привитую, =привитое, =привитые, =привитых, =привитым, =привит, =привита, =привито, =привиты, вакцинированный
adopted: =adopted | усыновленный, пристроенный
homemade: homemade | домашний, самодельный
handmade: handmade, hand made | ручная работа, сделанный вручную
custom: =custom, made to order | на заказ
refurbished: refurbished | ^восстановленный, ^восстановленного, ^восстановленная, ^восстановленной, ^восстановленную, ^восстановленное, ^восстановленные, ^восстановленных, ^восстановленным, ^восстановлен, ^восстановлена, ^восстановлено, ^восстановлены, отреставрированный
unlimited: unlimited | безлимитный, неограниченный
anonymous: ^anonymous | анонимный
authorized: ^authorized, ^authorised | уполномоченный, авторизованный
unauthorized: unauthorized, unauthorised | несанкционированный, неавторизованный
confidential: confidential, =secret, classified | конфиденциальный, секретный
guilty: =guilty | виновный
innocent: =innocent | невиновный
qualified: =qualified | квалифицированный, прошедший отбор
disqualified: disqualified | дисквалифицированный
nonbinary: non binary, nonbinary | небинарный
assigned: =assigned | =назначенный, =назначенного, =назначенная, =назначенной, =назначенную, =назначенное, =назначенные, =назначенных, =назначенным, =назначен, =назначена, =назначено, =назначены
appointed: =appointed | ~=назначенный, ~=назначенного, ~=назначенная, ~=назначенной, ~=назначенную, ~=назначенное, ~=назначенные, ~=назначенных, ~=назначенным, ~=назначен, ~=назначена, ~=назначено, ~=назначены
enrolled: =enrolled | ^зачисленный, ^зачисленного, ^зачисленная, ^зачисленной, ^зачисленную, ^зачисленное, ^зачисленные, ^зачисленных, ^зачисленным, ^зачислен, ^зачислена, ^зачислено, ^зачислены
expelled: expelled | отчисленный
limited: limited edition | ограниченный тираж, лимитированный
moderate: =moderate | ^умеренный, ^умеренного, ^умеренная, ^умеренной, ^умеренную, ^умеренное, ^умеренные, ^умеренных, ^умеренным
fatal: =lethal | смертельный, летальный
transferred: =transferred | ^переведенный, ^переведена, ^переведены

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
banker: ^banker, ^bankers | банкир
central_bank: central bank | центральный банк, центробанк, ^цб
investment_bank: investment bank | инвестиционный банк
credit_union: credit union | кредитный союз
treasury: treasury | казначейство, ^казна, ^казны, ^казне, ^казну, ^казной, ^казн, ^казнам
cheque: =cheque, =cheques, bank check | ~чек
opening_balance: opening balance, beginning balance | начальный остаток, входящий остаток, начальное сальдо
closing_balance: closing balance, ending balance | конечный остаток, исходящий остаток, конечное сальдо
monthly_payment: monthly payment | ежемесячный платеж
loan_default: loan default | ^дефолт
restructuring: restructuring | реструктуризация
refinancing: refinancing | рефинансирование
microloan: microloan, payday loan | микрозайм, микрозаем, микрокредит
credit_score: credit score, =fico | кредитный скоринг, кредитный балл
card_holder: card holder, cardholder | держатель карты, владелец карты
pin_code: =pin, pin code | пин код, пин-код
payment_system: payment system | платежная система
acquiring: ^acquiring | эквайринг
merchant_code: =mcc, merchant category code | код категории торговца
money_laundering: money laundering, =aml | отмывание денег
collector: =collector, =collectors | коллектор, ~коллекционер
beneficiary: =beneficiary, =beneficiaries | выгодоприобретатель, бенефициар
insurance_claim: insurance claim, =claims | страховое требование, страховая претензия, заявление о выплате
settlement: claim settlement, amount settled | урегулирование убытка
settlement_amount: settlement amount, amount paid out | сумма выплаты, сумма урегулирования
reinsurance: reinsurance | перестрахование
deductible: =deductible | франшиза
risk: risk | ^риск, ^риска, ^риску, ^риском, ^риске, ^риски, ^рисков, ^рискам
broker: =broker, =brokers | брокер
trader: =trader, =traders | трейдер
trade: =trade, =trades, =trading | торговля, торговель
stock_price: stock price, share price | цена акции, курс акции, котировка
futures: =futures | фьючерс
option_contract: call option, put option | опционный контракт
hedge_fund: hedge fund | хедж-фонд
mutual_fund: mutual fund | паевой фонд, ^пиф
pension_fund: pension fund | пенсионный фонд
bond_yield: bond yield, =yields | доходность
coupon_rate: coupon rate | купонный доход
maturity: maturity, maturity date | дата погашения
issuer: issuer | эмитент
shareholder: shareholder, stockholder | акционер
stake: =stake, =stakes, ownership share | доля владения, доля участия
volatility: volatility | волатильность
liquidity: ^liquidity | ликвидность
leverage: leverage | кредитное плечо
valuation: ^valuation, appraised value | оценочная стоимость
merger: merger | слияние
balance_sheet: balance sheet | бухгалтерский баланс
income_statement: income statement, profit and loss | отчет о прибылях и убытках
chart_of_accounts: chart of accounts | план счетов
inventory_number: inventory number | инвентарный номер
primary_document: primary document | первичный документ
tax_return: tax return | налоговая декларация
taxpayer: taxpayer | налогоплательщик
income_tax: income tax | подоходный налог, ^ндфл, налог на доходы
property_tax: property tax | налог на имущество
excise: excise, excise duty | акциз
operating_profit: operating profit, operating income, =ebit | операционная прибыль
profitability: ^profitability | рентабельность, прибыльность
working_capital: working capital | оборотный капитал, оборотные средства
inflation: inflation | инфляция
gdp: =gdp, gross domestic product | ^ввп, валовой внутренний продукт
poverty: poverty | бедность
minimum_wage: minimum wage | минимальная зарплата, ^мрот
consumer_price_index: consumer price index, =cpi | индекс потребительских цен
export: =export, =exports | экспорт
sanction: sanction | санкция
national_economy: national economy | экономика

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
hr_manager: hr manager, hr specialist | кадровик, менеджер по персоналу
job_offer: job offer | оффер, предложение о работе
cover_letter: cover letter | сопроводительное письмо
staff_turnover: staff turnover, employee turnover | текучесть, текучесть кадров, текучка
promotion_date: promotion date | дата повышения
probation_end: probation end | конец испытательного срока
workplace: workplace, workstation | рабочее место
home_office: work from home, home office | удаленка, работа из дома
employment_contract: employment contract | трудовой договор
work_book: employment record book | трудовая книжка
reprimand: reprimand | выговор
hourly_rate: hourly rate, hourly wage | почасовая ставка, часовая ставка
gross_salary: gross salary | зарплата до вычета
net_salary: net salary, take home pay | зарплата на руки
salary_raise: salary raise, pay raise | повышение зарплаты
salary_range: salary range | вилка зарплаты, зарплатная вилка
allowance: =allowance, =allowances | ~надбавка
deputy_director: deputy director | заместитель директора, замдиректора
chairman: chairman, chairperson | председатель
founder: ^founder, ^founders | основатель, учредитель
board_member: board member, ~board of directors | член совета, ~совет директоров
executive: ^executive, ^executives | топ-менеджер, ~исполнительный
cfo: =cfo, finance director | финансовый директор
cto: =cto, technical director | технический директор
chief_accountant: chief accountant | главный бухгалтер, главбух
clerk: clerk | ^клерк, ^клерка, ^клерку, ^клерком, ^клерке, ^клерки, ^клерков, ^клеркам, делопроизводитель
cleaner: =cleaner, =cleaners | уборщик, уборщица
watchman: watchman, ~security officer | сторож, ~вахтер
interpreter: interpreter | устный переводчик, ~переводчик
scientist: ^scientist, ^scientists | ^ученый, ^ученого, ^ученая, ^ученой, ^ученую, ^ученое, ^ученые, ^ученых, ^ученым
researcher: =researcher, =researchers | исследователь, научный сотрудник
businessman: businessman, entrepreneur | бизнесмен, ~предприниматель
seamstress: seamstress, ~tailor | швея, ~портной
jeweler: jeweler | ювелир
shoemaker: shoemaker | сапожник
gardener: ^gardener, ^gardeners | садовник
nanny: nanny, babysitter | няня
bodyguard: bodyguard | телохранитель
subordinate: subordinate, direct report | подчиненный
subtask: subtask | подзадача
checklist: checklist | чек-лист, чеклист
time_spent: hours spent | потраченное время, затраченные часы
progress: =progress, ~percent complete, completion rate | прогресс, ~процент выполнения, ход выполнения
completion_date: completion date, date of completion, date completed, finished date | дата выполнения
workload: workload | ^загруженность, ^загруженности, ^загруженностью, ^загруженностей, ^загруженностям, нагрузка сотрудника
resource: =resource, =resources | ресурс
deliverable: deliverable | результат работ
initiative: ^initiative | инициатива
program: =program, =programs, =programme, =programmes | =программа, =программы, =программе, =программу, =программ
dance: =dance, =dances | =танец, =танца, =танцу, =танцем, =танце, =танцы, =танцев, =танцам
acquisition: =acquisition, =acquisitions, takeover | поглощение

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
marketer: ^marketer, ^marketers | маркетолог
copywriter: copywriter | копирайтер
ad_spend: ad spend, ad cost, advertising cost, marketing spend | расход на рекламу, рекламный бюджет, затраты на рекламу
cpm: =cpm, cost per mille | цена за тысячу показов
cac: =cac, customer acquisition cost | стоимость привлечения клиента
arpu: =arpu, average revenue per user | средний доход на пользователя
mrr: =mrr, monthly recurring revenue | ежемесячная регулярная выручка
dau: =dau, daily active users | дневная аудитория
mau: =mau, monthly active users | месячная аудитория
roas: =roas, return on ad spend | окупаемость рекламы
bounce_rate: bounce rate | показатель отказов, доля отказов
open_rate: open rate | ^открываемость, ^открываемости, ^открываемостью, ^открываемостей, ^открываемостям, доля открытий
click_rate: click rate | доля кликов
churn_rate: churn rate | уровень оттока, доля оттока
retention_rate: retention rate | уровень удержания
ab_test: ab test, a b test, split test, ~=experiment, ~=experiments | ~эксперимент, сплит тест
control_group: control group | контрольная группа
feature_flag: feature flag | флаг функции
onboarding: onboarding | онбординг, адаптация
user_journey: user journey, customer journey | путь пользователя, путь клиента
landing_url: landing url | адрес посадочной
influencer: ^influencer, ^influencers, blogger, youtuber | блогер, блоггер, инфлюенсер
repost: repost, retweet | репост
tweet: tweet | твит
mention: =mention, =mentions | упоминание
public_relations: public relations, =pr | связи с общественностью, пиар
brand_awareness: brand awareness | узнаваемость бренда
slogan: slogan, tagline | ^слоган, ^слогана, ^слогану, ^слоганом, ^слогане, ^слоганы, ^слоганов, ^слоганам, девиз
motto: motto | девиз
logo: logo | логотип
billboard: billboard | рекламный щит, билборд
flyer: flyer, leaflet, brochure | листовка, буклет, брошюра
seo: =seo | поисковая оптимизация
backlink: backlink | обратная ссылка
competitor: competitor | конкурент
demand: =demand | ^спрос, ^спроса, ^спросу, ^спросом, ^спросе, ^спросы, ^спросов, ^спросам
upsell: upsell, cross sell | допродажа
billing_cycle: billing cycle, billing period | расчетный период
free_trial: free trial | бесплатный период
trial_end: trial end | конец пробного периода
quota: quota | квота
expected_revenue: expected revenue | ожидаемая выручка
commission_rate: commission rate | процент комиссии
call_center: call center, call centre, contact center | колл-центр, колл центр, контакт-центр
hold_time: hold time | время удержания
callback: callback | обратный звонок
cold_call: cold call | холодный звонок

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
airline_code: airline code, =iata, iata code, =icao | код авиакомпании, ~код иата
runway: runway | взлетная полоса, впп
takeoff: takeoff, take off | взлет
layover: layover, stopover, connecting flight | пересадка
nonstop: nonstop, direct flight | прямой рейс, без пересадок
flight_attendant: flight attendant, stewardess, steward, cabin crew | бортпроводник, стюардесса, стюард
captain: =captain, =captains | ^капитан, ^капитана, ^капитану, ^капитаном, ^капитане, ^капитаны, ^капитанов, ^капитанам
navigator: navigator | штурман
helicopter: helicopter | вертолет
airliner: ^airliner, ^airliners, jet | лайнер, ~самолет
glider: glider | планер
drone: =drone, =drones | беспилотник, дрон
airbase: airbase, air base | авиабаза
aviation: aviation | авиация
wing: =wing, =wings | ^крыло, ^крыла, ^крылу, ^крылом, ^крыле, ^крылья, ^крыльев, ^крыльям
tail_number: tail number, aircraft registration | бортовой номер
altitude: altitude, ^elevation, ^elevations | высота над уровнем моря, ~высота
flying_distance: flying distance, flight distance | дальность полета
delay: =delay, =delays | задержка, =опоздание, =опоздания, =опозданию, =опозданием, =опоздании, =опозданий, =опозданиям
hub: =hub, =hubs | хаб, ^узловой, ^узлового, ^узловая, ^узловую, ^узловое, ^узловые, ^узловых, ^узловым
train_station: train station, railway station | железнодорожный вокзал, жд вокзал, вокзал, железнодорожная станция
locomotive: locomotive | локомотив
compartment: compartment | ^купе
sleeper_car: sleeping car | спальный вагон
railway_line: railway line | железнодорожная линия
conductor: =conductor, =conductors | проводник, кондуктор
train_driver: train driver, engine driver | машинист
bus_stop: bus stop | автобусная остановка
minibus: minibus | микроавтобус, ~маршрутка
public_transport: public transport, public transit | общественный транспорт
ferry: =ferry, =ferries | ^паром, ^парома, ^парому, ^паромом, ^пароме, ^паромы, ^паромов, ^паромам
boat: =boat, =boats | ^лодка, ^лодки, ^лодке, ^лодку, ^лодкой, ^лодок, ^лодкам, ~катер
yacht: yacht | яхта
tanker: tanker | танкер
barge: barge | баржа
submarine: submarine | подводная лодка
sailor: sailor, seaman, mariner | моряк, матрос
fisherman: fisherman, ^fishermen | рыбак
pier: =pier, =piers, dock, berth, wharf | ^причал, ^причала, ^причалу, ^причалом, ^причале, ^причалы, ^причалов, ^причалам, ^пристань, ^пристани, ^пристанью, ^пристаней, ^пристаням, пирс, ~док
lighthouse: lighthouse | маяк
anchor: anchor | якорь
tonnage: tonnage | тоннаж
shipping_line: shipping line | судоходная линия, судоходная компания
shipwreck: shipwreck, ~=sunk | кораблекрушение, ~затонувший
port_of_discharge: port of discharge | порт выгрузки
car_sharing: car sharing, carsharing | каршеринг
taxi_driver: taxi driver, cab driver | таксист, водитель такси
parcel_locker: parcel locker, parcel terminal | постамат
post_office: post office | почтовое отделение, отделение почты
postman: postman, mailman | почтальон
stamp: =stamp, =stamps, postage | марка почтовая, почтовая марка
letter: =letter, =letters | письмо, =писем
envelope: envelope | конверт
forwarder: forwarder, freight forwarder | экспедитор
loader: loader, stevedore | грузчик
forklift: forklift | погрузчик
storekeeper: storekeeper, warehouseman | кладовщик
crane: =crane, =cranes | кран
traffic_light: traffic light | светофор
crossroad: crossroad, =intersection, =intersections | перекресток
lane: =lane, =lanes | полоса
traffic_jam: traffic jam, congestion | пробка, затор
tunnel: tunnel | тоннель, туннель
road_sign: road sign | дорожный знак
toll_road: toll road | платная дорога
traffic_police: traffic police | ^гибдд, ^гаи, дорожная полиция
wheelbase: wheelbase | колесная база
axle: axle | ^ось, ^оси, ^осью, ^осей, ^осям
perishable: perishable | скоропортящийся
oversized: oversized | негабаритный, крупногабаритный
distribution_center: distribution center, distribution centre, fulfillment center | распределительный центр
aisle: aisle | ~^проход, ~^прохода, ~^проходу, ~^проходом, ~^проходе, ~^проходы, ~^проходов, ~^проходам
safety_stock: safety stock | страховой запас
reorder_level: reorder level, reorder point | точка заказа, точка перезаказа
last_mile: last mile | последняя миля
team_captain: team captain | капитан команды
goalkeeper: goalkeeper, goalie | вратарь, голкипер
defender: ^defender, ^defenders, defence | защитник
midfielder: midfielder | полузащитник
forward: =striker, =strikers, =forward | ^нападающий, ^нападающего, ^нападающая, ^нападающей, ^нападающую, ^нападающее, ^нападающие, ^нападающих, ^нападающим, форвард
playing_position: playing position, player position | амплуа, позиция игрока
substitution: ^substitution, ^substitutions | замена игрока
jersey_number: jersey number, shirt number, uniform number | игровой номер, номер на майке
home_team: home team | хозяева поля, команда хозяев, домашняя команда
away_team: away team, visiting team, guest team | команда гостей, гостевая команда
opponent: opponent, =rival, =rivals, =opposition | соперник, противник, оппонент
home_game: home game, home match | домашний матч, домашняя игра
away_game: away game, away match | выездной матч, гостевой матч
home_score: home score, home goals | счет хозяев, голы хозяев
away_score: away score, away goals | счет гостей, голы гостей
half_time: half time, halftime | перерыв, тайм
round: =round, =rounds | раунд, ^тур, ^тура, ^туру, ^туром, ^туре, ^туры, ^туров, ^турам
knockout: knockout, playoff | плей-офф
quarterfinal: quarterfinal, quarter final | четвертьфинал
semifinal: semifinal, semi final | полуфинал
final_match: final match | ^финал, ^финала, ^финале, ^финалы
championship: =championship, =championships | чемпионат, первенство
champion: =champion, =champions | чемпион, чемпионка
world_cup: world cup | кубок мира, чемпионат мира
olympic_games: olympic games, olympics | олимпийские игры, олимпийский
league_division: league division | дивизион
national_team: national team | сборная, национальная сборная
player_transfer: player transfer | трансфер, трансфер игрока
gold_medal: gold medal | золотая медаль
silver_medal: silver medal | серебряная медаль
bronze_medal: bronze medal | бронзовая медаль
goals_for: goals for, goals scored | забитые голы
goals_against: goals against, goals conceded | пропущенные голы, пропущенные мячи
free_kick: free kick | штрафной удар
corner_kick: corner kick | ^угловой, ^углового, ^угловая, ^угловую, ^угловое, ^угловые, ^угловых, ^угловым
foul: foul | ^фол, ^фола, ^фолу, ^фолом, ^фоле, ^фолы, ^фолов, ^фолам
lap: =lap, =laps | ^круг, ^круга, ^кругу, ^кругом, ^круге, ^круги, ^кругов, ^кругам
pit_stop: pit stop, pitstop | пит-стоп
circuit: race track, racetrack, =circuit, =circuits | гоночная трасса, автодром
racing_driver: racing driver, racer | гонщик
constructor: =constructor, =constructors | ^конструктор, ^конструкторы, ^конструкторов
finish_time: finish time | время на финише
finish_line: finish line | ^финиш
marathon: marathon | марафон
runner: =runner, =runners | ^бегун, ^бегуны, ^бегунов
running: =running | ^бег
sprint: =sprint, =sprints | ^спринт, ^спринта, ^спринты, ^спринтов
relay: relay race | эстафета
jump: =jump, =jumps | прыжок
throw: =throws | бросок, ^метание, ^метания, ^метанию, ^метанием, ^метании, ^метаний, ^метаниям
swimmer: ^swimmer, ^swimmers | пловец
cyclist: cyclist, ~=cycling | велосипедист
skier: =skier, =skiers | лыжник
skating: =skating | фигурное катание, ~коньки, ~конек
snowboard: snowboard | сноуборд
biathlon: biathlon | биатлон
gymnast: ^gymnast, ^gymnasts | гимнаст
wrestler: wrestler | борец
boxer: =boxer, =boxers | боксер
judo: judo | дзюдо
karate: ^karate, ^karates | карате
fencing: =fencing | фехтование
weightlifting: weightlifting | тяжелая атлетика
snatch: =snatch | рывок
clean_jerk: clean and jerk | толчок
athletics: ^athletics | легкая атлетика
rowing: rowing | гребля, гребель
sailing: =sailing | парусный спорт
surfing: surfing | серфинг
golf: golf | гольф
baseball: baseball | бейсбол
cricket: =cricket | крикет
rugby: rugby | регби
handball: handball | гандбол
badminton: badminton | бадминтон
table_tennis: table tennis, ping pong | настольный теннис
chess: chess | шахматы
checkers: checkers, draughts | шашки
billiards: billiards, ~snooker | бильярд
esports: esports, e-sports | киберспорт
climber: ^climber, ^climbers | альпинист
yoga: yoga | йога
dance_class: dance class | занятие танцами
gym_membership: gym membership | абонемент в зал
exercise: =exercise, =exercises | упражнение
repetition: =repetitions, =reps | ^повторение, ^повторения, ^повторению, ^повторением, ^повторении, ^повторений, ^повторениям, ~подход
sports_ground: sports ground, sports field, =pitch | спортивная площадка, спортплощадка
arena: arena | ^арена, ^арены, ^арене, ^арену, ^ареной, ^арен, ^аренам
ball: =ball, =balls | мяч
bookmaker: bookmaker | букмекер
odds: =odds | коэффициент ставки
scout: =scout, =scouts | ^скаут, ^скаута, ^скауту, ^скаутом, ^скауте, ^скауты, ^скаутов, ^скаутам
draft_pick: draft pick | драфт
mascot: mascot | талисман
umpire: umpire | ~=судья, ~=судьи, ~=судье, ~=судью, ~=судьей, ~=судей, ~=судьям
innings: innings, =inning | иннинг
batting: batting, batting average
pitcher: pitcher | питчер
home_run: home run | хоумран
training_session: training session | тренировочное занятие
skiing: =skiing, =ski | ^лыжи, ^лыжа, ^лыже, ^лыжу, ^лыжей, ^лыж, ^лыжам, лыжный
gymnastics: ^gymnastics | гимнастика
wrestling: wrestling | ^борьба, ^борьбы, ^борьбе, ^борьбу, ^борьбой
boxing: =boxing | ^бокс, ^бокса, ^боксу, ^боксом, ^боксе, ^боксы, ^боксов, ^боксам
climbing: climbing, ^mountaineering | альпинизм, ~скалолазание

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
sanatorium: sanatorium | санаторий
hospice: hospice | хоспис
nursing_home: nursing home, retirement home, old people home | дом престарелых
emergency_room: emergency room, emergency department, =er | приемный покой, приемное отделение
on_call: on call | дежурство
procedure: =procedure, =procedures | процедура
physician_assistant: physician assistant, paramedic, feldsher | фельдшер
midwife: midwife | акушерка, акушер
orderly: =orderly, hospital attendant | санитар, санитарка
pharmacist: ^pharmacist, ^pharmacists | фармацевт, провизор
pharmaceutical_company: pharmaceutical company, drug company | фармкомпания, фармацевтическая компания
gynecologist: ^gynecologist, ^gynecologists, ^gynaecologist, ^gynaecologists | ^гинеколог, ^гинеколога, ^гинекологу, ^гинекологом, ^гинекологе, ^гинекологи, ^гинекологов, ^гинекологам
urologist: ^urologist, ^urologists | ^уролог, ^уролога, ^урологу, ^урологом, ^урологе, ^урологи, ^урологов, ^урологам
oncologist: ^oncologist, ^oncologists | ^онколог, ^онколога, ^онкологу, ^онкологом, ^онкологе, ^онкологи, ^онкологов, ^онкологам
dermatologist: ^dermatologist, ^dermatologists | ^дерматолог, ^дерматолога, ^дерматологу, ^дерматологом, ^дерматологе, ^дерматологи, ^дерматологов, ^дерматологам
ophthalmologist: ^ophthalmologist, ^ophthalmologists, oculist | ^офтальмолог, ^офтальмолога, ^офтальмологу, ^офтальмологом, ^офтальмологе, ^офтальмологи, ^офтальмологов, ^офтальмологам
anesthesiologist: anesthesiologist, anaesthetist, ~anesthesia | анестезиолог, ~анестезия, ~наркоз
radiologist: ^radiologist, ^radiologists | ^рентгенолог, ^рентгенолога, ^рентгенологу, ^рентгенологом, ^рентгенологе, ^рентгенологи, ^рентгенологов, ^рентгенологам, радиолог
psychotherapist: psychotherapist | психотерапевт
physiotherapy: physiotherapy, physical therapy | физиотерапия
rehabilitation: rehabilitation, rehab | реабилитация
massage: massage | массаж
gastroenterologist: gastroenterologist | гастроэнтеролог
pathologist: ^pathologist, ^pathologists | патологоанатом
veterinarian: ^veterinarian, ^veterinarians, =vet, =vets, ^veterinary | ветеринар, ветеринарный
cardiology: ^cardiology, ^cardiologies | ^кардиология, ^кардиологии, ^кардиологию, ^кардиологией, ^кардиологий, ^кардиологиям
neurology: ^neurology, ^neurologies | ^неврология, ^неврологии, ^неврологию, ^неврологией, ^неврологий, ^неврологиям
hematology: hematology, haematology | гематология
cardiac_surgery: cardiac surgery, heart surgery | кардиохирургия
pill: pill, ~capsule | пилюля, таблетка, ~капсула
medicine: =medicine | ~медицина
injection: injection, =shot, =shots | укол, инъекция
syringe: syringe | шприц
bandage: bandage | бинт, ~повязка, ~перевязка
ointment: ointment | ^мазь, ^мази, ^мазью, ^мазей, ^мазям
syrup: syrup | сироп
vitamin: vitamin | витамин
antibiotic: antibiotic | антибиотик
painkiller: painkiller, analgesic | обезболивающее, анальгетик
side_effect: side effect, adverse effect, adverse event | побочный эффект, побочное действие
over_the_counter: over the counter, =otc | безрецептурный
prescription_only: prescription only, prescription drug | рецептурный
generic_drug: =generic, =generics | дженерик
enzyme: enzyme | фермент
hormone: hormone | гормон
protein: protein | ^белок, ^белка, ^белку, ^белком, ^белке, ^белки, ^белков, ^белкам, протеин
fat: =fat, =fats | ^жир, ^жира, ^жиру, ^жиром, ^жире, ^жиры, ^жиров, ^жирам, ~жирность
carbohydrate: carbohydrate, carb | углевод
calorie: ^calorie, ^calories, =kcal, calorie content | калория, калорийность, ккал
dietary_fiber: dietary fiber | клетчатка
cholesterol: cholesterol | холестерин
hemoglobin: hemoglobin, haemoglobin | гемоглобин
blood_donor: donor, blood donor | донор
blood_donation: blood donation | донорство, сдача крови
organ: =organ, =organs | ^орган, ^органа, ^органу, ^органом, ^органе, ^органы, ^органов, ^органам
transplant: transplant | трансплантация, пересадка
virus: virus, ^viral | вирус, вирусный
bacteria: bacteria, bacterium | бактерия
infection: infection | инфекция
infected: =infected | зараженный, инфицированный
epidemic: epidemic | эпидемия
pandemic: pandemic | ^пандемия, ^пандемии, ^пандемию, ^пандемией, ^пандемий, ^пандемиям
quarantine: quarantine | карантин
outbreak: outbreak | вспышка
fever: fever | лихорадка, ^жар, ^жара, ^жару, ^жаром, ^жаре
cough: cough | кашель, кашля
pain: =pain, =pains | ^боль, ^боли, ^болью, ^болей, ^болям
headache: headache | головная боль
wound: =wound, =wounds | ^рана, ^раны, ^ране, ^рану, ^раной, ^ран, ^ранам, ^ранение, ^ранения, ^ранению, ^ранением, ^ранении, ^ранений, ^ранениям
burn: =burns | ожог
stroke: =stroke, =strokes | инсульт
heart_attack: heart attack, myocardial infarction | инфаркт
tumor: tumor, tumour | опухоль
tuberculosis: tuberculosis, =tb | туберкулез
hiv: =hiv, =aids | вич, спид
hepatitis: hepatitis | гепатит
measles: measles | ^корь, ^кори, ^корью, ^корей, ^корям
malaria: malaria | малярия
anemia: anemia, anaemia | анемия
obesity: obesity | ожирение
arthritis: arthritis | артрит
depression: =depression | депрессия
dementia: dementia | деменция
poisoning: ^poisoning | отравление
syndrome: syndrome | синдром
disorder: =disorder, =disorders | расстройство
mental_health: mental health | психическое здоровье
addiction: addiction | =зависимость, =зависимости, =зависимостью, =зависимостей, =зависимостям
pathology: ^pathology, ^pathologies | патология
anatomy: anatomy | анатомия
biopsy: biopsy | биопсия
saturation: saturation, oxygen saturation, =spo2 | сатурация
breathing_rate: respiratory rate | частота дыхания
oxygen: oxygen | кислород
ventilator: ventilator | аппарат ивл, ^ивл
childbirth: childbirth, delivery of child | ^роды, ^родов, ^родам
triage: triage | сортировка больных
medical_history: medical history, anamnesis | анамнез
attending_physician: attending physician, primary care physician, =pcp | лечащий врач
chief_physician: chief physician, chief doctor | главный врач, главврач
clinical_trial: clinical trial | клиническое исследование, клинические испытания
placebo: placebo | плацебо
blood_test: blood test | анализ крови
urine: urine | ^моча, ^мочи, ^моче, ^мочу, ^мочой
thermometer: thermometer | термометр, градусник
wheelchair: wheelchair | инвалидная коляска
prosthesis: prosthesis, implant | протез, имплант
diet: =diet, =diets | диета
nutrition: nutrition | ~=питание, ~=питания, ~=питанию, ~=питанием, ~=питании, ~=питаний, ~=питаниям
hygiene: hygiene | гигиена
spa: =spa | ^спа, спа салон
beauty_salon: beauty salon, ~hairdresser, ~barbershop, hair salon | салон красоты, ~парикмахерская, ~барбершоп
hairdresser: barber, stylist | парикмахер, стилист
haircut: haircut | стрижка
manicure: manicure | маникюр
tattoo: tattoo | татуировка
obstetrics: obstetrics | акушерство

# --- education
student: student, pupil, learner, =stud, ~kid, ~schoolchild, ~child | студент, ученик, учащийся, школьник, студентка, ученица
teacher: teacher, instructor, tutor, ^lecturer, ^lecturers | учитель, преподаватель, педагог, учительница, инструктор, препод
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
lyceum: lyceum | ^лицей, ^лицея, ^лицею, ^лицеем, ^лицее, ^лицеи, ^лицеев, ^лицеям
academy: academy | ^академия, ^академии, ^академию, ^академией, ^академий, ^академиям
institute: =institute, =institutes | институт
college: =college, =colleges | колледж
campus: campus | кампус
nursery: nursery | ясли
elementary_school: elementary school, primary school | начальная школа
boarding_school: boarding school | интернат
public_school: public school, state school | государственная школа
driving_school: driving school | автошкола
tutoring: tutoring, private lesson | репетиторство
private_tutor: private tutor | репетитор
headmaster: headmaster, school principal, headteacher | директор школы
rector: rector | ректор
lecturer: =lecturer, =lecturers | лектор
educator: ^educator, ^educators | воспитатель, ~педагог
scientific_supervisor: scientific supervisor, thesis advisor, academic advisor, research supervisor | научный руководитель
advisor: =advisor, =advisors, =adviser, =advisers | советник, ~научный руководитель
major: =major, =majors, field of study, major subject | =специальность, =специальности, =специальностью, =специальностей, =специальностям, направление подготовки, ~=профиль, ~=профиля, ~=профилю, ~=профилем, ~=профиле, ~=профили, ~=профилей, ~=профилям
minor_subject: minor subject | дополнительная специальность
curriculum: curriculum, study plan | учебный план, учебная программа
syllabus: syllabus | программа курса
elective: ^elective | факультатив, по выбору
prerequisite: prerequisite | предварительное требование
seminar: seminar | семинар
webinar: webinar | вебинар
master_class: master class | мастер-класс, мастер класс
internship: internship, practicum | ~практика, стажировка
coursework: coursework, term paper | ^курсовая, ^курсовой, ^курсового, ^курсовую, ^курсовое, ^курсовые, ^курсовых, ^курсовым, курсовая работа
essay: essay | эссе
classroom: classroom, ~lecture hall, ~lecture room | =аудитория, =аудитории, =аудиторию, =аудиторией, =аудиторий, =аудиториям, учебный класс, учебный кабинет
classmate: classmate, schoolmate | одноклассник
bell_schedule: bell schedule | расписание звонков
gradebook: gradebook, ~class register | ~классный журнал, зачетка, зачетная книжка
report_card: report card, ~transcript | табель успеваемости
course_year: year of study, study year | год обучения, курс обучения
passing_score: passing score, passing grade, pass mark | проходной балл
entrance_exam: entrance exam | вступительный экзамен
state_exam: state exam | ^егэ, ^огэ, государственный экзамен
quotation: quotation text | цитата
retake: retake, resit | пересдача
academic_performance: academic performance | ^успеваемость, ^успеваемости, ^успеваемостью, ^успеваемостей, ^успеваемостям
school_club: school club, extracurricular | кружок, ~внеурочный
olympiad: olympiad | олимпиада
academic_leave: academic leave | академический отпуск, ^академ, ^академа, ^академу, ^академом, ^академе, ^академы, ^академов, ^академам
exchange_student: exchange student | студент по обмену
degree_program: degree program, degree programme, study program | образовательная программа, программа обучения
course_certificate: course certificate | сертификат о прохождении
online_course: online course, =mooc | онлайн-курс, онлайн курс
learning_module: learning module | учебный модуль
language_level: language level, proficiency | уровень языка, уровень владения
uniform: =uniform, =uniforms | форма одежды, униформа
university_applicant: university applicant | абитуриент

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
bibliography: bibliography | библиография
call_number: call number, shelf mark | шифр книги, шифр хранения
bookshop: bookshop, bookstore | книжный магазин
bookcase: bookcase | книжный шкаф
coauthor: coauthor, co-author, co author | соавтор
illustrator: illustrator | иллюстратор
illustration: =illustration, =illustrations | иллюстрация
cover: =cover, =covers, book cover | обложка
binding: =binding | переплет
print_run: print run, circulation | ^тираж, ^тиража, ^тиражу, ^тиражом, ^тираже, ^тиражи, ^тиражей, ^тиражам
manuscript: manuscript | рукопись, рукописи
story: =story, =stories, short story | рассказ, повесть, ~=история, ~=истории, ~=историю, ~=историей, ~=историй, ~=историям
fairy_tale: fairy tale | сказка
comic: comic book, =comics | комикс
encyclopedia: encyclopedia | энциклопедия
dictionary: =dictionary, =dictionaries | словарь
citation: =citation, =citations, times cited | цитирование
poet: poet | ^поэт, ^поэта, ^поэту, ^поэтом, ^поэте, ^поэты, ^поэтов, ^поэтам
poem: =poem, =poems | стихотворение, поэма
novelist: novelist | романист
playwright: playwright, dramatist | драматург
writer: =writer, =writers | писатель
columnist: columnist | колумнист
journalist: ^journalist, ^journalists, ^reporter, ^reporters, correspondent | журналист, репортер, корреспондент
editor_in_chief: editor in chief, chief editor | главный редактор, главред
editorial: editorial, editorial office | редакция, редакционный
newspaper_column: newspaper column | рубрика газеты
press: =press | пресса
printing_house: printing house | типография
literary_prize: literary prize, literary award | литературная премия
reading_room: reading room | читальный зал
borrow_date: borrow date, loan date, date borrowed, checkout date | дата выдачи книги
storage_unit: storage unit, archival file | единица хранения
gallery: gallery, art gallery | галерея
painting: =painting, =paintings, canvas | картина, ~полотно, ~полотен, ~живопись, ~живописи
painter: =painter, =painters | живописец, ~художник
sculpture: sculpture | скульптура
sculptor: sculptor | скульптор
artwork: artwork, work of art | произведение искусства, произведение
art_style: art style, art movement | художественный стиль, направление в искусстве
exhibit: =exhibit, =exhibits, museum item | экспонат
exposition: exposition | экспозиция
curator: curator | куратор
art_collector: art collector | коллекционер
restoration: restoration | реставрация, ^восстановление, ^восстановления, ^восстановлению, ^восстановлением, ^восстановлении, ^восстановлений, ^восстановлениям
fresco: fresco, mural | фреска
engraving: engraving | гравюра
mosaic: mosaic | мозаика
religious_icon: religious icon | ^икона, ^иконы, ^иконе, ^икону, ^иконой, ^икон, ^иконам
portrait: portrait | портрет
landscape: landscape | пейзаж, ландшафт
still_life: still life | натюрморт
excursion_guide: museum guide | экскурсовод
singer: singer, vocalist | певец, певица, вокалист
musician: ^musician, ^musicians | музыкант
composer: composer | композитор
lyrics: lyrics | текст песни, слова песни
lyricist: lyricist | поэт-песенник, автор слов
orchestra: orchestra | оркестр
orchestra_conductor: orchestra conductor | ^дирижер, ^дирижера, ^дирижеру, ^дирижером, ^дирижере, ^дирижеры, ^дирижеров, ^дирижерам
choir: choir | ^хор, ^хора, ^хору, ^хором, ^хоре, ^хоры, ^хоров, ^хорам
ensemble: ensemble | ансамбль
symphony: symphony | симфония
opera: =opera, =operas | опера
ballet: ballet | балет
dancer: dancer, ~dance | танцор, ~^танец, ~^танца, ~^танцу, ~^танцем, ~^танце, ~^танцы, ~^танцев, ~^танцам, танцовщица, ~балерина
rapper: =rapper, =rappers | рэпер
dj: =dj, =djs | ^диджей, ^диджеи
guitar: guitar | гитара
piano: piano | фортепиано, пианино
violin: violin | скрипка
drum: drum | барабан, ударные
bass: =bass | бас
instrument: =instrument, =instruments, musical instrument | музыкальный инструмент, ~инструмент
vocals: =vocals, =vocal | вокал
record_label: record label, music label | ^лейбл, ^лейбла, ^лейблу, ^лейблом, ^лейбле, ^лейблы, ^лейблов, ^лейблам, звукозаписывающая компания
record_company: record company | звукозаписывающая компания
track_list: track list, tracklist | список треков, трек-лист
recording: =recording, =recordings | запись звука, звукозапись, звукозаписи
lead_singer: lead singer, frontman, =frontwoman | солист, солистка, фронтмен
festival: festival | ^фестиваль, ^фестиваля, ^фестивалю, ^фестивалем, ^фестивале, ^фестивали, ^фестивалей, ^фестивалям
concert_hall: concert hall | концертный зал
scene: =scene, =scenes | ^сцена, ^сцены, ^сцене, ^сцену, ^сценой, ^сцен, ^сценам
concert_tour: concert tour | гастроли
performance: =performance, =performances | выступление, представление, ~спектакль, ~^исполнение, ~^исполнения, ~^исполнению, ~^исполнением, ~^исполнении, ~^исполнений, ~^исполнениям
premiere: ^premiere, ^premieres | премьера
repertoire: repertoire | репертуар
troupe: troupe | труппа
play: =play, theatre play | пьеса, спектакль
musical: =musical, =musicals | мюзикл
circus: circus | ^цирк, ^цирка, ^цирку, ^цирком, ^цирке, ^цирки, ^цирков, ^циркам
clown: clown | клоун
magician: magician | фокусник, ^маг, ^мага, ^магу, ^магом, ^маге, ^маги, ^магов, ^магам
audience_size: audience size | число зрителей, количество зрителей
box_office: box office, gross earnings, =grosses | кассовые сборы, =сборы, =сбор, =сбора, =сбору, =сбором, =сборе, =сборов, =сборам
producer: =producer, =producers | продюсер
screenwriter: screenwriter, scriptwriter, ~screenplay, written by | сценарист, ~сценарий
cameraman: cameraman, cinematographer | кинооператор
film_studio: film studio | киностудия
leading_role: leading role, ^starring | главная роль
supporting_role: supporting role | роль второго плана
running_time: running time, =runtime | хронометраж
age_rating: age rating, age limit, film rating, certificate rating | возрастной рейтинг, возрастное ограничение
sequel: sequel | продолжение, сиквел
film_trailer: film trailer | трейлер
tv_channel: tv channel, television channel | ^телеканал, ^телеканала, ^телеканалу, ^телеканалом, ^телеканале, ^телеканалы, ^телеканалов, ^телеканалам, телевизионный канал
tv_series: tv series, =sitcom, =sitcoms | ^сериал, ^сериала, ^сериалу, ^сериалом, ^сериале, ^сериалы, ^сериалов, ^сериалам, телесериал
tv_program: tv program, television program | телепередача, телепрограмма
presenter: ^presenter, ^presenters, tv host, anchor person | ^ведущий, ^ведущего, ^ведущая, ^ведущие, ^ведущих, телеведущий
air_date: air date, original air date, =aired, broadcast date, airdate | дата эфира, дата выхода в эфир, дата показа
viewership: viewership, tv rating | число зрителей, телеаудитория
radio_station: radio station | радиостанция
radio_frequency: radio frequency | радиочастота
broadcaster: ^broadcaster, ^broadcasters | вещатель, телекомпания
podcast: podcast | подкаст
streaming: streaming | стриминг
pixel: pixel | пиксель
aspect_ratio: aspect ratio | соотношение сторон
cinema_hall: cinema hall, movie hall | кинозал
oscar: oscar, academy award | оскар
nomination: =nomination, =nominations | номинация
jury_member: jury member | член жюри
laureate: laureate, prizewinner | лауреат, ~призер
contest: ^contest, ^contests, =competition, =competitions | конкурс, соревнование, состязание
anime: =anime | ^аниме
fashion: fashion | ^мода, ^моды, ^моде, ^моду, ^модой
fashion_model: fashion model | манекенщица, модель на показе
photograph: =photograph, =photographs | ~фото
camera_lens: camera lens, =lens, =lenses | ^объектив, ^объектива, ^объективу, ^объективом, ^объективе, ^объективы, ^объективов, ^объективам
guitarist: guitarist | гитарист
pianist: pianist | пианист
violinist: violinist | скрипач
drummer: drummer | барабанщик
songwriter: songwriter | автор песен

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
power_line: power line, transmission line | линия электропередачи, ^лэп
grid: =grid, power grid | энергосеть, электросеть
generator: ^generator, ^generators | генератор
turbine: turbine | турбина
boiler: boiler | котел, котла
pump: =pump, =pumps | насос
wind_power: wind power, wind farm, ~wind turbine | ветроэнергетика, ветряная электростанция, ~ветрогенератор
hydropower: hydropower, hydroelectric | гидроэнергетика, ^гэс, гидроэлектростанция
nuclear_power: nuclear power, nuclear plant | ^аэс, атомная электростанция, атомная энергия
reactor: reactor | реактор
dam: =dam, =dams | плотина, дамба
power_generation: power generation, electricity generation | выработка, выработка электроэнергии, генерация
electric_current: electric current, amperage | сила тока, ^ток
resistance: =resistance | сопротивление
fuse: =fuse, =fuses | предохранитель
socket: =socket, =sockets | розетка
power_outage: power outage, blackout | отключение электроэнергии, блэкаут
water_supply: water supply | водоснабжение
gas_supply: gas supply | газоснабжение
radiator: radiator | радиатор
water_meter: water meter | счетчик воды, водосчетчик
reservoir: reservoir | водохранилище, ~резервуар
tank: =tank, =tanks, cistern | цистерна, ^бак
well: =well, =wells | скважина, ^колодец, ^колодца, ^колодцу, ^колодцем, ^колодце, ^колодцы, ^колодцев, ^колодцам
drilling: ^drilling, drilling rig | ^бурение, ^бурения, ^бурению, ^бурением, ^бурении, ^бурений, ^бурениям, ^буровая, ^буровой, ^буровую, ^буровые, ^буровых, ^буровым, ^буровыми
oil_field: oil field, gas field | месторождение, нефтяное месторождение
mineral_deposit: mineral deposit, ore deposit | залежь
refinery: refinery | нефтеперерабатывающий завод, ^нпз
barrel: barrel | баррель, ~бочка
pipe: =pipe, =pipes, tube | труба
valve: valve | клапан, вентиль, задвижка
flow: =flow, flow rate | ~=поток, ~=потока, ~=потоку, ~=потоком, ~=потоке, ~=потоки, ~=потоков, ~=потокам, расход жидкости
ore: =ore, =ores | ^руда, ^руды, ^руде, ^руду, ^рудой, ^руд, ^рудам
mine: =mine, =mines | ^шахта, ^шахты, ^шахте, ^шахту, ^шахтой, ^шахт, ^шахтам, рудник
miner: ^miner, ^miners | шахтер
mineral: mineral | минерал, полезное ископаемое
diamond: diamond | алмаз, ~бриллиант
gemstone: gemstone, precious stone, gem | драгоценный камень, самоцвет
platinum: platinum | платина
copper: copper | ^медь, ^меди, ^медью, ^медей, ^медям
iron_ore: iron ore | железная руда
aluminium: aluminium, aluminum | алюминий
nickel: nickel | никель
zinc: zinc | цинк
lead_metal: lead metal | свинец
tin_metal: tin metal | олово, ^олов
uranium: uranium | ^уран, ^урана, ^урану, ^ураном, ^уране, ^ураны, ^уранов, ^уранам
lithium: lithium | ^литий, ^лития, ^литию, ^литием, ^литии, ^литиев, ^литиям
titanium: titanium | ^титан, ^титана, ^титану, ^титаном, ^титане, ^титаны, ^титанов, ^титанам
cement: cement | цемент
sand: =sand | ^песок, ^песка, ^песку, ^песком, ^песке, ^пески, ^песков, ^пескам
gravel: gravel | щебень, щебня, гравий
clay: clay | ^глина, ^глины, ^глине, ^глину, ^глиной, ^глин, ^глинам
stone: =stone, =stones | ^камень, ^камня, ^камню, ^камнем, ^камне, ^камни, ^камней, ^камням
marble: marble | мрамор
granite: granite | ^гранит, ^гранита, ^граниту, ^гранитом, ^граните, ^граниты, ^гранитов, ^гранитам
peat: peat | ^торф, ^торфа, ^торфу, ^торфом, ^торфе, ^торфов, ^торфам
firewood: firewood | дрова
carbon_footprint: carbon footprint, carbon emission, co2 emission | углеродный след, выбросы углерода
greenhouse_gas: greenhouse gas | парниковый газ
recycling: recycling | переработка отходов
landfill: landfill, dump site | свалка, полигон отходов
ecology: ecology, environmental | экология, экологический
climate: climate | климат, климатический
rain: =rain, =rainy | =дождь, =дождя, =дождю, =дождем, =дожде, =дожди, =дождей, =дождям, дождливый
max_temperature: max temperature, maximum temperature, high temperature | максимальная температура
min_temperature: min temperature, minimum temperature, low temperature | минимальная температура
mean_temperature: mean temperature, average temperature | средняя температура
dew_point: dew point | точка росы
atmospheric_pressure: atmospheric pressure, barometric pressure, sea level pressure | атмосферное давление
visibility: =visibility | =видимость, =видимости, =видимостью, =видимостей, =видимостям
cloud_cover: cloud cover, ^cloudiness | ^облачность, ^облачности, ^облачностью, ^облачностей, ^облачностям
snowfall: snowfall, ~snow depth | снегопад, ~глубина снега
frost: frost | мороз
heat_wave: heat wave | =жара, =жары, =жаре, =жару, =жарой
hurricane: hurricane, typhoon, ~cyclone | ураган, тайфун, ~циклон
tornado: tornado | торнадо, смерч
thunderstorm: thunderstorm | =гроза, =грозы, =грозе, =грозу, =грозой, =гроз, =грозам
hail: =hail | ^град
flood: =flood, =floods, flooding | наводнение, паводок, ~потоп
drought: drought | засуха
earthquake: earthquake, seismic | землетрясение, сейсмический
magnitude: magnitude | магнитуда
tsunami: tsunami | цунами
avalanche: avalanche | лавина
landslide: landslide | оползень, оползня
wildfire: wildfire, forest fire | лесной пожар
natural_disaster: natural disaster, =disaster, =disasters, catastrophe | стихийное бедствие, катастрофа
weather_station: weather station, meteorological station | метеостанция
uv_index: uv index | ультрафиолетовый индекс
ozone: ozone | озон
dust: dust, particulate matter | ^пыль, ^пыли, взвешенные частицы
noise_level: noise level | уровень шума
radiation: =radiation | радиация, излучение
sunrise: sunrise | восход
sunset: sunset | закат
tide: tide | прилив
wave: =wave, =waves | ^волна, ^волны, ^волне, ^волну, ^волной, ^волн, ^волнам

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
motel: motel | мотель
guest_house: guest house, guesthouse, inn house | гостевой дом
aparthotel: aparthotel | апартотель
lodging: lodging, accommodation | размещение, ^жилье, ^жилья, ^жилью, ^жильем
reception: reception, front desk | ресепшн, стойка регистрации
receptionist: receptionist | администратор ресепшн
maid: =maid, =maids | горничная
porter: porter | носильщик, ~^портье
hotel_chain: hotel chain | сеть отелей, гостиничная сеть
star_rating: star rating, hotel stars | звездность
base_price: base price, base rate | базовая цена
max_occupancy: max occupancy, maximum occupancy | максимальная вместимость
pets_allowed: pets allowed | можно с животными
swimming_pool: swimming pool, =pool, =pools | бассейн
sauna: sauna | сауна
beach: beach | ^пляж, ^пляжа, ^пляжу, ^пляжем, ^пляже, ^пляжи, ^пляжей, ^пляжам
sightseeing: sightseeing, excursion | экскурсия, осмотр достопримечательностей
attraction: tourist attraction, =attraction, =attractions, landmark, place of interest, sight | достопримечательность
tour_guide: tour guide | гид, экскурсовод
itinerary: itinerary | ~маршрут
cruise: cruise, cruise ship | круиз, круизный
camping: =camping, ^campings, campsite | кемпинг
safari: safari | сафари
hiking: hiking | поход, ~пеший
trail: =trail, =trails | тропа
souvenir: souvenir | сувенир
theme_park: theme park, amusement park | парк развлечений, парк аттракционов
roller_coaster: roller coaster | американские горки, ~горка
traveler: ^traveler, ^travelers, ^traveller, ^travellers | путешественник
expedition: expedition | экспедиция
cancellation_policy: cancellation policy | условия отмены
vacation_rental: vacation rental, holiday home | жилье на отпуск

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
symposium: symposium | симпозиум
speaker: =speaker, =speakers | докладчик, спикер
presentation: =presentation, =presentations | презентация
keynote: keynote | пленарный доклад
agenda: agenda | повестка
organizer: ^organizer, ^organizers, ^organiser, ^organisers | организатор
attendee: attendee | ~участник, посетитель мероприятия
invitation: ^invitation, ^invitations, ^invite, ^invites | приглашение
celebration: ^celebration, ^celebrations | празднование, торжество
anniversary: anniversary, jubilee | годовщина, юбилей
ceremony: ceremony | церемония
booth: =booth, =booths | ^стенд, ^стенда, ^стенду, ^стендом, ^стенде, ^стенды, ^стендов, ^стендам
registration_fee: registration fee | регистрационный взнос
early_bird: early bird | ранняя регистрация
service_desk: service desk | служба поддержки
knowledge_base: knowledge base | база знаний
impact: =impact | ^влияние, ^влияния, ^влиянию, ^влиянием, ^влиянии, ^влияний, ^влияниям
urgency: urgency | срочность
root_cause: root cause | первопричина, корневая причина
on_call_engineer: on call engineer | дежурный инженер
first_contact_resolution: first contact resolution, =fcr | решение при первом обращении
chat_bot: chatbot, chat bot | чат-бот
source_code: source code | исходный код
git_branch: git branch | ветка
pull_request: pull request, merge request | запрос на слияние, пул реквест, пулреквест
code_review: code review | ревью кода, код-ревью
contributor: ^contributor, ^contributors, committer | контрибьютор, участник разработки
fork: =fork, =forks | форк
framework: framework | фреймворк
software_library: software library | библиотека программная
dependency: =dependency, =dependencies | =зависимость, =зависимости, =зависимостью, =зависимостей, =зависимостям
tester: =tester, =testers, =qa | тестировщик
sprint_agile: agile sprint | спринт разработки
backlog: backlog | бэклог
epic: =epic, =epics | эпик
story_points: story points | сторипоинты
milestone: milestone | веха
vulnerability: vulnerability | ^уязвимость, ^уязвимости, ^уязвимостью, ^уязвимостей, ^уязвимостям
patch: patch | ^патч, ^патча, ^патчу, ^патчем, ^патче, ^патчи, ^патчей, ^патчам
exception: =exception, =exceptions | исключение
stack_trace: stack trace | трассировка
crash: crash | ^краш, ^краша, ^крашу, ^крашем, ^краше, аварийное завершение
endpoint: endpoint | эндпоинт, конечная точка
microservice: microservice | микросервис
namespace: namespace | пространство имен
virtual_machine: virtual machine, =vm | виртуальная машина
memory_usage: memory usage | использование памяти
disk_usage: disk usage, disk space | место на диске
router: =router, =routers | роутер, маршрутизатор
network_switch: network switch | коммутатор
firewall: firewall | брандмауэр, межсетевой экран
antivirus: antivirus | антивирус
modem: modem | ^модем, ^модема, ^модему, ^модемом, ^модеме, ^модемы, ^модемов, ^модемам
wifi: =wifi, =wi-fi, wi fi | вай фай, вай-фай
internet_provider: internet provider, internet service provider, =isp | интернет-провайдер, интернет провайдер
mac_address: mac address | мак адрес
error_rate: error rate | доля ошибок, частота ошибок
queue: =queue, =queues | очередь
job_name: job name | название задания
scheduler: scheduler | планировщик
unix_time: unix time | время в секундах
cpu_core: =core, =cores | ядро, ядер
gpu: =gpu, graphics card, video card | видеокарта
motherboard: motherboard | материнская плата
chip: =chip, microchip | ^чип, микросхема, ^чипы, ^чипа, ^чипов, ^чипе, ^чипом, ^чипами, ^чипам
semiconductor: semiconductor | полупроводник
algorithm: algorithm | алгоритм
neural_network: neural network | нейросеть, нейронная сеть
machine_learning: machine learning | машинное обучение
artificial_intelligence: artificial intelligence, =ai | искусственный интеллект
dataset: =datasets | набор данных
data_type: data type, datatype | тип данных
system: =system, =systems | ^система, ^системы, ^системе, ^систему, ^системой, ^систем, ^системам
subsystem: subsystem | подсистема
interface: interface | интерфейс
cloud: cloud computing | ^облако, облачный сервис
password_hash: password hash | хеш пароля
two_factor: two factor, two-factor, =2fa | двухфакторный
cyber_attack: cyber attack, =attack, =attacks | ^атака, ^атаки, ^атаке, ^атаку, ^атакой, ^атак, ^атакам, кибератака

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
agronomist: agronomist | агроном
tractor: tractor | трактор
tractor_driver: tractor driver, machine operator | тракторист, механизатор
combine_harvester: combine harvester | комбайн
greenhouse: greenhouse | теплица
orchard: orchard | фруктовый сад
vineyard: vineyard | виноградник
variety: ^variety, ^varieties, cultivar | сорт, разновидность
winery: winery | винодельня, виноделен
plantation: plantation | плантация
pasture: pasture, meadow | пастбище, ^луг, ^луга, ^лугу, ^лугом, ^луге, ^лугов, ^лугам
hay: hay | ^сено, ^сена, ^сену, ^сеном, ^сене
animal_feed: silage, fodder, =feed, animal feed | =корм, =корма, =корму, =кормом, =корме, =кормов, =кормам, силос, комбикорм
sowing: ^sowing, sown area | =посев, =посева, =посеву, =посевом, =посеве, =посевы, =посевов, =посевам, посевная площадь
irrigation: irrigation | орошение, ^полив, ^полива, ^поливу, ^поливом, ^поливе, ^поливы, ^поливов, ^поливам
pesticide: pesticide | пестицид
herbicide: herbicide | гербицид
oat: =oats, =oat | овес, овса
sunflower: sunflower | подсолнечник
soybean: soybean, soya, soy | ^соя, ^сои, ^сое, ^сою, ^соей, ^сой, ^соям
sugar_beet: sugar beet, beetroot, beet | свекла, сахарная свекла
cotton: cotton | хлопок
flax: flax, linen | ^лен, ~льняной
legume: legume | ^бобовые, ^бобовый, ^бобового, ^бобовая, ^бобовой, ^бобовую, ^бобовое, ^бобовых, ^бобовым
pea: =pea, =peas | горох
garlic: garlic | чеснок
pepper: =pepper, =peppers | перец
eggplant: eggplant, aubergine | баклажан
pumpkin: pumpkin | тыква
zucchini: zucchini | кабачок
mushroom: mushroom | ^гриб, ^гриба, ^грибу, ^грибом, ^грибе, ^грибы, ^грибов, ^грибам
herb: =herb, =herbs, greenery | ^зелень, ^зелени, ^зеленью, ^зеленей, ^зеленям, ~=трава, ~=травы, ~=траве, ~=траву, ~=травой, ~=трав, ~=травам
spice: spice, =seasoning | ^специя, ^специи, ^специю, ^специей, ^специй, ^специям, приправа, пряность
pear: =pear, =pears | груша
plum: plum | ^слива, ^сливы, ^сливе, ^сливу, ^сливой, ^слив, ^сливам
cherry: cherry | ^вишня, ^вишни, ^вишне, ^вишню, ^вишней, ^вишен, ^вишням
peach: peach | персик
apricot: apricot | абрикос
watermelon: watermelon | арбуз
melon: melon | дыня
pineapple: pineapple | ананас
kiwi: kiwi | киви
mango: mango | ^манго
avocado: avocado | авокадо
raspberry: raspberry | ^малина, ^малины, ^малине, ^малину, ^малиной, ^малин, ^малинам
blueberry: blueberry, bilberry | черника, голубика
goat: =goat, =goats | коза
duck: duck | утка, уток
goose: goose, geese | ^гусь, ^гуся, ^гусю, ^гусем, ^гусе, ^гуси, ^гусей, ^гусям
turkey_meat: turkey meat | индейка, индеек
rabbit: rabbit | кролик
bee: =bee, =bees | пчела
bull: =bull, =bulls | ^бык, ^быка, ^быку, ^быком, ^быке, ^быки, ^быков, ^быкам
calf: calf, calves | теленок, ^телята, ^телят, ^телятам, ^теленок, ^теленка, ^теленку, ^теленком, ^теленке
lamb: lamb | ягненок, ягнята
piglet: piglet | поросенок, поросята
herd: herd, flock | ^стадо, ^стада, ^стаду, ^стадом, ^стаде, ^стад, ^стадам
shepherd: shepherd | пастух
slaughter: slaughter | ^убой, ^убоя, ^убою, ^убоем, ^убое, ^убои, ^убоев, ^убоям, ^забой, ^забоя, ^забою, ^забоем, ^забое, ^забои, ^забоев, ^забоям
fishing: =fishing | рыбалка
hunting: hunting | ^охота, ^охоты, ^охоте, ^охоту, ^охотой, ^охот, ^охотам
forester: ^forester, forest ranger | лесник, лесничий
logging: timber harvesting | лесозаготовка
sawmill: sawmill | лесопилка
hectare_yield: yield per hectare | урожайность с гектара
worker: =worker, =workers, =labourer, =laborer | рабочий
welder: welder | сварщик
turner: =turner, lathe operator | токарь
locksmith: locksmith, fitter | слесарь
electrician: ^electrician, ^electricians | электрик, электромонтер
plumber: plumber | сантехник
carpenter: carpenter, joiner | плотник, столяр
bricklayer: bricklayer, mason | каменщик
builder: ^builder, ^builders | строитель, ~застройщик
property_developer: property developer, real estate developer | девелопер, застройщик
contractor: =contractor, =contractors | подрядчик
subcontractor: subcontractor | субподрядчик
construction_site: construction site, building site | стройплощадка, строительная площадка
architect: ^architect, ^architects | архитектор
architecture: ^architecture | архитектура, архитектурный
architectural_style: architectural style | архитектурный стиль
building_foundation: building foundation | ^фундамент
wall: =wall, =walls | ^стена, ^стены, ^стене, ^стену, ^стеной, ^стен, ^стенам
roof: roof | ^крыша, ^крыши, ^крыше, ^крышу, ^крышей, ^крыш, ^крышам, кровля, кровель
door: door | ^дверь, ^двери, ^дверью, ^дверей, ^дверям
window: =window, =windows | ^окно, ^окна, ^окну, ^окном, ^окне, ^окон, ^окнам
ceiling: room ceiling | потолок
basement: basement, cellar | ^подвал, ^подвала, ^подвалу, ^подвалом, ^подвале, ^подвалы, ^подвалов, ^подвалам
attic: attic, loft | чердак, ~мансарда
stair: stair, staircase | лестница
fence: fence | забор, ограда
paint: =paint, =paints | краска
tile: tile | плитка
wallpaper: wallpaper | ^обои, ^обоев, ^обоям
insulation: insulation | утеплитель
hall: =hall, =halls | ^зал, ^зала, ^залу, ^залом, ^зале, ^залы, ^залов, ^залам, ^холл, ^холла, ^холлу, ^холлом, ^холле, ^холлы, ^холлов, ^холлам
corridor: corridor, hallway | коридор
bedroom: bedroom | спальня, ^спален
storeys: number of floors, number of storeys, =stories, =storeys | этажность, количество этажей, число этажей
ceiling_height: ceiling height | высота потолков
skyscraper: skyscraper, tower block | небоскреб
tower: =tower, =towers | башня, ^башен, ~вышка
castle: castle | замок
palace: palace | дворец
monument: monument, ^memorial | памятник, монумент, мемориал
statue: ^statue, ^statues | ^статуя, ^статуи, ^статуе, ^статую, ^статуей, ^статуй, ^статуям
warehouse_property: warehouse space | складское помещение
apartment_building: apartment building, block of flats | многоквартирный дом
facility: ^facility, ^facilities | объект инфраструктуры
facility_code: facility code | код объекта
total_area: total area | общая площадь
price_per_square_metre: price per square meter, price per square metre, price per sqm | цена за метр, цена за квадратный метр
listing: =listing, =listings | ~объявление, листинг
list_price: asking price | запрашиваемая цена
co_owner: co owner | совладелец, совладельца, сособственник
viewing: property viewing | осмотр квартиры
building_permit: building permit | разрешение на строительство
blueprint: blueprint, technical drawing | чертеж
bill_of_materials: bill of materials, =bom | спецификация, состав изделия
specification: =specification, =specifications | спецификация
work_center: work center, work centre | рабочий центр, участок производства
semi_finished: semi finished | полуфабрикат
defect_rate: defect rate | уровень брака, доля брака
tolerance: tolerance | ^допуск, ^допуска, ^допуску, ^допуском, ^допуске, ^допуски, ^допусков, ^допускам
inspector: ^inspector, ^inspectors | инспектор, контролер
cycle_time: cycle time | время цикла, такт
robot: robot | робот
automation: ^automation | автоматизация
calibration: calibration | калибровка, поверка
bearing: =bearing, =bearings | подшипник
screw: screw | винт
gear: =gear, =gears | шестерня, ^шестерен
belt: =belt, =belts | ^ремень, ^ремня, ^ремню, ^ремнем, ^ремне, ^ремни, ^ремней, ^ремням, ~пояс
lubricant: lubricant, grease | смазка
rubber: rubber | резина
polymer: polymer | полимер
cardboard: cardboard | картон
foil: foil | фольга
wool: wool, woolen | шерсть
silk: silk | ^шелк, ^шелка, ^шелку, ^шелком, ^шелке, ^шелков, ^шелкам, ^шелковый, ^шелкового, ^шелковая, ^шелковой, ^шелковую, ^шелковое, ^шелковые, ^шелковых, ^шелковым
fur: =fur | ^мех, ^меха, ^меху, ^мехом, ^мехе, ^мехи, ^мехов, ^мехам, ^меховой, ^мехового, ^меховая, ^меховую, ^меховое, ^меховые, ^меховых, ^меховым
polyester: polyester | полиэстер
nylon: nylon | нейлон
ceramic: ^ceramic, ^ceramics | керамика, керамический
oak: =oak | ^дуб, ^дуба, ^дубу, ^дубом, ^дубе, ^дубы, ^дубов, ^дубам, ^дубовый, ^дубового, ^дубовая, ^дубовой, ^дубовую, ^дубовое, ^дубовые, ^дубовых, ^дубовым
pine: =pine | ^сосна, ^сосны, ^сосне, ^сосну, ^сосной, ^сосен, ^соснам, ^сосновый, ^соснового, ^сосновая, ^сосновой, ^сосновую, ^сосновое, ^сосновые, ^сосновых, ^сосновым
birch: birch | береза
plywood: plywood | фанера
occupational_safety: occupational safety, labor protection | охрана труда
hazard: =hazard, =hazards | ^опасность, ^опасности, ^опасностью, ^опасностей, ^опасностям
ocean: =ocean, =oceans | ^океан, ^океана, ^океану, ^океаном, ^океане, ^океаны, ^океанов, ^океанам
bay: =bay, =bays, gulf | ^залив, ^залива, ^заливу, ^заливом, ^заливе, ^заливы, ^заливов, ^заливам
strait: strait | ^пролив, ^пролива, ^проливу, ^проливом, ^проливе, ^проливы, ^проливов, ^проливам
coast: coast, shore, seashore | побережье, берег
peninsula: peninsula | полуостров
archipelago: archipelago | архипелаг
desert: =desert, =deserts | пустыня
jungle: jungle | джунгли
steppe: steppe | ^степь, ^степи, ^степью, ^степей, ^степям
tundra: tundra | тундра
swamp: swamp, wetland, marsh | болото
valley: valley | долина
canyon: canyon, gorge | каньон, ущелье
plateau: plateau | ^плато
hill: hill | ^холм, ^холма, ^холму, ^холмом, ^холме, ^холмы, ^холмов, ^холмам, возвышенность
peak: =peak, =peaks, summit | вершина, ^пик, ^пика, ^пику, ^пиком, ^пике, ^пики, ^пиков, ^пикам
ridge: ridge | хребет, хребта
volcano: volcano | вулкан, вулканический
glacier: glacier | ледник
waterfall: waterfall | водопад
stream: =creek, =brook | ручей
tributary: tributary | приток
river_basin: river basin | бассейн реки
cave: =cave, =caves | пещера
cliff: cliff | утес, ^скала, ^скалы, ^скале, ^скалу, ^скалой, ^скал, ^скалам
park: =park, =parks, city park | =парк, =парка, =парке, =парки, =парков, =паркам, ^парках
nature_reserve: nature reserve, wildlife reserve | заповедник
oasis: oasis | оазис
horizon: horizon | горизонт
world_region: world region, subregion | регион мира
metropolitan_area: metropolitan area, agglomeration, metro area | агломерация, городская агломерация
country_area: country area, =surfacearea | площадь страны
district_center: district center, county seat | районный центр, райцентр
regional_center: regional center, administrative center | областной центр, административный центр
locality: ^locality, ^localities | местность
embankment: embankment, waterfront | набережная
alley: alley, lane street | ^аллея, ^аллеи, ^аллее, ^аллею, ^аллеей, ^аллей, ^аллеям, переулок
boulevard: boulevard, =blvd | бульвар
geographic: geographic | географический
hemisphere: hemisphere | полушарие
equator: ^equator, ^equators | экватор
highest_point: highest point, highest elevation | высшая точка, наивысшая точка
lowest_point: lowest point | низшая точка
canal: canal | ~=канал, ~=канала, ~=каналы, ~=каналов
quarry: quarry, open pit | карьер
hunter: =hunter, =hunters | охотник
bench: =bench, =benches | скамейка, скамеек, скамья
catch: =catch, =catches | ^улов, ^улова, ^улову, ^уловом, ^улове, ^уловы, ^уловов, ^уловам
accelerator: accelerator | ускоритель
mill: mill, windmill | мельница

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
brake: brake | тормоз
clutch: =clutch | сцепление
gearbox_type: transmission type | тип коробки передач
suspension: car suspension | подвеска
steering: steering wheel | ^руль, ^руля, ^рулю, ^рулем, ^руле, ^рули, ^рулей, ^рулям
bumper: bumper | бампер
headlight: headlight | ^фара, ^фары, ^фаре, ^фару, ^фарой, ^фар, ^фарам
windshield: windshield, windscreen | лобовое стекло
exhaust: =exhaust | выхлоп
cylinder: =cylinder, =cylinders | цилиндр
engine_displacement: engine displacement, engine capacity, engine volume, =edispl | объем двигателя
fuel_economy: fuel economy, =mpg, miles per gallon | экономичность, экономия топлива
acceleration_time: time to accelerate, zero to sixty | разгон, время разгона
number_of_doors: number of doors | количество дверей, число дверей
number_of_seats: number of seats | количество мест, число мест
oil_change: oil change | замена масла
tyre_fitting: tyre fitting, tire service | шиномонтаж
towing: =towing, tow truck | эвакуатор
vehicle_owner: vehicle owner, car owner | владелец автомобиля, автовладелец, автовладельца
test_drive: test drive | тест-драйв, тест драйв
coupe: coupe | =купе
convertible: convertible, cabriolet | кабриолет
station_wagon: station wagon, estate car | ^универсал
minivan: minivan | минивэн
pickup_truck: pickup truck | ^пикап, ^пикапа, ^пикапу, ^пикапом, ^пикапе, ^пикапы, ^пикапов, ^пикапам
limousine: limousine | лимузин
dump_truck: dump truck | самосвал
bulldozer: bulldozer | бульдозер
moped: moped | мопед
charging_station: charging station | зарядная станция, электрозарядка
traffic_fine: traffic fine, speeding ticket | штраф за превышение, штраф пдд
parking_space: parking space, parking spot, ~=space, ~=spaces | парковочное место, машиноместо, ~=место, ~=мест, ~=места
rental_period: rental period, rental duration | срок аренды, срок проката

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
bodybuilder: body builder, bodybuilder | культурист, бодибилдер

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
vice_president: vice president | вице-президент, вице президент
prime_minister: prime minister, ^premier, ^premiers | премьер-министр, премьер министр, премьер
minister: minister | ^министр, ^министра, ^министры, ^министров, ^министрам, ^министром
king: =king, =kings, monarch | ^король, ^короля, ^королю, ^королем, ^короле, ^короли, ^королей, ^королям, монарх
queen: queen | ^королева, ^королевы, ^королеве, ^королеву, ^королевой, ^королев, ^королевам
emperor: emperor | император
prince: prince | принц
chancellor: chancellor | канцлер
ambassador: ambassador | ^посол, ^посла, ^послы, ^послов, ^послам
embassy: embassy | посольство
parliament: parliament | парламент
senate: =senate | сенат
senator: ^senator, ^senators | сенатор
congress: congress | конгресс
representative: =representative, =representatives | представитель
councillor: councillor, councilman | член совета
council: council | ^совет, ^совета, ^совету, ^советом, ^совете, ^советы, ^советов, ^советам
committee: ^committee, ^committees | комитет
politician: politician | политик
civil_servant: =officials, civil servant, public servant | чиновник, госслужащий, должностное лицо
mandate: mandate, term of office | мандат, срок полномочий
head_of_state: head of state | глава государства
form_of_government: form of government, government form, government type | форма правления
independence: independence, independence year, =indepyear | ^независимость, ^независимости, ^независимостью, ^независимостей, ^независимостям, год независимости
constitution: constitution | конституция
draft_law: draft law, legislative bill | законопроект
amendment: amendment | поправка
coat_of_arms: coat of arms | ^герб, ^герба, ^гербу, ^гербом, ^гербе, ^гербы, ^гербов, ^гербам
national_flag: national flag | государственный флаг
anthem: anthem | ^гимн, ^гимна, ^гимну, ^гимном, ^гимне, ^гимны, ^гимнов, ^гимнам
population_density: population density | плотность населения
census: census | перепись, ^переписи, ^переписью, ^переписей, ^переписям, перепись населения
demography: demography, demographic | демография, демографический
county: =county, =counties | =округ, =округа, =округу, =округом, =округе, =округов, =округам, графство
township: township | тауншип, сельский округ
constituency: constituency, electoral district | избирательный округ
polling_station: polling station | избирательный участок
turnout: turnout, voter turnout | явка избирателей, явка, явок
ballot: =ballot, =ballots | бюллетень
votes: =votes, vote count, number of votes | голоса, число голосов, количество голосов
oppose_rate: oppose rate, opposition rate | уровень противников
referendum: referendum | референдум
running_mate: running mate | напарник по выборам
contestant: ^contestant, ^contestants | конкурсант, участник конкурса
petition: petition | петиция
protest: ^protest, ^protests | протест
strike: =strike, =strikes | забастовка
revolution: revolution | революция
war: =war, =wars | ^война, ^войны, ^войне, ^войну, ^войной, ^войн, ^войнам
battle: =battle, =battles | ^битва, ^битвы, ^битве, ^битву, ^битвой, ^битв, ^битвам, ^сражение, ^сражения, ^сражению, ^сражением, ^сражении, ^сражений, ^сражениям
commander: commander, commanding officer | командир, ^командующий, ^командующего, ^командующая, ^командующей, ^командующую, ^командующее, ^командующие, ^командующих, ^командующим, полководец
officer: ^officer, ^officers | офицер
soldier: soldier, serviceman | солдат, военнослужащий
conscript: conscript, recruit | призывник, новобранец
military_rank: military rank | воинское звание
honorary_title: honorary title | почетное звание
military_unit: military unit, regiment | воинская часть, =полк, =полка, =полку, =полком, =полке, =полки, =полков, =полкам
squadron: squadron | эскадрилья
weapon: weapon | оружие
gun: =gun, =guns, ~pistol | ~пистолет, ружье
ammunition: ammunition, ammo | боеприпас
missile: missile | ~ракета, боевая ракета
bomb: =bomb, =bombs | ^бомба, ^бомбы, ^бомбе, ^бомбу, ^бомбой, ^бомб, ^бомбам
explosion: ^explosion, ^explosions | взрыв
terrorist: terrorist | террорист
hostage: hostage | заложник
invasion: ^invasion, ^invasions | вторжение
peace: =peace | ~=мир, ~=мира, ~=миру, ~=миром, ~=мире, ~=миры, ~=миров, ~=мирам
treaty: treaty | международный договор, трактат
police_officer: police officer, policeman, cop | сотрудник полиции
police_station: police station, precinct | полицейский участок, отделение полиции
sheriff: sheriff | шериф
investigator: investigator | следователь
investigation: ^investigation, ^investigations | расследование, ~следствие
witness: ^witness, ^witnesses | свидетель, очевидец
victim: ^victim, ^victims | жертва, потерпевший
suspect: =suspect, =suspects | подозреваемый
criminal: =criminal, =criminals, offender, =perpetrator, =perpetrators | преступник, правонарушитель
murder: murder, homicide | убийство
robbery: robbery | ограбление, грабеж
assault: assault | ^нападение, ^нападения, ^нападению, ^нападением, ^нападении, ^нападений, ^нападениям
hate_crime: hate crime | преступление на почве ненависти
crime_rate: crime rate | уровень преступности, ^преступность, ^преступности, ^преступностью, ^преступностей, ^преступностям
prison: ^prison, ^prisons, jail | тюрьма, тюрем
prisoner: ^prisoner, ^prisoners, inmate | заключенный, ^узник, ^узники, ^узников
prison_sentence: prison term, prison sentence | приговор, срок заключения
bail: bail | залог за освобождение
evidence: evidence | доказательство, улика
fingerprint: fingerprint | отпечаток пальца
firefighter: firefighter, fireman | пожарный
fire_station: fire station, fire department | пожарная часть
advocate: =advocate, =advocates, barrister | адвокат
prosecutor: prosecutor | прокурор
notary: notary | нотариус
jury: jury | присяжные
court_hearing: hearing, court hearing | судебное заседание, ^слушание, ^слушания, ^слушанию, ^слушанием, ^слушании, ^слушаний, ^слушаниям
verdict: verdict, ^ruling | вердикт, ~приговор
court_decision: court decision, judgment, judgement | решение суда, судебное решение
arbitration: arbitration | арбитраж, третейский
mediation: mediation | медиация, медиатор
bailiff: bailiff | ^пристав, ^пристава, ^приставу, ^приставом, ^приставе, ^приставы, ^приставов, ^приставам, судебный пристав
enforcement: enforcement proceeding | исполнительное производство
power_of_attorney: power of attorney | доверенность
patent: patent | патент
copyright: copyright | авторское право
inventor: ^inventor, ^inventors | изобретатель
invention: ^invention, ^inventions | ^изобретение, ^изобретения, ^изобретению, ^изобретением, ^изобретении, ^изобретений, ^изобретениям
legislation: ^legislation | законодательство
statute: statute, charter | ^устав, ^устава, ^уставу, ^уставом, ^уставе, ^уставы, ^уставов, ^уставам
clause: clause | =пункт, =пункта, =пункту, =пунктом, =пункте, =пункты, =пунктов, =пунктам
civil_status: civil status, civil registry | акт гражданского состояния, ^загс
birth_certificate: birth certificate | свидетельство о рождении
social_benefit: social benefit, welfare | социальное пособие, пособие
social_worker: social worker | социальный работник, соцработник
large_family: large family | многодетный, многодетная семья
low_income: low income | малоимущий
multifunctional_center: public services center | ^мфц
parish: parish | ~=приход, епархия
priest: priest, pastor, clergyman | священник, ^пастор, ^пастора, ^пастору, ^пастором, ^пасторе, ^пасторы, ^пасторов, ^пасторам
bishop: bishop | епископ
monk: monk | ^монах, ^монаха, ^монаху, ^монахом, ^монахе, ^монахи, ^монахов, ^монахам
monastery: monastery, convent | монастырь
cathedral: cathedral | ^собор, ^собора, ^собору, ^собором, ^соборе, ^соборы, ^соборов, ^соборам
temple: =temple, =temples | ^храм, ^храма, ^храму, ^храмом, ^храме, ^храмы, ^храмов, ^храмам
mosque: mosque | мечеть
imam: imam, mullah | ^имам, ^имама, ^имаму, ^имамом, ^имаме, ^имамы, ^имамов, ^имамам
synagogue: synagogue | синагога
chapel: chapel | часовня, ^часовен
christian: ^christian, ^christians, christianity | христианин, ^христиане, ^христиан, ^христианам, христианский
orthodox: orthodox | православный
catholic: catholic | католик, католический
protestant: ^protestant, ^protestants | протестант, протестантский
muslim: muslim | мусульманин, мусульмане, мусульманский
jewish: jewish, =jew, =jews | ^еврей, ^еврея, ^еврею, ^евреем, ^еврее, ^евреи, ^евреев, ^евреям, еврейский
buddhist: buddhist | буддист
hindu: hindu | индус
atheist: atheist | атеист
baptism: baptism | крещение
funeral: funeral, burial | похороны, погребение
cemetery: cemetery, graveyard | кладбище
grave: grave | ^могила, ^могилы, ^могиле, ^могилу, ^могилой, ^могил, ^могилам
charity: =charity, =charities, charitable foundation | благотворительный фонд, благотворительная организация
sponsor: sponsor | спонсор
fundraising: fundraising | сбор средств
shelter: shelter | приют
aid: =aid, humanitarian aid | гуманитарная помощь
assistance: ^assistance, ^assistances | ^помощь, ^помощи, ^помощью, ^помощей, ^помощам
appellate_court: appellate court | апелляция
islam: =islam | ^ислам, ^ислама, ^исламу, ^исламом, ^исламе, ^исламы, ^исламов, ^исламам
christianity: =christianity, =christianities | христианство
buddhism: buddhism | буддизм
princess: princess | принцесса
nun: =nun, =nuns | монахиня
terror_attack: terror attack, terrorism | теракт, терроризм
rally: =rally, =rallies, =demonstration, =demonstrations | митинг, демонстрация
observatory: observatory | обсерватория
botany: botany | ботаника
genetics: genetics | генетика
astronomy: astronomy | ^астрономия, ^астрономии, ^астрономию, ^астрономией, ^астрономий, ^астрономиям
excavator: ^excavator, ^excavators | экскаватор
frog: frog | лягушка
moose: moose, elk | ^лось, ^лося, ^лосю, ^лосем, ^лосе, ^лоси, ^лосей, ^лосям
linguistics: ^linguistics | лингвистика
delegate: delegate | делегат
debate: debate | дебаты, дебатов, дебатам, дебатах
party_event: =party, =parties | вечеринка
damage: damage, ~harm | ущерб

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
gallon: gallon | галлон
carat: carat, ^karat, ^karats | карат
pint: pint | пинта
milligram: milligram, =mg | миллиграмм, мг
millilitre: millilitre, milliliter, =ml | миллилитр, мл
microgram: microgram, =mcg | микрограмм
volt: =volt, =volts | вольт
ampere: ampere, =amp, =amps | ампер
watt: =watt, =watts | ватт
hertz: hertz, =hz, =mhz, =ghz | ^герц, ^герца, ^герцу, ^герцем, ^герце, ^герцы, ^герцам, мегагерц, гигагерц
pascal: pascal | паскаль
atmosphere: =atmosphere | атмосфера
newton: newton | ньютон
square_kilometre: square kilometre, square kilometer, =km2, sq km | квадратный километр, кв км
square_mile: square mile | квадратная миля
knot: knot | морской узел
yard: =yard, =yards | ^ярд, ^ярда, ^ярду, ^ярдом, ^ярде, ^ярды, ^ярдов, ^ярдам
terabyte: terabyte, =tb | терабайт, терабайте, тб
microsecond: microsecond | микросекунда
triple: triple, threefold | тройной
trillion: trillion | триллион, трлн
rupee: rupee, =inr | рупия
peso: peso | ^песо
krona: krona, krone, =sek, =nok | ^крона, ^кроны, ^крон
zloty: zloty, =pln | злотый
lira: lira | лира
dirham: dirham, =aed | дирхам
shekel: shekel, =ils | шекель
bitcoin: bitcoin, =btc | биткоин, биткойн
ethereum: ethereum | эфириум

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
golden: golden, gold color | ^золотой, ^золотого, ^золотая, ^золотую, ^золотое, ^золотые, ^золотых, ^золотым
silver_color: silver color, silvery | серебристый, ^серебряный, ^серебряного, ^серебряная, ^серебряной, ^серебряную, ^серебряное, ^серебряные, ^серебряных, ^серебряным
beige: beige | ^бежевый, ^бежевого, ^бежевая, ^бежевой, ^бежевую, ^бежевое, ^бежевые, ^бежевых, ^бежевым
turquoise: turquoise, cyan | бирюзовый
burgundy: burgundy, maroon | ^бордовый, ^бордового, ^бордовая, ^бордовой, ^бордовую, ^бордовое, ^бордовые, ^бордовых, ^бордовым
crimson: crimson, scarlet | ^алый, ^алого, ^алая, ^алой, ^алую, ^алое, ^алые, ^алых, ^алым, ^малиновый, ^малинового, ^малиновая, ^малиновой, ^малиновую, ^малиновое, ^малиновые, ^малиновых, ^малиновым
navy: navy blue | темно-синий, темно синий
light_blue: light blue, sky blue | =голубой, =голубого, =голубая, =голубую, =голубое, =голубые, =голубых, =голубым, светло-голубой
lime: lime green | ^салатовый, ^салатового, ^салатовая, ^салатовой, ^салатовую, ^салатовое, ^салатовые, ^салатовых, ^салатовым
khaki: khaki | ^хаки
blond: blond | блондин, блондинка
brunette: brunette | брюнет, брюнетка
colorless: colorless | бесцветный
striped: striped | полосатый
matte: matte | ^матовый, ^матового, ^матовая, ^матовой, ^матовую, ^матовое, ^матовые, ^матовых, ^матовым
glossy: glossy | глянцевый

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
clockwise: clockwise | по часовой стрелке
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
north_korea: north korea, =prk, =dprk | северная корея, ^кндр
cambodia: cambodia | камбоджа
laos: laos | ^лаос
myanmar: myanmar, burma | мьянма
nepal: nepal | непал
sri_lanka: sri lanka | шри-ланка, шри ланка
bangladesh: bangladesh | бангладеш
afghanistan: afghanistan, afghan | афганистан, афганский
syria: syria, syrian | ^сирия, ^сирии, ^сирию, ^сирией, сирийский
lebanon: lebanon, lebanese | ^ливан, ^ливана, ^ливану, ^ливаном, ^ливане, ливанский
jordan: =jordan, jordanian | ^иордания, ^иордании, ^иорданию, ^иорданией
kuwait: kuwait | кувейт, кувейте
oman: =oman | ^оман, ^омана, ^омане
bahrain: bahrain | бахрейн
yemen: yemen | йемен
libya: libya, libyan | ^ливия, ^ливии, ^ливию, ^ливией, ливийский
algeria: algeria, algerian | алжир, алжирский
sudan: sudan | ^судан, ^судана, ^судану, ^суданом, ^судане, ^суданы, ^суданов, ^суданам
ethiopia: ethiopia, ethiopian | эфиопия, эфиопский
somalia: somalia | ^сомали
tanzania: tanzania | танзания
uganda: uganda | уганда
ghana: ghana | ^гана, ^ганы, ^гане
senegal: senegal | сенегал
cameroon: cameroon | камерун
congo: congo | ^конго
angola: angola | ангола
zambia: zambia | замбия
zimbabwe: zimbabwe | зимбабве
madagascar: madagascar | мадагаскар
venezuela: venezuela, venezuelan | венесуэла, венесуэльский
ecuador: ecuador | эквадор
bolivia: bolivia | ^боливия, ^боливии, ^боливию, ^боливией
paraguay: paraguay | парагвай
uruguay: uruguay | уругвай
panama: panama | ^панама, ^панамы, ^панаме, ^панаму, ^панамой
costa_rica: costa rica | коста-рика, коста рика
guatemala: guatemala | гватемала
honduras: honduras | гондурас
nicaragua: nicaragua | никарагуа
el_salvador: el salvador | сальвадор
dominican_republic: dominican republic | доминикана, доминиканская республика
haiti: haiti | гаити
jamaica: jamaica, jamaican | ямайка, ямайский
puerto_rico: puerto rico | пуэрто-рико, пуэрто рико
albania: albania, albanian | албания, албанский
bosnia: bosnia, bosnia and herzegovina | босния, босния и герцеговина
macedonia: macedonia, north macedonia | македония, северная македония
kosovo: kosovo | ^косово, ^косова, ^косову, ^косовом, ^косове
malta: =malta, maltese | ^мальта, ^мальты, ^мальте
monaco: monaco | монако
vatican: vatican | ватикан
andorra: andorra | андорра
liechtenstein: liechtenstein | лихтенштейн
abkhazia: abkhazia | абхазия
wales: wales, welsh | уэльс, валлийский
fiji: fiji | фиджи
oceania: oceania | ^океания, ^океании, ^океанию, ^океанией
antarctica: antarctica, antarctic | антарктида, антарктика
arctic: arctic | арктика, арктический
middle_east: middle east | ближний восток
eurasia: eurasia | евразия
soviet_union: soviet union, =ussr, soviet | ^ссср, советский союз, советский

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
california: california | калифорния
texas: texas | техас
florida: florida | флорида
alaska: alaska | аляска
hawaii: hawaii | ^гавайи, ^гавайев, ^гавайям
arizona: arizona | аризона
colorado: colorado | колорадо
illinois: illinois | иллинойс
ohio: ohio | огайо
michigan: michigan | мичиган
pennsylvania: pennsylvania | пенсильвания
virginia: virginia | вирджиния
nevada: nevada | невада
oregon: oregon | орегон
wisconsin: wisconsin | висконсин
minnesota: minnesota | миннесота
louisiana: louisiana | ^луизиана, ^луизианы, ^луизиане, ^луизиану, ^луизианой, ^луизиан, ^луизианам
kentucky: kentucky | кентукки
tennessee: tennessee | теннесси
alabama: alabama | алабама
indiana: indiana | ^индиана, ^индианы, ^индиане, ^индиану, ^индианой, ^индиан, ^индианам
massachusetts: massachusetts | массачусетс
new_jersey: new jersey | нью-джерси, нью джерси
houston: houston | хьюстон
dallas: dallas | даллас
philadelphia: philadelphia | филадельфия
atlanta: atlanta | атланта
denver: denver | денвер
detroit: detroit | детройт
phoenix: phoenix | финикс
san_diego: san diego | сан-диего, сан диего
las_vegas: las vegas | лас-вегас, лас вегас
rio_de_janeiro: rio de janeiro | рио-де-жанейро, рио де жанейро
liverpool: liverpool | ливерпуль
birmingham: birmingham | бирмингем
glasgow: glasgow | глазго
lyon: lyon | лион
marseille: marseille | марсель
naples: naples | неаполь
turin: turin | турин
florence: florence | флоренция
valencia: valencia | валенсия
seville: seville | ^севилья, ^севильи, ^севилье, ^севилью, ^севильей
porto: porto | ^порто
kharkiv: kharkiv, kharkov | харьков
odessa: odessa, odesa | одесса
lviv: lviv | львов
makhachkala: makhachkala | махачкала
cheboksary: cheboksary | чебоксары
novokuznetsk: novokuznetsk | новокузнецк
magnitogorsk: magnitogorsk | магнитогорск
chita: =chita | ^чита, ^читы, ^чите, ^читу
ulan_ude: ulan ude | улан-удэ, улан удэ
pskov: pskov | псков
veliky_novgorod: veliky novgorod | великий новгород
petrozavodsk: petrozavodsk | петрозаводск
vologda: vologda | вологда
kostroma: kostroma | кострома
tambov: tambov | тамбов
saransk: saransk | саранск
sevastopol: sevastopol | севастополь
simferopol: simferopol | симферополь
magadan: magadan | магадан
yuzhno_sakhalinsk: yuzhno sakhalinsk | южно-сахалинск
kamchatka: kamchatka | камчатка
norilsk: norilsk | норильск

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
appetizer: appetizer, starter | закуска
main_course: main course, entree | горячее блюдо, основное блюдо, второе блюдо
side_dish: side dish | гарнир
dessert: dessert | десерт
sauce: sauce | соус
mayonnaise: mayonnaise | майонез
ketchup: ketchup | кетчуп
vinegar: vinegar | уксус
vegetable_oil: vegetable oil, sunflower oil | растительное масло, подсолнечное масло
olive_oil: olive oil | оливковое масло
margarine: margarine | маргарин
sour_cream: sour cream | ^сметана, ^сметаны, ^сметане, ^сметану, ^сметаной, ^сметан, ^сметанам
cream: =cream, =creams | сливки, ~^крем, ~^крема, ~^крему, ~^кремом, ~^креме, ~^кремы, ~^кремов, ~^кремам
cottage_cheese: cottage cheese, curd | творог
kefir: kefir | кефир
ham: =ham | ветчина
bacon: bacon | бекон
steak: steak | стейк
pancake: pancake | ^блин, ^блина, ^блину, ^блином, ^блине, ^блины, ^блинов, ^блинам
pie: =pie, =pies | пирог, пирожок
sandwich: sandwich | бутерброд, сэндвич
french_fries: french fries, fries | картофель фри
noodle: noodle | лапша
cereal: cereal, ~porridge | каша, ~крупа
salmon: salmon | ^лосось, ^лосося, ^лососю, ^лососем, ^лососе, ^лососи, ^лососей, ^лососям
shrimp: shrimp, prawn | креветка
crab: crab | краб
caviar: caviar | икра
jam: =jam, =jams | ^варенье, ^варенья, ^варенью, ^вареньем, ^варений, ^вареньям, джем
chips: =chips, =crisps | чипсы
gum: chewing gum | жевательная резинка
smoothie: smoothie | смузи
cocktail: cocktail | коктейль
lemonade: lemonade | лимонад
mineral_water: mineral water | минеральная вода, минералка
espresso: espresso | эспрессо
cappuccino: cappuccino | капучино
latte: latte | латте
cocoa: cocoa | ^какао
champagne: champagne, sparkling wine | шампанское, игристое вино
whiskey: whiskey, whisky | виски
cognac: cognac | коньяк
rum: =rum | ^ром, ^рома, ^рому, ^ромом, ^роме, ^ромы, ^ромов, ^ромам
gin: =gin | ^джин
liqueur: liqueur, liquor | ликер
brewery: brewery | пивоварня, ^пивоварен
bar: =bar, =bars, =pub, =pubs | ^бар, ^бара, ^баре, ^бары, ^баров, ^барах, ^паб, ^пабы
bartender: bartender, barman | бармен
canteen: canteen, cafeteria, dining room | ^столовая, ^столовой, ^столовую, ^столовые, ^столовых, ^столовым, ^столовыми
fast_food: fast food | фастфуд, фаст-фуд, быстрое питание
buffet: buffet | буфет, шведский стол
takeaway: takeaway, takeout | навынос
table_number: table number | номер стола, номер столика
portion: portion, serving | порция
cooking: =cooking, culinary | кулинария, приготовление
baker: =baker, =bakers | пекарь
butcher: butcher | мясник
hookah: hookah | ^кальян, ^кальяна, ^кальяну, ^кальяном, ^кальяне, ^кальяны, ^кальянов, ^кальянам
banquet: banquet | банкет
cutlery: cutlery | столовый прибор
tableware: tableware, crockery | посуда
plate: dinner plate | тарелка
mug: mug | кружка, чашка
bottle: bottle | бутылка
packet: =packet, =packets | пакет, пачка
sweater: sweater, ~jumper, pullover | свитер, ~джемпер
blouse: blouse | блузка
shorts: =shorts | шорты
necktie: necktie, bow tie | галстук
scarf: scarf | шарф
glove: glove | перчатка
swimsuit: swimsuit, swimwear | купальник
pyjamas: pyjamas, pajamas | пижама
raincoat: raincoat | плащ
vest: =vest, =vests, waistcoat | жилет
sandals: sandal | сандалии
slippers: slipper | тапки, тапочки
heel: =heels | каблук
sleeve: sleeve | ^рукав, ^рукава, ^рукаву, ^рукавом, ^рукаве, ^рукавов, ^рукавам
sewing: sewing | ^шитье, ^шитья, ^шитью, ^шитьем, пошив
ring: =ring, =rings | кольцо, колец
necklace: necklace | ожерелье, ^колье
earring: earring | серьги, ^серег, сережки
bracelet: bracelet | браслет
umbrella: umbrella | зонт
suitcase: suitcase | чемодан
armchair: armchair | кресло, кресел
stool: =stool, =stools | табурет
bookshelf: bookshelf, bookshelves | книжная полка
drawer: drawer, chest of drawers | комод
mirror: mirror | зеркало
pillow: pillow | подушка
blanket: blanket | одеяло, ~плед
towel: towel | полотенце
bed_linen: bed linen, ^bedding | постельное белье
chandelier: chandelier | люстра
candle: candle | свеча
vase: vase | ваза
clock: =clock, =clocks | ~=часы
toilet: toilet | туалет
bathtub: bathtub | ^ванна, ^ванны, ^ванне, ^ванну, ^ванной, ^ванн, ^ваннам
shower: =shower | ^душевая, ^душевой, ^душевую, ^душевые, ^душевых, ^душевым, ^душевыми
sink: =sink, =sinks, washbasin | раковина
faucet: faucet, water tap | смеситель
stove: stove, ~oven, ~cooker | плита, ~духовка
fireplace: fireplace | камин
pan: frying pan, =pan | сковорода
knife: knife, knives | ^нож, ^ножа, ^ножу, ^ножом, ^ноже, ^ножи, ^ножей, ^ножам
spoon: spoon | ложка
dishwasher: dishwasher | посудомоечная машина, посудомойка, посудомоек
hair_dryer: hair dryer | ^фен, ^фена, ^фену, ^феном, ^фене, ^фены, ^фенов, ^фенам
air_conditioner: air conditioner, air conditioning, =ac | кондиционер
electric_fan: electric fan | вентилятор
heater: =heater, =heaters | обогреватель
coffee_machine: coffee machine, coffee maker | кофемашина, кофеварка
blender: =blender | блендер
toaster: toaster | тостер
sewing_machine: sewing machine | швейная машина
loudspeaker: loudspeaker | колонка акустическая
remote_control: remote control | пульт
projector: projector | проектор
scanner: =scanner, =scanners | сканер
microphone: microphone | микрофон
smart_watch: smart watch, smartwatch | умные часы, смарт-часы
hard_disk: hard disk, =hdd | жесткий диск
flash_drive: flash drive, usb stick | флешка, флэшка
video_camera: video camera, =cctv | видеокамера
screen_size: screen size | диагональ, диагональ экрана, размер экрана
screen_resolution: screen resolution | разрешение экрана
storage_capacity: storage capacity, memory size | объем памяти
battery_life: battery life | время автономной работы
power_bank: power bank | внешний аккумулятор
doll: doll | кукла, кукол
teddy_bear: teddy bear, plush toy | мягкая игрушка
stroller: stroller, pram | коляска
diaper: diaper, nappy | подгузник
age_group: age group | возрастная группа
exercise_book: exercise book | тетрадь
marker: marker pen | фломастер
scissors: scissors | ножницы
glue: glue | ^клей, ^клея, ^клею, ^клеем, ^клее, ^клеи, ^клеев, ^клеям
ruler: =ruler, =rulers | линейка, линеек
hammer: hammer | молоток
drill: =drill, =drills | ^дрель, ^дрели, ^дрелью, ^дрелей, ^дрелям
saw: =saws, chainsaw | ^пила, ^пилы, ^пиле, ^пилу, ^пилой, ^пил, ^пилам
shovel: shovel, spade | лопата
rope: rope | веревка, канат
deodorant: deodorant | дезодорант
lipstick: lipstick | помада
toothpaste: toothpaste | зубная паста
sunscreen: sunscreen | солнцезащитный крем
razor: razor | бритва
toilet_paper: toilet paper | туалетная бумага
napkin: napkin | салфетка
tent: =tent, =tents | палатка
sleeping_bag: sleeping bag | спальный мешок
fishing_rod: fishing rod | удочка
ski_equipment: ski equipment | лыжное снаряжение
decor: decor | ^декор, украшение
home_textile: home textile | домашний текстиль
lighter: cigarette lighter | зажигалка

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
savings: savings, savings account | сбережение, накопительный, накопительный счет, сберегательный, сберегательный счет
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
board_game: board game | настольная игра
card_game: card game | карточная игра
dice: =dice | игральные кости
puzzle: puzzle | головоломка, ^пазл, ^пазла, ^пазлу, ^пазлом, ^пазле, ^пазлы, ^пазлов, ^пазлам
quest: =quest, =quests | ^квест, ^квеста, ^квесту, ^квестом, ^квесте, ^квесты, ^квестов, ^квестам
lottery: lottery | лотерея
casino: casino | казино
gambling: gambling | азартные игры
gamer: gamer | геймер
high_score: high score, =highscore | лучший результат, рекордный счет
achievement: =achievement, =achievements | достижение
in_app_purchase: in app purchase | встроенная покупка, внутриигровая покупка
console: =console, =consoles, game console | игровая приставка, приставка, консоль
guild: guild | гильдия
inventory_item: inventory item | предмет инвентаря
experience_points: experience points, =xp | очки опыта
playtime: playtime, play time, hours played | игровое время, время в игре
strategy: =strategy, =strategies | стратегия
shooter: shooter | шутер
role_playing: role playing, =rpg | ролевая игра
simulator: simulator | симулятор
arcade: arcade | аркада

# --- animals, plants and science
species: =species | ~=вид, ~=виды, ~=видов, биологический вид
genus: genus, =genera | ^род, ^рода
kingdom: =kingdom, =kingdoms | королевство
habitat: ^habitat, ^habitats | ареал, среда обитания
wildlife: wildlife, fauna | фауна, дикая природа
flora: flora | флора
nature: =nature | природа
plant: =plant, =plants | ^растение, ^растения, ^растению, ^растением, ^растении, ^растений, ^растениям
flower: flower | цветок, ^цветы, ^цветов, ^цветам, цветочный
bouquet: bouquet | букет
rose: =rose, =roses | ^роза, ^розы, ^розе, ^розу, ^розой, ^роз, ^розам
tulip: tulip | тюльпан
tree: =tree, =trees | ^дерево, ^дерева, ^дереву, ^деревом, ^дереве, ^деревья, ^деревьев, ^деревьям
bush: =bush, =bushes, shrub | ^куст, ^куста, ^кусту, ^кустом, ^кусте, ^кусты, ^кустов, ^кустам, кустарник
grass: =grass | =трава, =травы, =траве, =траву, =травой, =трав, =травам, газон
leaf: =leaf, foliage | ^лист, ^листа, ^листу, ^листом, ^листе, ^листы, ^листья, ^листов, ^листьев, ^листам, ^листьям, листва
moss: moss | мох, мха, мху, мхом, мхе, мхи, мхов, мхам
algae: algae, seaweed | водоросль
bird: bird | =птица, =птицы, =птице, =птицу, =птицей, =птиц, =птицам
eagle: eagle | орел, =орла, =орлу, =орлом, =орле, =орлы, =орлов, =орлам
owl: owl | сова
pigeon: pigeon, dove | ^голубь, ^голубя, ^голубю, ^голубем, ^голубе, ^голуби, ^голубей, ^голубям
parrot: parrot | попугай
sparrow: sparrow | воробей
penguin: penguin | пингвин
mammal: mammal | млекопитающее
reptile: reptile | рептилия, пресмыкающееся
amphibian: amphibian | амфибия, земноводное
insect: insect | насекомое
butterfly: butterfly | бабочка
spider: spider | ^паук, ^паука, ^пауку, ^пауком, ^пауке, ^пауки, ^пауков, ^паукам
ant: =ant, =ants | ^муравей, ^муравья, ^муравью, ^муравьем, ^муравье, ^муравьи, ^муравьев, ^муравьям
mosquito: mosquito | комар
snake: snake | змея
lizard: lizard | ящерица
turtle: turtle, tortoise | черепаха
crocodile: crocodile | крокодил
shark: shark | акула
whale: whale | ^кит, ^кита, ^киту, ^китом, ^ките
dolphin: dolphin | дельфин
elephant: elephant | ^слон, ^слона, ^слоны, ^слонов
lion: =lion, =lions | ^лев, ^льва, ^львы
tiger: tiger | тигр
bear: =bear, =bears | медведь
wolf: wolf, wolves | ^волк, ^волка, ^волку, ^волком, ^волке, ^волки, ^волков, ^волкам
fox: fox | лиса, лисица
monkey: monkey, ape | обезьяна
giraffe: giraffe | жираф
zebra: zebra | зебра
deer: deer | олень
hare: =hare, =hares | заяц, ^зайца, ^зайцу, ^зайцем, ^зайце, ^зайцы, ^зайцев, ^зайцам
squirrel: squirrel | белка животное
hedgehog: hedgehog | ^еж, ^ежа, ^ежу, ^ежом, ^еже, ^ежи, ^ежей, ^ежам
camel: camel | верблюд
kangaroo: kangaroo | кенгуру
panda: panda | ^панда, ^панды, ^панде, ^панду, ^пандой, ^панд, ^пандам
hamster: hamster | хомяк
guinea_pig: guinea pig | морская свинка
rat: =rat, =rats | крыса
puppy: puppy | щенок
kitten: kitten | котенок, ^котята, ^котят, ^котятам
pony: pony | ^пони
donkey: donkey | ^осел, ^осла, ^ослу, ^ослом, ^осле, ^ослы, ^ослов, ^ослам
zoo: =zoo, =zoos | зоопарк
aquarium: aquarium | аквариум
enclosure: enclosure | вольер
cage: =cage, =cages | клетка
nest: =nest, =nests | гнездо
zookeeper: zookeeper | смотритель зоопарка, служитель
biologist: ^biologist, ^biologists | ^биолог, ^биолога, ^биологу, ^биологом, ^биологе, ^биологи, ^биологов, ^биологам
botanist: botanist | ботаник
pet_name: pet name | кличка, имя питомца
breeder: ^breeder, ^breeders | заводчик
collar: collar | ошейник
leash: leash | поводок
litter: =litter | помет
pedigree: pedigree | родословная
vet_clinic: vet clinic, veterinary clinic | ветклиника, ветеринарная клиника
predator: predator | хищник
gene: =gene, =genes, genetic | =ген, ^гена, =гены, =генов, генетический
dna: =dna | ^днк
genome: genome | ^геном, ^генома, ^геному, ^геномом, ^геноме, ^геномы, ^геномов, ^геномам
chromosome: chromosome | хромосома
mutation: mutation | мутация
molecule: molecule, molecular | молекула, молекулярный
atom: =atom, =atoms, =atomic | ^атом, ^атома, ^атому, ^атомом, ^атоме, ^атомы, ^атомов, ^атомам
chemical_element: chemical element | химический элемент
atomic_number: atomic number | атомный номер
atomic_mass: atomic mass, atomic weight | атомная масса
compound: =compound, =compounds | ^соединение, ^соединения, ^соединению, ^соединением, ^соединении, ^соединений, ^соединениям
formula: formula | формула
reaction: =reaction, =reactions | реакция
reagent: reagent | реагент, реактив
acid: =acid, =acids | кислота
solvent: solvent | растворитель
concentration: =concentration, =concentrations | концентрация
density: density | плотность
viscosity: viscosity | вязкость
melting_point: melting point | температура плавления
boiling_point: boiling point | температура кипения
hydrogen: hydrogen | водород
nitrogen: nitrogen | азот
carbon: carbon | углерод
helium: helium | ^гелий, ^гелия, ^гелию, ^гелием, ^гелии, ^гелиев, ^гелиям
chlorine: chlorine | хлор
sulfur: sulfur, sulphur | ^сера, ^серы, ^сере, ^серу, ^серой, ^сер, ^серам
phosphorus: phosphorus | фосфор
potassium: potassium | ^калий, ^калия, ^калию, ^калием, ^калии, ^калиев, ^калиям
sodium: sodium | натрий
calcium: calcium | кальций
magnesium: magnesium | ^магний, ^магния, ^магнию, ^магнием, ^магнии, ^магниев, ^магниям
mercury: =mercury | ^ртуть, ^ртути, ^ртутью, ^ртутей, ^ртутям
substance: substance, chemical | вещество, химикат
catalyst: catalyst | катализатор
purity: purity | чистота, степень чистоты
chemist: ~=chemist, ~=chemists | ^химик, ^химика, ^химику, ^химиком, ^химике, ^химики, ^химиков, ^химикам
physicist: physicist | =физик, =физика, =физику, =физиком, =физике, =физики, =физиков, =физикам
mathematician: ^mathematician, ^mathematicians | =математик, =математика, =математику, =математиком, =математике, =математики, =математиков, =математикам
particle: particle | частица
electron: =electron, =electrons | ^электрон, ^электрона, ^электрону, ^электроном, ^электроне, ^электроны, ^электронов, ^электронам
proton: proton | протон
neutron: neutron | нейтрон
force: =force, =forces | ~^сила, ~^силы, ~^силе, ~^силу, ~^силой, ~^сил, ~^силам
acceleration: ^acceleration | ускорение
momentum: momentum | импульс
wavelength: wavelength | длина волны
spectrum: spectrum, =spectra | спектр
laser: laser | лазер
magnet: magnet | ^магнит, ^магнита, ^магниту, ^магнитом, ^магните, ^магниты, ^магнитов, ^магнитам, магнитный
optics: optics | оптика, оптический
quantum: quantum | квант
nucleus: nucleus, =nuclei | атомное ядро
angle: =angle, =angles | ^угол, ^угла, ^углу, ^углом, ^угле, ^углы, ^углов, ^углам
radius: radius | радиус
diameter: diameter | диаметр
circumference: circumference | длина окружности
perimeter: perimeter | периметр
surface: =surface, =surfaces | поверхность
vector: vector | вектор
equation: ^equation, ^equations | уравнение
theory: =theory, =theories | ^теория, ^теории, ^теорию, ^теорией, ^теорий, ^теориям
theorem: theorem | ^теорема, ^теоремы, ^теореме, ^теорему, ^теоремой, ^теорем, ^теоремам
hypothesis: hypothesis, hypotheses | гипотеза
variable: variable | ^переменная, ^переменной, ^переменную, ^переменные, ^переменных
constant: =constant, =constants | константа
statistics: =statistics | статистика
star: =star, =stars | ^звезда, ^звезды, ^звезде, ^звезду, ^звездой, ^звезд, ^звездам
planet: planet | планета
moon: =moon, =moons | ^луна, ^луны, ^луне, ^луну, ^луной, ^лун, ^лунам
satellite: satellite | спутник
sun: =sun | ^солнце, ^солнца, ^солнцу, ^солнцем, ^солнц, ^солнцам
galaxy: galaxy | галактика
constellation: constellation | созвездие
comet: comet | комета
asteroid: asteroid | астероид
orbit: orbit | орбита, орбитальный
telescope: telescope | телескоп
light_year: light year | световой год
spacecraft: spacecraft, spaceship, space shuttle | космический корабль, космический аппарат
astronaut: astronaut, cosmonaut | космонавт, астронавт
space: =space | ^космос, ^космоса, ^космосу, ^космосом, ^космосе, ^космосы, ^космосов, ^космосам, космический
mission: mission | ^миссия, ^миссии, ^миссию, ^миссией, ^миссий, ^миссиям
launch: =launch, =launches, =launched | запуск
launch_site: launch site, spaceport | космодром
rocket: =rocket, =rockets | ракета, ракета-носитель
payload: payload | полезная нагрузка
astronomer: astronomer | ^астроном, ^астронома, ^астроному, ^астрономом, ^астрономе, ^астрономы, ^астрономов, ^астрономам
discovery: =discovery, =discoveries | ^открытие, ^открытия, ^открытию, ^открытием, ^открытии, ^открытий, ^открытиям
discoverer: =discoverer, =discoverers, discovered by | первооткрыватель
experiment: ^experiment, ^experiments | эксперимент
laboratory_assistant: lab technician, laboratory assistant | лаборант
observation: =observation, =observations | наблюдение
research_paper: research paper, scientific paper, =papers, scientific article | научная статья, научная работа
scientific_journal: scientific journal, academic journal | научный журнал
conference_paper: conference paper | доклад на конференции
proceedings: ^proceedings | труды конференции, сборник трудов
peer_review: peer review | рецензирование
reviewer: =reviewer, =reviewers | рецензент
affiliation: =affiliation, =affiliations | аффилиация
impact_factor: impact factor | импакт-фактор, импакт фактор
h_index: h index, =hindex | индекс хирша
funding: =funding, =funded | финансирование
research_grant: research grant | исследовательский грант
principal_investigator: principal investigator | руководитель исследования
field_of_science: field of science, research area, research field, research interest | область науки, научная область, научные интересы
nobel_prize: nobel prize | нобелевская премия
archaeology: archaeology, archeology | археология
excavation: ^excavation, ^excavations | раскопки
artifact: artifact, artefact | артефакт, ~экспонат
fossil: fossil | окаменелость, ископаемое
dinosaur: dinosaur | динозавр
historian: historian | ^историк, ^историка, ^историку, ^историком, ^историке, ^историки, ^историков, ^историкам
epoch: =epoch, =epochs, =era, =eras | эпоха, ^эра, ^эры, ^эре, ^эру, ^эрой, ^эр, ^эрам
geology: geology | геология, геологический
philosopher: ^philosopher, ^philosophers | ^философ, ^философа, ^философу, ^философом, ^философе, ^философы, ^философов, ^философам
economist: economist | экономист
linguist: ^linguist, ^linguists | лингвист
sociology: sociology | социология

# --- what happened, as it is said of rows (opened, «выписанные»)
appealed: appealed, contested, disputed | обжалованный, оспоренный, обжаловали, оспорили, обжалование
issued: issued | выданный, выписанный, выдали, выписали
started: started, began, begun | начатый, начавшийся, ^начался, ^началась, ^начались, ^началось, стартовавший
ended_event: ended, concluded | закончившийся, законченный, ^закончился, ^закончилась, ^закончились, ^закончилось, окончившийся
covered: covered, roofed | крытый
opened: opened | открытый, открывшийся, ^открылся, ^открылась, ^открылись, ^открыли
joined: joined | вступивший, вступил, вступили, вступление, присоединившийся
left_event: left, quit | ушедший, ^ушел, ^ушла, ^ушли, уволившийся, ^уволился, ^уволились, ^уволилась, выбывший
bought: bought, purchased | купленный, купил, купили, приобретенный, приобрели, закупленный
sold: sold | проданный, продали
sent: sent, dispatched | отправленный, отправили, высланный
conducted: conducted, performed, carried out | проведенный, выполненный, состоявшийся
checked: checked, inspected, examined | проверенный, осмотренный
repaired: repaired, mended | отремонтированный, починенный
booked: booked, reserved | забронированный, зарезервированный
harvested: harvested, gathered | собранный, собрали
planted: planted, sown | посаженный, посеянный
drafted: drafted | составленный, составили
taken: taken, borrowed | взятый, взяли
produced: produced, manufactured | произведенный, изготовленный, выпущенный, изготовили
installed: installed, mounted | установленный, смонтированный
trained: trained | обученный
invited: invited | приглашенный
answered: answered, replied | отвеченный, ответили
unsubscribed: unsubscribed, opted out | отписавшийся
licensed: licensed | лицензированный
calibrated: calibrated | откалиброванный, поверенный
refundable: refundable | возвратный
