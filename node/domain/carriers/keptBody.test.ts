import { someEvent, someParcel } from '../testing/someParcel'
import { keptBody } from './keptBody'

describe('a body that is kept', () => {
  it('shows its form, dates and what was read, and nothing of a person', () => {
    const body = {
      parcel: {
        number: 'OY000047110BR',
        weight: 12,
        at: '2026-11-09 08:30',
        epoch: 1_790_000_000_000,
      },
      receiver: { name: 'Joana', cpf: 12345678909, phone: '11 98765-4321', home: true },
      'Joana Prazeres, at her address in the street with a name that goes on and on': 1,
    }
    const kept = keptBody(body, [someParcel({ trackingNumber: 'OY000047110BR' })])
    expect(kept).toEqual({
      parcel: {
        number: 'OY000047110BR',
        weight: 12,
        at: '2026-11-09 08:30',
        epoch: 1_790_000_000_000,
      },
      receiver: { name: '[text]', cpf: '[number]', phone: '[text]', home: true },
      '[key]': 1,
    })
  })

  it('of a file that is no JSON is its length alone', () => {
    expect(keptBody('342 RECEBIDO POR JOANA', [])).toBe('[text of 22 characters]')
  })

  it('is bounded in size and depth', () => {
    const deep = Array.from({ length: 50 }).reduce<unknown>((inner) => [inner], 'x')
    expect(JSON.stringify(keptBody(deep, []))).toContain('[more]')
    const wide = JSON.stringify(
      keptBody(
        Array.from({ length: 5_000 }, () => 'text'),
        []
      )
    )
    expect(wide.match(/\[text\]/g)!.length).toBeLessThan(301)
  })

  const shown = (value: unknown, parcel = {}) =>
    (keptBody({ value }, [someParcel({ ...parcel, events: [] })]) as { value: unknown }).value

  it.each([
    '2026-11-09',
    '09/11/2026',
    '09-11-2026',
    '2026-11-09T08:30',
    '2026-11-09 08:30:15',
    '2026-11-09T08:30:15.123Z',
    '2026-11-09T08:30:15-03:00',
    '2026-11-09T08:30:15-0300',
    '2026-11-09Z',
  ])('shows the date %s', (text) => expect(shown(text)).toBe(text))

  it.each([
    'on 2026-11-09',
    '2026-11-09 by Ana',
    '2026-11-9',
    '9/11/2026',
    '2026-11-09T8:30',
    '2026-11-09T08:30:15-3',
    '',
  ])('does not show "%s", which is no date alone', (text) => expect(shown(text)).toBe('[text]'))

  it.each([
    [99_999, true],
    [-99_999, true],
    [100_000, false],
    [-100_000, false],
    [1_400_000_000_000, false],
    [1_400_000_000_001, true],
    [1_400_000_000_001.5, false],
    [2_199_999_999_999, true],
    [2_200_000_000_000, false],
  ])('shows small numbers and moments: %d, %s', (value, isShown) =>
    expect(shown(value)).toBe(isShown ? value : '[number]')
  )

  it('shows what the decoder has read, as text and as number, up to 200 signs', () => {
    expect(shown(11_987_654_321, { trackingNumber: '11987654321' })).toBe(11_987_654_321)
    expect(shown('P-1', { parcelId: 'P-1' })).toBe('P-1')
    expect(shown('key', { invoiceKey: 'key' })).toBe('key')
    for (const [length, text] of [
      [200, 'n'.repeat(200)],
      [201, '[text]'],
    ] as const)
      expect(shown('n'.repeat(length), { parcelId: 'n'.repeat(length) })).toBe(text)
  })

  it('shows of an event its id, code, words and place', () => {
    const event = someEvent({
      id: 'e-1',
      code: 'c-1',
      description: 'd',
      city: 'Leme',
      region: 'SP',
    })
    const texts = ['e-1', 'c-1', 'd', 'Leme', 'SP', 'Ana']
    expect(keptBody(texts, [someParcel({ events: [event] })])).toEqual([
      ...texts.slice(0, 5),
      '[text]',
    ])
  })

  it('shows names of fields up to 60 plain signs, and nothing, yes and no', () => {
    const body = {
      ['k'.repeat(60)]: null,
      ['k'.repeat(61)]: true,
      'a.b-c $_1': false,
      'Ana!': null,
      '': 1,
    }
    expect(keptBody(body, [])).toEqual({
      ['k'.repeat(60)]: null,
      '[key]': 1,
      'a.b-c $_1': false,
    })
    expect(keptBody({ né: true }, [])).toEqual({ '[key]': true })
  })

  it('ends at a hundred of a list, twelve floors down, and three hundred entries', () => {
    expect(keptBody(Array(101).fill(1), [])).toEqual(Array(100).fill(1))
    const floors = (depth: number) =>
      Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1)
    expect(keptBody(floors(12), [])).toEqual(floors(12))
    expect(JSON.stringify(keptBody(floors(13), []))).toBe('[[[[[[[[[[[[["[more]"]]]]]]]]]]]]]')
    const rooms = (depth: number) =>
      Array.from({ length: depth }).reduce<unknown>((inner) => ({ in: inner }), 1)
    expect(keptBody(rooms(12), [])).toEqual(rooms(12))
    expect(JSON.stringify(keptBody(rooms(13), []))).toContain('[more]')
    const lists = keptBody([Array(100).fill(1), Array(100).fill(1), Array(100).fill(1)], [])
    // The whole, three lists, and 296 numbers.
    expect(JSON.stringify(lists).match(/1/g)).toHaveLength(296)
    expect(JSON.stringify(lists).match(/more/g)).toHaveLength(4)
  })
})
