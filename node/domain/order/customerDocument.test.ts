import fc from 'fast-check'
import { documentForms } from './customerDocument'

const bareOf = (text: string) => text.replace(/[^0-9A-ZÑ&]/g, '')
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const signs = fc.constantFrom('', '.', '-', '/', ' ')

/** The text with any sign, or none, after any of its characters. */
const punctuated = (document: string) =>
  fc
    .array(signs, { minLength: document.length - 1, maxLength: document.length - 1 })
    .map((between) => [...document].map((one, at) => one + (between[at] ?? '')).join(''))

const cpf = (bare: string) => bare.replace(/^(...)(...)(...)(..)$/, '$1.$2.$3-$4')
const cnpj = (bare: string) => bare.replace(/^(..)(...)(...)(....)(..)$/, '$1.$2.$3/$4-$5')

it.each([
  ['CPF', 11, cpf],
  ['CNPJ', 14, cnpj],
])(
  'a %s is looked for bare first and as shops write it, however it was typed',
  (_, length, write) => {
    fc.assert(
      fc.property(
        digits(length).chain((bare) => fc.tuple(fc.constant(bare), punctuated(bare))),
        ([bare, typed]) => {
          const forms = documentForms(typed)
          expect(forms[0]).toBe(bare)
          expect(forms).toContain(write(bare))
          expect(forms.every((form) => bareOf(form) === bare)).toBe(true)
        }
      )
    )
  }
)

it('whatever it is, no form stands twice and there are four at most', () => {
  const anything = fc.oneof(fc.string(), digits(8).chain(punctuated), digits(12))
  fc.assert(
    fc.property(anything, (typed) => {
      const forms = documentForms(typed)
      expect(new Set(forms).size).toBe(forms.length)
      expect(forms.length).toBeLessThanOrEqual(4)
    })
  )
})

it.each([
  ['20-12345678-9', ['20123456789', '20-12345678-9', '201.234.567-89']],
  ['12.345.678-k', ['12345678K', '12.345.678-K', '12345678-K']],
  ['XAXX-010101-000', ['XAXX010101000', 'XAXX-010101-000']],
  ['12abc34501de35', ['12abc34501de35', '12ABC34501DE35', '12.ABC.345/01DE-35']],
  ['12345678', ['12345678', '12.345.678', '1.234.567-8', '1234567-8']],
])('%s is looked for as %j', (typed, forms) => expect(documentForms(typed)).toEqual(forms))

it.each([
  'Ana Maria',
  'ana@store.com',
  'AA123456785BR',
  '123456',
  '1300010000101-01',
  'ABCDEFGHIJKL12',
])('%s is no document', (typed) => expect(documentForms(typed)).toEqual([]))
