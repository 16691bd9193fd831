import { documentOf, type OrderDocument } from '../../../domain/readmodel/orderDocument'
import { someOrder } from '../../../domain/testing/someOrder'
import { VirtualClock } from '../../../usecases/testing/virtualClock'
import { RecordingLog } from '../../testing/fakes'
import { MemoryFiles } from '../../testing/memoryFiles'
import { MOST_OWN_WRITES, OWN_WRITE_AGE_MS, OwnWrites, ownWritesMemory } from './ownWrites'

const clock = new VirtualClock()
const log = new RecordingLog()

const written = (number: number, readAtMs = clock.now()): OrderDocument =>
  documentOf(
    {
      order: someOrder({ orderId: `14${number}-01` }),
      stage: 'TO_SHIP',
      attention: [],
      shipments: [],
    },
    { readAtMs, keepClosedDays: 30, carriers: [] }
  )

const replica = (files = new MemoryFiles(), tenant = 'store', memory = ownWritesMemory(clock)) =>
  new OwnWrites({ files, memory, clock, log, tenant, sleep: (ms) => clock.sleep(ms) })

const idsOf = (documents: readonly OrderDocument[]) => documents.map(({ orderId }) => orderId)

describe('what this app has just written', () => {
  it('is known in its process at once, on others once it was shared, whole', async () => {
    const files = new MemoryFiles()
    const [one, other] = [replica(files), replica(files)]
    const document = written(1)
    one.add(document)
    expect([one.known(), await other.all()]).toEqual([[document], []])
    await one.share()
    expect(await other.all()).toEqual([document])
  })

  it('is told to nobody of another account', () => {
    const [files, memory] = [new MemoryFiles(), ownWritesMemory(clock)]
    replica(files, 'one', memory).add(written(1))
    expect(replica(files, 'other', memory).known()).toEqual([])
  })

  it('is forgotten two minutes later, also where a clock was put back', async () => {
    const files = new MemoryFiles()
    const one = replica(files)
    one.add(written(1))
    await one.share()
    clock.advance(OWN_WRITE_AGE_MS)
    expect([one.known(), await replica(files).all()]).toEqual([[], []])
    clock.advance(-3 * OWN_WRITE_AGE_MS)
    expect([one.known(), await replica(files).all()]).toEqual([[], []])
    clock.advance(3 * OWN_WRITE_AGE_MS)
  })

  it('ends when the index has it, whatever the file still says; a later write of the order begins anew', async () => {
    const one = replica()
    one.add(written(1))
    await one.share()
    one.settle(written(1))
    expect(await one.all()).toEqual([])
    clock.advance(1_000)
    one.add(written(1))
    expect(idsOf(await one.all())).toEqual(['141-01'])
    one.drop('141-01')
    expect(one.known()).toEqual([])
  })

  it('is the reading that was asked for last, and the newest orders of many', () => {
    const one = replica()
    const later = clock.now() + 500
    one.add(written(7, later))
    one.add(written(7, later - 100))
    expect(one.known()).toEqual([written(7, later)])
    for (let number = 100; number < 100 + MOST_OWN_WRITES; number += 1) {
      clock.advance(10)
      one.add(written(number))
    }
    expect(idsOf(one.known())).toHaveLength(MOST_OWN_WRITES)
    expect(idsOf(one.known())).not.toContain('147-01')
  })

  it('of a whole batch costs two saves a second, and none of them is one too few', async () => {
    const files = new MemoryFiles()
    const one = replica(files)
    one.add(written(1))
    await one.share()
    const [began, saves] = [clock.now(), files.saves]
    const shared: Promise<void>[] = []
    for (let number = 100; number < 600; number += 1) {
      one.add(written(number))
      shared.push(one.share())
      await clock.sleep(10)
    }
    await Promise.all(shared)
    expect(files.saves - saves).toBeLessThanOrEqual(2 + ((clock.now() - began) / 1_000) * 2)
    expect(idsOf(await replica(files).all())).toContain('14599-01')
  })

  it('of two replicas that save at once is told by both', async () => {
    const files = new MemoryFiles()
    const [one, other] = [replica(files), replica(files)]
    one.add(written(1))
    other.add(written(2))
    await Promise.all([one.share(), other.share()])
    expect(idsOf(await replica(files).all()).sort()).toEqual(['141-01', '142-01'])
  })

  it('that cannot be shared harms nobody, and goes with the next', async () => {
    const files = new MemoryFiles()
    const one = replica(files)
    one.add(written(1))
    await one.share()
    files.failures.push(...Array.from({ length: 8 }, () => 'before' as const))
    one.add(written(2))
    await one.share()
    one.add(written(3))
    await one.share()
    expect(idsOf(await replica(files).all()).sort()).toEqual(['141-01', '142-01', '143-01'])
  })

  it('is what a file can be read of, and nothing where it is something else', async () => {
    const files = new MemoryFiles()
    await files.save(
      'read-model-own-writes.json',
      { writes: [null, { at: 'x' }, { at: clock.now(), document: { orderId: 1 } }] },
      null
    )
    expect(await replica(files).all()).toEqual([])
    await files.save('read-model-own-writes.json', [], null)
    expect(await replica(files).all()).toEqual([])
  })
})
