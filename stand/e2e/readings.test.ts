import { READINGS } from '../oms'
import type { WirePackage } from '../oms'
import type { Write } from './harness/contract'
import { outputSum } from './harness/oracle'
import { plainPlan } from './harness/orders'
import { useStand } from './harness/stand'
import { HOUR_MS, MINUTE_MS, saoPaulo } from './harness/time'
import { inShort } from './model/memory'

/** The flows end right under every meaning that VTEX's texts leave open, one at a time (oms §1.4, §12). */

const stand = useStand()

/** Of an amount: none of it, what is standard, and some. */
const valuesOf = (
  reading: (typeof READINGS)[keyof typeof READINGS]
): readonly (string | number)[] =>
  'values' in reading
    ? reading.values
    : [...new Set([reading.least, reading.standard ?? 300, Math.min(reading.most, 400)])]

const EVERY = Object.entries(READINGS).flatMap(([name, reading]) =>
  valuesOf(reading).map((value) => [name, value] as const)
)

function expectDone({ outcome, problems }: Write): void {
  const done = ['APPLIED', 'ACCEPTED', 'ALREADY_APPLIED'].includes(outcome)
  expect({ done, outcome, problems }).toMatchObject({ done: true, problems: [] })
}

const packageOf = async (orderId: string, number: string): Promise<WirePackage> =>
  (await stand.oms.order(orderId)).packageAttachment!.packages.find(
    ({ invoiceNumber }) => invoiceNumber === number
  )!

const descriptions = ({ courierStatus }: WirePackage): string[] =>
  (courierStatus?.data ?? []).map(({ description }) => description)

/** An empty text and null say the same: nothing. */
const emptyAsNull = (of: object): object =>
  Object.fromEntries(
    Object.entries(of).map(([name, value]: [string, unknown]) => [
      name,
      value === '' ? null : value,
    ])
  )

/** Everything that a caller wrote into a package. */
const contentOf = ({ courierStatus, ...rest }: WirePackage) => ({
  ...rest,
  finished: courierStatus?.finished ?? false,
  events: [...descriptions({ courierStatus } as WirePackage)].sort(),
})

describe.each(EVERY)('with %s: %s', (name, value) => {
  beforeEach(() => stand.behave({ readings: { [name]: value } }))

  it('an order goes all the way, in two invoices', async () => {
    const { orderId, value: worth } = stand.plant(plainPlan({ status: 'ready-for-handling' }))
    const at = (minutesAgo: number): string => saoPaulo(stand.now() - minutesAgo * MINUTE_MS)

    const handled = await stand.admin.startHandling(orderId)
    if (handled.outcome === 'APPLIED')
      expect((await stand.oms.order(orderId)).status).toBe('handling')
    else expect([name, value]).toEqual(['startHandling', 'noEffect'])

    const issuanceDate = saoPaulo(stand.now() - HOUR_MS)
    expectDone(
      await stand.admin.notifyInvoice(orderId, {
        invoiceNumber: '1',
        issuanceDate,
        items: [{ id: '101', quantity: 1 }],
      })
    )
    expectDone(
      await stand.admin.notifyInvoice(orderId, {
        invoiceNumber: '2',
        issuanceDate,
        trackingNumber: 'T2',
        courier: 'C2',
      })
    )
    await stand.pass(2_000)
    const invoiced = await stand.oms.order(orderId)
    expect([outputSum(invoiced), invoiced.status]).toEqual([worth, 'invoiced'])
    expect((await stand.admin.order(orderId))!).toMatchObject({
      remainingValue: 0,
      stage: 'TO_SHIP',
    })

    const before = await packageOf(orderId, '1')
    expectDone(
      await stand.admin.updatePartialInvoice(orderId, '1', { trackingNumber: 'T1', courier: 'C1' })
    )
    expect(emptyAsNull(await packageOf(orderId, '1'))).toEqual(
      emptyAsNull({ ...before, trackingNumber: 'T1', courier: 'C1' })
    )

    const events = [
      { date: at(50), description: 'Posted', city: 'Recife', state: 'PE' },
      { date: at(40), description: 'Moved', city: 'Natal', state: 'RN' },
      { date: at(30), description: 'Delivered', city: 'Natal', state: 'RN' },
    ] as const
    expectDone(
      await stand.admin.updateTrackingStatus(orderId, '1', {
        isDelivered: false,
        events: [events[1]],
      })
    )
    expectDone(
      await stand.admin.updateTrackingStatus(orderId, '1', {
        isDelivered: false,
        events: [events[0], events[1]],
      })
    )
    const again = await stand.admin.updateTrackingStatus(orderId, '1', {
      isDelivered: false,
      events: [events[0]],
    })
    expect(again.outcome).toBe('ALREADY_APPLIED')
    expectDone(
      await stand.admin.updateTrackingStatus(orderId, '1', {
        isDelivered: true,
        events: [...events],
      })
    )
    const stored = await packageOf(orderId, '1')
    expect([...descriptions(stored)].sort()).toEqual(['Delivered', 'Moved', 'Posted'])
    expect(stored.courierStatus!.finished).toBe(true)
    const shown = (await stand.admin.order(orderId))!
    expect(shown.stage).toBe('IN_TRANSIT')
    expect(
      shown.packages
        .find(({ invoiceNumber }) => invoiceNumber === '1')!
        .events.map(({ description }) => description)
    ).toEqual(['Delivered', 'Moved', 'Posted'])
  })

  it('a replacing call keeps everything that it does not change, or is refused', async () => {
    const { orderId, value: worth } = stand.plant(plainPlan())
    const date = saoPaulo(stand.now() - 30 * MINUTE_MS)
    const first = await stand.admin.notifyInvoice(orderId, {
      invoiceNumber: '1',
      issuanceDate: saoPaulo(stand.now() - HOUR_MS),
      invoiceUrl: 'https://example.com/old.pdf',
      trackingNumber: 'T1',
      courier: 'C1',
      dispatchedDate: saoPaulo(stand.now() - 45 * MINUTE_MS),
      embeddedInvoice: '<note>kept</note>',
    })
    expectDone(first)
    await stand.pass(2_000)
    expectDone(
      await stand.admin.updateTrackingStatus(orderId, '1', {
        isDelivered: true,
        events: [{ date, description: 'Delivered' }],
      })
    )
    const before = await packageOf(orderId, '1')
    const { version } = (await stand.admin.order(orderId))!.packages[0]!

    const replaced = await stand.admin.notifyInvoice(
      orderId,
      { invoiceNumber: '1', invoiceUrl: 'https://example.com/new.pdf' },
      { replace: version }
    )
    await stand.pass(2_000)
    const after = await stand.oms.order(orderId)
    const packages = after.packageAttachment!.packages.filter(
      ({ invoiceNumber }) => invoiceNumber === '1'
    )
    expect(packages).toHaveLength(1)
    expect(outputSum(after)).toBe(worth)
    if (replaced.outcome === 'APPLIED' || replaced.outcome === 'ACCEPTED') {
      const ended =
        replaced.outcome === 'APPLIED'
          ? 'https://example.com/new.pdf'
          : expect.stringContaining('https://')
      expect(contentOf(packages[0]!)).toEqual({ ...contentOf(before), invoiceUrl: ended })
    } else {
      expect(['REFUSED', 'FAILED', 'UNKNOWN']).toContain(replaced.outcome)
      expect(replaced.problems.length).toBeGreaterThan(0)
      expect(packages[0]).toEqual(before)
    }
  })
})

/** Those that a replaced invoice of an open order could meet. */
const REPLACING = EVERY.filter(
  ([name]) =>
    name.startsWith('rePost') ||
    ['acceptedUnseen', 'overValue', 'partialStatus', 'trackingPut', 'itemPrice'].includes(name)
)

describe.each(REPLACING)('with %s: %s', (name, value) => {
  beforeEach(() => stand.behave({ readings: { [name]: value } }))

  it('replacing an invoice of a partly invoiced order is asked first, and then keeps everything', async () => {
    const { orderId } = stand.plant(plainPlan())
    expectDone(
      await stand.admin.notifyInvoice(orderId, {
        invoiceNumber: '1',
        issuanceDate: saoPaulo(stand.now() - HOUR_MS),
        invoiceUrl: 'https://example.com/old.pdf',
        trackingNumber: 'T1',
        courier: 'C1',
        items: [{ id: '101', quantity: 1 }],
        embeddedInvoice: '<note>kept</note>',
      })
    )
    await stand.pass(2_000)
    expectDone(
      await stand.admin.updateTrackingStatus(orderId, '1', {
        isDelivered: false,
        events: [
          { date: saoPaulo(stand.now() - 30 * MINUTE_MS), description: 'Posted', city: 'Recife' },
          { date: saoPaulo(stand.now() - 20 * MINUTE_MS), description: 'Moved', city: 'Natal' },
        ],
      })
    )
    const before = await packageOf(orderId, '1')
    const seen = (await stand.admin.order(orderId))!
    const replace = (accept: string[]): Promise<Write> =>
      stand.admin.notifyInvoice(
        orderId,
        { invoiceNumber: '1', invoiceUrl: 'https://example.com/new.pdf' },
        { replace: seen.packages[0]!.version, accept }
      )
    const only = async (): Promise<WirePackage> => {
      const { packages } = (await stand.oms.order(orderId)).packageAttachment!
      expect(packages).toHaveLength(1)
      return packages[0]!
    }

    // One reading would count the value twice, and no read tells beforehand which of them OMS follows.
    const asked = await replace([])
    expect([asked.outcome, asked.problems.map(({ code }) => code)]).toEqual([
      'REFUSED',
      ['REPLACE_MAY_COUNT_TWICE'],
    ])
    expect(await only()).toEqual(before)
    if (value === 'append') return

    const replaced = await inShort(stand, replace(['REPLACE_MAY_COUNT_TWICE']))
    await stand.pass(2_000)
    const after = await only()
    if (replaced.outcome === 'APPLIED' || replaced.outcome === 'ACCEPTED') {
      const ended =
        replaced.outcome === 'APPLIED'
          ? 'https://example.com/new.pdf'
          : expect.stringContaining('https://')
      expect(contentOf(after)).toEqual({ ...contentOf(before), invoiceUrl: ended })
    } else {
      expect([replaced.outcome, replaced.problems.map(({ code }) => code)]).toEqual([
        'FAILED',
        ['OMS_REJECTED'],
      ])
      expect(after).toEqual(before)
    }
    expect((await stand.admin.order(orderId))!.invoicedValue).toBe(before.invoiceValue)

    // The rest still ends on the value, and then replacing needs no asking any more.
    await stand.pass(HOUR_MS)
    expectDone(await stand.admin.notifyInvoice(orderId, { invoiceNumber: '2' }))
    await stand.pass(2_000)
    const full = await stand.oms.order(orderId)
    expect(outputSum(full)).toBe(full.value)
  })
})
