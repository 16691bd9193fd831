import { createContext, runInContext } from 'node:vm'
import fc from 'fast-check'
import { isNumberPattern } from '../../node/domain/values/numberPattern'
import { readPattern } from '../../react/shared/tracking/numberPattern'

/** Service and panel are built apart and cannot share the grammar: what one lets pass the other must run, and as everybody expects. */

const sign = fc.constantFrom('A', 'B', '1', '-', '.', '\\d', '\\w', '\\D', '\\.', '[A-Z]', '[^1]')
const count = fc.constantFrom(
  '',
  '',
  '',
  '?',
  '*',
  '+',
  '{2}',
  '{1,3}',
  '{2,}',
  '{0}',
  '*?',
  '{0,2}?'
)
const { pattern } = fc.letrec<{ pattern: string; row: string; part: string }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    sign,
    tie('pattern').map((inside) => `(${inside})`),
    tie('pattern').map((inside) => `(?:${inside})`)
  ),
  row: fc
    .array(fc.tuple(tie('part'), count), { maxLength: 4 })
    .map((parts) => parts.map(([part, times]) => part + times).join('')),
  pattern: fc.oneof(
    { depthSize: 'small' },
    tie('row'),
    fc.tuple(tie('row'), tie('row')).map(([one, other]) => `${one}|${other}`),
    tie('row').map((row) => `^${row}$`)
  ),
}))
const number = fc
  .array(fc.constantFrom('A', 'B', '1', '-', 'a'), { maxLength: 8 })
  .map((signs) => signs.join(''))

const elsewhere = createContext({})

/** Node's own word on it; null where it does not come to one: some of these patterns take it hours, which is why ours runs. */
function byNode(text: string, given: string): boolean | null {
  Object.assign(elsewhere, { text, given })
  try {
    const fits: unknown = runInContext("new RegExp(`^(?:${text})$`, 'i').test(given)", elsewhere, {
      timeout: 200,
    })
    return fits === true
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return null
    throw error
  }
}

it('Node’s own word on a pattern that it takes hours over is not waited for', () => {
  const text =
    '(?:|(?:|A{0,2}?){2,}(\\w?A*?){1,3})*?-{2}\\.*|(?:(-\\D{1,3}\\D+)*?(|(B)A{0,2}?)(?:).{2,}){2,}'
  expect(byNode(text, 'BAa1aA11')).toBeNull()
  expect(readPattern(text)!.fits('BAa1aA11')).toBe(true)
})

it('a pattern of the grammar is saved, and fits what a regular expression fits', () => {
  fc.assert(
    fc.property(pattern, number, (text, given) => {
      fc.pre(text.length <= 200)
      expect(isNumberPattern(text)).toBe(true)
      const fits = byNode(text, given)
      fc.pre(fits !== null)
      expect({ text, given, fits: readPattern(text)!.fits(given) }).toEqual({ text, given, fits })
    }),
    { numRuns: 3_000 }
  )
})

it('whatever is typed: the panel runs exactly what the service saves', () => {
  const typed = fc
    .array(
      fc.constantFrom(
        ...['a', '1', '\\', '\\d', '\\1', '\\b', '\\u', '(', '(?=', '(?:', '(?<n>', ')', '[', ']'],
        ...['^', '-', '{', '}', '{2}', '{3,1}', ',', '?', '*', '+', '|', '$', '.', '\\k<n>', ' ']
      ),
      { maxLength: 9 }
    )
    .map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(typed, (text) => {
      expect({ text, runs: readPattern(text) !== null }).toEqual({
        text,
        runs: isNumberPattern(text),
      })
    }),
    { numRuns: 20_000 }
  )
})

it.each([
  '(A+)+B',
  '(A|A)*B',
  '(A?){60}A{60}',
  '(.*)*(.*)*(.*)*!',
  'A?'.repeat(50) + 'A'.repeat(50),
  '\\d*'.repeat(50) + '!',
  '((((A{0,60}){0,60}){0,60}){0,60}){0,60}!',
  '('.repeat(90) + 'A' + '*)'.repeat(9) + ')'.repeat(81) + '!',
])('%s, which stops a browser or was made to, answers at once', (text) => {
  const started = performance.now()
  for (const signs of ['A', '1']) readPattern(text)!.fits(signs.repeat(60))
  expect(performance.now() - started).toBeLessThan(500)
})
