import { someIntent } from '../testing/someIntent'
import { moment, someLine, someOrder, somePackage } from '../testing/someOrder'
import { cents } from '../values/money'
import type { Intent } from './intent'
import {
  asPackageItem,
  leftNoTrace,
  outputSum,
  pendingPackage,
  showsAnother,
  standingIntents,
} from './intents'
import { EMPTY_JOURNAL } from './journal'

/** Of 30.00, under NF-2, an hour ago. */
const unanswered = (changes: Partial<Intent> = {}): Intent =>
  someIntent({ state: 'UNKNOWN', ...changes })
const LATER = Date.parse('2026-03-10T12:00:00Z')

describe('what was sold of an order', () => {
  it('is the sum of its sales: a return takes nothing from it and adds nothing', () => {
    const packages = [
      somePackage({ invoiceNumber: 'A', invoiceValue: cents(700) }),
      somePackage({ invoiceNumber: 'B', invoiceValue: cents(300), type: 'INPUT' }),
      somePackage({ invoiceNumber: 'C', invoiceValue: cents(40) }),
    ]
    expect(outputSum(someOrder({ packages }))).toBe(740)
  })
})

describe('a number that is shown with other content', () => {
  const order = someOrder({ packages: [somePackage({ invoiceNumber: 'NF-2' })] })

  it('is no stranger’s where OMS took ours: it may keep it in other words', () => {
    expect(showsAnother(unanswered(), order)).toBe(true)
    expect(showsAnother(unanswered({ state: 'ACCEPTED' }), order)).toBe(false)
  })

  it('is the old one’s where ours was to replace it', () => {
    expect(showsAnother(unanswered({ isReplacement: true }), order)).toBe(false)
  })

  it('cannot be told from ours where nobody wrote down what was sent', () => {
    expect(showsAnother(unanswered({ content: undefined }), order)).toBe(false)
  })

  it('is not looked for among other numbers', () => {
    const other = someOrder({ packages: [somePackage({ invoiceNumber: 'NF-3' })] })
    expect(showsAnother(unanswered(), other)).toBe(false)
  })
})

describe('the trace of a sale that nobody answered for', () => {
  const erp = (value: number, changes = {}) =>
    somePackage({ invoiceNumber: 'ERP-1', invoiceValue: cents(value), ...changes })
  const noTrace = (changes: Partial<Intent>, ...packages: ReturnType<typeof somePackage>[]) =>
    leftNoTrace(unanswered(changes), someOrder({ packages }), [])

  it('is no invoice of another value, which explains the sum by itself', () => {
    expect(noTrace({ numbersBefore: [] }, erp(700))).toBe(true)
  })

  it('is no return, be it of the same value', () => {
    expect(noTrace({ numbersBefore: [] }, erp(3_000, { type: 'INPUT' }))).toBe(true)
  })

  it('is no invoice that was there before it', () => {
    const before = { invoicedBefore: cents(3_000) }
    expect(noTrace({ ...before, numbersBefore: ['ERP-1'] }, erp(3_000))).toBe(true)
    // Written down by a version that did not keep the numbers.
    expect(noTrace({ ...before, numbersBefore: undefined }, erp(3_000))).toBe(true)
  })

  it('is a sum that grew by its value while no new number explains it', () => {
    const before = { invoicedBefore: cents(1_000), numbersBefore: ['ERP-1'] }
    expect(noTrace(before, erp(4_000))).toBe(false)
    const stranger = somePackage({ invoiceNumber: 'ERP-2', invoiceValue: cents(700) })
    expect(noTrace(before, erp(4_000), stranger)).toBe(false)
    expect(noTrace(before, erp(3_999), stranger)).toBe(true)
  })
})

describe('an unanswered invoice whose time is over, on an order that is fully invoiced', () => {
  const order = someOrder({ packages: [somePackage()] })
  const stands = (intent: Intent): boolean =>
    standingIntents({ ...EMPTY_JOURNAL, intents: [intent] }, order, LATER).length > 0

  it('counts no longer where it would be one more sale', () => {
    expect(stands(unanswered())).toBe(false)
  })

  it('still counts where OMS would take it all the same: a return, or a replacement', () => {
    expect(stands(unanswered({ type: 'INPUT' }))).toBe(true)
    expect(stands(unanswered({ isReplacement: true }))).toBe(true)
    expect(stands(unanswered({ type: 'INPUT', isReplacement: true }))).toBe(true)
  })

  it('counts while there is anything left to invoice, whatever was returned', () => {
    const packages = [
      somePackage({ invoiceValue: cents(6_000) }),
      somePackage({ invoiceNumber: 'D-1', invoiceValue: cents(6_000), type: 'INPUT' }),
    ]
    const journal = { ...EMPTY_JOURNAL, intents: [unanswered()] }
    expect(standingIntents(journal, someOrder({ packages }), LATER)).toHaveLength(1)
  })
})

describe('an invoice that OMS took and does not show yet', () => {
  const lines = [
    someLine({ itemIndex: 0, id: '101' }),
    someLine({ itemIndex: 1, id: '102' }),
    someLine({ itemIndex: 2, id: '103' }),
    someLine({ itemIndex: 3, id: '103' }),
  ]
  const item = (id: string) => ({ id, quantity: 2, price: cents(50), description: 'red' })

  it('looks as it was sent, its items on the lines that they are of', () => {
    const { content } = someIntent()
    const items = [item('102'), item('101')]
    const intent = someIntent({ content: { ...content!, items, courier: 'Correios' } })
    expect(pendingPackage(someOrder({ lines }), intent)).toMatchObject({
      invoiceNumber: 'NF-2',
      courier: 'Correios',
      issuanceDate: moment('2026-03-10T11:00:00Z'),
      items: [
        { itemIndex: 1, id: '102', quantity: 2, price: 50, description: 'red' },
        { itemIndex: 0, id: '101', quantity: 2, price: 50, description: 'red' },
      ],
    })
  })

  it.each([
    ['in two lines', '103'],
    ['in no line', '999'],
  ])('has an item on no line of its own where its SKU stands %s', (_where, id) => {
    expect(asPackageItem(someOrder({ lines }), item(id))).toEqual({ itemIndex: null, ...item(id) })
  })
})
