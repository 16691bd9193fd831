import { dayCounts, deliveredBy, leadTimes, onTimeShares, type ToldDay } from './pictures'
import { stepOf } from './spread'
import { NO_TALLY, OTHERS, type NamedTally } from './tally'

const HOUR_MS = 60 * 60 * 1000
const ALL = { carrier: null, marketplace: null }
const tally = (changes: Partial<NamedTally>): NamedTally => ({
  ...NO_TALLY,
  carrier: '',
  marketplace: '',
  ...changes,
})
const told = (...all: readonly NamedTally[]): ToldDay[] => [{ day: '2026-11-02', tally: all }]
const rowsOf = (...all: readonly NamedTally[]) =>
  deliveredBy('CARRIER', told(...all), ALL).map(({ name, delivered, onTime }) => [
    name,
    delivered,
    onTime,
  ])

describe('the counts of a day', () => {
  const both = told(
    tally({
      carrier: 'A',
      marketplace: 'Hub',
      authorized: 1,
      invoiced: 2,
      shipped: 3,
      delivered: 4,
    }),
    tally({ carrier: 'B', marketplace: 'Hub', authorized: 10 }),
    tally({ carrier: 'A', marketplace: '', authorized: 100 })
  )

  it.each([
    [ALL, 111],
    [{ ...ALL, carrier: 'A' }, 101],
    [{ ...ALL, marketplace: 'Hub' }, 11],
    [{ carrier: 'A', marketplace: 'Hub' }, 1],
    // Letter by letter, as Master Data compares.
    [{ ...ALL, carrier: 'a' }, 0],
  ])('are of what is looked at: %j', (filters, authorised) => {
    expect(dayCounts(both, filters)[0].authorised).toBe(authorised)
  })

  it('are each of its own', () => {
    expect(dayCounts(both, { carrier: 'A', marketplace: 'Hub' })).toEqual([
      { day: '2026-11-02', authorised: 1, invoiced: 2, shipped: 3, delivered: 4 },
    ])
  })
})

it('a step tells how long half of the orders took, and nine of ten', () => {
  const spread = { [stepOf(HOUR_MS)]: 8, [stepOf(100 * HOUR_MS)]: 2 }
  const waits = { ...NO_TALLY.waits, INVOICED_TO_SHIPPED: spread }
  const [, one, none] = leadTimes(told(tally({ waits })), ALL)
  expect(one).toMatchObject({ step: 'INVOICED_TO_SHIPPED', day: '2026-11-02' })
  expect(one.medianHours).toBeCloseTo(1, 1)
  expect(one.p90Hours! / 100).toBeCloseTo(1, 1)
  expect(none).toMatchObject({ medianHours: null, p90Hours: null })
})

describe('who delivers', () => {
  it('is told by who moved most, shipped and delivered, then by name', () => {
    expect(
      rowsOf(
        tally({ carrier: 'B', shipped: 1, delivered: 1, promised: 1 }),
        tally({ carrier: 'C', shipped: 3 }),
        tally({ carrier: 'A', delivered: 2, promised: 2, onTime: 1 }),
        tally({ carrier: 'A', promised: 1 }),
        tally({ carrier: 'idle', invoiced: 5 }),
        tally({ promised: 7, onTime: 6 })
      )
    ).toEqual([
      ['C', 0, 0],
      ['A', 3, 1],
      ['B', 1, 0],
      ['', 7, 6],
      [OTHERS, 0, 0],
    ])
  })

  it('has ten rows, and one for the others with what no search can ask for', () => {
    const many = Array.from({ length: 12 }, (_, at) =>
      tally({ carrier: `c${at}`, shipped: 100 - at, promised: 1 })
    )
    const strange = ['say "x"', 'a\\b', 'a*', OTHERS].map((carrier) =>
      tally({ carrier, shipped: 1_000, promised: 10 })
    )
    const rows = rowsOf(...many, ...strange)
    expect(rows.map(([name]) => name)).toEqual([
      ...many.slice(0, 10).map(({ carrier }) => carrier),
      '',
      OTHERS,
    ])
    expect(rows.at(-1)).toEqual([OTHERS, 42, 0])
  })

  it('is told of marketplaces by their own names', () => {
    const [row] = deliveredBy(
      'MARKETPLACE',
      told(tally({ carrier: 'A', marketplace: 'Hub', shipped: 1 })),
      { ...ALL, carrier: 'A' }
    )
    expect(row).toMatchObject({ by: 'MARKETPLACE', name: 'Hub' })
  })
})

describe('what of it is late now', () => {
  const row = (name: string, delivered = 0) => ({
    by: 'CARRIER' as const,
    name,
    delivered,
    onTime: 0,
  })

  it('leaves out nobody’s rows where they say nothing, and no carrier', () => {
    const late = (lateOf: Record<string, number>, all: number) =>
      onTimeShares([row('A'), row(''), row(OTHERS)], new Map(Object.entries(lateOf)), all).map(
        ({ name, openLate }) => [name, openLate]
      )
    expect(late({}, 0)).toEqual([['A', 0]])
    expect(late({ A: 1, '': 1 }, 3)).toEqual([
      ['A', 1],
      ['', 1],
      [OTHERS, 1],
    ])
    // Counted a moment later than all.
    expect(late({ A: 5 }, 3)).toEqual([['A', 5]])
  })

  it('shows nobody’s rows that delivered', () => {
    const shown = onTimeShares([row('', 1), row(OTHERS, 1)], new Map(), 0)
    expect(shown.map(({ name, openLate }) => [name, openLate])).toEqual([
      ['', 0],
      [OTHERS, 0],
    ])
  })
})
