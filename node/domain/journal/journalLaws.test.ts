import fc from 'fast-check'
import { begun, newestOf, told, withTold } from './activity'
import type { InvoiceRecord } from './intent'
import type { ActivityEntry } from './journal'
import { isOlderReading, mergeRecords } from './record'
import { instantAt } from '../values/instant'
import { someOrder, somePackage } from '../testing/someOrder'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const at = (second: number) => instantAt(NOW + second * 1000)

describe('two records of one invoice', () => {
  const written = fc.option(fc.integer({ min: 0, max: 1_000_000 }).map(at), { nil: undefined })
  const record: fc.Arbitrary<InvoiceRecord> = fc.record({
    invoiceNumber: fc.constant('NF-1'),
    wroteInvoice: fc.boolean(),
    descriptions: fc.constant([]),
    dispatchedDate: fc.option(fc.nat(50).map(at)),
    writtenAt: written,
    dispatchWrittenAt: written,
    shownAt: written,
  })
  const times = ({ writtenAt, dispatchWrittenAt }: InvoiceRecord) => [writtenAt, dispatchWrittenAt]

  it('end the same whichever is written first, and merging again changes nothing', () => {
    fc.assert(
      fc.property(record, record, record, (a, b, c) => {
        const [x, y, z] = [a, b, c].map(times)
        for (const field of [0, 1])
          fc.pre(new Set([x[field], y[field], z[field]].filter(Boolean)).size === 3)
        expect(mergeRecords(a, b)).toEqual(mergeRecords(b, a))
        expect(mergeRecords(mergeRecords(a, b), c)).toEqual(mergeRecords(a, mergeRecords(b, c)))
        expect(mergeRecords(a, mergeRecords(a, b))).toEqual(mergeRecords(a, b))
      }),
      { seed: 20261128 }
    )
  })

  it('keep the dispatch date that was written last, whoever writes last', () => {
    const invoice = { invoiceNumber: 'NF-1', wroteInvoice: true, descriptions: [] }
    const sent = { ...invoice, dispatchedDate: null, writtenAt: at(0), dispatchWrittenAt: at(0) }
    const edited = { ...sent, dispatchedDate: at(-60), dispatchWrittenAt: at(5) }
    expect(mergeRecords(edited, sent).dispatchedDate).toBe(at(-60))
    const again = { ...sent, dispatchedDate: at(-9), writtenAt: at(9), dispatchWrittenAt: at(9) }
    expect(mergeRecords(edited, again).dispatchedDate).toBe(at(-9))
  })
})

describe('an order without an invoice that was shown', () => {
  const shown = {
    invoiceNumber: 'NF-1',
    wroteInvoice: true,
    descriptions: [],
    dispatchedDate: null,
    shownAt: at(0),
  }
  it.each([
    [0, true],
    [119, true],
    [120, false],
  ])('is an older reading for two minutes: %d s', (second, isOlder) => {
    expect(isOlderReading(someOrder(), [shown], NOW + second * 1000)).toBe(isOlder)
  })

  it('is none where it shows it, or where nobody has seen it', () => {
    const there = someOrder({ packages: [somePackage()] })
    expect(isOlderReading(there, [shown], NOW)).toBe(false)
    expect(isOlderReading(someOrder(), [{ ...shown, shownAt: undefined }], NOW)).toBe(false)
  })
})

describe('the newest activity', () => {
  const entry = (operation: ActivityEntry['operation'], summary: string): ActivityEntry => ({
    operation,
    summary,
    at: at(0),
    actor: 'ana',
    invoiceNumber: '1',
    outcome: 'APPLIED',
    receipt: null,
  })

  it('keeps what tells of the invoice, however often a carrier reports', () => {
    const scans = Array.from({ length: 800 }, (_, n) => entry('UPDATE_TRACKING_STATUS', `${n}`))
    const kept = newestOf([entry('NOTIFY_INVOICE', 'NF-1'), ...scans])
    expect(kept).toHaveLength(500)
    expect(kept[0].summary).toBe('NF-1')
    expect(kept[1].summary).toBe('301')
    expect(kept[499].summary).toBe('799')
  })

  it('is cut at the oldest invoices where there are too many of them', () => {
    const invoices = Array.from({ length: 600 }, (_, n) => entry('NOTIFY_INVOICE', `${n}`))
    const kept = newestOf([entry('UPDATE_PARTIAL_INVOICE', 'edit'), ...invoices])
    expect(kept.map(({ summary }) => summary)).toEqual(
      invoices.slice(100).map(({ summary }) => summary)
    )
  })
})

describe('entries beside the journal', () => {
  const ids: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c')
  const entryOf = (id: string, summary: string): ActivityEntry => ({
    id,
    summary,
    at: at(0),
    actor: 'ana@store.com',
    operation: 'NOTIFY_INVOICE',
    invoiceNumber: 'NF-1',
    outcome: 'REFUSED',
    receipt: null,
  })

  it('are told once, end what was begun, and change nothing that the journal says itself', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(ids),
        fc.uniqueArray(ids),
        fc.uniqueArray(ids),
        (open, done, said) => {
          const opened = open.map((id) => begun(entryOf(id, 'open')))
          const activity = done.reduce<readonly ActivityEntry[]>(
            (all, id) => told(all, entryOf(id, 'ended')),
            opened
          )
          const all = withTold(
            activity,
            said.map((id) => entryOf(id, 'beside'))
          )
          expect(all.map(({ id }) => id).sort()).toEqual(
            [...new Set([...open, ...done, ...said])].sort()
          )
          for (const { id, summary } of all.filter(({ isOpen }) => !isOpen))
            expect(summary).toBe(done.includes(id!) ? 'ended' : 'beside')
          expect(
            withTold(
              all,
              said.map((id) => entryOf(id, 'again'))
            )
          ).toEqual(all)
        }
      )
    )
  })
})
