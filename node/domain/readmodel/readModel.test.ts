import { instantAt } from '../values/instant'
import {
  counted,
  foundLeft,
  freshSince,
  isQuiet,
  nothingDue,
  removing,
  resting,
  rests,
  switchedOff,
  SWITCHED_OFF,
  switchedOn,
  tellsQueues,
  type ReadModel,
} from './readModel'
import { LONGEST_UNREAD_MS } from './refreshDue'

const DAY_MS = 24 * 60 * 60 * 1000
/** For so long a removal must find nothing. */
const QUIET = 2 * 60 * 1000
const NOW = Date.parse('2026-11-20T12:00:00Z')
const now = instantAt(NOW)
const daysAgo = (days: number) => instantAt(NOW - days * DAY_MS)
const filling = switchedOn(SWITCHED_OFF, 30, NOW)
const filled: ReadModel = {
  ...filling,
  fill: 'IDLE',
  windows: [],
  filled: 250,
  toFill: 250,
  filledAt: now,
  documents: 240,
}

describe('a read model that is switched on', () => {
  it('looks for a year of open orders first, then for all that may be on their way or kept', () => {
    expect(filling).toEqual({
      ...SWITCHED_OFF,
      isOn: true,
      keepClosedDays: 30,
      fill: 'FILLING',
      began: now,
      listedUntil: now,
      sweptAt: now,
      windows: [
        { what: 'OPEN', from: daysAgo(365), to: now, page: 1 },
        { what: 'ALL', from: daysAgo(90), to: now, page: 1 },
      ],
    })
  })

  it('begins anew, whatever it once knew', () => {
    const before = { ...switchedOff(filled), windows: filling.windows, filled: 9, documents: 9 }
    expect(switchedOn(before, 30, NOW)).toEqual(filling)
  })

  it('and was on looks only for the days that it is to keep besides, after what is under way', () => {
    const [underWay] = filling.windows
    const after = switchedOn({ ...filled, windows: [underWay] }, 45, NOW + DAY_MS)
    expect(after).toEqual({
      ...filled,
      keepClosedDays: 45,
      windows: [underWay, { what: 'ALL', from: daysAgo(104), to: daysAgo(89), page: 1 }],
    })
  })

  it.each([30, 7])('and was on for 30 days looks for nothing more to keep %s', (days) => {
    expect(switchedOn(filled, days, NOW)).toEqual({ ...filled, keepClosedDays: days })
  })
})

describe('a read model that is switched off', () => {
  it('knows how long it was to keep what it holds, and nothing else', () => {
    const off = { ...SWITCHED_OFF, keepClosedDays: 7, documents: 240, windows: [] }
    expect(switchedOff({ ...filled, keepClosedDays: 7 })).toEqual(off)
    expect(removing({ ...filled, keepClosedDays: 7 })).toEqual({ ...off, fill: 'REMOVING' })
  })

  it('is told from one that is on and from one that is not filled yet', () => {
    expect(tellsQueues(filled)).toBe(true)
    expect(tellsQueues(filling)).toBe(false)
    expect(tellsQueues({ ...filled, isOn: false })).toBe(false)
  })
})

describe('how much there is to fill', () => {
  it('is counted once, and of the first fill alone', () => {
    const known = counted(filling, 250)
    expect(known).toEqual({ ...filling, toFill: 250 })
    expect(counted(known, 260)).toBe(known)
    const idle = { ...filled, toFill: null }
    expect(counted(idle, 250)).toBe(idle)
  })
})

describe('a rest', () => {
  it('lasts until its moment', () => {
    const resting1 = resting(filling, 'PAUSED', NOW + 1_000)
    expect(resting1).toEqual({ ...filling, fill: 'PAUSED', restsUntil: instantAt(NOW + 1_000) })
    expect(rests(resting1, NOW + 999)).toBe(true)
    expect(rests(resting1, NOW + 1_000)).toBe(false)
    expect(rests(filling, NOW)).toBe(false)
  })

  it('pauses no fill where none is under way, and says of any that VTEX refuses it', () => {
    expect(resting(filled, 'PAUSED', NOW).fill).toBe('IDLE')
    expect(resting(filled, 'FAILED', NOW).fill).toBe('FAILED')
    expect(resting(filling, 'FAILED', NOW).fill).toBe('FAILED')
  })

  it('is over once nothing is due, and so is what was refused', () => {
    const failed = resting(filled, 'FAILED', NOW)
    expect(nothingDue(failed, 7, NOW)).toEqual({
      ...filled,
      documents: 7,
      nothingDueAt: now,
      restsUntil: null,
    })
  })

  it('leaves a first fill to what it was', () => {
    expect(nothingDue(resting(filling, 'PAUSED', NOW), 7, NOW).fill).toBe('PAUSED')
  })

  it('of a read model that was switched off meanwhile is no matter', () => {
    const off = switchedOff(filled)
    expect(nothingDue(off, 7, NOW)).toBe(off)
  })
})

describe('how fresh what it says is', () => {
  it('is nothing that can be said before the first fill has ended', () => {
    expect(freshSince(filling)).toBeNull()
    expect(freshSince({ ...filled, began: null })).toBeNull()
  })

  it('is since the fill began, until the rota has come round', () => {
    expect(freshSince(filled)).toBe(now)
    const due = (ms: number) => freshSince({ ...filled, nothingDueAt: instantAt(NOW + ms) })
    expect(due(LONGEST_UNREAD_MS - 1)).toBe(now)
    expect(due(LONGEST_UNREAD_MS + 60_000)).toBe(instantAt(NOW + 60_000))
  })
})

describe('a removal', () => {
  const going = removing(filled)
  const empty = foundLeft(going, true, NOW)

  it('ends where nothing was left for so long', () => {
    expect(empty).toEqual({ ...going, emptySince: now })
    expect(foundLeft(empty, true, NOW + QUIET - 1)).toBe(empty)
    expect(foundLeft(empty, true, NOW + QUIET)).toEqual({ ...switchedOff(filled), documents: 0 })
    expect([isQuiet(going, NOW), isQuiet(empty, NOW + QUIET)]).toEqual([false, true])
  })

  it('waits that long once more where something was left in between', () => {
    expect(foundLeft(empty, false, NOW + QUIET)).toEqual(going)
    expect(foundLeft(going, false, NOW)).toBe(going)
  })

  it('that somebody has ended is none', () => {
    const off = { ...switchedOff(filled), emptySince: now }
    expect(foundLeft(off, true, NOW + QUIET)).toBe(off)
    expect(foundLeft(off, false, NOW + QUIET)).toBe(off)
  })
})
