import type { FieldId } from './fields.ts';
import type { ImportKind } from './model.ts';

type Words = { readonly [K in ImportKind]: { readonly [F in FieldId<K>]: string } };

const phone = 'phone, telephone, tel, phone number, main phone, business phone, work phone, office phone, 电话, 电话号码, 联系电话, 办公电话, 座机';
const accountId = 'customer id, account id, client id, company id, customer code, account code, customer no, customer number, account number, account no, 客户编号, 客户代码, 客户编码, 客户号, 客户ID, 公司编号';
const accountName = 'company name, customer name, account name, client name, company, customer, account, client, organization, organisation, 公司名称, 客户名称, 企业名称, 单位名称, 企事业单位名称, 公司, 客户, 企业, 单位';

/**
 * Headers that name a field, best first, in the wording of common exports; compared by `headerKey`.
 * Where a column could serve two fields, the one listed earlier in its own words wins.
 */
const personName = 'full name, name, employee name, 姓名, 名字';
const orderNo = 'order id, order no, order number, sales order, invoice no, invoice number, invoice id, order reference, sales id, order, po number, 订单编号, 订单号, 订单号码, 单号, 销售单号, 订单, 发票号';
const orderedOn = 'order date, ordered on, ordered at, date, sales date, transaction date, invoice date, date of order, 下单日期, 订单日期, 下单时间, 订购日期, 销售日期, 成交日期, 交易日期, 日期, 开票日期';
const productExternalId = 'product id, product code, product no, product number, item id, item no, item code, sku, article, stock item id, 产品编号, 商品编号, 产品代码, 产品编码, 物料编码, 货号';
const productName = 'product name, product, item, item name, stock item name, article name, order lines product, description, goods, 产品名称, 商品名称, 产品, 商品, 品名, 物料名称';
const category = 'category name, category, product category, product group, product line, series, 类别, 产品类别, 商品类别, 分类, 品类, 产品线, 系列';
const listPrice = 'list price, catalogue price, catalog price, standard price, recommended retail price, msrp, 标价, 目录价, 原价, 牌价, 挂牌价';
const unitCost = 'unit cost, cost price, cost per unit, standard cost, current cost, 单位成本, 成本价, 成本单价, 标准成本';
const currency = 'currency, currency code, iso currency, 币种, 货币, 币别, 货币代码';
const employee = 'employee, employee name, sales rep, sales representative, salesperson, sales person, sales agent, owner, account manager, 销售, 业务员, 销售员, 销售人员, 销售代表, 客户经理, 员工, 负责人';
const line = {
  productExternalId, productName, category, listPrice, unitCost,
  quantity: 'quantity, qty, units, order quantity, order lines quantity, count, 数量, 订购数量, 销售数量, 件数',
  price: 'unit price, price, selling price, net price, sales price, 单价, 售价, 成交价, 销售单价, 价格',
  discount: 'discount, discount rate, discount percent, disc, 折扣, 折扣率, 优惠率',
  amount: 'amount, line amount, line total, line price, extended price, net amount, sales amount, total, sales, revenue, close value, 金额, 小计, 销售额, 销售金额, 行金额, 总额, 总价, 合计',
  cost: 'cost, total cost, line cost, cogs, cost amount, 成本, 总成本, 成本金额, 成本额',
  margin: 'margin, gross margin, gross profit, profit, line profit, contribution, 毛利, 毛利额, 利润, 销售毛利',
  isReturn: 'return, returned, is return, returns, return flag, 退货, 是否退货, 退货标志, 退货标记',
};

export const headerWords: Words = {
  colleagues: {
    externalId: 'employee id, employee no, employee number, staff id, user id, external id, id, 工号, 员工编号, 员工号, 人员编号, 编号',
    name: `${personName}, employee, sales agent, agent, user, colleague, 员工姓名, 员工, 我方成员, 销售`,
    firstName: 'first name, given name, forename, 名',
    lastName: 'last name, surname, family name, 姓, 姓氏',
    title: 'job title, title, position, role, 职位, 职务, 职称, 岗位',
    department: 'department, dept, division, regional office, office, team, 部门, 所在部门, 所属部门, 团队',
    phone: `${phone}, mobile, mobile phone, cell, home phone, 手机, 手机号, 手机号码`,
    email: 'email, e-mail, email address, primary email, mail, 邮箱, 电子邮箱, 电子邮件, 邮件',
    reportsToExternalId: 'reports to, reports to id, manager id, supervisor id, 上级工号, 直属上级工号, 上级编号',
    reportsTo: 'manager, reports to name, supervisor, manager name, boss, 直属上级, 上级, 汇报对象, 主管, 直接上级',
  },
  accounts: {
    externalId: `${accountId}, business entity id, external id, reference, row id, id, code, 编号, 代码, 编码, 统一社会信用代码`,
    name: `${accountName}, store name, name, 名称, 全称, code name, full name`,
    parentExternalId: 'parent id, parent account id, parent customer id, bill to customer id, bill to id, head office id, 上级客户编号, 母公司编号, 上级编号',
    parentName: 'parent account, parent company, parent, subsidiary of, related company, head office, group, 上级客户, 母公司, 所属集团, 集团',
    alias: 'alias, short name, trade name, other name, 简称, 别名, 客户简称, 公司简称, 英文名, 英文名称',
    industry: 'industry, sector, line of business, 行业, 所属行业, 客户行业',
    address: 'address, street, street address, billing street, address 1, address line 1, 地址, 详细地址, 公司地址, 通讯地址, 联系地址',
    city: 'city, town, billing city, address 1 city, 城市, 市, 市区县, 所在城市',
    region: 'region, state, province, state province, county, billing state, address 1 state province, 省, 省份, 地区, 区域, 州',
    postalCode: 'postal code, zip, zip code, postcode, delivery postal code, billing postal code, address 1 zip postal code, 邮编, 邮政编码',
    country: 'country, country region, billing country, nation, 国家, 国家地区, 国别',
    phone,
    fax: 'fax, fax number, 传真, 传真号码',
    website: 'website, web site, website url, web, url, homepage, home page, 网址, 网站, 官网',
    customerSince: 'customer since, client since, account opened date, 合作开始日期, 合作日期, 首次合作日期, 建档日期, 成为客户日期',
    contractEnd: 'contract end, contract end date, contract expiry, renewal date, expiry date, 合同到期日, 合同到期日期, 合同结束日期, 续约日期',
    isKey: 'key account, is key account, is key, vip, 大客户, 重点客户, 是否重点客户, 是否大客户, 关键客户',
    foundedOn: 'founded on, founded, founding date, date founded, established, established on, date of incorporation, anniversary, 成立日期, 成立时间, 成立日, 注册日期, 创立日期, 厂庆, 司庆',
  },
  people: {
    accountExternalId: `${accountId}, account row id, company id, business entity id`,
    accountName,
    externalId: 'contact id, person id, external id, contact number, row id, id, 联系人编号, 联系人ID, 人员编号, 编号',
    name: 'contact name, full name, person, person name, contact, contact person, name, 联系人, 联系人姓名, 联络人, 联络人姓名, 姓名, 名字, 人员姓名',
    firstName: 'first name, given name, forename, 名',
    lastName: 'last name, surname, family name, 姓, 姓氏',
    title: 'contact title, job title, title, position, role, 职位, 职务, 职称, 岗位',
    department: 'department, dept, division, 部门, 所在部门, 所属部门',
    phone,
    mobile: 'mobile, mobile phone, mobile number, cell, cell phone, cellphone, 手机, 手机号, 手机号码, 移动电话',
    reportsTo: 'reports to, manager, supervisor, boss, 直属上级, 上级, 汇报对象, 直接上级',
    email: 'email, e-mail, email address, email work, mail, 邮箱, 电子邮箱, 电子邮件, 邮件',
    wechat: 'wechat, we chat, wechat id, weixin, 微信, 微信号',
    birthday: 'birthday, birth date, date of birth, birthdate, dob, born, 生日, 出生日期, 出生年月日, 公历生日, 阳历生日',
    lunarBirthday: 'lunar birthday, birthday lunar, chinese birthday, 农历生日, 阴历生日, 旧历生日, 生日农历, 生日阴历',
    keepInTouchDays: 'keep in touch days, keep in touch, stay in touch, contact interval, contact every days, follow up interval, 联系间隔, 联系间隔天数, 联系频率, 联系周期, 拜访周期',
  },
  products: {
    externalId: productExternalId,
    name: 'product name, product, item, item name, stock item name, article name, name, description, 产品名称, 商品名称, 产品, 商品, 品名, 物料名称, 名称',
    category: `${category}, class, 类型`,
    listPrice: `${listPrice}, unit price, sales price, price, 单价, 售价, 价格`,
    unitCost: `${unitCost}, cost, 成本`,
  },
  orders: { ...line, orderNo: `${orderNo}, opportunity id`, orderedOn: `${orderedOn}, close date`, accountExternalId: accountId, accountName, currency, employee },
  orderHeads: { orderNo, orderedOn, accountExternalId: accountId, accountName, currency, employee },
  orderLines: { ...line, orderNo },
  interactions: {
    externalId: 'activity id, interaction id, event id, task id, external id, id, 编号, 记录编号',
    at: 'start time, start, start date, date sent, sent on, date, time, happened at, activity date, due date, meeting date, visit date, modified on, created on, 时间, 日期, 开始时间, 跟进时间, 拜访时间, 拜访日期, 沟通时间, 跟进日期, 发送时间',
    endedAt: 'end time, end, end date, 结束时间',
    durationMinutes: 'duration, duration minutes, minutes, 时长, 时长分钟, 分钟',
    kind: 'activity type, interaction type, type, kind, channel, 类型, 跟进方式, 互动类型, 方式, 沟通方式, 跟进类型',
    accountExternalId: accountId,
    accountName: `${accountName}, regarding, related to, 关联客户`,
    people: 'contact name, contact, contacts, attendees, required attendees, participants, to, person, 联系人, 客户方参与人, 参会人, 对方参与人, 拜访对象, 收件人',
    colleagues: 'our attendees, from, colleagues, organizer, owner, assigned to, sales rep, 跟进人, 我方参与人, 我方成员, 负责人, 销售, 发件人, 业务员',
    place: 'location, place, venue, 地点, 会议地点, 拜访地点',
    summary: 'subject, summary, title, topic, 主题, 标题, 摘要, 概要, 跟进主题',
    notes: 'notes, description, body, details, comments, content, 内容, 跟进内容, 纪要, 备注, 说明, 沟通内容, 正文',
    decisions: 'decisions, outcome, result, resolution, 决定, 结论, 结果',
  },
};
