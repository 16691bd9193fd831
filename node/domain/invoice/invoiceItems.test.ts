import { buildLedger } from '../standing/ledger'
import { someItem, someOrder } from '../testing/someOrder'
import { chosenUnits } from './invoiceItems'

describe('entries of one SKU', () => {
  const described = (...descriptions: readonly (string | null)[]) => {
    const order = someOrder()
    const items = descriptions.map((description) => someItem({ id: '101', description }))
    return chosenUnits(order, buildLedger(order, []), 'OUTPUT', items).items
  }

  it('are one line with the first description that was given', () => {
    expect(described('blue', 'red')).toMatchObject([{ quantity: 2, description: 'blue' }])
    expect(described(null, 'red')).toMatchObject([{ quantity: 2, description: 'red' }])
    expect(described('blue', null)).toMatchObject([{ quantity: 2, description: 'blue' }])
    expect(described(null, null)).toMatchObject([{ quantity: 2, description: null }])
  })
})
