import { givenText, isGiven, TEXT_LIMITS, textTooLong, withoutByteOrderMark } from './texts'

describe('a given text', () => {
  it.each([
    [' a b ', 'a b'],
    ['', null],
    [' \n', null],
    [null, null],
    [undefined, null],
  ])('%j is %j', (text, given) => expect(givenText(text)).toBe(given))

  it.each([
    [0, true],
    ['', true],
    [false, true],
    [null, false],
    [undefined, false],
  ])('%j is given: %s', (value, wanted) => expect(isGiven(value)).toBe(wanted))
})

describe('a text that is too long', () => {
  it('is one sign longer than its limit, and tells the limit', () => {
    const field = ['tracking', 'courier']
    expect(textTooLong('courier', 'x'.repeat(TEXT_LIMITS.courier), field)).toBeNull()
    expect(textTooLong('courier', null, field)).toBeNull()
    expect(textTooLong('courier', 'x'.repeat(TEXT_LIMITS.courier + 1), field)).toMatchObject({
      code: 'TEXT_TOO_LONG',
      field,
      facts: [{ name: 'max', value: '200' }],
    })
  })
})

it.each([
  ['\uFEFFa', 'a'],
  ['ï»¿a', 'a'],
  ['a\uFEFF', 'a\uFEFF'],
  ['aï»¿', 'aï»¿'],
])('the byte order mark before %j goes', (text, plain) =>
  expect(withoutByteOrderMark(text)).toBe(plain)
)
