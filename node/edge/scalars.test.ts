import fc from 'fast-check'
import { parseValue } from 'graphql'
import { scalars } from './scalars'

const { __parseLiteral, __parseValue, __serialize } = scalars.Cents

/** JSON as it stands in a query's text. */
function asLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asLiteral).join(' ')}]`
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([name, of]) => `${name}: ${asLiteral(of)}`)
      .join(' ')}}`
  }
  return JSON.stringify(value)
}

const name = fc.stringMatching(/^[a-z]{1,4}$/)
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme-ascii' }),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(name, tie('json'), { maxKeys: 3, noNullPrototype: true })
  ),
}))

describe('Cents and Instant', () => {
  it('let anything through, the same from a literal as from a variable', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(__parseLiteral(parseValue(asLiteral(value)))).toEqual(value)
        expect(__parseValue(value)).toBe(value)
        expect(__serialize(value)).toBe(value)
      }),
      { seed: 20261124 }
    )
  })

  it('hand on words and fractions as they stand, for a use case to judge', () => {
    expect(__parseLiteral(parseValue('12.5'))).toBe(12.5)
    expect(__parseLiteral(parseValue('"12,50"'))).toBe('12,50')
    expect(__parseLiteral(parseValue('TOMORROW'))).toBe('TOMORROW')
    expect(__parseLiteral(parseValue('[$a $b]'), { a: 1 })).toEqual([1, null])
  })
})
