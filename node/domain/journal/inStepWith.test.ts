import { someIntent } from '../testing/someIntent'
import { moment, someOrder, somePackage } from '../testing/someOrder'
import { instantAt } from '../values/instant'
import { begun } from './activity'
import type { EditIntent, TrackingIntent } from './intent'
import { inStepWith } from './inStepWith'
import { EMPTY_JOURNAL, type ActivityEntry } from './journal'
import { writingSince } from './writingSince'

const NOW = Date.parse('2026-03-10T12:00:00Z')
/** Of sends of which OMS may still show all or nothing, and of those whose time is over. */
const JUST_NOW = instantAt(NOW - 1_000)
const LONG_AGO = instantAt(NOW - 3_600_000)

const POSTED = { date: LONG_AGO, description: 'posted', city: null, state: null }
const shown = { ...POSTED, dateText: POSTED.date }

const edit: EditIntent = {
  id: 'e',
  invoiceNumber: 'NF-1',
  sentAt: JUST_NOW,
  tracking: { trackingNumber: 'T-1' },
}
const status: TrackingIntent = {
  id: 's',
  invoiceNumber: 'NF-1',
  actor: 'ana',
  sentAt: JUST_NOW,
  state: 'SENDING',
  isDelivered: false,
  deliveredDate: null,
  events: [POSTED],
  fresh: [POSTED],
}
const orderWith = (changes: Parameters<typeof somePackage>[0], finished = false) =>
  someOrder({
    packages: [
      somePackage({
        courierStatus: { finished, status: null, deliveredDate: null, events: [shown] },
        ...changes,
      }),
    ],
  })
const showsBoth = orderWith({ trackingNumber: 'T-1' })
const showsNeither = orderWith({ courierStatus: null })

const openEntry = (id: string, changes: Partial<ActivityEntry> = {}): ActivityEntry => ({
  ...begun({
    id,
    at: JUST_NOW,
    actor: 'ana',
    operation: 'UPDATE_PARTIAL_INVOICE',
    invoiceNumber: 'NF-1',
    summary: 'sent',
  }),
  ...changes,
})

describe('the activity of an edit or of events whose caller died', () => {
  const read = (journal: object, order = showsBoth) =>
    inStepWith({ ...EMPTY_JOURNAL, ...journal }, order, NOW).activity

  it.each([
    ['an edit', 'e', { edits: [edit] }],
    ['events', 's', { tracking: [status] }],
  ])('says of %s that it was applied once the order shows it', (_what, id, sends) => {
    const activity = [openEntry('before'), openEntry(id)]
    expect(read({ ...sends, activity })).toEqual([
      activity[0],
      { ...activity[1], outcome: 'APPLIED', summary: 'found by reading the order' },
    ])
    expect(read({ ...sends, activity }, showsNeither)).toEqual(activity)
    expect(read({ ...sends, activity }, someOrder())).toEqual(activity)
  })

  it('keeps its own words where the call has told how it ended', () => {
    const activity = [openEntry('e', { isOpen: undefined, outcome: 'ACCEPTED', summary: 'sent' })]
    expect(read({ activity, edits: [edit] })).toEqual(activity)
  })

  it('is no more sure of an edit with a dispatch date, which no read can show', () => {
    const dated = { ...edit, tracking: { trackingNumber: 'T-1', dispatchedDate: JUST_NOW } }
    const activity = [openEntry('e')]
    expect(read({ activity, edits: [dated] })).toEqual(activity)
  })

  it('is not told by an order that was asked for before', () => {
    const activity = [openEntry('e')]
    const journal = { ...EMPTY_JOURNAL, activity, edits: [edit] }
    expect(inStepWith(journal, showsBoth, NOW, EMPTY_JOURNAL).activity).toEqual(activity)
    expect(inStepWith(journal, showsBoth, NOW, journal).activity[0].outcome).toBe('APPLIED')
  })
})

describe('events on their way', () => {
  const left = (order: typeof showsBoth, changes: Partial<TrackingIntent> = {}, intents = {}) =>
    inStepWith({ ...EMPTY_JOURNAL, ...intents, tracking: [{ ...status, ...changes }] }, order, NOW)
      .tracking?.length

  it('end where the package shows them, and stay where it does not or is not there', () => {
    expect(left(showsBoth)).toBe(0)
    expect(left(showsNeither)).toBe(1)
    expect(left(someOrder())).toBe(1)
  })

  it('stay, though shown, while a replacement may still take the package’s history away', () => {
    const replacement = someIntent({ invoiceNumber: 'NF-1', isReplacement: true, sentAt: JUST_NOW })
    expect(left(showsBoth, {}, { intents: [replacement] })).toBe(1)
    expect(left(showsBoth, { sentAt: LONG_AGO }, { intents: [replacement] })).toBe(0)
    const ofAnother = { ...replacement, invoiceNumber: 'NF-7' }
    expect(left(showsBoth, {}, { intents: [ofAnother] })).toBe(0)
  })

  it('end, though shown, where what is on its way under their number replaces nothing', () => {
    const isNew = someIntent({ invoiceNumber: 'NF-1', isReplacement: false, sentAt: JUST_NOW })
    // Came into the journal after this order was asked for: it is on its way whatever the order shows.
    const journal = { ...EMPTY_JOURNAL, tracking: [status] }
    const { tracking, intents } = inStepWith(
      { ...journal, intents: [isNew] },
      showsBoth,
      NOW,
      journal
    )
    expect(intents).toHaveLength(1)
    expect(tracking).toEqual([])
  })

  it.each([
    ['took it, and two minutes are over', 'ACCEPTED', LONG_AGO, 0],
    ['took it just now', 'ACCEPTED', JUST_NOW, 1],
    ['never answered', 'SENDING', LONG_AGO, 1],
  ] as const)('that take a delivery back: OMS %s', (_case, state, sentAt, count) => {
    expect(left(orderWith({}, true), { state, sentAt })).toBe(count)
  })
})

describe('an edit on its way', () => {
  const left = (sentAt: EditIntent['sentAt'], order: typeof showsBoth) =>
    inStepWith({ ...EMPTY_JOURNAL, edits: [{ ...edit, sentAt }] }, order, NOW).edits?.length

  it('ends with an order that shows it, or with its time', () => {
    expect(left(JUST_NOW, showsNeither)).toBe(1)
    expect(left(JUST_NOW, someOrder())).toBe(1)
    expect(left(JUST_NOW, showsBoth)).toBe(0)
    expect(left(LONG_AGO, showsNeither)).toBe(0)
  })
})

describe('since when something is on its way to a package', () => {
  const since = (journal: object, order = showsNeither) =>
    writingSince({ ...EMPTY_JOURNAL, ...journal }, order, 'NF-1', NOW)

  it('is the moment of its events or of its edit, until the order shows them', () => {
    expect(since({ tracking: [status] })).toBe(JUST_NOW)
    expect(since({ edits: [edit] })).toBe(JUST_NOW)
    expect(since({ tracking: [status], edits: [edit] }, showsBoth)).toBeNull()
  })

  it('is nothing of another package’s', () => {
    const earlier = moment('2026-03-10T11:59:00Z')
    const other = { ...status, invoiceNumber: 'NF-7', sentAt: earlier }
    expect(since({ tracking: [other], edits: [edit] })).toBe(JUST_NOW)
    expect(since({ tracking: [other] })).toBeNull()
    expect(since({})).toBeNull()
  })
})
