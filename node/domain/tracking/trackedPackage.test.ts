import { someIntent } from '../testing/someIntent'
import { someOrder, somePackage } from '../testing/someOrder'
import { findTracked } from './trackedPackage'

const stored = somePackage()
const order = someOrder({ packages: [stored] })
const found = (intents: ReturnType<typeof someIntent>[], number = 'NF-1', of = order) =>
  findTracked(of, intents, number)

describe('the package that is tracked', () => {
  it('is the one of its number', () => expect(found([])).toEqual({ stored }))

  it('waits for an invoice of its number that is on its way, and no other', () => {
    const sending = someIntent({ invoiceNumber: 'NF-2' })
    const since = { name: 'since', value: sending.sentAt }
    expect(found([sending], 'NF-2')).toMatchObject({
      problem: { code: 'IN_PROGRESS', facts: [since] },
    })
    expect(found([{ ...sending, state: 'UNKNOWN' }], 'NF-2')).toMatchObject({
      problem: { code: 'OMS_OUTCOME_UNKNOWN' },
    })
    const unknown = found([{ ...sending, state: 'UNKNOWN' }], 'NF-2')
    expect('problem' in unknown && unknown.problem.facts).toContainEqual({
      name: 'sentAt',
      value: sending.sentAt,
    })
    expect(found([sending])).toEqual({ stored })
    expect(found([{ ...sending, type: 'INPUT' }], 'NF-2')).toMatchObject({
      problem: { code: 'INVOICE_NOT_FOUND' },
    })
  })

  it('waits for a replacement of it too', () => {
    const replacing = someIntent({ invoiceNumber: 'NF-1', isReplacement: true })
    expect(found([replacing])).toMatchObject({ problem: { code: 'IN_PROGRESS' } })
  })

  it('is none under a number that OMS cannot find; a safe one is suggested', () => {
    const unsafe = someOrder({ packages: [somePackage({ invoiceNumber: 'NF 1' })] })
    expect(found([], 'NF 1', unsafe)).toMatchObject({
      problem: {
        code: 'INVOICE_NUMBER_UNSAFE',
        field: ['invoiceNumber'],
        facts: [{ name: 'suggestion', value: 'NF-1' }],
      },
    })
  })

  it('is none where two bear the number, or only others are there', () => {
    const twice = someOrder({ packages: [stored, somePackage({ invoiceNumber: 'NF-1 ' })] })
    expect(found([], 'NF-1', twice)).toMatchObject({
      problem: { code: 'INVOICE_AMBIGUOUS', facts: [{ name: 'count', value: '2' }] },
    })
    expect(found([], 'NF-9')).toMatchObject({
      problem: { code: 'INVOICE_NOT_FOUND', facts: [{ name: 'invoiceNumbers', value: 'NF-1' }] },
    })
  })
})
