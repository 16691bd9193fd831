import { shownText } from './shownText'

describe('a text that is told', () => {
  it('is whole up to five hundred characters', () => {
    const longest = 'x'.repeat(500)
    expect(shownText(longest)).toBe(longest)
  })

  it('is cut after five hundred, and says so', () =>
    expect(shownText('x'.repeat(501))).toBe(`${'x'.repeat(500)}…`))

  it('never ends in half a character, and keeps the whole ones before', () =>
    expect(shownText(`😀${'x'.repeat(497)}😀`)).toBe(`😀${'x'.repeat(497)}…`))
})
