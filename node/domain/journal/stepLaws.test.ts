import fc from 'fast-check'
import {
  anyEvents,
  eventsOf,
  histories,
  intentsOf,
  journals,
  NOW,
  NUMBERS,
  orders,
} from '../testing/journalEvents'
import { isSameInvoiceNumber } from '../package/invoiceNumber'
import { eventIdentity } from '../package/trackingEvents'
import type { JournalEvent } from './event'
import { isShown, showsAnother } from './intents'
import { EMPTY_JOURNAL, isUnderWay, type ActivityEntry, type Journal } from './journal'
import { step, stepThrough } from './step'
import { isPast } from './waiting'

const SEED = { seed: 20261128 }
const numbers = fc.constantFrom(...NUMBERS)

/** What decisions stand on. */
const decisive = ({ activity: _activity, ...rest }: Journal) => ({
  tracking: [],
  edits: [],
  givenUp: [],
  ...rest,
})

/** Its lists side by side with another's, whichever was written first. */
const unordered = (journal: Journal) =>
  Object.fromEntries(
    Object.entries({ ...decisive(journal), activity: journal.activity }).map(([name, list]) => [
      name,
      Array.isArray(list) ? list.map((one) => JSON.stringify(one)).sort() : list,
    ])
  )

/** Says of this very invoice that it is over. */
const ENDS: readonly JournalEvent['happened'][] = [
  'INVOICE_TAKEN_BACK',
  'INVOICE_SHOWN',
  'INVOICE_GIVEN_UP',
  'INVOICE_DECLARED_LOST',
]
const isEndOf = (event: JournalEvent, id: string): boolean => {
  const of = event as { readonly id?: string; readonly intent?: { readonly id: string } }
  return ENDS.includes(event.happened) && (of.id === id || of.intent?.id === id)
}

describe('an invoice that was sent', () => {
  it('stays, whatever else happens, until its own end is told or an order is read', () => {
    fc.assert(
      fc.property(journals, anyEvents, (journal, event) => {
        fc.pre(event.happened !== 'ORDER_READ')
        const after = step(journal, event).intents.map(({ id }) => id)
        for (const { id } of journal.intents.filter((one) => !isEndOf(event, one.id)))
          expect(after).toContain(id)
      }),
      SEED
    )
  })

  it('ends with an order that shows it, or once its time is over; never before', () => {
    fc.assert(
      fc.property(journals, numbers.chain(intentsOf), orders, (earlier, intent, order) => {
        const journal = {
          ...earlier,
          intents: [...earlier.intents.filter(({ id }) => id !== intent.id), intent],
        }
        const after = step(journal, { order, happened: 'ORDER_READ', nowMs: NOW })
        const isThere = after.intents.some(({ id }) => id === intent.id)
        if (isShown(intent, order)) expect(isThere).toBe(false)
        else if (!isPast(intent, NOW)) expect(isThere).toBe(true)
        // OMS took it, so it may show it as late as it likes; only of a replacement there is something else to show.
        else if (intent.state === 'ACCEPTED') expect(isThere).toBe(!intent.isReplacement)
      }),
      { ...SEED, numRuns: 400 }
    )
  })

  it('leaves a record and, where nobody has told of it, an activity behind once it is shown', () => {
    fc.assert(
      fc.property(numbers.chain(intentsOf), orders, (intent, order) => {
        fc.pre(isShown(intent, order))
        const { invoices, activity } = step(
          { ...EMPTY_JOURNAL, intents: [intent] },
          { order, happened: 'ORDER_READ', nowMs: NOW }
        )
        const isAnother = showsAnother(intent, order)
        expect(invoices.map(({ shownAt }) => shownAt !== undefined)).toEqual(
          isAnother ? [] : [true]
        )
        const isToldBefore = intent.isRecorded && intent.state === 'ACCEPTED'
        expect(activity.map(({ outcome }) => outcome)).toEqual(
          isToldBefore ? [] : [isAnother ? 'UNKNOWN' : 'APPLIED']
        )
      }),
      { ...SEED, numRuns: 400 }
    )
  })

  it('that came into the journal after the order was asked for is not judged by that order', () => {
    fc.assert(
      fc.property(journals, histories, orders, (known, later, order) => {
        const journal = stepThrough(known, later)
        const after = step(journal, { order, known, happened: 'ORDER_READ', nowMs: NOW })
        const isNew = ({ id }: { readonly id: string }): boolean => !isUnderWay(known, id)
        expect(after.intents.filter(isNew)).toEqual(journal.intents.filter(isNew))
        expect((after.tracking ?? []).filter(isNew)).toEqual((journal.tracking ?? []).filter(isNew))
        expect((after.edits ?? []).filter(isNew)).toEqual((journal.edits ?? []).filter(isNew))
      }),
      SEED
    )
  })
})

describe('what is known of an invoice', () => {
  it('that was shown is never forgotten; that of a sent one only where a person declares it lost', () => {
    fc.assert(
      fc.property(journals, anyEvents, (journal, event) => {
        const after = step(journal, event).invoices
        for (const { invoiceNumber, writtenAt, shownAt } of journal.invoices) {
          if (shownAt === undefined && writtenAt === undefined) continue
          if (shownAt === undefined && event.happened === 'INVOICE_DECLARED_LOST') continue
          const left = after.filter((one) => isSameInvoiceNumber(one.invoiceNumber, invoiceNumber))
          expect(left).toHaveLength(1)
          expect([left[0].writtenAt !== undefined, left[0].shownAt !== undefined]).toEqual([
            writtenAt !== undefined || left[0].writtenAt !== undefined,
            shownAt !== undefined || left[0].shownAt !== undefined,
          ])
        }
      }),
      SEED
    )
  })
})

describe('the activity', () => {
  it('loses nothing, and what a call has told of itself stays in its words', () => {
    fc.assert(
      fc.property(journals, anyEvents, (journal, event) => {
        const after = step(journal, event).activity
        expect(after.length).toBeGreaterThanOrEqual(journal.activity.length)
        journal.activity.forEach((entry: ActivityEntry, index) => {
          if (entry.isOpen) expect(after[index].id).toBe(entry.id)
          else expect(after[index]).toBe(entry)
        })
      }),
      SEED
    )
  })
})

describe('events that were given up', () => {
  it('are remembered for good', () => {
    const given = ({ givenUp }: Journal): string[] =>
      (givenUp ?? []).flatMap(({ events, invoiceNumber }) =>
        events.map((one) => `${invoiceNumber} ${eventIdentity(one)}`)
      )
    fc.assert(
      fc.property(journals, anyEvents, (journal, event) => {
        expect(given(step(journal, event))).toEqual(expect.arrayContaining(given(journal)))
      }),
      SEED
    )
  })
})

describe('any event', () => {
  it('applied twice counts once, in everything that decisions stand on', () => {
    fc.assert(
      fc.property(journals, anyEvents, (journal, event) => {
        const once = step(journal, event)
        expect(decisive(step(once, event))).toEqual(decisive(once))
      }),
      { ...SEED, numRuns: 400 }
    )
  })

  it('leaves alone the name of the content and what another version of the app has put there', () => {
    fc.assert(
      fc.property(journals, anyEvents, (journal, event) => {
        const named = { ...journal, revision: 'r', later: ['kept'] }
        expect(step(named, event)).toMatchObject({ revision: 'r', later: ['kept'] })
      }),
      SEED
    )
  })

  it('of one invoice may come before or after one of another', () => {
    const two = fc.uniqueArray(numbers, { minLength: 2, maxLength: 2 })
    const events = two.chain(([a, b]) => fc.tuple(eventsOf(a), eventsOf(b)))
    fc.assert(
      fc.property(journals, events, (journal, [a, b]) => {
        expect(unordered(stepThrough(journal, [a, b]))).toEqual(
          unordered(stepThrough(journal, [b, a]))
        )
      }),
      { ...SEED, numRuns: 400 }
    )
  })

  it('of a new send may come before or after an order that was asked for earlier', () => {
    fc.assert(
      fc.property(journals, numbers.chain(eventsOf), orders, (known, event, order) => {
        fc.pre(/^(INVOICE|STATUS|EDIT)_WRITTEN$/.test(event.happened))
        const { intent, edit } = event as never as Record<string, { id: string } | undefined>
        const id = `new ${(intent ?? edit)!.id}`
        const fresh = {
          ...event,
          history: null,
          instead: [],
          ...(intent ? { intent: { ...intent, id, isReplacement: false } } : {}),
          ...(edit ? { edit: { ...edit, id, tracking: { trackingNumber: 'T-1' } } } : {}),
        } as unknown as JournalEvent
        const read: JournalEvent = { order, known, happened: 'ORDER_READ', nowMs: NOW }
        expect(unordered(stepThrough(known, [fresh, read]))).toEqual(
          unordered(stepThrough(known, [read, fresh]))
        )
      }),
      SEED
    )
  })
})
