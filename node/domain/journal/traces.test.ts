import { moment, someOrder, somePackage } from '../testing/someOrder'
import { cents } from '../values/money'
import type { Intent, InvoiceContent } from './intent'
import { leftNoTrace, showsAnother } from './intents'

const CONTENT: InvoiceContent = {
  type: 'OUTPUT',
  invoiceNumber: 'NF-1',
  issuanceDate: moment('2026-03-10T09:00:00Z'),
  invoiceValue: cents(5_000),
  items: [],
  invoiceKey: null,
  invoiceUrl: null,
  embeddedInvoiceHash: null,
  courier: null,
  trackingNumber: null,
  trackingUrl: null,
  dispatchedDate: null,
}

const unanswered = (changes: Partial<Intent> = {}): Intent => ({
  id: 'i',
  invoiceNumber: 'NF-1',
  type: 'OUTPUT',
  contentHash: '',
  value: cents(5_000),
  units: [],
  actor: 'ana',
  sentAt: moment('2026-03-10T10:00:00Z'),
  state: 'UNKNOWN',
  receipt: null,
  invoicedBefore: cents(0),
  isReplacement: false,
  content: CONTENT,
  ...changes,
})

describe('the trace of an invoice', () => {
  const stranger = somePackage({ invoiceNumber: 'ERP-1', invoiceValue: cents(5_000) })
  const order = someOrder({ packages: [stranger] })
  const sentBefore = { numbersBefore: [] as string[] }

  it('of a sale may be a stranger of exactly its value', () => {
    expect(leftNoTrace(unanswered(sentBefore), order, [])).toBe(false)
  })

  it('of a return is its own number alone: what was sold meanwhile says nothing of it', () => {
    expect(leftNoTrace(unanswered({ ...sentBefore, type: 'INPUT' }), order, [])).toBe(true)
    const shown = someOrder({ packages: [somePackage({ type: 'INPUT' })] })
    expect(leftNoTrace(unanswered({ ...sentBefore, type: 'INPUT' }), shown, [])).toBe(false)
  })
})

describe('a number that is shown with other content', () => {
  const ours = somePackage({ invoiceValue: cents(5_000) })
  const theirs = somePackage({ invoiceValue: cents(700) })

  it('is another’s only where none of its packages can be ours', () => {
    expect(showsAnother(unanswered(), someOrder({ packages: [theirs] }))).toBe(true)
    expect(showsAnother(unanswered(), someOrder({ packages: [theirs, ours] }))).toBe(false)
    expect(showsAnother(unanswered(), someOrder({ packages: [ours] }))).toBe(false)
    expect(showsAnother(unanswered(), someOrder())).toBe(false)
  })
})
