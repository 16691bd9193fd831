import { readSearch } from './search'

const KEY = '31170758731662018088550010006437971006437976'

const ONLY_KEY = { texts: [], orderIds: [], purchase: null, sequence: null }

describe('a search', () => {
  it.each([
    ['315.226.804-11', '31522680411'],
    ['31522680411', '31522680411'],
    ['11.222.333/0001-81', '11222333000181'],
    ['12.abc.345/01de-35', '12ABC34501DE35'],
    [' \u200b1400-01 ', '1400-01'],
    ['F001-123', 'F001-123'],
    ['Ana Maria', 'Ana Maria'],
    ['ana@store.com', 'ana@store.com'],
    ['2024-01', '2024-01'],
    ['315226.804-11', '31522680411'],
    ['315.226804-11', '31522680411'],
    ['315.226.80411', '31522680411'],
    ['11222.333/0001-81', '11222333000181'],
    ['11.222333/0001-81', '11222333000181'],
    ['11.222.3330001-81', '11222333000181'],
    ['11.222.333/000181', '11222333000181'],
    ['12abc34501de35', '12abc34501de35'],
    ['no 315.226.804-11', 'no 315.226.804-11'],
    ['315.226.804-11x', '315.226.804-11x'],
    ['x11.222.333/0001-81', 'x11.222.333/0001-81'],
    ['11.222.333/0001-81x', '11.222.333/0001-81x'],
  ])('%j asks OMS for %s first', (typed, text) => expect(readSearch(typed)?.texts[0]).toBe(text))

  it.each([
    ['1300010000101-01', { orderIds: ['1300010000101-01'], purchase: null, sequence: null }],
    ['slr-1300010000101-01', { orderIds: ['slr-1300010000101-01', 'SLR-1300010000101-01'] }],
    ['v502556llux-01', { orderIds: ['v502556llux-01', 'V502556LLUX-01'] }],
    ['1300010000101', { orderIds: [], purchase: '1300010000101', sequence: null }],
    ['v502556llux', { orderIds: [], purchase: 'v502556llux' }],
    ['slr-1300010000101', { purchase: 'SLR-1300010000101' }],
    ['#501400', { purchase: null, sequence: '501400', texts: ['501400'] }],
    ['seq501400', { purchase: null, sequence: '501400' }],
    ['# ', { orderIds: [], purchase: null, sequence: null, texts: ['#'] }],
    ['ana@store.com', { orderIds: [], purchase: null, sequence: null, numbers: [], key: null }],
    ['6B29FC40-CA47-1067-B31D-00DD010662DA', { key: '6B29FC40-CA47-1067-B31D-00DD010662DA' }],
  ])('%j names %j', (typed, named) => expect(readSearch(typed)).toMatchObject(named))

  it('looks for no number in a text that is too long for one', () => {
    expect(readSearch('1'.repeat(200))?.numbers).not.toEqual([])
    expect(readSearch('1'.repeat(201))?.numbers).toEqual([])
  })

  it.each([[null], [''], [' \u200b ']])('%j is none', (typed) => {
    expect(readSearch(typed)).toBeNull()
  })

  it('looks for a tracking number in the form in which it went out, and as it was typed', () => {
    expect(readSearch('aa 123 456 785 br')?.numbers).toEqual(['aa 123 456 785 br', 'AA123456785BR'])
    expect(readSearch('000123')?.numbers).toEqual(['000123', '123', '000000123'])
    expect(readSearch('Ana')?.numbers).toEqual([])
  })

  it.each([KEY, `NFe${KEY}`, KEY.replace(/(....)/g, '$1 ')])(
    'knows an access key, and the number in it: %s',
    (typed) => {
      expect(readSearch(typed)).toEqual({
        ...ONLY_KEY,
        key: KEY,
        numbers: [KEY, '000643797', '643797'],
      })
    }
  )
})
