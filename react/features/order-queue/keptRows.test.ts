import { keptRow, seenRows } from './keptRows'
import { liveRows } from './liveRows'
import { kept, parcel, row } from './testing/rows'

afterEach(() => {
  seenRows.clear()
  liveRows.clear()
})

test('a document tells what it holds, allows nothing and names nobody', () => {
  const found = keptRow(
    kept('1-01', { attention: ['LATE', 'TRACKING_RETURNED'], marketplace: 'Ribeira', value: 100 })
  )
  expect(found).toMatchObject({
    isKept: true,
    stage: 'IN_TRANSIT',
    value: 100,
    customerName: null,
    allowedActions: [],
    packages: [],
    marketplace: { name: 'Ribeira' },
    currency: { code: 'BRL', decimalDigits: 2 },
  })
  expect(found.attention.map(({ code }) => code)).toEqual(['LATE', 'TRACKING_RETURNED'])
})

test('money is written as in orders of that currency, once one was seen', () => {
  const pesos = { code: 'COP', symbol: '$', decimalDigits: 0, locale: 'es-CO' }
  expect(keptRow(kept('1-01', { currency: 'COP' })).currency).not.toEqual(pesos)
  liveRows.put(row('2-01', { currency: pesos }))
  expect(keptRow(kept('1-01', { currency: 'COP' })).currency).toEqual(pesos)
  expect(keptRow(kept('1-01', { currency: 'no currency' })).currency.decimalDigits).toBe(2)
})

test('a row that was seen before stands as it was seen, until it has moved on', () => {
  liveRows.put(row('1-01', { stage: 'IN_TRANSIT', packages: [parcel('7')] }))
  // The page was left and opened again.
  liveRows.clear()
  expect(keptRow(kept('1-01'))).toMatchObject({
    isKept: true,
    customerName: 'Ana Souza',
    packages: [{ invoiceNumber: '7' }],
  })
  expect(keptRow(kept('1-01', { stage: 'DELIVERED' }))).toMatchObject({
    isKept: true,
    stage: 'DELIVERED',
    customerName: 'Ana Souza',
    packages: [],
  })
})
