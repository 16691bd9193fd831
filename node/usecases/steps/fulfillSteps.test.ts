import { EMPTY_JOURNAL } from '../../domain/journal/journal'
import { someIntent } from '../../domain/testing/someIntent'
import type { FulfillCommand } from '../commands'
import type { Journal } from '../ports'
import { someFulfill, someTracking } from '../testing/someFulfill'
import { someInvoice, someOrder, somePackage } from '../testing/someOrder'
import { World } from '../testing/world'
import type { Attempt } from '../writing/step'
import { fulfillSteps, givingUpFor } from './fulfillSteps'

const CALL = { orderId: '1400-01', startedAt: 0 }
const TRACKING = someTracking({ trackingNumber: 'AA1' })
const RECEIPT = { date: '2026-03-10T12:00:00Z' as never, orderId: null, receipt: 'r-1' }
const SENT: Attempt = {
  outcome: 'APPLIED',
  order: null,
  invoiceNumber: 'NF-1',
  entryId: 'e-1',
  receipt: RECEIPT,
}

/** How the tracking of a command is judged after its invoice. */
async function trackingAfter(
  command: Partial<FulfillCommand>,
  before: Attempt,
  stored: Parameters<typeof somePackage>[0] | null = {},
  journal: Journal = EMPTY_JOURNAL
) {
  const order = someOrder({ status: 'invoiced', packages: stored ? [somePackage(stored)] : [] })
  const ports = new World(order).ports()
  const whole = someFulfill({ invoice: someInvoice(), tracking: TRACKING, ...command })
  const [, step] = fulfillSteps(ports, CALL, whole, [])
  const judged = await step.judge(ports, { order, journal }, before)
  return 'ended' in judged ? judged.ended : 'goes out'
}

describe('tracking beside an invoice of the same call', () => {
  const shown = { trackingNumber: 'AA1' }

  it('is told with the invoice that carried it: as that ended, with its receipt', async () => {
    const told = { isToldBefore: true, receipt: RECEIPT }
    expect(await trackingAfter({}, SENT, shown)).toMatchObject({ ...told, outcome: 'APPLIED' })
    expect(await trackingAfter({}, { ...SENT, outcome: 'ACCEPTED' }, shown)).toMatchObject({
      ...told,
      outcome: 'ACCEPTED',
    })
  })

  it('is told with it too where OMS has taken that and does not show it yet', async () => {
    const intent = someIntent({ invoiceNumber: 'NF-1' })
    const content = { ...intent.content!, trackingNumber: 'AA1' }
    const journal = { ...EMPTY_JOURNAL, intents: [{ ...intent, content }] }
    const accepted = { ...SENT, outcome: 'ACCEPTED' } as const
    expect(await trackingAfter({}, accepted, null, journal)).toMatchObject({
      isToldBefore: true,
      outcome: 'ACCEPTED',
    })
  })

  it('goes by itself where OMS did not keep it', async () => {
    expect(await trackingAfter({}, SENT, {})).toBe('goes out')
  })

  it('is told by itself where it is refused, and where this call has sent no invoice', async () => {
    const refused = await trackingAfter({}, SENT, { trackingNumber: 'OTHER' })
    expect(refused).toMatchObject({ outcome: 'REFUSED' })
    expect(refused).not.toHaveProperty('isToldBefore')
    const known = await trackingAfter({}, { ...SENT, entryId: undefined }, shown)
    expect(known).toMatchObject({ outcome: 'ALREADY_APPLIED' })
    expect(known).not.toHaveProperty('isToldBefore')
  })

  it.each<[string, Partial<FulfillCommand>, boolean]>([
    ['names the number of that invoice', { invoiceNumber: ' NF-1 ' }, true],
    ['names none', { invoiceNumber: null }, true],
    ['names another', { invoiceNumber: 'NF-9' }, false],
    [
      'names one, and the invoice has none',
      { invoiceNumber: 'NF-1', invoice: someInvoice({ invoiceNumber: null }) },
      false,
    ],
    ['is beside a return', { invoice: someInvoice({ type: 'INPUT' }) }, false],
  ])('travels inside it only where it is for it: it %s', async (_, command, isCarried) => {
    const number = command.invoiceNumber?.trim() ?? 'NF-1'
    const told = await trackingAfter(command, SENT, { ...shown, invoiceNumber: number })
    expect(told).toMatchObject({ outcome: isCarried ? 'APPLIED' : 'ALREADY_APPLIED' })
  })
})

describe('what may be given up before a delivery is brought to an order', () => {
  const invoice = someInvoice()

  it('is what a person accepts to be lost, where an invoice is to go out', () => {
    expect(givingUpFor(someFulfill({ invoice }), ['INVOICE_NOT_SHOWN'])).toEqual({
      mayDeclareLost: true,
    })
    expect(givingUpFor(someFulfill({ invoice }), [])).toEqual({ mayDeclareLost: false })
  })

  it('is the named invoice alone, where none is to go out', () => {
    const named = someFulfill({ invoiceNumber: ' NF-1 ', tracking: TRACKING })
    expect(givingUpFor(named, ['INVOICE_NOT_SHOWN'])).toEqual({ only: 'NF-1' })
    expect(givingUpFor(someFulfill({ tracking: TRACKING }), [])).toEqual({ only: undefined })
  })
})
