import { NO_PARCELS, withTold } from '../../domain/carriers/orderParcels'
import { Fault } from '../../domain/problem/fault'
import { DEFAULT_SETTINGS } from '../../domain/values/settings'
import { instantAt } from '../../domain/values/instant'
import { someEvent, someParcel } from '../../domain/testing/someParcel'
import type { Order } from '../../domain/order/order'
import type { Ports } from '../ports'
import { assembleView } from '../reading/assembleView'
import { MemoryDocuments } from '../testing/memoryDocuments'
import { moment, someOrder, somePackage } from '../testing/someOrder'
import { World } from '../testing/world'
import { documentFor, keepDocument, refreshDocument } from './refreshDocument'

const ID = '1400-01'
const DAY_MS = 24 * 60 * 60 * 1000

async function refreshed(
  order: Order | null,
  changes: (ports: Ports) => Partial<Ports> = () => ({})
) {
  const world = new World(...(order ? [order] : []))
  const documents = new MemoryDocuments()
  const ports = world.ports()
  const all = { ...ports, ...changes(ports) }
  const run = () => refreshDocument(all, { documents, keepClosedDays: 30 }, ID)
  return { world, documents, run }
}

describe('a document that is read anew', () => {
  it('says what its order is, as it was right before OMS was asked', async () => {
    const { world, documents, run } = await refreshed(someOrder())
    world.oms.latencyMs = 700
    const askedAt = world.clock.now()
    await run()
    expect(documents.kept.get(ID)).toMatchObject({
      stage: 'TO_INVOICE',
      orderId: ID,
      readAt: instantAt(askedAt),
    })
  })

  it('rests on a journal that was read before the order', async () => {
    const calls: string[] = []
    const { world, run } = await refreshed(someOrder(), ({ journals }) => ({
      journals: {
        ...journals,
        read: async (id) => {
          calls.push(`journal, ${world.oms.sent.length} reads`)
          return journals.read(id)
        },
      },
    }))
    await run()
    expect(calls).toEqual(['journal, 0 reads'])
  })

  it('is not written where the journal does not answer', async () => {
    const down = new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Journal' })
    const { documents, run } = await refreshed(someOrder(), ({ journals }) => ({
      journals: {
        ...journals,
        read: async () => {
          throw down
        },
      },
    }))
    await expect(run()).rejects.toBe(down)
    expect(documents.calls).toEqual([])
  })

  it('has its numbers found by the search', async () => {
    const { world, run } = await refreshed(
      someOrder({ packages: [somePackage({ trackingNumber: 'AA1' })] })
    )
    await run()
    expect(world.numbers.get('AA1')).toEqual([ID])
  })

  it('knows what carriers told, what OMS says of changes, and how the store calls its carriers', async () => {
    const packages = [
      somePackage({ courier: 'LOGGI', trackingNumber: someParcel().trackingNumber }),
    ]
    const told = withTold(NO_PARCELS, 'NF-1', [
      {
        from: 'm',
        reports: [
          someParcel({
            events: [someEvent({ state: 'LOST', date: moment('2026-03-10T10:00:00Z') })],
          }),
        ],
      },
    ])
    const carriers = [{ name: 'Loggi', urlTemplate: null, numberPattern: null }]
    const { world, documents, run } = await refreshed(
      someOrder({ packages, status: 'invoiced', carriesChanges: true }),
      ({ settings }) => ({
        parcels: { read: async () => told },
        settings: { ...settings, read: async () => ({ ...DEFAULT_SETTINGS, carriers }) },
      })
    )
    world.oms.changeStates.set(ID, { inProgress: true, requestId: null })
    await run()
    expect(documents.kept.get(ID)).toMatchObject({
      carrier: 'Loggi',
      parcelState: 'LOST',
      attention: ['ORDER_CHANGE_IN_PROGRESS', 'TRACKING_LOST'],
    })
  })

  it('waits for no answer about changes', async () => {
    const { world, documents, run } = await refreshed(someOrder({ carriesChanges: true }))
    world.oms.fail({ call: 'changes', kind: 'unavailable', times: 9 })
    await run()
    expect(documents.kept.get(ID)).toMatchObject({ reason: null })
  })

  it('goes where its order is kept no longer', async () => {
    const canceled = (ageMs: number) => {
      const lastChange = instantAt(new World().clock.now() - ageMs)
      return refreshed(someOrder({ status: 'canceled', lastChange }))
    }
    const kept = await canceled(30 * DAY_MS - 60_000)
    await kept.run()
    expect([...kept.documents.kept.keys()]).toEqual([ID])
    const gone = await canceled(30 * DAY_MS)
    await gone.run()
    expect(gone.documents.calls).toEqual([['remove', ID]])
  })
})

describe('an order that OMS does not know', () => {
  it('loses its document once OMS has said so twice, a second apart', async () => {
    const { world, documents, run } = await refreshed(null)
    const at = world.clock.now()
    await run()
    expect(documents.calls).toEqual([['remove', ID]])
    expect([world.oms.sent.length, world.clock.now() - at]).toEqual([2, 1_000])
  })

  it('keeps it where OMS knows it the second time', async () => {
    const { world, documents, run } = await refreshed(null)
    const running = run()
    void world.clock.sleep(500).then(() => world.oms.put(someOrder()))
    await running
    expect(documents.calls).toEqual([])
  })
})

it('an order that this app has made up has no document', async () => {
  const world = new World()
  const order = someOrder()
  const view = assembleView(order, {
    journal: world.journal(ID),
    settings: DEFAULT_SETTINGS,
    changes: null,
    rights: new Set(),
    nowMs: world.clock.now(),
  })
  expect(await documentFor(world.ports(), 30, view)).toBeNull()
  const documents = new MemoryDocuments()
  await keepDocument(world.ports(), { documents, keepClosedDays: 30 }, view)
  expect(documents.calls).toEqual([])
})
