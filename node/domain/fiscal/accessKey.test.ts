import fc from 'fast-check'

import {
  bareAccessKey,
  checkAccessKey,
  checkDigit,
  cleanInvoiceKey,
  sameInvoiceKey,
} from './accessKey'
import { CFE_KEY, keyOf } from './fixtures/documents'

// Of a real order, and of a public library's test for alphanumeric CNPJ (oms §9).
const GOOD = [
  '31170758731662018088550010006437971006437976',
  '352410KSP416L8000109550010000001231999999993',
]
/** The example of VTEX's PII reference, whose check digit should be 7. */
const EXAMPLE = '33240945242914001845550010004817221546274961'

describe('checkAccessKey', () => {
  it.each(GOOD)('finds nothing wrong with %s', (key) => {
    expect(checkAccessKey(key)).toMatchObject({ text: key, flaws: [] })
  })

  it('cuts the key', () => {
    expect(checkAccessKey(EXAMPLE).parts).toEqual({
      state: '33',
      year: '24',
      month: '09',
      issuerId: '45242914001845',
      model: '55',
      series: '001',
      number: '000481722',
    })
    expect(checkAccessKey(GOOD[1]).parts?.issuerId).toBe('KSP416L8000109')
    expect(checkAccessKey(CFE_KEY).parts).toMatchObject({
      model: '59',
      series: '000123456',
      number: '000481',
    })
    expect(checkAccessKey(keyOf({ issuer: '52998224725' })).parts?.issuerId).toBe('52998224725')
  })

  it.each([
    [`NFe${GOOD[0]}`],
    [`CFe${GOOD[0]}`],
    [` ${GOOD[0].replace(/(....)/g, '$1 ')}`],
    [GOOD[0].toLowerCase()],
  ])('reads %s', (text) => expect(checkAccessKey(text)).toMatchObject({ text: GOOD[0], flaws: [] }))

  it('keeps letters of an alphanumeric key, in upper case', () => {
    expect(bareAccessKey(`nfe${GOOD[1].toLowerCase()}`)).toBe(GOOD[1])
  })

  it.each([
    ['', ['length']],
    [GOOD[0].slice(1), ['length']],
    [`${GOOD[0]}0`, ['length']],
    [`31170758731662018088A50010006437971006437976`, ['signs']],
    [`31170758731662018088550010006437971006437975`, ['checkDigit']],
    ['0'.repeat(44), ['state', 'month']],
    [EXAMPLE, ['checkDigit']],
    // The example of VTEX's invoice reference.
    ['CFe35201100063960001504590006629690333214542150', ['checkDigit']],
  ])('%s: %p', (text, flaws) => expect(checkAccessKey(text).flaws).toEqual(flaws))

  it('sees a month out of the year and a state that is none', () => {
    expect(checkAccessKey(keyOf({ month: '2613' })).flaws).toEqual(['month'])
    expect(checkAccessKey(keyOf({ state: '99' })).flaws).toEqual(['state'])
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void checkAccessKey(text)))
  })
})

describe('a key as people paste it', () => {
  const fours = GOOD[0].replace(/(....)(?=.)/g, '$1 ')

  it.each([
    [fours],
    [fours.replace(/ /g, '\u00a0')],
    [fours.replace(/ /g, '.')],
    [`\u200b${GOOD[0]}\ufeff`],
    [`${GOOD[0].slice(0, 20)}\n${GOOD[0].slice(20)}`],
    [`NFe${GOOD[0]}`],
    [`CFe-${fours}`],
  ])('goes out bare: %j', (text) => expect(cleanInvoiceKey(text)).toBe(GOOD[0]))

  it('goes out in upper case where it has letters', () => {
    expect(cleanInvoiceKey(GOOD[1].toLowerCase())).toBe(GOOD[1])
  })

  it('of another country keeps its signs and its case, without blanks', () => {
    const uuid = 'ad662d33-6934-459c-a128-BDf0393f0f44'
    expect(cleanInvoiceKey(` ${uuid}\u200b`)).toBe(uuid)
    expect(cleanInvoiceKey('F001 - 123')).toBe('F001-123')
    expect(cleanInvoiceKey(GOOD[0].slice(1))).toBe(GOOD[0].slice(1))
  })

  it('is the same key in any of these forms, and no other', () => {
    const forms = fc.constantFrom(GOOD[0], fours, `NFe${GOOD[0]}`, ` ${GOOD[0]} `)
    fc.assert(fc.property(forms, forms, (a, b) => expect(sameInvoiceKey(a, b)).toBe(true)))
    expect(sameInvoiceKey('AD662D33-6934', 'ad662d33-6934')).toBe(true)
    expect(sameInvoiceKey(GOOD[0], GOOD[1])).toBe(false)
    expect(sameInvoiceKey(null, '')).toBe(true)
    expect(sameInvoiceKey(GOOD[0], null)).toBe(false)
  })

  it('is cleaned once and for all', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(cleanInvoiceKey(cleanInvoiceKey(text))).toBe(cleanInvoiceKey(text))
      })
    )
  })
})

describe('the check digit', () => {
  const digit = fc.integer({ min: 0, max: 9 })
  const first43 = fc.array(digit, { minLength: 43, maxLength: 43 }).map((digits) => digits.join(''))

  it('is a digit that completes the weighted sum to a multiple of 11, but for the two rests that give 0', () => {
    fc.assert(
      fc.property(first43, (text) => {
        const weighted = [...text].reduceRight(
          ({ total, weight }, sign) => ({
            total: total + Number(sign) * weight,
            weight: weight === 9 ? 2 : weight + 1,
          }),
          { total: 0, weight: 2 }
        ).total
        const check = Number(checkDigit(text))
        expect([0, 1]).toContain(check === 0 ? weighted % 11 : (weighted + check) % 11)
      })
    )
  })

  it('sees any single wrong digit, but where both rests give 0', () => {
    fc.assert(
      fc.property(first43, fc.nat(42), fc.integer({ min: 1, max: 9 }), (text, position, by) => {
        const wrong = String((Number(text[position]) + by) % 10)
        const other = text.slice(0, position) + wrong + text.slice(position + 1)
        fc.pre(checkDigit(text) !== '0' || checkDigit(other) !== '0')
        expect(checkDigit(other)).not.toBe(checkDigit(text))
      })
    )
  })
})
