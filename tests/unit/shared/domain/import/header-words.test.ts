import { describe, expect, it } from 'vitest';
import en from '#resources/locales/en/import.json' with { type: 'json' };
import zh from '#resources/locales/zh-CN/import.json' with { type: 'json' };
import { importFields } from '#shared/domain/import/fields.ts';
import { matchColumns } from '#shared/domain/import/match-columns.ts';
import { importKinds, type ImportKind } from '#shared/domain/import/model.ts';
import { problemCodes } from '#shared/domain/import/problems.ts';

const headers: { [K in ImportKind]: Record<(typeof importFields)[K][number]['id'], string[]> } = {
  colleagues: {
    externalId: ['Employee ID', 'User Id', '工号', '员工编号'],
    name: ['Employee Name', 'sales_agent', '姓名', '员工姓名'],
    firstName: ['First Name', '名'],
    lastName: ['Last Name', '姓'],
    title: ['Job Title', 'Title', '职位', '岗位'],
    department: ['Department', 'regional_office', '部门'],
    phone: ['Phone', 'Home Phone', '手机号', '办公电话'],
    email: ['Email', 'Primary Email', '邮箱'],
    reportsToExternalId: ['ReportsTo', 'Manager ID', '直属上级工号'],
    reportsTo: ['Manager', 'Supervisor', '直属上级', '汇报对象'],
  },
  accounts: {
    externalId: ['Customer ID', 'Account Number', 'customer_code', 'Id', '客户编号', '客户代码', '编号'],
    name: ['Company Name', 'Account Name', 'Customer', 'Organisation', 'Name', '公司名称', '客户名称', '企业名称', '名称'],
    alias: ['Short name', 'Alias', '简称', '英文名称'],
    parentExternalId: ['ParentId', 'BillToCustomerID', '母公司编号'],
    parentName: ['Parent Account', 'subsidiary_of', 'Related Company', '母公司', '所属集团'],
    industry: ['Industry', 'Sector', '行业', '所属行业'],
    address: ['Address', 'Billing Street', 'AddressLine1', '地址', '详细地址'],
    city: ['City', 'Billing City', 'Address 1: City', '城市'],
    region: ['Region', 'State', 'Province', 'Address 1: State/Province', '省份', '地区'],
    postalCode: ['Postal Code', 'ZIP', 'Billing Postal Code', '邮编', '邮政编码'],
    country: ['Country', 'Country/Region', '国家'],
    phone: ['Phone', 'Main Phone', 'Telephone', 'Tel.', '电话', '联系电话'],
    fax: ['Fax', 'Fax Number', '传真'],
    website: ['Website', 'Web Site', 'URL', '网址', '官网'],
    customerSince: ['Customer since', 'AccountOpenedDate', '合作开始日期', '建档日期'],
    contractEnd: ['Contract End Date', 'Renewal date', '合同到期日'],
    isKey: ['Key account', 'VIP', '重点客户', '是否大客户'],
    foundedOn: ['Founded', 'Date of incorporation', '成立日期', '注册日期'],
  },
  people: {
    accountExternalId: ['Customer ID', 'AccountId', 'Account.RowId', '客户编号'],
    accountName: ['Company Name', 'Company', 'Account', '公司名称', '客户', '单位'],
    externalId: ['Contact ID', 'Person Id', '联系人编号'],
    name: ['Contact Name', 'Full Name', 'Person', '联系人', '姓名'],
    firstName: ['First Name', 'Given name', '名'],
    lastName: ['Last Name', 'Surname', '姓'],
    title: ['Contact Title', 'Job Title', 'Position', '职位', '职务'],
    department: ['Department', 'Dept.', '部门'],
    reportsTo: ['Reports To', 'Manager', '直属上级'],
    phone: ['Business Phone', 'Telephone', '办公电话', '座机'],
    mobile: ['Mobile', 'Mobile Phone', 'Cell', '手机', '手机号码'],
    email: ['Email', 'E-mail', 'EmailAddress', '邮箱', '电子邮件'],
    wechat: ['WeChat', 'Weixin', '微信', '微信号'],
    birthday: ['Birthday', 'Birth Date', 'Date of Birth', '生日', '出生日期'],
    lunarBirthday: ['Lunar birthday', '农历生日', '阴历生日'],
    keepInTouchDays: ['Stay in touch', '联系间隔', '拜访周期'],
  },
  products: {
    externalId: ['Product ID', 'Item No', 'StockItemID', '产品编号', '货号'],
    name: ['Product Name', 'Item Name', 'Name', '产品名称', '名称'],
    category: ['Category', 'series', '产品线', '系列'],
    listPrice: ['List Price', 'sales_price', 'Unit Price', '标价'],
    unitCost: ['Standard Cost', 'Unit cost', '标准成本'],
  },
  orders: {
    orderNo: ['Order ID', 'Order No.', 'Invoice Number', '订单编号', '订单号', '单号'],
    orderedOn: ['Order Date', 'Invoice date', 'Date', '下单日期', '订单日期', '日期'],
    accountExternalId: ['Customer ID', 'Client ID', '客户编号'],
    accountName: ['Customer Name', 'Company', '客户名称', '公司名称'],
    productExternalId: ['Product ID', 'SKU', 'Item code', '产品编号', '物料编码'],
    productName: ['Product Name', 'Product', 'Item', 'Description', '产品名称', '商品', '品名'],
    category: ['Category Name', 'Product line', '类别', '产品线'],
    quantity: ['Quantity', 'Qty', 'QTY.', '数量', '订购数量'],
    listPrice: ['List Price', 'Catalogue price', '标价', '目录价'],
    price: ['Unit Price', 'Price', '单价', '成交价'],
    discount: ['Discount', 'Discount %', '折扣', '折扣率'],
    amount: ['Amount', 'Line Total', 'Amount (USD)', '金额', '金额（元）', '销售额'],
    cost: ['Cost', 'Total cost', 'COGS', '成本', '总成本'],
    unitCost: ['Unit Cost', 'Cost price', '单位成本', '成本价'],
    margin: ['Margin', 'Gross Profit', 'LineProfit', '毛利', '毛利额'],
    currency: ['Currency', 'Currency Code', '币种', '货币'],
    isReturn: ['Return', 'Returned?', '退货', '是否退货'],
    employee: ['Employee', 'Sales Rep', 'Salesperson', '业务员', '销售', '客户经理'],
  },
  orderHeads: {
    orderNo: ['Order ID', 'Order No.', 'Invoice Number', '订单编号', '订单号', '单号'],
    orderedOn: ['Order Date', 'Invoice date', 'Date', '下单日期', '订单日期', '日期'],
    accountExternalId: ['Customer ID', 'Client ID', '客户编号'],
    accountName: ['Customer Name', 'Company', '客户名称', '公司名称'],
    currency: ['Currency', 'Currency Code', '币种', '货币'],
    employee: ['Employee', 'Sales Rep', 'Salesperson', '业务员', '销售', '客户经理'],
  },
  orderLines: {
    orderNo: ['Order ID', 'Order No.', 'Invoice Number', '订单编号', '订单号', '单号'],
    productExternalId: ['Product ID', 'SKU', 'Item code', '产品编号', '物料编码'],
    productName: ['Product Name', 'Product', 'Item', 'Description', '产品名称', '商品', '品名'],
    category: ['Category Name', 'Product line', '类别', '产品线'],
    quantity: ['Quantity', 'Qty', 'QTY.', '数量', '订购数量'],
    listPrice: ['List Price', 'Catalogue price', '标价', '目录价'],
    price: ['Unit Price', 'Price', '单价', '成交价'],
    discount: ['Discount', 'Discount %', '折扣', '折扣率'],
    amount: ['Amount', 'Line Total', 'Amount (USD)', '金额', '金额（元）', '销售额'],
    cost: ['Cost', 'Total cost', 'COGS', '成本', '总成本'],
    unitCost: ['Unit Cost', 'Cost price', '单位成本', '成本价'],
    margin: ['Margin', 'Gross Profit', 'LineProfit', '毛利', '毛利额'],
    isReturn: ['Return', 'Returned?', '退货', '是否退货'],
  },
  interactions: {
    externalId: ['Activity ID', 'Event ID', '记录编号'],
    at: ['Start Time', 'Date Sent', '跟进时间', '拜访日期'],
    endedAt: ['End Time', '结束时间'],
    durationMinutes: ['Duration', '时长'],
    kind: ['Activity Type', 'Type', '跟进方式'],
    accountExternalId: ['Customer ID', '客户编号'],
    accountName: ['Account', 'Regarding', '客户名称'],
    people: ['Required Attendees', 'Contact', '联系人', '参会人'],
    colleagues: ['Owner', 'Organizer', '跟进人', '我方参与人'],
    place: ['Location', '地点'],
    summary: ['Subject', 'Topic', '主题'],
    notes: ['Description', 'Notes', '跟进内容', '纪要', '备注'],
    decisions: ['Outcome', '结论'],
  },
};

describe.each(importKinds)('headers of %s', (kind) => {
  const cases = Object.entries(headers[kind]).flatMap(([field, names]) => names.map((name) => [name, field] as const));

  it.each(cases)('%s is %s', (header, field) => expect(matchColumns(kind, ['Something else', header])).toEqual({ [field]: 1 }));

  it('leave unknown ones alone', () => {
    expect(matchColumns(kind, ['Freight', 'Shipped Date', 'Required Date', '保留', 'Column 7', ''])).toEqual({});
  });
});

describe.each([['English', en], ['Chinese', zh]] as const)('the words in %s', (_, words) => {
  it.each(importKinds)('name every field of %s', (kind) => {
    for (const { id } of importFields[kind]) expect(Object.entries(words.field).find(([field]) => field === id)?.[1], id).toMatch(/\S/);
  });

  it('word every problem, and none that is not there', () => {
    expect(Object.keys(words.problem).filter((code) => code !== 'other').toSorted()).toEqual([...problemCodes].toSorted());
  });
});
