import fc from 'fast-check'

import { dangerIn } from './xmlSafety'

const MOST_DEPTH = 64
const MOST_CHARACTERS = 2_500_000

/** What opens nothing, however it looks: a miscount of it by one shows after as many as the depth that is allowed. */
const HARMLESS = [
  '<e/>',
  '<e a=">"/>',
  '<e a="\'"/>',
  "<e a='\"'/>",
  '<e a="1" b="2"/>',
  "<e a='/>' />",
  '<e></e>',
  '<e a="/"></e>',
  '<!-- <e> it\'s a " -->',
  '<![CDATA[ <e> <!ENTITY x "]] ]]>',
  '<?e it\'s a " ?>',
  '<!--<e>-->',
  '<![CDATA[<e>]]>',
  '<?e<e>?>',
  'text > text',
]
const nested = (depth: number, inside: string) =>
  '<a b=">">'.repeat(depth) + inside + '</a>'.repeat(depth)

describe('the danger in a text', () => {
  it('is its depth, counted by elements alone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: MOST_DEPTH - 2, max: MOST_DEPTH + 2 }),
        fc.constantFrom(...HARMLESS),
        fc.constantFrom(0, MOST_DEPTH + 1),
        fc.boolean(),
        (depth, harmless, times, before) => {
          const many = harmless.repeat(times)
          const text = before ? many + nested(depth, '') : nested(depth - 1, `${many}<a></a>`)
          expect(dangerIn(text)).toBe(depth > MOST_DEPTH ? 'depth' : null)
        }
      ),
      { numRuns: 300 }
    )
  })

  it.each(HARMLESS)('is not hidden behind %s', (harmless) => {
    expect(dangerIn(harmless.repeat(MOST_DEPTH + 1))).toBeNull()
    expect(dangerIn(`${harmless}<!DOCTYPE a>`)).toBe('declaration')
  })

  it.each(['-->', ']]>', '?>', '>'])('is seen behind a %s that closes nothing', (end) => {
    expect(dangerIn(`${end}<!-- <!X --><![CDATA[ <!X ]]><?x <!X ?></a>`)).toBeNull()
    expect(dangerIn(`${end}<!-- --><![CDATA[]]><?x ?></a><!X>`)).toBe('declaration')
  })

  it('is its size above two and a half million characters', () => {
    expect(dangerIn('x'.repeat(MOST_CHARACTERS))).toBeNull()
    expect(dangerIn('x'.repeat(MOST_CHARACTERS + 1))).toBe('size')
  })

  it.each(['<!--', '<!-->', '<![CDATA[', '<?x', '</a', '<a', '<a "', "<a '"])(
    'is none behind %s, which never ends',
    (open) => {
      expect(dangerIn(`${open}<!X`)).toBeNull()
      expect(dangerIn(`<r>${open}<!X`)).toBeNull()
    }
  )
})
