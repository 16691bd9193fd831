import { Fault, type FaultKind, type Upstream } from '../../domain/problem/fault'
import { SWITCHED_OFF, switchedOn, type Window } from '../../domain/readmodel/readModel'
import { LISTED_STATUSES } from '../../domain/standing/queue'
import { instantAt } from '../../domain/values/instant'
import { ReadModelParts } from '../testing/readModelParts'
import { someOrder } from '../testing/someOrder'
import { VirtualClock } from '../testing/virtualClock'
import { workReadModel } from './workReadModel'

const DAY_MS = 24 * 60 * 60 * 1000
const HOUR_MS = 60 * 60 * 1000
/** For so long one handler begins orders. */
const WORK_MS = 10_000

const idOf = (at: number) => `${1400 + at}-01`

/** Orders that are to be handled, made a second after each other, the first one last. */
function ordersMade(count: number) {
  const now = new VirtualClock().now()
  return Array.from({ length: count }, (_, at) => {
    const creationDate = instantAt(now - HOUR_MS - at * 1_000)
    return someOrder({ orderId: idOf(at), creationDate, lastChange: creationDate })
  })
}

/** A filled read model of which these orders are due. */
function due(count: number): ReadModelParts {
  const parts = new ReadModelParts(...ordersMade(count))
  const refreshDue = instantAt(parts.clock.now() - HOUR_MS)
  for (let at = 0; at < count; at += 1)
    parts.documents.kept.set(idOf(at), { refreshDue, readAt: refreshDue, closed: null })
  return parts
}

/** One whose first fill has just begun. */
function filling(count: number): ReadModelParts {
  const parts = new ReadModelParts(...ordersMade(count))
  parts.model = switchedOn(SWITCHED_OFF, 30, parts.clock.now())
  return parts
}

const window = (parts: ReadModelParts, changes: Partial<Window> = {}): Window => ({
  what: 'ALL',
  from: instantAt(parts.clock.now() - DAY_MS),
  to: instantAt(parts.clock.now()),
  page: 1,
  ...changes,
})

async function handled(parts: ReadModelParts): Promise<ReadModelParts> {
  await workReadModel(parts.ports())
  return parts
}

const fault = (upstream: Upstream, kind: FaultKind, retryAfterSeconds?: number) =>
  new Fault({ kind, upstream, retryAfterSeconds, operation: 'call' })

/** What is thrown at one kind of call. */
function failing(parts: ReadModelParts, at: string, why: Error): ReadModelParts {
  parts.documents.pass = (call) => {
    if (call === at) throw why
  }
  return parts
}

describe('a handler', () => {
  it('leaves where another one works', async () => {
    const parts = filling(1)
    await parts.ports().claims.hold('read model', 0, () => handled(parts))
    expect([parts.documents.calls, parts.turns, parts.nudges]).toEqual([[], [], []])
  })

  it('reads and asks nothing while the read model is off or rests', async () => {
    const rests = filling(1)
    rests.model = { ...rests.model, restsUntil: instantAt(rests.clock.now() + 1) }
    const off = filling(1)
    off.model = { ...off.model, isOn: false }
    for (const parts of [rests, off]) {
      await handled(parts)
      expect([parts.documents.calls, parts.turns, parts.nudges]).toEqual([[], [], []])
    }
  })

  it('has Master Data take documents, anew where it refused them', async () => {
    const parts = await handled(due(1))
    expect(parts.documents.of('prepare')).toEqual([[undefined]])
    parts.model = { ...parts.model, fill: 'FAILED' }
    await handled(parts)
    expect(parts.documents.of('prepare')).toEqual([[undefined], ['anew']])
  })

  it('notes that nothing was due, how many documents there are, and calls no other', async () => {
    const parts = await handled(due(3))
    expect(parts.model).toMatchObject({ documents: 3, nothingDueAt: instantAt(parts.clock.now()) })
    expect([parts.reads, parts.saves, parts.nudges]).toEqual([3, 1, []])
    expect([...parts.actors]).toEqual(['read model'])
  })

  it('looks for orders that nobody told of', async () => {
    const parts = new ReadModelParts(...ordersMade(2))
    parts.model = { ...parts.model, listedUntil: instantAt(parts.clock.now() - 2 * HOUR_MS) }
    const now = instantAt(parts.clock.now())
    await handled(parts)
    expect([...parts.documents.kept.keys()].sort()).toEqual([idOf(0), idOf(1)])
    expect(parts.model).toMatchObject({ windows: [], listedUntil: now })
  })

  it('stops where somebody has switched off meanwhile, or let all rest', async () => {
    for (const change of [{ isOn: false }, { restsUntil: instantAt(Date.parse('2027-01-01')) }]) {
      const parts = filling(1)
      let reads = 0
      parts.read = () => {
        reads += 1
        if (reads === 2) parts.model = { ...parts.model, ...change }
      }
      await handled(parts)
      expect([parts.reads, parts.world.oms.bodies('list'), parts.nudges]).toEqual([0, [], []])
    }
  })
})

describe('what is due', () => {
  it('is asked for a page at a time, up to now, with what was delivered too long ago', async () => {
    const parts = due(1)
    parts.model = { ...parts.model, keepClosedDays: 7 }
    const now = parts.clock.now()
    await handled(parts)
    expect(parts.documents.of('due')[0]).toEqual([instantAt(now), instantAt(now - 7 * DAY_MS), 100])
  })

  it('is read once, where the index still names it', async () => {
    const parts = due(2)
    parts.documents.indexRests()
    await handled(parts)
    expect([parts.reads, parts.nudges, parts.model.nothingDueAt]).toEqual([
      2,
      [],
      instantAt(parts.clock.now()),
    ])
  })

  it('is waited for where the index names a whole page of what was read', async () => {
    const parts = due(100)
    parts.documents.indexRests()
    await handled(parts)
    expect([parts.reads, parts.nudges]).toEqual([100, ['MORE']])
    const next = parts.documents
    // The next one takes nobody for due whom this one has read; then the index goes on.
    let asked = 0
    next.pass = (call) => {
      if (call === 'due') asked += 1
      if (asked === 3) next.indexGoesOn()
    }
    const at = parts.clock.now()
    await handled(parts)
    expect([parts.reads, parts.nudges.length, asked]).toEqual([100, 1, 3])
    expect(parts.clock.now() - at).toBe(1_000)
  })

  describe('though somebody has read it since is not read', () => {
    const read = async (
      kept: (now: number) => { readAt: number; refreshDue: number | null; closed?: number }
    ) => {
      const parts = due(1)
      const { readAt, refreshDue, closed } = kept(parts.clock.now())
      parts.documents.indexRests()
      parts.documents.kept.set(idOf(0), {
        readAt: instantAt(readAt),
        refreshDue: refreshDue === null ? null : instantAt(refreshDue),
        closed: closed === undefined ? null : instantAt(closed),
      })
      await handled(parts)
      return parts.reads
    }
    const MINUTES = 60_000

    it('for ten minutes: an index is no longer behind', async () => {
      expect(await read((now) => ({ readAt: now - 10 * MINUTES + 1, refreshDue: now + 1 }))).toBe(0)
      expect(await read((now) => ({ readAt: now - 10 * MINUTES, refreshDue: now + 1 }))).toBe(1)
    })

    it('unless it is due again', async () => {
      expect(await read((now) => ({ readAt: now, refreshDue: now }))).toBe(1)
      expect(await read((now) => ({ readAt: now, refreshDue: null }))).toBe(1)
    })

    it('unless it is kept no longer', async () => {
      const closed = (now: number) => now - 30 * DAY_MS
      const is = (more: number) => (now: number) => ({
        readAt: now,
        refreshDue: now + 1,
        closed: closed(now) + more,
      })
      expect([await read(is(1)), await read(is(0))]).toEqual([0, 1])
    })
  })

  it('and has gone is not read, and one that was only noted is', async () => {
    const parts = due(2)
    parts.documents.indexRests()
    parts.documents.kept.delete(idOf(0))
    const refreshDue = instantAt(parts.clock.now() + HOUR_MS)
    parts.documents.kept.set(idOf(1), { refreshDue, readAt: null, closed: null })
    await handled(parts)
    expect([...parts.documents.kept.keys()]).toEqual([idOf(1)])
    expect(parts.documents.of('put')).toEqual([[idOf(1)]])
  })
})

describe('the pace', () => {
  it('is an order every tenth of a second, each with a turn of all that share OMS', async () => {
    const parts = due(5)
    const now = parts.clock.now()
    await handled(parts)
    const until = now + WORK_MS
    expect(parts.turns).toEqual([0, 100, 200, 300, 400].map((ms) => ({ until, at: now + ms })))
  })

  it('goes on between what is due and what is listed', async () => {
    const parts = due(2)
    parts.world.oms.put(...ordersMade(4).slice(2))
    parts.model = { ...parts.model, windows: [window(parts)] }
    const now = parts.clock.now()
    await handled(parts)
    expect(parts.turns.map(({ at }) => at - now)).toEqual([0, 100, 200, 300])
  })

  it('lets eight be under way at once', async () => {
    const parts = due(20)
    parts.world.oms.latencyMs = 2_000
    const now = parts.clock.now()
    await handled(parts)
    const begun = parts.turns.map(({ at }) => at - now)
    expect(begun.slice(0, 8)).toEqual([0, 100, 200, 300, 400, 500, 600, 700])
    // The ninth begins with the end of the first.
    expect(begun[8]).toBe(2_000)
  })

  it('begins nothing after ten seconds, and calls the next handler', async () => {
    const parts = due(120)
    const began = parts.clock.now()
    await handled(parts)
    expect([parts.reads, parts.turns.length, parts.nudges]).toEqual([100, 100, ['MORE']])
    // Nor does it wait for the turns of those that it leaves.
    expect(parts.clock.now() - began).toBeLessThan(WORK_MS)
    await handled(parts)
    expect([parts.reads, parts.nudges]).toEqual([120, ['MORE']])
  })

  it('is over right then: what is left is for the next handler to find', async () => {
    const parts = due(1)
    parts.world.oms.latencyMs = WORK_MS
    await handled(parts)
    expect([parts.nudges, parts.documents.of('due').length]).toEqual([['MORE'], 1])
    expect(parts.documents.of('count')).toEqual([])
  })

  it('begins nothing where there is no turn any more, and calls the next handler', async () => {
    const parts = due(5)
    parts.isItsTurn = () => parts.turns.length <= 2
    await handled(parts)
    expect([parts.reads, parts.turns.length, parts.nudges]).toEqual([2, 3, ['MORE']])
  })
})

describe('a page of what is to be listed', () => {
  it('has its orders read, counts once all were, and the last one ends the fill', async () => {
    const parts = await handled(filling(3))
    expect([...parts.documents.kept.keys()].sort()).toEqual([idOf(0), idOf(1), idOf(2)])
    expect(parts.model).toMatchObject({
      fill: 'IDLE',
      windows: [],
      // Each window counts its own: those that are open stand in both.
      filled: 6,
      toFill: 6,
      filledAt: instantAt(parts.clock.now()),
    })
    expect([parts.reads, parts.nudges]).toEqual([3, []])
  })

  it('asks OMS for what is open, then for all, a hundred each, and counts both before the first', async () => {
    const parts = filling(1)
    const [open, all] = parts.model.windows
    await handled(parts)
    const of = ({ from, to }: Window) => ({
      createdFrom: from,
      createdTo: to,
      search: null,
      page: 1,
    })
    const statuses = [...LISTED_STATUSES.TO_HANDLE, ...LISTED_STATUSES.TO_INVOICE, 'invoice']
    expect(parts.world.oms.bodies('list')).toEqual([
      { ...of(open), statuses, perPage: 1 },
      { ...of(all), statuses: [], perPage: 1 },
      { ...of(open), statuses, perPage: 100 },
      { ...of(all), statuses: [], perPage: 100 },
    ])
  })

  it('asks for the page that the window names', async () => {
    const parts = new ReadModelParts(...ordersMade(3))
    parts.model = { ...parts.model, windows: [window(parts, { page: 2 })] }
    await handled(parts)
    expect(parts.world.oms.bodies('list')).toMatchObject([{ page: 2, perPage: 100 }])
    expect(parts.reads).toBe(0)
  })

  it('is followed by the next where it is full', async () => {
    const parts = new ReadModelParts(...ordersMade(100))
    const { clock } = parts
    const refreshDue = instantAt(clock.now() + HOUR_MS)
    for (let at = 0; at < 100; at += 1)
      parts.documents.kept.set(idOf(at), { refreshDue, readAt: refreshDue, closed: null })
    parts.model = { ...parts.model, windows: [window(parts)] }
    await handled(parts)
    const oldest = instantAt(clock.now() - HOUR_MS - 99_000)
    expect(parts.world.oms.bodies('list')).toMatchObject([
      { page: 1, createdTo: instantAt(clock.now()) },
      { page: 1, createdTo: oldest },
    ])
    expect([parts.reads, parts.model.windows]).toEqual([0, []])
  })

  it('that was cut short does not count, and goes on where it was', async () => {
    const parts = filling(5)
    parts.isItsTurn = () => parts.turns.length <= 2
    const before = parts.model.windows
    await handled(parts)
    expect([parts.reads, parts.model.windows, parts.model.filled]).toEqual([2, before, 0])
    parts.isItsTurn = () => true
    await handled(parts)
    expect([parts.reads, parts.model.fill]).toEqual([5, 'IDLE'])
  })

  it('for which the time was not enough does not count', async () => {
    const parts = filling(40)
    parts.model = { ...parts.model, toFill: 80 }
    parts.documents.pass = async (call) => {
      if (call === 'put') await parts.clock.sleep(3_000)
    }
    const before = parts.model.windows
    await handled(parts)
    expect([parts.reads, parts.model.windows, parts.model.filled]).toEqual([32, before, 0])
  })

  it('is counted no more once it was, nor after the first fill', async () => {
    const parts = filling(1)
    parts.model = { ...parts.model, toFill: 7 }
    await handled(parts)
    expect(parts.model.toFill).toBe(7)
    const later = new ReadModelParts(...ordersMade(1))
    later.model = { ...later.model, toFill: null, windows: [window(later)] }
    await handled(later)
    expect(later.world.oms.bodies('list')).toHaveLength(1)
  })

  describe('costs no read of an order', () => {
    const reads = async (
      kept: (now: number) => readonly [number | null, number | null],
      began = true
    ) => {
      const parts = new ReadModelParts(...ordersMade(1))
      const now = parts.clock.now()
      parts.model = {
        ...parts.model,
        began: began ? instantAt(now - HOUR_MS) : null,
        windows: [window(parts)],
      }
      const [readAt, refreshDue] = kept(now).map((ms) => (ms === null ? null : instantAt(ms)))
      parts.documents.pass = (call) => {
        // What the rota would find, the page is to find here.
        if (call === 'due') parts.documents.kept.clear()
        else parts.documents.kept.set(idOf(0), { readAt, refreshDue, closed: null })
      }
      await handled(parts)
      return parts.reads
    }

    it('whose document was read since the fill began, and is not overdue', async () => {
      expect(await reads((now) => [now - HOUR_MS, now + 1])).toBe(0)
      expect(await reads((now) => [now - HOUR_MS - 1, now + 1])).toBe(1)
      expect(await reads((now) => [now - HOUR_MS, now])).toBe(1)
    })

    it('unless it was only noted', async () => {
      expect(await reads((now) => [null, now + 1])).toBe(1)
      expect(await reads((now) => [now, null])).toBe(1)
    })

    it('where nobody knows when the fill began', async () => {
      expect(await reads((now) => [now - 9 * DAY_MS, now + 1], false)).toBe(0)
      expect(await reads((now) => [null, now + 1], false)).toBe(1)
    })
  })
})

describe('an order that OMS does not answer for', () => {
  it('is noted for five minutes later, and keeps no other waiting', async () => {
    const parts = due(2)
    parts.world.oms.fail({ call: 'get', kind: 'forbidden' })
    const now = parts.clock.now()
    await handled(parts)
    expect(parts.documents.of('note')).toEqual([[idOf(0), instantAt(now + 5 * 60_000)]])
    expect(parts.documents.of('put')).toEqual([[idOf(1)]])
    expect(parts.world.logs).toEqual([
      { flow: 'ReadModel', orderId: idOf(0), detail: 'OMS get: forbidden' },
    ])
    expect(parts.model.restsUntil).toBeNull()
  })
})

describe('all rest', () => {
  const MINUTE = 60
  const rested = async (parts: ReadModelParts) => {
    await handled(parts)
    const { restsUntil, fill } = parts.model
    const seconds = restsUntil && (Date.parse(restsUntil) - parts.clock.now()) / 1_000
    return { seconds, fill, nudges: parts.nudges }
  }

  it.each<[FaultKind, 'PAUSED' | 'FAILED']>([
    ['unavailable', 'PAUSED'],
    ['unknown', 'PAUSED'],
    ['rateLimited', 'PAUSED'],
    ['forbidden', 'FAILED'],
    ['rejected', 'FAILED'],
    ['unreadable', 'FAILED'],
  ])('for a minute where Master Data is %s: %s', async (kind, fill) => {
    const parts = failing(filling(1), 'put', fault('MASTERDATA', kind))
    expect(await rested(parts)).toEqual({ fill, seconds: MINUTE, nudges: [] })
    expect(parts.world.logs).toEqual([{ flow: 'ReadModel', detail: `MASTERDATA call: ${kind}` }])
    expect(parts.documents.of('note')).toEqual([])
  })

  it('for as long as VTEX says, where that is longer', async () => {
    const limited = (seconds: number) =>
      failing(filling(1), 'prepare', fault('MASTERDATA', 'rateLimited', seconds))
    expect(await rested(limited(90))).toMatchObject({ seconds: 90 })
    expect(await rested(limited(30))).toMatchObject({ seconds: MINUTE })
  })

  it('where OMS has too many calls, and no order is noted for it', async () => {
    const parts = filling(3)
    parts.world.oms.fail({ call: 'get', kind: 'rateLimited', retryAfterSeconds: 120, times: 9 })
    expect(await rested(parts)).toMatchObject({ seconds: 120, fill: 'PAUSED' })
    expect([parts.turns.length, parts.documents.of('note')]).toEqual([1, []])
  })

  it('after those under way have ended: nothing goes on behind the back of whoever comes next', async () => {
    const parts = due(12)
    parts.world.oms.latencyMs = 250
    let puts = 0
    parts.documents.pass = (call) => {
      if (call === 'put' && (puts += 1) === 1) throw fault('MASTERDATA', 'unavailable')
    }
    const began = parts.clock.now()
    await rested(parts)
    const { calls } = parts.documents
    // When the last of the eight would have had its turn.
    expect(parts.clock.now() - began).toBe(700)
    // Three had begun by the time the first one failed.
    expect([parts.turns.length, puts]).toEqual([3, 3])
    const atEnd = calls.length
    await parts.clock.sleep(WORK_MS)
    expect(calls.length).toBe(atEnd)
  })

  it('but for a read model that was switched off meanwhile', async () => {
    const parts = filling(1)
    parts.documents.pass = (call) => {
      if (call !== 'put') return
      parts.model = SWITCHED_OFF
      throw fault('MASTERDATA', 'unavailable')
    }
    await handled(parts)
    expect(parts.model).toBe(SWITCHED_OFF)
  })

  it('for no mistake of ours', async () => {
    for (const call of ['prepare', 'put']) {
      const parts = failing(due(1), call, new TypeError('ours'))
      await expect(handled(parts)).rejects.toThrow('ours')
    }
  })
})
