import type { Intent, TrackingIntent } from '../journal/intent'
import { EMPTY_JOURNAL } from '../journal/journal'
import { buildLedger } from '../standing/ledger'
import { someIntent } from '../testing/someIntent'
import { moment, someOrder, somePackage } from '../testing/someOrder'
import { instantAt } from '../values/instant'
import { cents } from '../values/money'
import { isUnsettled, LOOKS_AFTER_MS } from './followed'
import { hangingOf, hangingWrites, writeNotShown } from './hanging'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const ago = (minutes: number) => instantAt(NOW - minutes * 60_000)
const status = (changes: Partial<TrackingIntent> = {}): TrackingIntent => ({
  id: 'id-9',
  invoiceNumber: 'NF-1',
  actor: 'a',
  state: 'ACCEPTED',
  sentAt: ago(10),
  isDelivered: true,
  deliveredDate: null,
  events: [],
  fresh: [],
  ...changes,
})
/** A part of the order is invoiced. */
const undelivered = someOrder({
  packages: [somePackage({ invoiceNumber: 'NF-1', invoiceValue: cents(1_000) })],
})

const written = (
  order: typeof undelivered,
  intents: readonly Intent[],
  ...tracking: TrackingIntent[]
) =>
  hangingWrites(order, buildLedger(order, intents), tracking, NOW).map(({ operation }) => operation)

describe('a write that OMS took and does not show', () => {
  it('hangs after ten minutes, an invoice and events alike', () => {
    const invoice = (minutes: number) =>
      written(someOrder(), [someIntent({ state: 'ACCEPTED', sentAt: ago(minutes) })])
    expect([invoice(9.9), invoice(10)]).toEqual([[], ['NOTIFY_INVOICE']])
    const events = (minutes: number) => written(undelivered, [], status({ sentAt: ago(minutes) }))
    expect([events(9.9), events(10)]).toEqual([[], ['UPDATE_TRACKING_STATUS']])
  })

  it('does not where it is shown, was never taken, is a replacement, or the order is canceled', () => {
    const courierStatus = { status: null, finished: true, deliveredDate: null, events: [] }
    const shown = someOrder({ packages: [somePackage({ invoiceNumber: 'NF-1', courierStatus })] })
    const old = { sentAt: ago(30) }
    expect(written(shown, [], status(old))).toEqual([])
    expect(written(undelivered, [], status({ ...old, state: 'SENDING' }))).toEqual([])
    expect(written(someOrder(), [someIntent({ ...old, state: 'UNKNOWN' })])).toEqual([])
    const replacement = someIntent({ ...old, state: 'ACCEPTED', isReplacement: true })
    expect(written(someOrder(), [replacement])).toEqual([])
    const canceled = { ...undelivered, status: 'canceled' }
    expect(written(canceled, [someIntent({ ...old, state: 'ACCEPTED' })], status(old))).toEqual([])
  })
})

it('what hangs is told once each, with what OMS gave for it', () => {
  const sentAt = ago(30)
  const receipt = { date: sentAt, orderId: '1400-01', receipt: 'r-1' }
  const intents = [someIntent({ sentAt, receipt, invoiceNumber: 'NF-2', state: 'ACCEPTED' })]
  const journal = { ...EMPTY_JOURNAL, intents, tracking: [status({ sentAt })] }
  const ledger = buildLedger(undelivered, intents)
  const words = `WRITE_NOT_SHOWN: OMS took it at ${sentAt} and does not show it`
  expect(hangingOf(undelivered, ledger, journal, NOW, NOW)).toEqual([
    {
      words,
      mark: `NOTIFY_INVOICE NF-2 ${sentAt}`,
      operation: 'NOTIFY_INVOICE',
      invoiceNumber: 'NF-2',
      receipt: 'r-1',
    },
    {
      words,
      mark: `UPDATE_TRACKING_STATUS NF-1 ${sentAt}`,
      operation: 'UPDATE_TRACKING_STATUS',
      invoiceNumber: 'NF-1',
      receipt: null,
    },
  ])
  const [invoice] = hangingWrites(undelivered, ledger, [], NOW)
  expect(writeNotShown(invoice)).toMatchObject({
    code: 'WRITE_NOT_SHOWN',
    facts: [
      { name: 'invoiceNumber', value: 'NF-2' },
      { name: 'operation', value: 'NOTIFY_INVOICE' },
      { name: 'sentAt', value: sentAt },
    ],
  })
})

describe('an order that is invoiced in full', () => {
  const hanging = (changes: Parameters<typeof someOrder>[0], sentMinutesAgo = 60) => {
    const order = someOrder({ packages: [somePackage()], lastChange: ago(60), ...changes })
    const since = NOW - sentMinutesAgo * 60_000
    const found = hangingOf(order, buildLedger(order, []), EMPTY_JOURNAL, since, NOW)
    return found.map(({ words }) => words)
  }

  it('hangs where it has not become invoiced for an hour', () => {
    expect(hanging({ status: 'handling' })).toEqual([
      expect.stringMatching(/^ORDER_STUCK.*handling/),
    ])
    expect(hanging({ status: 'handling', lastChange: ago(59) })).toEqual([])
    expect(hanging({ status: 'handling' }, 59)).toEqual([])
    for (const over of ['invoiced', 'canceled', 'replaced'])
      expect(hanging({ status: over })).toEqual([])
  })

  it('does not hang while another invoice of it is still to be shown', () => {
    const order = someOrder({ packages: [somePackage()], lastChange: ago(600) })
    const intents = [someIntent({ invoiceNumber: 'NF-2', sentAt: ago(1) })]
    expect(hangingOf(order, buildLedger(order, intents), EMPTY_JOURNAL, 0, NOW)).toEqual([])
  })
})

describe('what is still to be seen of an order', () => {
  const unsettled = (
    order: typeof undelivered,
    intents: readonly Intent[],
    ...tracking: TrackingIntent[]
  ) => isUnsettled(order, buildLedger(order, intents), { ...EMPTY_JOURNAL, intents, tracking })

  it('is whatever was sent and is not shown, and `invoiced` where its value is reached', () => {
    const invoiced = someOrder({ status: 'invoiced', packages: [somePackage()] })
    expect(unsettled(someOrder(), [someIntent()])).toBe(true)
    expect(unsettled(undelivered, [], status())).toBe(true)
    expect(unsettled(undelivered, [], status({ invoiceNumber: 'NF-2' }))).toBe(true)
    const [stored] = undelivered.packages
    const courierStatus = { status: null, finished: true, deliveredDate: null, events: [] }
    const delivered = { ...undelivered, packages: [{ ...stored, courierStatus }] }
    expect(unsettled(delivered, [], status())).toBe(false)
    expect(isUnsettled(undelivered, buildLedger(undelivered, []), EMPTY_JOURNAL)).toBe(false)
    expect(unsettled({ ...invoiced, status: 'handling' }, [])).toBe(true)
    expect(unsettled(invoiced, [])).toBe(false)
    expect(unsettled(someOrder(), [])).toBe(false)
    expect(
      unsettled({ ...invoiced, status: 'canceled', lastChange: moment(ago(1)) }, [someIntent()])
    ).toBe(false)
  })
})

it('a followed order is looked at after two and a half minutes, eleven, an hour and a day', () =>
  expect(LOOKS_AFTER_MS).toEqual([150_000, 660_000, 3_900_000, 86_400_000]))
