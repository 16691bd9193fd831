import { invoiceMark, invoiceName, invoiceOf } from './invoiceName'

const KEY = '35261111222333000181550010000047111123456787'

it.each([
  ['11.222.333/0001-81', '1  ', '00004711'],
  ['11222333000181', '001', '4711'],
  [' 11222333000181 ', '01', '0004711'],
])('issuer %j, series %j, number %j are one name', (issuerId, series, number) =>
  expect(invoiceName(issuerId, series, number)).toEqual({
    issuerId: '11222333000181',
    series: '1',
    number: '4711',
  })
)

it('keeps the letters of a CNPJ, and a series of zeros', () => {
  expect(invoiceName('12.abc.345/01de-35', '000', '7')).toEqual({
    issuerId: '12ABC34501DE35',
    series: '0',
    number: '7',
  })
})

it('keeps zeros that stand behind another digit', () => {
  expect(invoiceName('A', '100', '1002')).toEqual({ issuerId: 'A', series: '100', number: '1002' })
})

it('says what is missing, and is none without a number', () => {
  expect(invoiceName(null, ' ', '7')).toEqual({ issuerId: null, series: null, number: '7' })
  expect(invoiceName('11222333000181', '1', ' ')).toBeNull()
})

it('is read out of the access key where there is one, else it is what the report says', () => {
  const invoice = { issuerId: null, series: null, number: '9' }
  expect(invoiceOf({ invoiceKey: KEY, invoice })).toEqual({
    issuerId: '11222333000181',
    series: '1',
    number: '4711',
  })
  expect(invoiceOf({ invoiceKey: 'a UUID', invoice })).toBe(invoice)
  expect(invoiceOf({ invoiceKey: null, invoice: null })).toBeNull()
})

it('marks an invoice only where all three are known', () => {
  const name = { issuerId: 'A', series: '1', number: '4711' }
  expect(invoiceMark(name)).toBe('A/1/4711')
  expect(invoiceMark({ ...name, issuerId: null })).toBeNull()
  expect(invoiceMark({ ...name, series: null })).toBeNull()
})
