import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { blocking, CATALOGUE, problem } from './problems'
import type { ProblemCode } from './problem'

/** Codes of the accepted contract with the words that describe them. */
function contractCodes(): Map<string, string> {
  const schema = readFileSync(
    join(__dirname, '../../../tooling/checks/accepted-schema.graphql'),
    'utf8'
  )
  const body = /enum ProblemCode \{([\s\S]*?)\n\}/.exec(schema)?.[1] ?? ''
  const codes = new Map<string, string>()
  for (const match of body.matchAll(/(?:"+([^"]*)"+\s*)?\b([A-Z][A-Z_]+)\b(?=\s|$)/g))
    codes.set(match[2], match[1] ?? '')
  return codes
}

describe('the catalogue', () => {
  const codes = contractCodes()

  it('holds every code of the contract and no other', () => {
    expect(codes.size).toBeGreaterThan(50)
    expect(Object.keys(CATALOGUE).sort()).toEqual([...codes.keys()].sort())
  })

  it('has the severity that the contract says', () => {
    // ORDER_STUCK and LATE stand in attention only and stop nothing.
    const free = ['ORDER_STUCK', 'LATE', 'ORDER_CANCELING', 'XML_DISAGREES']
    for (const [code, words] of codes) {
      if (free.includes(code)) continue
      const severity = /\bWARNING\b/.test(words) ? 'WARNING' : 'ERROR'
      expect([code, CATALOGUE[code as ProblemCode].severity]).toEqual([code, severity])
    }
  })

  it('names in its messages only facts that are given or says unknown', () => {
    expect(problem('VALUE_OVER_REMAINING', { facts: { remaining: 0 } }).message).toContain(
      'Only 0 cents'
    )
    expect(problem('ORDER_NOT_FOUND').message).toContain('unknown')
    for (const code of Object.keys(CATALOGUE) as ProblemCode[])
      expect(problem(code).message).not.toMatch(/[{}]/)
  })
})

describe('a problem', () => {
  it('carries field and facts as text, lists joined, what is not known left out', () => {
    expect(
      problem('ITEM_AMBIGUOUS', {
        field: ['invoice', 'items', 0],
        facts: { itemIndexes: [1, 2], id: null },
      })
    ).toMatchObject({
      field: ['invoice', 'items', '0'],
      facts: [{ name: 'itemIndexes', value: '1, 2' }],
      differences: [],
    })
  })

  it('stops a call by its severity, whatever is accepted', () => {
    const found = [
      problem('VALUE_NOT_POSITIVE'),
      problem('XML_REQUIRED'),
      problem('VALUE_NOT_ITEMS'),
    ]
    const left = blocking(found, ['VALUE_NOT_POSITIVE', 'XML_REQUIRED'])
    expect(left.map(({ code }) => code)).toEqual(['VALUE_NOT_POSITIVE', 'VALUE_NOT_ITEMS'])
  })
})
