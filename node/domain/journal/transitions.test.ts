import { NOW, EDIT_EVENTS, INVOICE_EVENTS, STATUS_EVENTS } from '../testing/journalEvents'
import { someIntent } from '../testing/someIntent'
import { instantAt } from '../values/instant'
import type { EditEvent, InvoiceEvent, StatusEvent } from './event'
import type { EditIntent, Intent, TrackingIntent } from './intent'
import { EMPTY_JOURNAL } from './journal'
import { step } from './step'

// The whole table of docs/architecture.md, also of what never happens: an event of a send that somebody else has ended.

const at = instantAt(NOW)
const id = 'a'
const receipt = { date: at, orderId: '1400-01', receipt: 'r' }

describe('an invoice’s POST', () => {
  const STATES = ['NONE', 'SENDING', 'UNKNOWN', 'ACCEPTED'] as const
  type State = (typeof STATES)[number]
  const TABLE: Record<InvoiceEvent['happened'], State | 'AS IT WAS'> = {
    INVOICE_WRITTEN: 'SENDING',
    INVOICE_WRITTEN_AGAIN: 'SENDING',
    INVOICE_TAKEN_BACK: 'NONE',
    INVOICE_ACCEPTED: 'ACCEPTED',
    INVOICE_UNANSWERED: 'UNKNOWN',
    INVOICE_SHOWN: 'NONE',
    INVOICE_LEFT: 'AS IT WAS',
    INVOICE_GIVEN_UP: 'NONE',
    INVOICE_DECLARED_LOST: 'NONE',
  }
  const other = someIntent({ id: 'b', invoiceNumber: 'NF-9' })
  const sent = someIntent({ id, state: 'SENDING' })
  const cases = INVOICE_EVENTS.flatMap((happened) =>
    STATES.map((from) => {
      const to = TABLE[happened]
      return [happened, from, to === 'AS IT WAS' ? from : to] as const
    })
  )

  it.each(cases)('%s makes of %s %s, and nothing of another', (happened, from, to) => {
    const before: Intent[] = from === 'NONE' ? [] : [{ ...sent, state: from }]
    const parts = { happened, id, receipt, at, history: null, actor: 'ana', intent: sent }
    const after = step({ ...EMPTY_JOURNAL, intents: [other, ...before] }, parts as InvoiceEvent)
    expect(after.intents.find((one) => one.id === id)?.state ?? 'NONE').toBe(to)
    expect(after.intents[0]).toBe(other)
  })
})

describe('a PUT of events', () => {
  const STATES = ['NONE', 'SENDING', 'ACCEPTED', 'GIVEN UP'] as const
  type State = (typeof STATES)[number]
  const sent: TrackingIntent = {
    id,
    invoiceNumber: 'NF-1',
    actor: 'ana',
    sentAt: at,
    state: 'SENDING',
    isDelivered: false,
    deliveredDate: null,
    events: [],
    fresh: [],
  }
  const other: TrackingIntent = { ...sent, id: 'b', invoiceNumber: 'NF-9' }
  const sending = (from: State): State =>
    from === 'NONE' || from === 'GIVEN UP' ? from : 'SENDING'
  const taken = (from: State): State => (from === 'NONE' || from === 'GIVEN UP' ? from : 'ACCEPTED')
  const ended = (from: State): State => (from === 'GIVEN UP' ? from : 'NONE')
  /** What was given up is remembered for good, beside what is on its way. */
  const TABLE: Record<StatusEvent['happened'], (from: State) => State> = {
    STATUS_WRITTEN: () => 'SENDING',
    STATUS_WRITTEN_AGAIN: sending,
    STATUS_SENT_AGAIN: sending,
    STATUS_LEFT: sending,
    STATUS_UNSEEN: taken,
    STATUS_TAKEN_BACK: ended,
    STATUS_SHOWN: ended,
    STATUS_GIVEN_UP: () => 'GIVEN UP',
  }
  const cases = STATUS_EVENTS.flatMap((happened) =>
    STATES.map((from) => [happened, from, TABLE[happened](from)] as const)
  )

  it.each(cases)('%s makes of %s %s, and nothing of another', (happened, from, to) => {
    const isOpen = from === 'SENDING' || from === 'ACCEPTED'
    const journal = {
      ...EMPTY_JOURNAL,
      tracking: [other, ...(isOpen ? [{ ...sent, state: from }] : [])],
      givenUp: from === 'GIVEN UP' ? [sent] : [],
    }
    const parts = {
      happened,
      id,
      summary: '',
      intent: sent,
      instead: [],
      restored: [],
      unseen: 1,
      isTaken: true,
    }
    const after = step(journal, parts as StatusEvent)
    const isGivenUp = (after.givenUp ?? []).length > 0
    const open = after.tracking?.find((one) => one.id === id)
    expect(open?.state ?? (isGivenUp ? 'GIVEN UP' : 'NONE')).toBe(to)
    expect(after.tracking?.[0]).toBe(other)
  })

  it('that went out again unanswered is no more sure than it was', () => {
    const unseen = step(
      { ...EMPTY_JOURNAL, tracking: [sent] },
      { id, happened: 'STATUS_UNSEEN', unseen: 2, isTaken: false }
    )
    expect(unseen.tracking).toEqual([{ ...sent, unseen: 2 }])
  })

  it('takes the place of those that it was written for, and gives it back', () => {
    const earlier = [
      { ...sent, id: 'e1' },
      { ...sent, id: 'e2' },
    ]
    const journal = { ...EMPTY_JOURNAL, tracking: [other, ...earlier] }
    const instead = earlier.map((one) => one.id)
    const written = step(journal, {
      summary: '',
      instead,
      happened: 'STATUS_WRITTEN',
      intent: sent,
    })
    expect(written.tracking).toEqual([other, sent])
    const back = step(written, { id, happened: 'STATUS_TAKEN_BACK', restored: earlier })
    expect(back.tracking).toEqual([other, ...earlier])
  })
})

describe('a PATCH of tracking fields', () => {
  const STATES = ['NONE', 'SENDING', 'LEFT', 'ACCEPTED'] as const
  type State = (typeof STATES)[number]
  const sent: EditIntent = {
    id,
    invoiceNumber: 'NF-1',
    sentAt: at,
    tracking: { trackingNumber: 'T-1' },
  }
  const other: EditIntent = { ...sent, id: 'b', invoiceNumber: 'NF-9' }
  const TABLE: Record<EditEvent['happened'], (from: State) => State> = {
    EDIT_WRITTEN: () => 'SENDING',
    EDIT_WRITTEN_AGAIN: () => 'SENDING',
    EDIT_TAKEN_BACK: () => 'NONE',
    EDIT_SHOWN: () => 'NONE',
    EDIT_LEFT: (from) => (from === 'NONE' ? from : 'ACCEPTED'),
  }
  const AS: Record<State, readonly EditIntent[]> = {
    NONE: [],
    SENDING: [sent],
    LEFT: [{ ...sent, endedAt: at, isAccepted: false }],
    ACCEPTED: [{ ...sent, endedAt: at, isAccepted: true }],
  }
  const stateOf = (edit: EditIntent | undefined): State => {
    if (!edit) return 'NONE'
    if (edit.isAccepted) return 'ACCEPTED'
    return edit.isAccepted === undefined ? 'SENDING' : 'LEFT'
  }
  const cases = EDIT_EVENTS.flatMap((happened) =>
    STATES.map((from) => [happened, from, TABLE[happened](from)] as const)
  )

  const parts = { edit: sent, actor: 'ana', summary: '', before: null, endedAt: at }

  it.each(cases)('%s makes of %s %s, and nothing of another', (happened, from, to) => {
    const event = { ...parts, happened, isAccepted: true } as EditEvent
    const after = step({ ...EMPTY_JOURNAL, edits: [other, ...AS[from]] }, event)
    expect(stateOf(after.edits?.find((one) => one.id === id))).toBe(to)
    expect(after.edits).toContain(other)
  })

  it('that nobody took is left as one that may still come', () => {
    const left = step(
      { ...EMPTY_JOURNAL, edits: [sent] },
      { ...parts, happened: 'EDIT_LEFT', isAccepted: false }
    )
    expect(left.edits).toEqual(AS.LEFT)
  })
})
