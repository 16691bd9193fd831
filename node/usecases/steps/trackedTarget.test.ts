import { somePackage } from '../testing/someOrder'
import { underWayTo } from './trackedTarget'

describe('what is under way to an invoice', () => {
  const stored = somePackage({ invoiceNumber: 'NF-1' })

  it('is what was written down of its number, in any form, and of no other', () => {
    const written = ['NF-1', 'NF-2', ' NF-1 '].map((invoiceNumber) => ({ invoiceNumber }))
    expect(underWayTo(stored, written)).toEqual([written[0], written[2]])
  })

  it('is nothing where nothing was ever written', () => {
    expect(underWayTo(stored, undefined)).toEqual([])
  })
})
