import fc from 'fast-check'
import type { TrackingCommand } from '../invoice/command'
import { judgedOf, someQuestion } from '../testing/someQuestion'
import { someInvoice, someOrder, somePackage } from '../testing/someOrder'
import { decideInvoice } from '../invoice/decideInvoice'
import { decideTrackingEdit } from '../tracking/trackingEdit'
import { cleanTrackingNumber, sameTrackingNumber, trackingNumberProblem } from './trackingNumber'

const POSTAL = 'AA123456785BR'

describe('a tracking number as it goes out', () => {
  it.each([
    ['AA 123 456 785 BR', POSTAL],
    ['AA\u00a0123456785 BR', POSTAL],
    [`${POSTAL}\u200b`, POSTAL],
    [`\ufeff${POSTAL} `, POSTAL],
    [`AA123456\u0000785BR`, POSTAL],
    ['LOJA\u0001-7\u007f', 'LOJA-7'],
    ['aa123456785br', POSTAL],
    ['1z 999 aa1 01 2345 6784', '1Z999AA10123456784'],
    ['6129 9999 9999', '612999999999'],
    ['JD01 4600 0123 4567', 'JD01460001234567'],
    ['JD01  4600   0123', 'JD0146000123'],
    ['12345678 1', '123456781'],
    ['1234 5678', '12345678'],
  ])('%j → %s', (text, number) => expect(cleanTrackingNumber(text)).toBe(number))

  it.each([
    ['a word', 'retira na loja'],
    ['a word and a number', 'Loggi 12345678'],
    ['two numbers', 'AA123456785BR AA123456799BR'],
    ['a document', 'NF 123 vol 2'],
    ['other signs', 'MLB-2024/0001'],
    ['a case that may matter', 'aBc12345678'],
    ['a case within a longer one', 'x1z999aa10123456784'],
    ['a case before a longer one', '1z999aa10123456784x'],
    ['fewer than eight digits', 'AB 123 4567'],
    ['two of eight digits', '12345678 87654321'],
    ['signs before a group', '-123 45678'],
    ['signs behind a group', '123- 45678'],
    ['a word with digits behind it', 'loja 12345678'],
  ])('%s stays: %s', (_what, text) => expect(cleanTrackingNumber(text)).toBe(text))

  it('is cleaned once and for all, and stays the same number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9 \u0000\u009f\u200b-]{1,30}$/), (text) => {
        const clean = cleanTrackingNumber(text)
        expect(cleanTrackingNumber(clean)).toBe(clean)
        expect(sameTrackingNumber(text, clean)).toBe(true)
      })
    )
  })
})

describe('a text that is no tracking number', () => {
  it.each([
    ['7,94645E+11', 'SPREADSHEET'],
    ['7.94645e+11', 'SPREADSHEET'],
    ['8,12345E11', 'SPREADSHEET'],
    ['794E+11', 'SPREADSHEET'],
    ['12,5E11', 'SPREADSHEET'],
    ['A7,94645E+11', null],
    ['7,94645E+11A', null],
    ['A8,12345E11', null],
    ['8,12345E11A', null],
    ['AA123456785BR\nAA123456799BR', 'LINES'],
    ['AA123456785BR\r\n', null],
    ['12E34567', null],
    [POSTAL, null],
  ])('%j: %s', (text, reason) => {
    const found = trackingNumberProblem(text, ['tracking', 'trackingNumber'])
    expect(found?.facts[0].value ?? null).toBe(reason)
    if (found) expect(found).toMatchObject({ code: 'TRACKING_NUMBER_INVALID', severity: 'ERROR' })
  })
})

describe('with an invoice', () => {
  const sent = (trackingNumber: string) =>
    judgedOf(someQuestion(someOrder(), { command: someInvoice({ trackingNumber }) }))

  it('goes out clean', () => {
    expect(sent('AA 123 456 785 BR').invoice?.trackingNumber).toBe(POSTAL)
  })

  it('is refused where it is none, with its field', () => {
    expect(sent('7,94645E+11').problems).toMatchObject([
      { code: 'TRACKING_NUMBER_INVALID', field: ['invoice', 'trackingNumber'] },
    ])
  })

  it('that is stored in another form is the same content', () => {
    for (const stored of [POSTAL, 'AA 123 456 785 BR', 'aa123456785br']) {
      const order = someOrder({ packages: [somePackage({ trackingNumber: stored })] })
      const command = someInvoice({ trackingNumber: 'AA 123456785 BR' })
      expect(decideInvoice(someQuestion(order, { command })).verdict).toBe('SAME')
    }
  })
})

describe('in an edit', () => {
  const edit = (stored: string | null, trackingNumber: string) =>
    decideTrackingEdit(
      somePackage({ trackingNumber: stored }),
      [],
      null,
      { trackingNumber, trackingUrl: null, courier: null, dispatchedDate: null } as TrackingCommand,
      Date.parse('2026-03-10T12:00:00Z')
    )

  it('goes out clean', () => {
    expect(edit(null, ' AA 123 456 785 BR\u200b').tracking).toEqual({ trackingNumber: POSTAL })
  })

  it('is known where it stands there', () => {
    expect(edit(POSTAL, 'aa123456785br')).toMatchObject({ problems: [], isKnown: true })
  })

  it('mends a broken form of itself without a question: it is the same number', () => {
    expect(edit('AA 123 456 785 BR', POSTAL)).toMatchObject({
      problems: [],
      isKnown: false,
      tracking: { trackingNumber: POSTAL },
    })
  })

  it('asks where it is another one', () => {
    expect(edit(POSTAL, 'AA123456799BR').problems).toMatchObject([{ code: 'TRACKING_REPLACES' }])
  })

  it('is refused where it is none, or nothing is left of it', () => {
    expect(edit(null, 'AA1\nAA2').problems).toMatchObject([
      { code: 'TRACKING_NUMBER_INVALID', field: ['tracking', 'trackingNumber'] },
    ])
    expect(edit(null, '\u200b').problems[0]).toMatchObject({ code: 'TRACKING_EMPTY' })
  })
})
