import { NO_RESULTS, withPointer } from '../../domain/batch/rows'
import { handedOver, SKEW_MS } from '../../domain/batch/lanes'
import { EMPTY_JOURNAL } from '../../domain/journal/journal'
import { problem } from '../../domain/problem/problems'
import { instantAt } from '../../domain/values/instant'
import {
  APPLIED,
  DEAD_MS,
  endOf,
  rowOf,
  rows,
  startedBatch as begin,
} from '../../edge/testing/startedBatch'
import { someInvoice } from '../testing/someOrder'
import { VirtualClock } from '../testing/virtualClock'
import { runLane } from './runLane'
import { SliceRun } from './sliceRun'

/** How often the results and the rows of slices are written. */
function counting(one: Awaited<ReturnType<typeof begin>>) {
  const { batches } = one.ports
  const written = { results: 0, rows: 0 }
  const counted = Object.assign(Object.create(batches) as typeof batches, {
    changeResults: async (...asked: Parameters<typeof batches.changeResults>) => {
      written.results += 1
      return batches.changeResults(...asked)
    },
    rewriteRows: async (...asked: Parameters<typeof batches.rewriteRows>) => {
      written.rows += 1
      return batches.rewriteRows(...asked)
    },
  })
  return { written, batches: counted }
}

describe('documents', () => {
  const withDocument = (invoiceNumber: string | null) => {
    const invoice = someInvoice({ invoiceNumber, embeddedInvoice: '<xml/>' })
    return { fulfill: { invoice, invoiceNumber: null, tracking: null, status: null } }
  }

  it('of rows that OMS holds go, with the number that was read from them kept; others stay', async () => {
    const one = await begin([
      rowOf('a', withDocument(null)),
      rowOf('b', withDocument('NF-7')),
      rowOf('c', withDocument('NF-8')),
      rowOf('d'),
    ])
    one.oms.end = ({ orderId }) => (orderId === 'c' ? endOf('FAILED') : endOf('APPLIED', 'NF-5'))
    await one.work()
    const invoices = (await one.told()).map(({ row }) => row.fulfill.invoice)
    expect(
      invoices.map((invoice) => invoice && [invoice.embeddedInvoice, invoice.invoiceNumber])
    ).toEqual([[null, 'NF-5'], [null, 'NF-7'], ['<xml/>', 'NF-8'], null])
  })

  it('of which none goes cost no save of all rows', async () => {
    const one = await begin([rowOf('a', withDocument('NF-7')), rowOf('b')])
    one.oms.end = ({ orderId }) => endOf(orderId === 'a' ? 'FAILED' : 'APPLIED')
    const { written, batches } = counting(one)
    await runLane({ ...one.ports, batches }, { batchId: one.batchId, pass: 1, lane: 0 })
    expect(written).toEqual({ results: 1, rows: 0 })
  })
})

describe('a slice that somebody died in', () => {
  /** Lane 0 died with row 1 in hand, this often before. */
  async function died(fallen: Record<string, number>, journal: object = {}) {
    const one = await begin(rows(4))
    await one.hold(0)
    const [place] = await one.slices()
    await one.ports.batches.changeResults(one.batchId, place, () => ({
      ...withPointer(NO_RESULTS, 1),
      fallen,
    }))
    one.clock.advance(DEAD_MS)
    const read = async () => ({ ...EMPTY_JOURNAL, ...journal })
    const ports = { ...one.ports, journals: { read } }
    const work = () => runLane(ports, { batchId: one.batchId, pass: 1, lane: 0 })
    const results = () => one.ports.batches.results(one.batchId, place)
    return { ...one, work, results }
  }

  it('is run row by row, each written down before it is touched', async () => {
    const one = await died({})
    const pointers: unknown[] = []
    one.oms.end = async ({ row }) => {
      pointers.push([row, (await one.results()).at])
      return APPLIED
    }
    await one.work()
    expect(one.oms.most).toBe(1)
    expect(pointers).toEqual([0, 1, 2, 3].map((row) => [row, row]))
    expect(await one.results()).toMatchObject({ at: null, fallen: { 1: 1 } })
    expect((await one.head()).state).toBe('DONE')
  })

  const findsNothing = ({ row }: { row: number }) =>
    row === 1 ? { ...endOf('REFUSED'), steps: [] } : APPLIED

  it.each([
    ['FAILED', 'nothing of it went out', {}],
    ['UNKNOWN', 'something may be on its way', { intents: [{}] }],
    ['UNKNOWN', 'a status may be on its way', { tracking: [{}] }],
    ['UNKNOWN', 'an edit may be on its way', { edits: [{}] }],
  ])('leaves out the row that killed twice: %s where %s', async (outcome, _, journal) => {
    const one = await died({ 1: 1 }, journal)
    one.oms.end = findsNothing
    await one.work()
    // What may be on its way is looked at once more, before the end.
    const look = outcome === 'UNKNOWN' ? [1] : []
    expect(one.oms.ran.map(({ row }) => row)).toEqual([0, 2, 3, ...look])
    expect((await one.told())[1].result).toMatchObject({
      outcome,
      problems: [{ code: 'BATCH_ROW_POISONED' }],
    })
  })

  it('counts no death where a handler leaves a row in time that it could not end', async () => {
    const one = await died({})
    one.oms.end = () => ({ ...endOf('FAILED'), problems: [problem('RATE_LIMITED')] })
    one.oms.tookMs = 3_000
    for (let handler = 1; handler <= 4; handler += 1) await one.work()
    expect(await one.results()).toMatchObject({ at: null, fallen: { 1: 1 } })
    one.oms.end = () => APPLIED
    await one.work()
    expect(await one.head()).toMatchObject({ state: 'DONE', counts: { APPLIED: 4 } })
  })

  it('asks the journal of the order that was in hand, and of no other', async () => {
    const one = await died({ 1: 1 })
    const read: string[] = []
    const journals = {
      read: async (orderId: string) => {
        read.push(orderId)
        return EMPTY_JOURNAL
      },
    }
    await runLane({ ...one.ports, journals }, { batchId: one.batchId, pass: 1, lane: 0 })
    expect(read).toEqual(['o-1'])
  })

  it('is none where the one before gave it back alive, whatever row he had in hand', async () => {
    const one = await died({ 1: 1 })
    await one.ports.batches.change(one.batchId, (newest) =>
      handedOver(newest, { lane: 0, pass: 1, owner: 'other 0' })
    )
    const read = async () => {
      throw new Error('nobody has died')
    }
    const call = { batchId: one.batchId, pass: 1, lane: 0 }
    await runLane({ ...one.ports, journals: { read } }, call)
    expect((await one.told())[1].result).toMatchObject({ outcome: 'APPLIED' })
    expect(one.oms.ran).toHaveLength(4)
  })

  it('is none of a part that the batch has not, nor of a batch that is not under way', async () => {
    const one = await died({})
    const head = await one.head()
    const none = SliceRun.load(one.ports, head, { slice: 99, deaths: 0, looksAt: null })
    await expect(none).rejects.toThrow('a slice that no part holds')
    const resting = SliceRun.load(
      one.ports,
      { ...head, pass: null },
      { slice: 0, deaths: 0, looksAt: null }
    )
    await expect(resting).rejects.toThrow('a slice that no part holds')
  })

  it.each([
    ['UNKNOWN', 'since the batch was made', 0],
    ['UNKNOWN', 'as far as clocks may differ', -SKEW_MS],
    ['FAILED', 'long before', -SKEW_MS - 1],
  ])('counts as sent what was told of the order: %s, %s', async (outcome, _, laterMs) => {
    const createdAt = new VirtualClock().now()
    const activity = [{ at: instantAt(createdAt + laterMs) }]
    const one = await died({ 1: 1 }, { activity })
    one.oms.end = findsNothing
    await one.work()
    expect((await one.told())[1].result?.outcome).toBe(outcome)
  })
})

describe('a slice that has never been touched', () => {
  it('costs no look at a journal, and a save only where something is new', async () => {
    const one = await begin(rows(3))
    let journals = 0
    const read = async () => {
      journals += 1
      return EMPTY_JOURNAL
    }
    const { written, batches } = counting(one)
    one.oms.tookMs = 7_000
    const ports = { ...one.ports, batches, journals: { read } }
    await runLane(ports, { batchId: one.batchId, pass: 1, lane: 0 })
    expect({ journals, ...written }).toEqual({ journals: 0, results: 1, rows: 0 })
  })
})
