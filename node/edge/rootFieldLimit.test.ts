import fc from 'fast-check'
import { parse, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql'
import { MOST_ROOT_FIELDS, tooManyFields } from './rootFieldLimit'

function judge(document: string): string | null {
  const { definitions } = parse(document)
  const operation = definitions.find(
    (one): one is OperationDefinitionNode => one.kind === 'OperationDefinition'
  )!
  const fragments = Object.fromEntries(
    definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === 'FragmentDefinition')
      .map((one) => [one.name.value, one])
  )
  return tooManyFields({ operation, fragments })?.extensions.code ?? null
}

const fields = (count: number, prefix = 'a'): string =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}: viewer { actor }`).join(' ')
const REFUSED = 'TOO_MANY_FIELDS'

describe('root fields of one request', () => {
  it.each([
    ['as many as may be', `{ ${fields(MOST_ROOT_FIELDS)} }`, null],
    ['one more', `{ ${fields(MOST_ROOT_FIELDS + 1)} }`, REFUSED],
    ['mutations', `mutation { ${fields(MOST_ROOT_FIELDS + 1)} }`, REFUSED],
    ['the same one again, which runs once', `{ ${'viewer { actor } '.repeat(500)} }`, null],
    ['in a fragment', `{ ...f } fragment f on Query { ${fields(MOST_ROOT_FIELDS + 1)} }`, REFUSED],
    ['in an inline fragment', `{ ... on Query { ${fields(MOST_ROOT_FIELDS + 1)} } }`, REFUSED],
    [
      'over fragments within fragments',
      `{ ${fields(20)} ...f } fragment f on Query { ${fields(20, 'b')} ...g }
       fragment g on Query { ${fields(20, 'c')} }`,
      REFUSED,
    ],
    [
      'of an operation that is not the one that runs',
      `{ viewer { actor } } query Other { ${fields(MOST_ROOT_FIELDS + 1)} }`,
      null,
    ],
    ['many fields below one', `{ viewer { ${fields(500)} } }`, null],
  ])('%s', (_name, document, expected) => {
    expect(judge(document)).toBe(expected)
  })

  it('opens a fragment once, however often it is named', () => {
    const depth = 60
    const doubled = Array.from(
      { length: depth },
      (_, at) => `fragment f${at} on Query { ...f${at + 1} ...f${at + 1} }`
    ).join(' ')
    expect(judge(`{ ...f0 } ${doubled} fragment f${depth} on Query { viewer { actor } }`)).toBe(
      null
    )
  })

  it('are counted by the names in the answer, wherever they stand', () => {
    const named = fc.array(fc.record({ name: fc.nat(80), nested: fc.boolean() }), { minLength: 1 })
    fc.assert(
      fc.property(named, (drawn) => {
        const body = drawn
          .map(({ name, nested }) => {
            const field = `a${name}: viewer { actor }`
            return nested ? `... on Query { ${field} }` : field
          })
          .join(' ')
        const different = new Set(drawn.map(({ name }) => name)).size
        expect(judge(`{ ${body} }`)).toBe(different > MOST_ROOT_FIELDS ? REFUSED : null)
      })
    )
  })
})
