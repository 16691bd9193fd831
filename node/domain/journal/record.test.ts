import { someIntent } from '../testing/someIntent'
import { moment } from '../testing/someOrder'
import { cents } from '../values/money'
import type { InvoiceRecord } from './intent'
import { mergeRecords, recordFrom, withoutDispatch, withSentDispatch } from './record'

const FIRST = moment('2026-03-10T09:00:00Z')
const SECOND = moment('2026-03-10T10:00:00Z')
const OTHER: InvoiceRecord = {
  invoiceNumber: 'NF-9',
  wroteInvoice: true,
  descriptions: [],
  dispatchedDate: null,
}

describe('what is recorded of an invoice', () => {
  it('is what OMS cannot give back: its dispatch date, its items as sent, and their texts', () => {
    const item = { id: '101', quantity: 2, price: cents(1_000) }
    const { content } = someIntent()
    const items = [
      { ...item, description: 'red' },
      { ...item, id: '102', description: null },
    ]
    const record = recordFrom(
      someIntent({ content: { ...content!, items, dispatchedDate: FIRST } })
    )
    expect(record).toMatchObject({
      wroteInvoice: true,
      dispatchedDate: FIRST,
      descriptions: [{ id: '101', description: 'red' }],
      sent: { invoiceValue: 3_000, items: [item, { ...item, id: '102' }] },
    })
  })

  it('is its value alone where nobody wrote down what was sent', () => {
    const record = recordFrom(someIntent({ content: undefined }))
    expect(record.dispatchedDate).toBeNull()
    expect(record.descriptions).toEqual([])
    expect(record.sent).toEqual({ invoiceValue: 3_000, items: [] })
  })
})

describe('two records that do not say which is newer', () => {
  it.each([
    ['neither says when it was written', undefined],
    ['both were written at one moment', FIRST],
  ])('end as the one that comes second: %s', (_case, at) => {
    const moments = { writtenAt: at, dispatchWrittenAt: at }
    const a = { ...OTHER, ...moments, wroteInvoice: false, dispatchedDate: FIRST }
    const b = { ...OTHER, ...moments, dispatchedDate: SECOND }
    expect(mergeRecords(a, b)).toMatchObject({ wroteInvoice: true, dispatchedDate: SECOND })
    expect(mergeRecords(b, a)).toMatchObject({ wroteInvoice: false, dispatchedDate: FIRST })
  })
})

describe('a dispatch date that goes out with an edit', () => {
  const sent = { invoiceNumber: 'NF-1', dispatchedDate: SECOND, sentAt: SECOND }
  const known: InvoiceRecord = {
    invoiceNumber: 'NF-1',
    wroteInvoice: true,
    descriptions: [{ id: '101', description: 'red' }],
    dispatchedDate: FIRST,
    writtenAt: FIRST,
    dispatchWrittenAt: FIRST,
  }

  it('makes this app no author of an invoice that it knows nothing else of', () => {
    expect(withSentDispatch([], sent)).toEqual([
      {
        invoiceNumber: 'NF-1',
        wroteInvoice: false,
        descriptions: [],
        dispatchedDate: SECOND,
        dispatchIsUnsure: true,
        dispatchWrittenAt: SECOND,
      },
    ])
  })

  it.each([true, false])('and was refused leaves what was known before: wrote %s', (wrote) => {
    const before = { ...known, wroteInvoice: wrote }
    const sending = withSentDispatch([OTHER, before], sent)
    expect(withoutDispatch(sending, sent, before)).toEqual([OTHER, before])
  })

  it('and was refused leaves nothing of an invoice that nothing was known of', () => {
    const sending = withSentDispatch([OTHER], sent)
    expect(withoutDispatch(sending, sent, null)).toEqual([OTHER])
  })

  it('and was refused leaves one that was recorded meanwhile, of which nobody knows the dispatch', () => {
    const meanwhile = { ...known, dispatchedDate: SECOND, dispatchIsUnsure: true }
    const [, left] = withoutDispatch([OTHER, meanwhile], sent, null)
    expect(left).toMatchObject({
      wroteInvoice: false,
      writtenAt: FIRST,
      descriptions: known.descriptions,
      dispatchedDate: null,
    })
  })

  it('and was refused leaves another date that is on its way since', () => {
    const since = withSentDispatch([known], { ...sent, dispatchedDate: FIRST })
    expect(withoutDispatch(since, sent, known)).toBe(since)
  })
})
