import { KEPT_MS } from '../../domain/batch/filling'
import { Fault } from '../../domain/problem/fault'
import { addBatchRows } from './addBatchRows'
import { createBatch } from './createBatch'
import type { BatchPorts, Nudge } from './ports'
import { listBatches, readBatchRows, viewBatch } from './readBatches'
import { removeBatch } from './removeBatch'
import { deleteBatch, startBatch } from './steerBatch'
import { BatchStore } from '../../edge/stores/batches'
import { shardPath } from '../../edge/stores/claimShards'
import { LedgerStore } from '../../edge/stores/ledger'
import { countingIds, FakeClock, RecordingLog } from '../../edge/testing/fakes'
import { MemoryFiles } from '../../edge/testing/memoryFiles'

const GIVEN = { key: 'k', name: 'n', rowCount: 3, accept: [] }
const FIRST_PAGE = { page: 1, perPage: 100 }
const ANA = { actor: 'ana', mayRefund: false }
const row = (orderId: string) => ({
  orderId,
  label: null,
  accept: [],
  fulfill: { invoice: null, invoiceNumber: null, tracking: null, status: null },
})
const ROWS = ['c', 'a', 'b'].map(row)

function world(files = new MemoryFiles(), name = 'id') {
  const clock = new FakeClock()
  const sent: Nudge[] = []
  const state = { isCourierDown: false }
  const parts = { files, newId: countingIds(name), sleep: (ms: number) => clock.sleep(ms) }
  const ports: BatchPorts = {
    clock,
    log: new RecordingLog(),
    newId: parts.newId,
    batches: new BatchStore(parts),
    ledger: new LedgerStore(parts),
    shardOf: shardPath,
    events: {
      send: async (nudge) => {
        if (state.isCourierDown)
          throw new Fault({ kind: 'unavailable', upstream: 'EVENTS', operation: 'Send' })
        sent.push(nudge)
      },
    },
  }
  return { files, clock, sent, ports, state }
}

async function filled({ ports }: ReturnType<typeof world>): Promise<string> {
  const { batch } = await createBatch(ports, GIVEN, 'ana')
  await addBatchRows(ports, batch!.batchId, 0, ROWS)
  return batch!.batchId
}

describe('making a batch', () => {
  it('is one a key, also for two who make it at the same moment on two replicas', async () => {
    const files = new MemoryFiles()
    const here = world(files, 'here')
    const there = world(files, 'there')
    const made = await Promise.all([
      createBatch(here.ports, GIVEN, 'ana'),
      createBatch(there.ports, GIVEN, 'bob'),
    ])
    const ids = new Set(made.map(({ batch }) => batch!.batchId))
    expect(ids.size).toBe(1)
    const again = await createBatch(here.ports, GIVEN, 'cid')
    expect(ids.has(again.batch!.batchId)).toBe(true)
    expect((await listBatches(here.ports, FIRST_PAGE)).total).toBe(1)
  })

  it('finds the list that somebody seeds between two looks at it', async () => {
    const seed = JSON.stringify({ content: { batches: [], removing: [] }, writes: [] })
    const files: MemoryFiles = new MemoryFiles(async (label) => {
      if (label.startsWith('answer batches/index')) files.content.set('batches/index.json', seed)
    })
    expect(await listBatches(world(files).ports, FIRST_PAGE)).toMatchObject({ total: 0 })
  })

  it('that is known by its key costs no write', async () => {
    const one = world()
    const { batch } = await createBatch(one.ports, GIVEN, 'ana')
    const { saves } = one.files
    expect(await createBatch(one.ports, GIVEN, 'bob')).toEqual({ batch, problems: [] })
    expect(one.files.saves).toBe(saves)
  })

  it('begins anew where whoever was quicker is gone by the time one looks', async () => {
    const one = world()
    const { batch: quicker } = await createBatch(one.ports, GIVEN, 'bob')
    one.files.content.delete(`batches/${quicker!.batchId}/head.json`)
    const { batches } = one.ports
    let looks = 0
    const late = Object.assign(Object.create(batches) as typeof batches, {
      index: async () => (++looks === 1 ? { batches: [], removing: [] } : batches.index()),
    })
    const { batch, problems } = await createBatch({ ...one.ports, batches: late }, GIVEN, 'ana')
    expect(problems).toEqual([])
    expect(await listBatches(one.ports, FIRST_PAGE)).toMatchObject({ total: 1, batches: [batch] })
  })

  it('whose answer was lost is found by its key', async () => {
    const one = world()
    await createBatch(one.ports, { ...GIVEN, key: 'before' }, 'ana')
    // Its head is saved, and the list too, but that is answered as failed.
    one.files.failures.push(undefined as never, 'after')
    const first = await createBatch(one.ports, GIVEN, 'ana')
    expect((await createBatch(one.ports, GIVEN, 'ana')).batch).toEqual(first.batch)
    expect((await listBatches(one.ports, FIRST_PAGE)).total).toBe(2)
  })

  it('after 30 days begins anew under its key, and the old files go', async () => {
    const one = world()
    const old = await filled(one)
    one.clock.advance(KEPT_MS)
    expect((await listBatches(one.ports, FIRST_PAGE)).total).toBe(0)
    const { batch } = await createBatch(one.ports, { ...GIVEN, rowCount: 9 }, 'ana')
    expect(batch!.batchId).not.toBe(old)
    expect(one.sent).toContainEqual({ batchId: old, isRemoval: true })
    await removeBatch(one.ports, old)
    expect([...one.files.content.keys()].filter((path) => path.includes(old))).toEqual([])
    expect((await one.ports.batches.index()).removing).toEqual([])
  })
})

describe('filling a batch', () => {
  it('stores the rows once, and shows them in their order', async () => {
    const one = world()
    const batchId = await filled(one)
    const before = one.files.content.size
    const again = await addBatchRows(one.ports, batchId, 0, ROWS)
    expect(again).toMatchObject({ problems: [], batch: { state: 'READY' } })
    expect(one.files.content.size).toBe(before)
    const page = (await readBatchRows(one.ports, batchId, null, FIRST_PAGE))!
    expect(page.total).toBe(3)
    expect(page.rows.map(({ row: { orderId } }) => orderId)).toEqual(['c', 'a', 'b'])
    const second = (await readBatchRows(one.ports, batchId, null, { page: 2, perPage: 2 }))!
    expect(second.rows.map(({ row: { orderId } }) => orderId)).toEqual(['b'])
  })

  it('takes the same rows again without a word, and refuses others in their place', async () => {
    const one = world()
    const batchId = await filled(one)
    const { saves } = one.files
    const again = await addBatchRows(one.ports, batchId, 0, ROWS)
    expect(again).toStrictEqual({ batch: await one.ports.batches.find(batchId), problems: [] })
    const others = await addBatchRows(one.ports, batchId, 0, ROWS.slice(1))
    expect(others.problems).toMatchObject([{ code: 'BATCH_STATE_FORBIDS' }])
    expect(one.files.saves).toBe(saves)
  })

  it('a call that VBase failed names no row, and can be made again', async () => {
    const one = world()
    const { batch } = await createBatch(one.ports, GIVEN, 'ana')
    one.files.failures.push('before')
    await expect(addBatchRows(one.ports, batch!.batchId, 0, ROWS)).rejects.toThrow('VBASE')
    expect(await viewBatch(one.ports, batch!.batchId)).toMatchObject({ state: 'FILLING' })
    const again = await addBatchRows(one.ports, batch!.batchId, 0, ROWS)
    expect(again.batch!.state).toBe('READY')
  })

  it('two calls at one moment are both there', async () => {
    const one = world()
    const { batch } = await createBatch(one.ports, { ...GIVEN, rowCount: 6 }, 'ana')
    await Promise.all([0, 3].map((at) => addBatchRows(one.ports, batch!.batchId, at, ROWS)))
    expect((await viewBatch(one.ports, batch!.batchId))!.state).toBe('READY')
  })
})

describe('a batch that is named', () => {
  it('is never taken for new where VBase does not show it', async () => {
    const one = world()
    const batchId = await filled(one)
    one.files.hidden.add(`batches/${batchId}/head.json`)
    await expect(viewBatch(one.ports, batchId)).rejects.toThrow('VBASE')
    await expect(startBatch(one.ports, batchId, false, ANA)).rejects.toThrow('VBASE')
    one.files.hidden.add('batches/index.json')
    await expect(listBatches(one.ports, FIRST_PAGE)).rejects.toThrow('VBASE')
    await expect(createBatch(one.ports, GIVEN, 'ana')).rejects.toThrow('VBASE')
    one.files.hidden.clear()
    expect(await viewBatch(one.ports, batchId)).toMatchObject({ state: 'READY' })
  })

  it('and cannot be read as one is not begun anew', async () => {
    const one = world()
    const batchId = await filled(one)
    one.files.content.set(`batches/${batchId}/head.json`, '{"state":"READY"}')
    await expect(viewBatch(one.ports, batchId)).rejects.toThrow('unreadable')
  })
})

describe('starting a batch', () => {
  it('nudges each lane; where no event goes out, whoever looks later does', async () => {
    const one = world()
    const batchId = await filled(one)
    one.state.isCourierDown = true
    expect((await startBatch(one.ports, batchId, false, ANA)).batch!.state).toBe('RUNNING')
    one.state.isCourierDown = false
    await viewBatch(one.ports, batchId)
    expect(one.sent).toEqual([])
    one.clock.advance(5_001)
    await viewBatch(one.ports, batchId)
    expect(one.sent).toEqual([0, 1, 2, 3].map((lane) => ({ batchId, lane, pass: 1 })))
  })

  it('with returns needs who may refund, though they came after he was asked', async () => {
    const one = world()
    const { batch } = await createBatch(one.ports, { ...GIVEN, rowCount: 1 }, 'ana')
    const invoice = { type: 'INPUT' } as never
    const given = { ...row('a'), fulfill: { ...row('a').fulfill, invoice } }
    await addBatchRows(one.ports, batch!.batchId, 0, [given])
    const refused = await startBatch(one.ports, batch!.batchId, false, ANA)
    expect(refused.problems.map(({ code }) => code)).toEqual(['BATCH_STATE_FORBIDS'])
    const may = { ...ANA, mayRefund: true }
    expect((await startBatch(one.ports, batch!.batchId, false, may)).problems).toEqual([])
  })
})

describe('removing a batch', () => {
  it('hides it at once, frees its key, and leaves no file', async () => {
    const one = world()
    const batchId = await filled(one)
    await deleteBatch(one.ports, batchId)
    expect(await viewBatch(one.ports, batchId)).toBeNull()
    expect((await createBatch(one.ports, GIVEN, 'ana')).batch!.batchId).not.toBe(batchId)
    await removeBatch(one.ports, batchId)
    expect([...one.files.content.keys()].filter((path) => path.includes(batchId))).toEqual([])
  })

  it('an event of long ago removes nothing that lives', async () => {
    const one = world()
    const batchId = await filled(one)
    await removeBatch(one.ports, batchId)
    expect(await viewBatch(one.ports, batchId)).toMatchObject({ state: 'READY' })
  })
})

describe('the ledger', () => {
  it('hands a moment out once, to whoever asks on whichever replica', async () => {
    const files = new MemoryFiles()
    const stores = [world(files), world(files)].map(({ ports }) => ports.ledger)
    const take = (ledger: (typeof stores)[number]) =>
      ledger.change((found) => ({
        ledger: { ...found, nextAt: found.nextAt + 1 },
        value: found.nextAt,
      }))
    const taken = await Promise.all(Array.from({ length: 6 }, (_, turn) => take(stores[turn % 2])))
    expect(new Set(taken).size).toBe(6)
  })

  it('that cannot be read is begun anew: it holds the pace and nothing else', async () => {
    const { files, ports } = world()
    files.content.set('pace.json', '"x"')
    expect((await ports.ledger.read()).resumeAt).toBe(0)
  })
})
