import { someIntent } from '../testing/someIntent'
import { someOrder, somePackage } from '../testing/someOrder'
import { instantAt } from '../values/instant'
import { cents } from '../values/money'
import { begun, foundOut, lateEntry, newestOf, told } from './activity'
import type { EditIntent, TrackingIntent } from './intent'
import { EMPTY_JOURNAL, type ActivityEntry } from './journal'
import { recordFrom } from './record'
import { step, stepThrough } from './step'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const at = instantAt(NOW)

const entry: ActivityEntry = {
  id: 'i',
  at,
  actor: 'ana',
  operation: 'NOTIFY_INVOICE',
  invoiceNumber: 'NF-2',
  outcome: 'APPLIED',
  receipt: null,
  summary: '',
}

describe('what the activity says before anybody knows the end', () => {
  const NOBODY_TOLD = 'sent; how it ended was not written down'

  it('is what was sent, and that its end was not written down', () => {
    expect(begun({ ...entry, summary: '30.00' }).summary).toBe(`30.00; ${NOBODY_TOLD}`)
    expect(begun(entry).summary).toBe(NOBODY_TOLD)
  })

  it('begins with the invoice as it was written', () => {
    const intent = someIntent({ summary: '30.00' })
    const written = { intent, happened: 'INVOICE_WRITTEN', history: null } as const
    expect(step(EMPTY_JOURNAL, written).activity).toMatchObject([
      { id: 'i', outcome: 'UNKNOWN', isOpen: true, summary: `30.00; ${NOBODY_TOLD}` },
    ])
    const silent = { ...written, intent: { ...intent, summary: undefined } }
    expect(step(EMPTY_JOURNAL, silent).activity[0].summary).toBe(NOBODY_TOLD)
  })

  it('stays open where somebody else found out, so that the call itself still has the last word', () => {
    const found = { ...entry, summary: 'found' }
    const open = foundOut([begun(entry)], found)
    expect(open).toEqual([{ ...found, isOpen: true }])
    expect(told(open, { ...entry, summary: 'own' })).toEqual([{ ...entry, summary: 'own' }])
    expect(foundOut([], found)).toEqual([found])
  })

  it('is ended by nothing that has no id', () => {
    const { id: _id, ...nameless } = entry
    const open = begun(nameless)
    expect(told([open], nameless)).toEqual([open, nameless])
  })
})

describe('an invoice’s end as somebody else tells it', () => {
  it('says what was sent, where that is known, and how it ended', () => {
    const words = (summary?: string) => lateEntry(someIntent({ summary }), 'FAILED', 'lost').summary
    expect(words('30.00')).toBe('30.00; lost')
    expect(words()).toBe('lost')
  })

  it('is told once: a call that left after it had told is not told of again', () => {
    const intent = someIntent({ id: 'i' })
    const journal = { ...EMPTY_JOURNAL, intents: [intent], activity: [entry] }
    const order = someOrder({
      packages: [somePackage({ invoiceNumber: 'NF-2', invoiceValue: cents(3_000) })],
    })
    const after = stepThrough(journal, [
      { happened: 'INVOICE_LEFT', id: 'i' },
      { order, happened: 'ORDER_READ', nowMs: NOW },
    ])
    expect(after.intents).toEqual([])
    expect(after.activity).toEqual([entry])
  })
})

describe('the newest activity', () => {
  it('keeps what tells of the invoice, however often its tracking was edited', () => {
    const edits = Array.from({ length: 600 }, () => ({
      ...entry,
      operation: 'UPDATE_PARTIAL_INVOICE' as const,
    }))
    expect(newestOf([entry, ...edits])[0]).toBe(entry)
  })
})

const history: TrackingIntent = {
  id: 'i',
  invoiceNumber: 'NF-2',
  actor: 'ana',
  sentAt: at,
  state: 'SENDING',
  isDelivered: false,
  deliveredDate: null,
  events: [],
  fresh: [],
}

describe('a replacement that OMS refused', () => {
  it('takes back the history that was to be shown again', () => {
    const other = { ...history, id: 'other' }
    const written = step(
      { ...EMPTY_JOURNAL, tracking: [other] },
      { history, happened: 'INVOICE_WRITTEN', intent: someIntent({ isReplacement: true }) }
    )
    expect(written.tracking).toEqual([other, history])
    expect(step(written, { happened: 'INVOICE_TAKEN_BACK', id: 'i' }).tracking).toEqual([other])
  })
})

describe('an invoice that a person declares lost', () => {
  const intent = someIntent()
  const lost = { intent, at, happened: 'INVOICE_DECLARED_LOST', actor: 'bia' } as const
  const other = { ...recordFrom(intent), invoiceNumber: 'NF-9' }

  it('takes along what was recorded of it, and of no other', () => {
    const invoices = [other, recordFrom(intent)]
    expect(step({ ...EMPTY_JOURNAL, invoices }, lost).invoices).toEqual([other])
  })

  it('leaves what was recorded where an order has shown that number', () => {
    const invoices = [{ ...recordFrom(intent), shownAt: at }]
    expect(step({ ...EMPTY_JOURNAL, invoices }, lost).invoices).toEqual(invoices)
  })
})

describe('an edit that goes out again', () => {
  it('counts after those that went out meanwhile', () => {
    const first: EditIntent = { id: 'a', invoiceNumber: 'NF-1', sentAt: at, tracking: {} }
    const second = { ...first, id: 'b' }
    const { edits } = step(
      { ...EMPTY_JOURNAL, edits: [first, second] },
      { happened: 'EDIT_WRITTEN_AGAIN', edit: first }
    )
    expect(edits).toEqual([second, first])
  })
})

describe('events that were given up', () => {
  const events = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => ({
      date: instantAt(NOW + (from + n) * 60_000),
      description: 'scanned',
      city: null,
      state: null,
    }))
  const giveUp = (invoiceNumber: string, given: TrackingIntent['events']) =>
    ({
      happened: 'STATUS_GIVEN_UP',
      intent: { ...history, invoiceNumber, events: given },
    }) as const

  it('are remembered with those that were given up before, invoice by invoice', () => {
    const { givenUp } = stepThrough(EMPTY_JOURNAL, [
      giveUp('NF-1', events(0, 1)),
      giveUp('NF-2', events(5, 1)),
      giveUp('NF-1', events(1, 1)),
    ])
    expect(givenUp?.map((one) => [one.invoiceNumber, one.events])).toEqual([
      ['NF-2', events(5, 1)],
      ['NF-1', events(0, 2)],
    ])
  })

  it('are the newest thousand of an invoice', () => {
    const { givenUp } = stepThrough(EMPTY_JOURNAL, [
      giveUp('NF-1', events(0, 700)),
      giveUp('NF-1', events(700, 700)),
    ])
    expect(givenUp?.map((one) => one.events)).toEqual([events(400, 1_000)])
  })
})

describe('a status that is taken back', () => {
  const intent = { id: 't-2', invoiceNumber: 'NF-2', sentAt: at } as unknown as TrackingIntent
  const earlier = { ...intent, id: 't-1' }
  const back = { happened: 'STATUS_TAKEN_BACK', id: 't-2', restored: [earlier] } as const

  it('leaves what it stood for', () => {
    const journal = { ...EMPTY_JOURNAL, tracking: [intent] }
    expect(step(journal, back).tracking).toEqual([earlier])
  })

  it('stands for nothing where it is not there: it was never written, or somebody has taken it up', () => {
    const journal = { ...EMPTY_JOURNAL, tracking: [{ ...intent, id: 't-3' }] }
    expect(step(journal, back)).toEqual(journal)
  })
})
