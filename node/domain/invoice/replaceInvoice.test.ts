import type { InvoiceRecord } from '../journal/intent'
import { judgedOf, someQuestion } from '../testing/someQuestion'
import { moment, someInvoice, someOrder, somePackage } from '../testing/someOrder'
import { packageVersion } from '../package/packageVersion'
import { DEFAULT_SETTINGS } from '../values/settings'
import { lostByReplacing } from './replaceInvoice'

const stored = somePackage({ trackingNumber: 'AA1' })
const order = someOrder({ packages: [stored] })
const DATE = moment('2026-03-10T10:00:00Z')
const record = (changes: Partial<InvoiceRecord>): InvoiceRecord => ({
  invoiceNumber: 'NF-1',
  dispatchedDate: null,
  wroteInvoice: false,
  descriptions: [],
  ...changes,
})

describe('the dispatch date of a replaced invoice', () => {
  const lost = (of: InvoiceRecord | null, isGiven = false) =>
    lostByReplacing(order, stored, of, isGiven, true).map(({ facts }) => facts[0].value)

  it('is lost where this app has never seen it: OMS does not show it', () => {
    expect(lost(null)).toEqual(['dispatchedDate'])
    expect(lost(record({}))).toEqual(['dispatchedDate'])
  })

  it('is kept where this app wrote it, or wrote the invoice and knows that there is none', () => {
    expect(lost(record({ dispatchedDate: DATE }))).toEqual([])
    expect(lost(record({ wroteInvoice: true }))).toEqual([])
  })

  it('is not asked for where the call names one', () => {
    expect(lost(null, true)).toEqual([])
  })
})

describe('the default carrier', () => {
  const settings = { ...DEFAULT_SETTINGS, defaultCourier: 'Correios' }

  it('is for a new parcel without a name', () => {
    const command = someInvoice({ trackingNumber: 'AA1' })
    expect(judgedOf(someQuestion(someOrder(), { command, settings })).invoice?.courier).toBe(
      'Correios'
    )
  })

  it('is not written over what a replaced invoice leaves open', () => {
    const command = someInvoice({ invoiceUrl: 'https://shop.example/nf' })
    const replaceVersion = packageVersion(stored)
    const { invoice } = judgedOf(someQuestion(order, { command, settings, replaceVersion }))
    expect(invoice).toMatchObject({ trackingNumber: 'AA1', courier: null })
  })
})
