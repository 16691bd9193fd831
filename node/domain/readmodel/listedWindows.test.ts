import fc from 'fast-check'
import { epochOf, instantAt, type Instant } from '../values/instant'
import {
  caughtUp,
  resting,
  switchedOff,
  SWITCHED_OFF,
  switchedOn,
  worked,
  type ReadModel,
  type Window,
} from './readModel'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const NOW = Date.parse('2026-11-20T12:00:00Z')
const now = instantAt(NOW)
const filling = switchedOn(SWITCHED_OFF, 30, NOW)
const filled: ReadModel = { ...filling, fill: 'IDLE', windows: [], filledAt: now, filled: 9 }
const window: Window = { what: 'ALL', from: instantAt(NOW - DAY_MS), to: now, page: 1 }

/** As OMS lists: what was made in between, both moments among them, the newest first. */
function listed({ from, to, page }: Window, orders: readonly number[], perPage: number) {
  const within = orders.filter((at) => at >= epochOf(from) && at <= epochOf(to))
  return within.sort((a, b) => b - a).slice((page - 1) * perPage, page * perPage)
}

describe('the pages of a window', () => {
  it('show every order once at least, whatever leaves the list behind them and however many came at once', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 40 })
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 5 }), fc.boolean(), (all, perPage, leave) => {
        let orders = all.map((minute) => NOW - minute * MINUTE_MS)
        let model: ReadModel = { ...filling, windows: [window] }
        const seen: number[] = []
        for (let pages = 0; model.windows.length > 0; pages += 1) {
          expect(pages).toBeLessThan(100)
          const [next] = model.windows
          const rows = listed(next, orders, perPage)
          seen.push(...rows)
          const created = rows.map((at) => instantAt(at))
          model = worked(model, { window: next, created, isLast: rows.length < perPage }, NOW)
          const to = model.windows[0]?.to ?? now
          // Somebody cancels what was seen already: it no longer counts for the pages behind it.
          if (leave) orders = orders.filter((at) => at <= epochOf(to))
        }
        const missed = all
          .map((minute) => NOW - minute * MINUTE_MS)
          .filter((at) => !seen.includes(at))
        expect(missed).toEqual([])
      })
    )
  })

  it('go on from the oldest on them, in UTC, whatever stands without a moment or in no order', () => {
    const created = [
      null,
      '2026-11-20T08:00:00-03:00',
      '2026-11-20T05:00:00Z',
      '2026-11-20T06:00:00Z',
      null,
    ]
    const page = { window: { ...window, page: 2 }, created: created as Instant[], isLast: false }
    const model = { ...filling, windows: [page.window, ...filling.windows] }
    expect(worked(model, page, NOW).windows).toEqual([
      { ...window, to: '2026-11-20T05:00:00.000Z', page: 1 },
      ...filling.windows,
    ])
  })

  it.each([
    ['of one moment', [now, now]],
    ['without any moment', [null]],
    ['of a moment that the window has passed', [instantAt(NOW + 1)]],
  ])('%s go on by their number', (_, created) => {
    const model = { ...filling, windows: [window] }
    expect(worked(model, { window, created, isLast: false }, NOW).windows).toEqual([
      { ...window, page: 2 },
    ])
  })
})

describe('a page that was worked off', () => {
  const last = (one: Window) => ({ window: one, created: [now, now], isLast: true })

  it('counts for the first fill, which ends with the last window', () => {
    const [open, all] = filling.windows
    const first = worked(resting(filling, 'PAUSED', NOW), last(open), NOW + 1)
    expect(first).toEqual({ ...filling, windows: [all], filled: 2, restsUntil: null })
    expect(worked(first, last(all), NOW + 2)).toEqual({
      ...first,
      windows: [],
      filled: 4,
      fill: 'IDLE',
      filledAt: instantAt(NOW + 2),
    })
  })

  it('counts for no fill later on', () => {
    const model = { ...resting(filled, 'PAUSED', NOW), windows: [window] }
    expect(worked(model, last(window), NOW + 1)).toEqual({ ...filled, restsUntil: null })
  })

  it.each([
    ['another page', [{ ...window, page: 2 }]],
    ['another window', filling.windows],
    ['none', []],
  ])('is no matter where %s is next by now', (_, windows) => {
    const model = { ...filling, windows }
    expect(worked(model, last(window), NOW)).toBe(model)
  })
})

describe('orders that nobody told of', () => {
  const later = (minutes: number) => caughtUp(filled, NOW + minutes * MINUTE_MS)

  it('are looked for every ten minutes, from twenty before the last time on', () => {
    expect(later(9.99)).toBe(filled)
    const to = instantAt(NOW + 10 * MINUTE_MS)
    expect(later(10)).toEqual({
      ...filled,
      listedUntil: to,
      windows: [{ what: 'ALL', from: instantAt(NOW - 20 * MINUTE_MS), to, page: 1 }],
    })
  })

  it('are looked for among all that is open or kept once a day', () => {
    const at = instantAt(NOW + DAY_MS)
    expect(later(24 * 60)).toEqual({
      ...filled,
      listedUntil: at,
      sweptAt: at,
      windows: [
        { what: 'OPEN', from: instantAt(NOW + DAY_MS - 365 * DAY_MS), to: at, page: 1 },
        { what: 'ALL', from: instantAt(NOW + DAY_MS - 30 * DAY_MS), to: at, page: 1 },
      ],
    })
    expect(later(24 * 60 - 0.01).sweptAt).toBe(now)
  })

  it.each([
    ['something is still to be listed', { ...filled, windows: [window] }],
    ['it is off', { ...switchedOff(filled), listedUntil: now, sweptAt: now }],
    ['nothing was ever listed', { ...filled, listedUntil: null }],
    ['nothing was ever swept', { ...filled, sweptAt: null }],
  ])('are not looked for while %s', (_, model) => {
    expect(caughtUp(model, NOW + 2 * DAY_MS)).toBe(model)
  })
})
