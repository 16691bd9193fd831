import { MOST_BYTES_A_SLICE } from '../../domain/batch/slices'
import { Fault } from '../../domain/problem/fault'
import { endOf, rowOf, rows, startedBatch } from '../../edge/testing/startedBatch'
import { someInvoice } from '../testing/someOrder'
import { addBatchRows } from './addBatchRows'
import { createBatch, forget } from './createBatch'
import { nudgeLanes } from './nudge'
import { removeBatch } from './removeBatch'
import { deleteBatch, pauseBatch, retryBatch, startBatch } from './steerBatch'

const ANA = { actor: 'ana', mayRefund: false }
const GIVEN = { key: 'other', name: 'n', rowCount: 3, accept: [] }
const NONE = {
  batch: null,
  problems: [{ code: 'BATCH_NOT_FOUND', facts: [{ name: 'batchId', value: 'none' }] }],
}
const STATE = (value: string) => [
  { code: 'BATCH_STATE_FORBIDS', facts: [{ name: 'state', value }] },
]
const returning = { invoice: someInvoice({ type: 'INPUT' }) }

describe('a batch that is none', () => {
  it('is told as such by whatever is asked of it', async () => {
    const { ports } = await startedBatch(rows(1))
    for (const answer of [
      startBatch(ports, 'none', false, ANA),
      pauseBatch(ports, 'none'),
      retryBatch(ports, 'none', ['FAILED'], ANA),
      deleteBatch(ports, 'none'),
      addBatchRows(ports, 'none', 0, rows(1)),
    ])
      expect(await answer).toMatchObject(NONE)
  })
})

describe('steering a batch', () => {
  it('pauses it and goes on with it', async () => {
    const { ports, batchId, sent } = await startedBatch(rows(1))
    expect(await pauseBatch(ports, batchId)).toMatchObject({
      batch: { state: 'PAUSED' },
      problems: [],
    })
    expect(sent).toEqual([])
    const on = await startBatch(ports, batchId, false, ANA)
    expect(on).toMatchObject({ batch: { state: 'RUNNING', startedBy: 'ana' }, problems: [] })
    expect(sent).toHaveLength(4)
  })

  it('runs rows again that ended so, for who may', async () => {
    const one = await startedBatch([
      rowOf('a', { fulfill: { ...rowOf('a').fulfill, ...returning } }),
    ])
    one.oms.end = () => endOf('FAILED')
    await one.work()
    expect(await retryBatch(one.ports, one.batchId, ['FAILED'], ANA)).toMatchObject({
      batch: { state: 'DONE' },
      problems: STATE('DONE'),
    })
    const may = { ...ANA, mayRefund: true }
    expect(await retryBatch(one.ports, one.batchId, ['FAILED'], may)).toMatchObject({
      batch: { state: 'RUNNING', pass: { number: 3, outcomes: ['FAILED'] } },
      problems: [],
    })
    one.oms.end = () => endOf('APPLIED')
    await one.work(0, 3)
    expect(await one.head()).toMatchObject({ state: 'DONE', counts: { APPLIED: 1 } })
  })

  it('removes none that runs', async () => {
    const { ports, batchId } = await startedBatch(rows(1))
    expect(await deleteBatch(ports, batchId)).toMatchObject({
      batch: { batchId, state: 'RUNNING' },
      problems: STATE('RUNNING'),
    })
    await pauseBatch(ports, batchId)
    expect(await deleteBatch(ports, batchId)).toMatchObject({
      batch: { batchId, state: 'PAUSED' },
      problems: [],
    })
    expect(await ports.batches.find(batchId)).toBeNull()
  })
})

describe('making a batch', () => {
  it('says what stands against it, and makes none', async () => {
    const { ports } = await startedBatch(rows(1))
    const answer = await createBatch(ports, { ...GIVEN, rowCount: 0 }, 'ana')
    expect(answer).toMatchObject({ batch: null, problems: [{ code: 'BATCH_ROWS_MISSING' }] })
    expect((await ports.batches.index()).batches).toHaveLength(1)
  })

  it('finds the one of its key, and refuses another of it', async () => {
    const { ports, batchId } = await startedBatch(rows(1))
    const same = { ...GIVEN, key: 'k', rowCount: 1 }
    expect(await createBatch(ports, same, 'bob')).toMatchObject({
      batch: { batchId, createdBy: 'ana' },
      problems: [],
    })
    expect(await createBatch(ports, { ...same, rowCount: 2 }, 'bob')).toMatchObject({
      batch: null,
      problems: [{ code: 'BATCH_KEY_TAKEN' }],
    })
    expect(await createBatch(ports, GIVEN, 'bob')).toMatchObject({ problems: [] })
  })

  it('makes room where the one of its key is gone, at the moment in which it expires too', async () => {
    const { ports, batchId, clock, sent } = await startedBatch(rows(1))
    const same = { ...GIVEN, key: 'k', rowCount: 1 }
    await ports.batches.hide(batchId)
    const second = (await createBatch(ports, same, 'bob')).batch!
    expect(second.batchId).not.toBe(batchId)
    expect(sent).toContainEqual({ batchId, isRemoval: true })
    expect(await ports.batches.index()).toMatchObject({
      batches: [{ batchId: second.batchId }],
      removing: [batchId],
    })
    clock.advance(second.expiresAt - clock.now())
    const third = (await createBatch(ports, same, 'bob')).batch!
    expect(third.batchId).not.toBe(second.batchId)
    expect((await ports.batches.index()).removing).toContain(second.batchId)
  })

  it('forgets one of several, and remembers once that its files are to go', async () => {
    const { ports, batchId } = await startedBatch(rows(1))
    const other = (await createBatch(ports, GIVEN, 'ana')).batch!.batchId
    const idsOf = async () => {
      const { batches, removing } = await ports.batches.index()
      return { removing, live: batches.map((one) => one.batchId) }
    }
    await forget(ports, 'none')
    expect(await idsOf()).toEqual({ live: [batchId, other], removing: [] })
    await forget(ports, other)
    expect(await idsOf()).toEqual({ live: [batchId], removing: [other] })
    await ports.batches.changeIndex((index) => ({ ...index, removing: [batchId, other] }))
    await forget(ports, batchId)
    expect(await idsOf()).toEqual({ live: [], removing: [other, batchId] })
  })
})

describe('rows of a batch', () => {
  async function empty() {
    const { ports } = await startedBatch(rows(1))
    const { batch } = await createBatch(ports, GIVEN, 'ana')
    const add = (offset: number, ...given: ReturnType<typeof rowOf>[]) =>
      addBatchRows(ports, batch!.batchId, offset, given)
    return { ports, add, batchId: batch!.batchId }
  }

  it('that do not fit are refused, and are none of its', async () => {
    const { add } = await empty()
    expect(await add(2, rowOf('a'), rowOf('b'))).toMatchObject({
      batch: { parts: [] },
      problems: [{ code: 'BATCH_TOO_LARGE', field: ['offset'] }],
    })
    const huge = rowOf('b', { label: 'x'.repeat(MOST_BYTES_A_SLICE) })
    expect(await add(0, rowOf('a'), huge)).toMatchObject({
      batch: { parts: [] },
      problems: [{ code: 'BATCH_TOO_LARGE', field: ['rows', '1'] }],
    })
  })

  it('may be as heavy as a slice, to the byte', async () => {
    const { add } = await empty()
    const bare = JSON.stringify({ ...rowOf('a', { label: '' }), row: 0 }).length
    const label = (more: number) => 'x'.repeat(MOST_BYTES_A_SLICE - bare + more)
    expect((await add(0, rowOf('a', { label: label(1) }))).problems).toHaveLength(1)
    expect(await add(0, rowOf('a', { label: label(0) }))).toMatchObject({
      batch: { parts: [{ count: 1 }] },
      problems: [],
    })
  })

  it('hold a return where one of them is one', async () => {
    const { add } = await empty()
    const invoice = { fulfill: { ...rowOf('a').fulfill, ...returning } }
    expect(await add(0, rowOf('a'))).toMatchObject({ batch: { hasReturns: false } })
    expect(await add(1, rowOf('b'), rowOf('c', invoice))).toMatchObject({
      batch: { hasReturns: true, state: 'READY' },
    })
  })

  it('that somebody was quicker with are his: other rows are refused, the same are known', async () => {
    for (const [orderId, problems] of [
      ['a', []],
      ['z', STATE('FILLING')],
    ] as const) {
      const { add, ports, batchId } = await empty()
      const { createSlice } = ports.batches
      let isFirst = true
      ports.batches.createSlice = async (...asked) => {
        if (isFirst) {
          isFirst = false
          await add(0, rowOf('a'))
        }
        return createSlice.apply(ports.batches, asked)
      }
      const answer = await add(0, rowOf(orderId))
      expect(answer).toMatchObject({ problems, batch: { batchId, parts: [{ count: 1 }] } })
      expect(answer.problems).toHaveLength(problems.length)
    }
  })

  it('of a batch that is removed meanwhile are those of none', async () => {
    const { add, ports, batchId } = await empty()
    const { createSlice } = ports.batches
    ports.batches.createSlice = async (...asked) => {
      await ports.batches.hide(batchId)
      return createSlice.apply(ports.batches, asked)
    }
    expect(await add(0, rowOf('a'))).toMatchObject({ problems: [{ code: 'BATCH_NOT_FOUND' }] })
  })
})

describe('an event that calls a lane', () => {
  it('may fail for one of them: that is told, and logged', async () => {
    const { ports, head, log } = await startedBatch(rows(1))
    const batch = await head()
    expect(await nudgeLanes(ports, batch)).toBe(true)
    let sends = 0
    const send = async () => {
      sends += 1
      if (sends === 2)
        throw new Fault({ kind: 'unavailable', upstream: 'EVENTS', operation: 'Send' })
    }
    expect(await nudgeLanes({ ...ports, events: { send } }, batch)).toBe(false)
    expect(log.warnings).toEqual([
      { flow: 'Batch', detail: 'event not sent: EVENTS Send: unavailable' },
    ])
  })

  it('hides no mistake of ours', async () => {
    const { ports, head } = await startedBatch(rows(1))
    const mistake = new TypeError('undefined is not a function')
    const send = async () => {
      throw mistake
    }
    await expect(nudgeLanes({ ...ports, events: { send } }, await head())).rejects.toBe(mistake)
  })
})

describe('removing files', () => {
  it('ends after ten seconds and calls the next; what lives stays', async () => {
    const { ports, batchId, clock, sent } = await startedBatch(rows(1))
    await createBatch(ports, GIVEN, 'ana')
    await removeBatch(ports, batchId)
    expect(await ports.batches.find(batchId)).not.toBeNull()
    await pauseBatch(ports, batchId)
    await deleteBatch(ports, batchId)
    await ports.batches.changeIndex((index) => ({
      ...index,
      removing: ['older', ...index.removing],
    }))
    sent.length = 0
    const removeFiles = async () => {
      clock.advance(1_000)
      return false
    }
    const batches = Object.assign(Object.create(ports.batches) as typeof ports.batches, {
      removeFiles,
    })
    const before = clock.now()
    await removeBatch({ ...ports, batches }, batchId)
    expect(clock.now() - before).toBe(10_000)
    expect(sent).toEqual([{ batchId, isRemoval: true }])
    await removeBatch(ports, batchId)
    expect((await ports.batches.index()).removing).toEqual(['older'])
  })
})
