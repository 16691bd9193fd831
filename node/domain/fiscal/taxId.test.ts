import { isTaxId, readTaxId } from './taxId'

describe('readTaxId', () => {
  it.each([
    ['11.222.333/0001-81', '11222333000181'],
    ['12.ABC.345/01DE-35', '12ABC34501DE35'],
    ['12abc34501de35', '12ABC34501DE35'],
    ['529.982.247-25', '52998224725'],
    ['string', null],
    ['', null],
    [null, null],
    ['1234567890', null],
    ['12ABC34501DEX5', null],
  ])('%s → %s', (text, id) => expect(readTaxId(text)).toBe(id))
})

describe('isTaxId', () => {
  it.each(['11222333000181', '12ABC34501DE35', 'KSP416L8000109', '52998224725'])('%s', (id) =>
    expect(isTaxId(id)).toBe(true)
  )
  it.each(['11222333000182', '12ABC34501DE36', '52998224726', '', 'string'])('not %s', (id) =>
    expect(isTaxId(id)).toBe(false)
  )
})
