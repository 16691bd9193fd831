import { invoiceOf, type Told } from '../../domain/carriers/orderParcels'
import { namesOfReport } from '../../domain/carriers/names'
import type { ParcelEvent } from '../../domain/parcel/parcelReport'
import { someOrder, somePackage } from '../../domain/testing/someOrder'
import { someParcel } from '../../domain/testing/someParcel'
import { DELIVERED, FIRST, MOVING, orderWith, POSTED, puts } from '../../edge/testing/carrierPosts'
import { CarrierWorld } from '../../edge/testing/carrierWorld'
import type { LanePorts } from './ports'
import { tellOrder } from './tellOrder'

const UNTIL = Date.parse('2026-03-10T13:00:00Z')
const told = (from: string, events: readonly ParcelEvent[], of: object = FIRST): Told => ({
  from,
  reports: [someParcel({ ...of, events })],
})
const tell = (all: CarrierWorld, more: readonly Told[], ports: Partial<LanePorts> = {}) =>
  tellOrder({ ...all.ports(), ...ports }, '1-01', new Map([['1', more]]), ['generic'], UNTIL)
const world = () => new CarrierWorld(orderWith('1-01', FIRST.trackingNumber))

describe('what messages tell of an order', () => {
  it('is written down before it is told, and marked as told afterwards', async () => {
    const all = world()
    const ports = all.ports()
    const before: unknown[] = []
    const turn = async (until: number) => {
      const { events } = invoiceOf(await ports.parcels.read('1-01'), '1')
      before.push(until, ...events.map((event) => [event.from, event.told]))
      return true
    }
    const { ends, parcels } = await tell(all, [told('a', [POSTED]), told('b', [MOVING])], { turn })
    expect(before).toEqual([UNTIL, ['a', null], ['b', null]])
    expect([...ends]).toMatchObject([['1', { end: 'DONE' }]])
    expect(invoiceOf(parcels, '1').events.map((event) => event.told)).toEqual(['SENT', 'SENT'])
    expect(await ports.parcels.read('1-01')).toEqual(parcels)
    expect(invoiceOf(parcels, '1')).not.toHaveProperty('isDeliveryTold')
  })

  it('that is known costs no save, no turn and no call to OMS', async () => {
    const all = world()
    await tell(all, [told('a', [POSTED, DELIVERED])])
    const [asked, saves, reads] = [all.world.oms.sent.length, all.files.saves, all.files.reads]
    const turn = async () => {
      throw new Error('no turn is needed')
    }
    const { ends } = await tell(all, [told('b', [DELIVERED])], { turn })
    expect(ends.get('1')).toMatchObject({ end: 'DONE', problem: null })
    expect([all.world.oms.sent.length, all.files.saves]).toEqual([asked, saves])
    expect(all.files.reads - reads).toBe(1)
  })

  it('remembers that its delivery is told', async () => {
    const { parcels } = await tell(world(), [told('a', [DELIVERED])])
    expect(invoiceOf(parcels, '1').isDeliveryTold).toBe(true)
  })

  it('is told later where its turn does not come in time, and stays written down', async () => {
    const all = world()
    const { ends, parcels } = await tell(all, [told('a', [POSTED])], { turn: async () => false })
    expect(ends.get('1')).toMatchObject({ end: 'LATER' })
    expect(all.world.oms.sent).toEqual([])
    expect(invoiceOf(parcels, '1').events).toMatchObject([{ told: null }])
    expect(await all.ports().parcels.read('1-01')).toEqual(parcels)
  })

  it('is told of every invoice of it, one after the other', async () => {
    const packages = ['1', '2'].map((invoiceNumber) =>
      somePackage({ invoiceNumber, trackingNumber: `T${invoiceNumber}` })
    )
    const all = new CarrierWorld(someOrder({ packages, orderId: '1-01', status: 'invoiced' }))
    const of = new Map(
      ['1', '2'].map((number) => [number, [told('a', [POSTED], { trackingNumber: `T${number}` })]])
    )
    const by = ['intelipost', 'generic', 'generic']
    const { ends, parcels } = await tellOrder(all.ports(), '1-01', of, by, UNTIL)
    expect([...ends].map(([number, { end }]) => [number, end])).toEqual([
      ['1', 'DONE'],
      ['2', 'DONE'],
    ])
    expect(puts(all)).toBe(2)
    for (const number of ['1', '2'])
      expect(invoiceOf(parcels, number).events).toMatchObject([{ told: 'SENT' }])
    expect(new Set(all.world.journal('1-01').activity.map(({ actor }) => actor))).toEqual(
      new Set(['carrier: generic, intelipost'])
    )
  })

  it('saves nothing after a failure: what was not told is told next time', async () => {
    const all = world()
    all.world.oms.fail({ call: 'updateTrackingStatus', kind: 'rejected', status: 400 })
    const { ends, parcels } = await tell(all, [told('a', [POSTED])])
    expect(ends.get('1')).toMatchObject({ end: 'FAILED' })
    expect(invoiceOf(parcels, '1').events).toMatchObject([{ told: null }])
  })
})

describe('a delivery that is known only later', () => {
  it('is told though every event of it was told before, and then never again', async () => {
    const all = world()
    await tell(all, [told('a', [POSTED, { ...DELIVERED, state: 'UNKNOWN' }])])
    expect(all.world.oms.peek('1-01').packages[0].courierStatus?.finished).toBe(false)
    const { parcels } = await tell(all, [told('b', [DELIVERED])])
    expect(all.world.oms.peek('1-01').packages[0].courierStatus?.finished).toBe(true)
    expect(invoiceOf(parcels, '1').isDeliveryTold).toBe(true)
    const asked = all.world.oms.sent.length
    await tell(all, [told('c', [DELIVERED])])
    expect(all.world.oms.sent).toHaveLength(asked)
  })
})

describe('an invoice that was found under a name that it bears no more', () => {
  const OTHER = { trackingNumber: 'OLD1', invoiceKey: null }

  it('is found under it no more, and another invoice of that name still is', async () => {
    const all = world()
    const report = someParcel({ ...OTHER, events: [POSTED] })
    await all.see('1-01', namesOfReport(report))
    await all.see('2-01', namesOfReport(report))
    const { ends } = await tell(all, [{ from: 'a', reports: [report] }])
    expect(ends.get('1')).toMatchObject({ end: 'NOWHERE', problem: { code: 'INVOICE_NOT_FOUND' } })
    const [name] = namesOfReport(report)
    expect(await all.ports().index.find(name)).toEqual([{ orderId: '2-01', invoiceNumber: '1' }])
  })

  it('is still found where it is the order that is not known, or its number that is missing', async () => {
    const report = someParcel({ ...FIRST, events: [POSTED] })
    const all = new CarrierWorld()
    await all.see('1-01', namesOfReport(report))
    const { ends } = await tell(all, [{ from: 'a', reports: [report] }])
    expect(ends.get('1')).toMatchObject({ end: 'NOWHERE', problem: { code: 'ORDER_NOT_FOUND' } })
    expect(await all.ports().index.find(namesOfReport(report)[0])).toHaveLength(1)
  })
})
