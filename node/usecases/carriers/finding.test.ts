import { namesOfReport } from '../../domain/carriers/names'
import { laneOf } from '../../domain/carriers/message'
import { momentId } from '../../domain/values/momentId'
import { problem } from '../../domain/problem/problems'
import { someParcel } from '../../domain/testing/someParcel'
import { CarrierWorld } from '../../edge/testing/carrierWorld'
import { acceptMessage } from './acceptMessage'
import { InvoiceFinder } from './invoiceFinder'
import type { NamedInvoice, ParcelIndexPort } from './ports'

describe('the invoice of a parcel', () => {
  const KEY = '35261111222333000181550010000047111123456787'
  const report = someParcel({ trackingNumber: 'A1', invoiceKey: KEY })
  const [NUMBER, KEY_NAME] = namesOfReport(report)
  const of = (orderId: string, invoiceNumber = '1'): NamedInvoice => ({ orderId, invoiceNumber })

  function finderOn(index: Readonly<Record<string, readonly NamedInvoice[]>>) {
    const asked: string[] = []
    const find = async (name: string) => {
      asked.push(name)
      return index[name] ?? []
    }
    return { asked, finder: new InvoiceFinder({ find } as unknown as ParcelIndexPort) }
  }

  it('is found by the first of its names that an order bears', async () => {
    const { asked, finder } = finderOn({ [NUMBER]: [of('1-01')], [KEY_NAME]: [of('2-01')] })
    expect(await finder.find(report)).toEqual([of('1-01')])
    expect(asked).toEqual([NUMBER])
  })

  it('is found by a later name where the first is known to nobody, or stands on two orders', async () => {
    for (const first of [[], [of('1-01'), of('2-01')]]) {
      const { finder } = finderOn({ [NUMBER]: first, [KEY_NAME]: [of('2-01')] })
      expect(await finder.find(report)).toEqual([of('2-01')])
    }
  })

  it('are all invoices of one order that bear the name', async () => {
    const both = [of('1-01', '1'), of('1-01', '2')]
    expect(await finderOn({ [NUMBER]: both }).finder.find(report)).toEqual(both)
  })

  it('is none where no name is known', async () => {
    expect(await finderOn({}).finder.find(report)).toEqual([])
  })

  it('is looked up once in a shift', async () => {
    const { asked, finder } = finderOn({ [NUMBER]: [of('1-01')] })
    await Promise.all([finder.find(report), finder.find(report)])
    await finder.find(report)
    expect(asked).toEqual([NUMBER])
  })
})

describe('a message that is accepted', () => {
  it('lies in the lane of its first parcel, as it was decoded', async () => {
    const all = new CarrierWorld()
    const ports = all.ports()
    const parcels = [someParcel({ trackingNumber: 'A1' }), someParcel({ trackingNumber: 'B2' })]
    const problems = [problem('DATE_INVALID'), problem('VALUE_INVALID')]
    const now = all.world.clock.now()
    const place = await acceptMessage(ports, {
      connector: 'generic',
      decoded: { parcels, problems },
      body: { shown: 1 },
      isTest: false,
    })
    expect(place).toMatchObject({ box: 'inbox', connector: 'generic', lane: laneOf(parcels) })
    expect(place.id.startsWith(momentId(now, ''))).toBe(true)
    expect(await ports.messages.read(place)).toEqual({
      id: place.id,
      connector: 'generic',
      at: now,
      parcels,
      count: 2,
      problem: problems[0],
      through: { orderIds: [], isWritten: false, problem: null, result: null },
      isTest: false,
      notBefore: null,
      body: { shown: 1 },
    })
  })

  it('of which nothing was wrong tells no problem', async () => {
    const ports = new CarrierWorld().ports()
    const decoded = { parcels: [], problems: [] }
    const posted = { connector: 'generic', decoded, body: null, isTest: true }
    const place = await acceptMessage(ports, posted)
    expect(await ports.messages.read(place)).toMatchObject({ problem: null, isTest: true })
  })
})
