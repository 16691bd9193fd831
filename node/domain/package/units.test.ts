import { someLine, someOrder, somePackage } from '../testing/someOrder'
import { skuOf, unitsOfPackage } from './units'

describe('the units of a stored package', () => {
  const order = someOrder({ lines: [someLine(), someLine({ itemIndex: 1, id: '102' })] })
  const units = (itemIndex: number | null, id: string | null, quantity = 1) =>
    unitsOfPackage(
      order,
      somePackage({ items: [{ itemIndex, id, quantity, price: null, description: null }] })
    )

  it('are of the line that an item points at, else of its own SKU', () => {
    expect(units(1, '900')).toEqual([{ id: '102', quantity: 1 }])
    expect(units(9, '900')).toEqual([{ id: '900', quantity: 1 }])
    expect(units(null, '900')).toEqual([{ id: '900', quantity: 1 }])
  })

  it('are none where no SKU is known, or no unit', () => {
    expect(units(9, null)).toEqual([])
    expect(units(1, null, 0)).toEqual([])
    expect(units(1, null, -1)).toEqual([])
  })

  it('no index names no line', () => expect(skuOf(order, null)).toBeNull())
})
