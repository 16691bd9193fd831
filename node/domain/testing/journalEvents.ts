import fc from 'fast-check'
import type {
  EditEvent,
  InvoiceEvent,
  JournalEvent,
  OrderRead,
  StatusEvent,
} from '../journal/event'
import type { EditIntent, Intent, InvoiceRecord, TrackingIntent } from '../journal/intent'
import type { ActivityEntry, Journal } from '../journal/journal'
import { stepThrough } from '../journal/step'
import type { Order, Package } from '../order/order'
import type { OutgoingEvent } from '../package/outgoing'
import { instantAt, type Instant } from '../values/instant'
import { cents } from '../values/money'
import { someIntent } from './someIntent'
import { someOrder, somePackage } from './someOrder'

export const EMPTY_JOURNAL: Journal = { intents: [], invoices: [], activity: [] }
export const NOW = Date.parse('2026-03-10T12:00:00Z')
export const NUMBERS = ['NF-1', 'NF-2', 'NF-3'] as const

/** Some before the time of a send is over and some after it. */
const moments: fc.Arbitrary<Instant> = fc
  .integer({ min: -400, max: 0 })
  .map((second) => instantAt(NOW + second * 1000))
const ends = fc.option(moments, { nil: undefined })
const texts = fc.constantFrom('', 'one', 'other')
const receipts = fc.record({
  date: moments,
  orderId: fc.constant('1400-01'),
  receipt: fc.constant('r'),
})

/** A send's id tells its invoice, so that no two invoices share one. */
const ids = (kind: string, invoiceNumber: string): fc.Arbitrary<string> =>
  fc.constantFrom('a', 'b').map((letter) => `${kind} ${letter} ${invoiceNumber}`)

const EVENTS: readonly OutgoingEvent[] = ['posted', 'arrived', 'lost', 'found'].map(
  (description, hour) => ({
    description,
    city: null,
    state: null,
    date: instantAt(NOW - (10 - hour) * 3_600_000),
  })
)
const someEvents = fc.subarray([...EVENTS])

export const intentsOf = (invoiceNumber: string): fc.Arbitrary<Intent> =>
  fc
    .record({
      id: ids('invoice', invoiceNumber),
      sentAt: moments,
      endedAt: ends,
      state: fc.constantFrom('SENDING', 'UNKNOWN', 'ACCEPTED'),
      type: fc.constantFrom('OUTPUT', 'INPUT'),
      isReplacement: fc.boolean(),
      summary: texts,
      isRecorded: fc.option(fc.boolean(), { nil: undefined }),
      dispatchedDate: fc.option(moments),
    })
    .map(({ dispatchedDate, ...changes }) => {
      const intent = someIntent({ invoiceNumber, ...changes } as Partial<Intent>)
      const { type } = intent
      return { ...intent, content: { ...intent.content!, type, dispatchedDate } }
    })

const trackingOf = (
  invoiceNumber: string,
  id: fc.Arbitrary<string> = ids('status', invoiceNumber)
): fc.Arbitrary<TrackingIntent> =>
  fc.record({
    id,
    invoiceNumber: fc.constant(invoiceNumber),
    actor: fc.constant('ana'),
    sentAt: moments,
    endedAt: ends,
    state: fc.constantFrom('SENDING' as const, 'ACCEPTED' as const),
    isDelivered: fc.boolean(),
    deliveredDate: fc.constant(null),
    events: someEvents,
    fresh: someEvents,
    unseen: fc.option(fc.nat(6), { nil: undefined }),
  })

const editsOf = (invoiceNumber: string): fc.Arbitrary<EditIntent> =>
  fc.record({
    id: ids('edit', invoiceNumber),
    invoiceNumber: fc.constant(invoiceNumber),
    sentAt: moments,
    tracking: fc.record(
      { trackingNumber: fc.constantFrom('T-1', 'T-2'), dispatchedDate: moments },
      { requiredKeys: [] }
    ),
  })

const recordsOf = (invoiceNumber: string): fc.Arbitrary<InvoiceRecord> =>
  fc.record(
    {
      invoiceNumber: fc.constant(invoiceNumber),
      wroteInvoice: fc.boolean(),
      descriptions: fc.constant([]),
      dispatchedDate: fc.option(moments),
      writtenAt: moments,
      dispatchWrittenAt: moments,
      dispatchIsUnsure: fc.boolean(),
    },
    { requiredKeys: ['invoiceNumber', 'wroteInvoice', 'descriptions', 'dispatchedDate'] }
  )

/** Of one write: only it ends what it has begun. */
const entriesOf = (invoiceNumber: string): fc.Arbitrary<ActivityEntry> =>
  fc.record({
    id: fc.oneof(ids('invoice', invoiceNumber), ids('edit', invoiceNumber)),
    at: moments,
    actor: fc.constant('ana'),
    operation: fc.constantFrom('NOTIFY_INVOICE' as const, 'UPDATE_PARTIAL_INVOICE' as const),
    invoiceNumber: fc.constant(invoiceNumber),
    outcome: fc.constantFrom('APPLIED' as const, 'ACCEPTED' as const, 'UNKNOWN' as const),
    receipt: fc.constant(null),
    summary: texts,
  })

export const INVOICE_EVENTS = [
  'INVOICE_WRITTEN',
  'INVOICE_WRITTEN_AGAIN',
  'INVOICE_TAKEN_BACK',
  'INVOICE_ACCEPTED',
  'INVOICE_UNANSWERED',
  'INVOICE_SHOWN',
  'INVOICE_LEFT',
  'INVOICE_GIVEN_UP',
  'INVOICE_DECLARED_LOST',
] as const satisfies readonly InvoiceEvent['happened'][]

export const STATUS_EVENTS = [
  'STATUS_WRITTEN',
  'STATUS_WRITTEN_AGAIN',
  'STATUS_SENT_AGAIN',
  'STATUS_TAKEN_BACK',
  'STATUS_LEFT',
  'STATUS_UNSEEN',
  'STATUS_SHOWN',
  'STATUS_GIVEN_UP',
] as const satisfies readonly StatusEvent['happened'][]

export const EDIT_EVENTS = [
  'EDIT_WRITTEN',
  'EDIT_WRITTEN_AGAIN',
  'EDIT_TAKEN_BACK',
  'EDIT_SHOWN',
  'EDIT_LEFT',
] as const satisfies readonly EditEvent['happened'][]

/** The events of one send carry more than their kind needs: what it does not know it does not read. */
const invoiceEventsOf = (invoiceNumber: string): fc.Arbitrary<InvoiceEvent> =>
  intentsOf(invoiceNumber).chain((intent) =>
    fc
      .record({
        happened: fc.constantFrom('INVOICE_WRITTEN' as const, ...INVOICE_EVENTS),
        intent: fc.constant(intent),
        id: fc.constant(intent.id),
        history: fc.option(trackingOf(invoiceNumber, fc.constant(intent.id))),
        receipt: receipts,
        actor: fc.constant('bia'),
        at: moments,
      })
      .map((parts) => parts as InvoiceEvent)
  )

const statusEventsOf = (invoiceNumber: string): fc.Arbitrary<StatusEvent> =>
  trackingOf(invoiceNumber).chain((intent) =>
    fc
      .record({
        happened: fc.constantFrom('STATUS_WRITTEN' as const, ...STATUS_EVENTS),
        intent: fc.constant(intent),
        id: fc.constant(intent.id),
        instead: fc.array(ids('status', invoiceNumber), { maxLength: 1 }),
        restored: fc.uniqueArray(trackingOf(invoiceNumber), {
          maxLength: 2,
          selector: ({ id }) => id,
        }),
        summary: texts,
        unseen: fc.nat(6),
        isTaken: fc.boolean(),
        entry: fc.option(entriesOf(invoiceNumber), { nil: undefined }),
      })
      .map(({ restored, ...parts }) => ({
        ...parts,
        restored: restored.filter(({ id }) => id !== intent.id),
      }))
      .map((parts) => parts as StatusEvent)
  )

const editEventsOf = (invoiceNumber: string): fc.Arbitrary<EditEvent> =>
  fc
    .record({
      happened: fc.constantFrom('EDIT_WRITTEN' as const, ...EDIT_EVENTS),
      edit: editsOf(invoiceNumber),
      before: fc.option(recordsOf(invoiceNumber)),
      actor: fc.constant('ana'),
      summary: texts,
      endedAt: ends,
      isAccepted: fc.boolean(),
    })
    .map((parts) => parts as EditEvent)

/** Whatever can happen to the sends of one invoice. */
export const eventsOf = (invoiceNumber: string): fc.Arbitrary<JournalEvent> =>
  fc.oneof(
    { weight: 3, arbitrary: invoiceEventsOf(invoiceNumber) },
    { weight: 2, arbitrary: statusEventsOf(invoiceNumber) },
    { weight: 2, arbitrary: editEventsOf(invoiceNumber) },
    entriesOf(invoiceNumber).map((entry) => ({ entry, happened: 'TOLD' as const }))
  )

const packagesOf = (invoiceNumber: string): fc.Arbitrary<Package> =>
  fc
    .record({
      // Of someIntent, or of somebody else.
      invoiceValue: fc.constantFrom(cents(3_000), cents(700)),
      trackingNumber: fc.option(fc.constantFrom('T-1', 'T-2')),
      events: someEvents,
      finished: fc.boolean(),
      type: fc.constantFrom('OUTPUT' as const, 'INPUT' as const),
    })
    .map(({ invoiceValue, trackingNumber, events, finished, type }) =>
      somePackage({
        invoiceNumber,
        invoiceValue,
        trackingNumber,
        type,
        issuanceDate: someIntent().content!.issuanceDate,
        items: [{ itemIndex: 0, id: '101', quantity: 1, price: cents(3_000), description: null }],
        courierStatus: {
          finished,
          status: null,
          deliveredDate: null,
          events: events.map((one) => ({ ...one, dateText: one.date })),
        },
      })
    )

/** Shows some of the invoices, its value reached or not. */
export const orders: fc.Arbitrary<Order> = fc
  .record({
    shown: fc.subarray([...NUMBERS]).chain((numbers) => fc.tuple(...numbers.map(packagesOf))),
    isReached: fc.boolean(),
  })
  .map(({ shown, isReached }) =>
    someOrder({ packages: shown, ...(isReached ? { value: cents(700) } : {}) })
  )

export const readings: fc.Arbitrary<OrderRead> = orders.map((order) => ({
  order,
  happened: 'ORDER_READ',
  nowMs: NOW,
}))

export const anyEvents: fc.Arbitrary<JournalEvent> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...NUMBERS).chain(eventsOf) },
  { weight: 1, arbitrary: readings }
)

export const histories: fc.Arbitrary<readonly JournalEvent[]> = fc.array(anyEvents, {
  maxLength: 14,
})

/** What an order's journal can be. */
export const journals: fc.Arbitrary<Journal> = histories.map((events) =>
  stepThrough(EMPTY_JOURNAL, events)
)
