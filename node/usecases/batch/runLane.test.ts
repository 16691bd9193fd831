import { handedOver, LANES, LEASE_MS } from '../../domain/batch/lanes'
import { Fault } from '../../domain/problem/fault'
import {
  APPLIED,
  DEAD_MS,
  endOf,
  rowOf,
  rows,
  startedBatch as begin,
} from '../../edge/testing/startedBatch'
import { someInvoice } from '../testing/someOrder'
import type { LanePorts } from './ports'
import { runLane } from './runLane'
import { pauseBatch } from './steerBatch'

describe('a lane of a batch', () => {
  it('runs every row once, twelve at a time, and ends the batch', async () => {
    const one = await begin(rows(130))
    one.oms.tookMs = 100
    await one.work()
    expect(await one.head()).toMatchObject({ state: 'DONE', counts: { APPLIED: 130 } })
    expect(one.oms.ran.map(({ row }) => row).sort((a, b) => a - b)).toEqual([...rows(130).keys()])
    expect(one.oms.most).toBe(12)
    expect([...one.oms.by]).toEqual(['bob'])
    expect(one.sent).toEqual([])
    expect((await one.told()).map(({ result }) => result)).toMatchObject(
      rows(130).map((_, row) => ({ row, pass: 1, isRehearsed: false, outcome: 'APPLIED' }))
    )
  })

  it('says of each row when it ended', async () => {
    const one = await begin(rows(1))
    one.oms.tookMs = 700
    const before = one.clock.now()
    await one.work()
    expect((await one.told())[0].result?.finishedAt).toBe(before + 700)
  })

  it('runs the rows of one order one after the other, and gives each what the batch accepts', async () => {
    const accept = ['VALUE_LEAVES_REMAINDER'] as never
    const own = ['INVOICE_NOT_SHOWN'] as never
    const same = [rowOf('a', { accept: own }), rowOf('b'), rowOf('a'), rowOf('a')]
    const one = await begin(same, false, accept)
    one.oms.tookMs = 100
    const before = one.clock.now()
    await one.work()
    expect(one.oms.most).toBe(2)
    expect(one.oms.ran.filter(({ orderId }) => orderId === 'a').map(({ row }) => row)).toEqual([
      0, 2, 3,
    ])
    expect(one.oms.ran.find(({ row }) => row === 0)?.accept).toEqual([...accept, ...own])
    expect(one.clock.now() - before).toBeGreaterThanOrEqual(300)
  })

  it('begins no row after ten seconds, gives back what it has, and calls the next', async () => {
    const one = await begin(rows(100))
    one.oms.tookMs = 4_000
    const before = one.clock.now()
    await one.work()
    // Three times twelve, those under way at the end come to theirs.
    expect(one.oms.ran).toHaveLength(36)
    expect(one.clock.now() - before).toBeLessThan(12_500)
    // When the lane was passed on, and at the end: nobody had come.
    const called = [0, 1, 2, 3].map((lane) => ({ lane, batchId: one.batchId, pass: 1 }))
    expect(one.sent).toEqual([...called, ...called])
    const { pass, state } = await one.head()
    expect([state, pass!.lanes[0].owner]).toEqual(['RUNNING', null])
    // Nobody died: what was told stays, and the rest is run side by side.
    one.oms.tookMs = 100
    await one.work()
    expect(one.oms.ran).toHaveLength(100)
    expect(await one.head()).toMatchObject({ state: 'DONE', counts: { APPLIED: 100 } })
  })

  it('does nothing where somebody else holds it, or where it was called for an older pass', async () => {
    const one = await begin(rows(3))
    await one.hold(0)
    await one.work(0)
    await one.work(1, 7)
    expect(one.oms.ran).toEqual([])
    expect(one.sent).toEqual([])
    await runLane(one.ports, { batchId: one.batchId, pass: 1, lane: 9 })
    expect(one.oms.ran).toEqual([])
  })

  it('that has no successor says so, and is delivered again', async () => {
    const one = await begin(rows(100))
    one.oms.tookMs = 4_000
    one.oms.isCourierDown = true
    await expect(one.work()).rejects.toMatchObject({
      kind: 'unavailable',
      upstream: 'EVENTS',
      operation: 'Send',
    })
    const warned = one.log.warnings.map(({ detail }) => detail)
    expect(warned[warned.length - 1]).toMatch(/^lane left without a successor at 2026-/)
  })

  it('stops within two seconds of a pause: rows under way end, no other begins', async () => {
    const one = await begin(rows(100))
    one.oms.tookMs = 900
    const working = one.work()
    await one.clock.sleep(1_000)
    await pauseBatch(one.ports, one.batchId)
    await working
    expect(one.oms.ran.length).toBeLessThanOrEqual(48)
    expect(one.sent).toEqual([])
    const { state, pass } = await one.head()
    expect([state, pass!.lanes[0].owner]).toEqual(['PAUSED', null])
    const done = (await one.told()).filter(({ result }) => result !== null)
    expect(done).toHaveLength(one.oms.ran.length)
  })

  it('writes down what ended while it works, so that a death costs little', async () => {
    const one = await begin(rows(100))
    one.oms.tookMs = 900
    const working = one.work()
    await one.clock.sleep(4_500)
    const written = (await one.told()).filter(({ result }) => result !== null)
    expect(written.length).toBeGreaterThanOrEqual(24)
    await working
  })

  it('keeps its lease while it works', async () => {
    const one = await begin(rows(1))
    one.oms.tookMs = LEASE_MS - 5_000
    const working = one.work()
    await one.clock.sleep(LEASE_MS - 6_000)
    const { until } = (await one.head()).pass!.lanes[0]
    expect(until - one.clock.now()).toBeGreaterThan(LEASE_MS / 2 - 3_000)
    await working
    expect((await one.head()).state).toBe('DONE')
  })

  it('waits for what others have in hand, and takes it over once they are dead', async () => {
    const one = await begin(rows(3))
    await one.hold(1)
    one.clock.advance(DEAD_MS - 3_000)
    await one.work()
    expect(one.oms.ran).toHaveLength(3)
    expect((await one.head()).state).toBe('DONE')
  })

  it('calls the next one where it has waited in vain', async () => {
    const one = await begin(rows(3))
    await one.hold(1)
    const before = one.clock.now()
    await one.work()
    expect(one.oms.ran).toEqual([])
    expect(one.clock.now() - before).toBeGreaterThanOrEqual(10_000)
    expect(one.sent).toEqual([0, 2, 3].map((lane) => ({ lane, batchId: one.batchId, pass: 1 })))
  })

  it('looks no second time at a rehearsal, which sends nothing and keeps every document', async () => {
    const invoice = someInvoice({ embeddedInvoice: '<xml/>' })
    const fulfill = { invoice, invoiceNumber: null, tracking: null, status: null }
    const one = await begin([rowOf('a', { fulfill })], true)
    one.oms.end = () => endOf('ALREADY_APPLIED')
    await one.work()
    const [{ row, result }] = await one.told()
    expect(result).toMatchObject({ isRehearsed: true, outcome: 'ALREADY_APPLIED' })
    expect(row.fulfill.invoice?.embeddedInvoice).toBe('<xml/>')
  })

  it('goes once more through rows that OMS has not shown, and only once', async () => {
    const one = await begin(rows(3))
    let calls = 0
    one.oms.end = ({ row }) =>
      row === 2 || (row === 1 && ++calls === 1) ? endOf('ACCEPTED') : APPLIED
    await one.work()
    expect(await one.head()).toMatchObject({ state: 'DONE', counts: { APPLIED: 2, ACCEPTED: 1 } })
    expect(one.oms.ran.map(({ row }) => row)).toEqual([0, 1, 2, 1, 2])
    expect((await one.told()).map(({ result }) => result?.pass)).toEqual([1, 2, 2])
  })

  it('calls the next one while rows of its own hang, and begins no slice beside him', async () => {
    const one = await begin(rows(300))
    one.oms.end = async ({ row }) => {
      await one.clock.sleep(row % 25 === 0 ? 9_000 : 900)
      return APPLIED
    }
    const before = one.clock.now()
    const first = one.work()
    await one.clock.sleep(5_000)
    expect(one.sent).toContainEqual({ lane: 0, batchId: one.batchId, pass: 1 })
    const next = one.work()
    await one.clock.sleep(500)
    const { lanes } = (await one.head()).pass!
    expect(lanes.map(({ owner }) => owner !== null)).toEqual([true, false, false, false, true])
    const slices = lanes[LANES].work.map(({ slice }) => slice)
    await first
    expect(one.clock.now() - before).toBeLessThan(20_000)
    const left = (await one.head()).pass!.lanes[LANES].work.map(({ slice }) => slice)
    expect(slices).toEqual(expect.arrayContaining(left))
    await next
    const runs = one.oms.ran.map(({ row }) => row)
    expect(new Set(runs).size).toBe(runs.length)
  })

  it('shares what the last of its workers finds with those that had run dry', async () => {
    const one = await begin(rows(60))
    await one.hold(1)
    one.oms.end = async ({ row }) => {
      await one.clock.sleep(row < 50 ? 100 : 2_000)
      return APPLIED
    }
    const before = one.clock.now()
    const working = one.work()
    await one.clock.sleep(1_000)
    // What the other one had comes back while a few rows are under way here.
    await one.ports.batches.change(one.batchId, (newest) =>
      handedOver(newest, { lane: 1, pass: 1, owner: 'other 1' })
    )
    await working
    expect(await one.head()).toMatchObject({ state: 'DONE', counts: { APPLIED: 60 } })
    expect(one.clock.now() - before).toBeLessThan(6_000)
  })
})

describe('a row whose end VBase does not take', () => {
  it('is told with the next save, in its time', async () => {
    const one = await begin(rows(30))
    one.oms.tookMs = 900
    const { batches } = one.ports
    const saved: number[] = []
    const changeResults: LanePorts['batches']['changeResults'] = async (...asked) => {
      saved.push(one.oms.ran.length)
      if (saved.length === 1)
        throw new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Save' })
      return batches.changeResults(...asked)
    }
    const failing = Object.assign(Object.create(batches) as LanePorts['batches'], {
      changeResults,
    })
    const ports = { ...one.ports, batches: failing }
    await runLane(ports, { batchId: one.batchId, pass: 1, lane: 0 })
    expect(await one.head()).toMatchObject({ state: 'DONE', counts: { APPLIED: 30 } })
    expect((await one.told()).every(({ result }) => result?.outcome === 'APPLIED')).toBe(true)
    expect(one.log.warnings).toEqual([{ flow: 'Batch', detail: 'VBASE Save: unavailable' }])
  })

  it('hides no mistake of ours', async () => {
    const one = await begin(rows(3))
    const mistake = new TypeError('undefined is not a function')
    const changeResults = async () => {
      throw mistake
    }
    const batches = Object.assign(Object.create(one.ports.batches) as LanePorts['batches'], {
      changeResults,
    })
    const ports = { ...one.ports, batches }
    await expect(runLane(ports, { batchId: one.batchId, pass: 1, lane: 0 })).rejects.toBe(mistake)
  })
})
