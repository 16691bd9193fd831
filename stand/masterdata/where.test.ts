import fc from 'fast-check'
import { judgeOf, type Fields } from './judge'
import { parseWhere } from './where'

const holds = (text: string, fields: Fields, absentIsUnequal = true): boolean => {
  const parsed = parseWhere(text)
  if (!parsed.ok) throw new Error(parsed.message)
  return judgeOf(parsed.condition, absentIsUnequal)(fields)
}

describe('one comparison', () => {
  const DAY = { at: '2026-11-28T12:00:00Z' }
  test.each<[string, Fields, boolean]>([
    ['stage="TO_SHIP"', { stage: 'TO_SHIP' }, true],
    ["stage <> 'TO_SHIP'", { stage: 'TO_SHIP' }, false],
    ['stage<>CANCELED', { stage: 'TO_SHIP' }, true],
    ['stage=to_ship', { stage: 'TO_SHIP' }, false],
    ['carrier="Total Express"', { carrier: 'Total Express' }, true],
    ['note="a AND (b"', { note: 'a AND (b' }, true],
    ['readAt<1795852900000', { readAt: 1795852899999 }, true],
    ['readAt<1795852900000', { readAt: 1795852900000 }, false],
    ['readAt>-5', { readAt: -4 }, true],
    ['value="10"', { value: 10 }, true],
    ['value<9', { value: 10 }, false],
    ['value<abc', { value: 10 }, false],
    ['open=true', { open: true }, true],
    ['open=true', { open: false }, false],
    ['open=true', { open: 'yes' }, false],
    ['at>2026-11-28', DAY, true],
    ['at<2026-11-28', DAY, false],
    ['at=2026-11-28T09:00:00-03:00', DAY, true],
    ['at between 2026-11-28T12:00:00.000Z AND 2026-11-29', DAY, true],
    ['at between 2026-11-27 AND 2026-11-28T11:59:59.999Z', DAY, false],
    ['value between 1 AND 3', { value: 3 }, true],
    ['value between 1 AND 3', { value: 4 }, false],
    ['gone is null', {}, true],
    ['gone is null', { gone: null }, true],
    ['gone is not null', { gone: false }, true],
    ['gone < 5', {}, false],
    ['last.code="BDE"', { last: { code: 'BDE' } }, true],
    ['last.code="BDE"', { last: null }, false],
    ['codes="B"', { codes: ['A', 'B'] }, true],
    ['codes<>"B"', { codes: ['A', 'B'] }, false],
    ['events.code=B', { events: [{ code: 'A' }, { code: 'B' }] }, true],
    ['stage=*SHIP*', { stage: 'TO_SHIP_X' }, true],
    ['stage="SHIP*"', { stage: 'TO_SHIP' }, false],
    ['stage="a.*"', { stage: 'abc' }, false],
  ])('%s of %j: %s', (text, fields, expected) => {
    expect(holds(text, fields)).toBe(expected)
  })

  test('<> finds what has no such field, by a switch', () => {
    expect([holds('a<>"x"', {}, true), holds('a<>"x"', {}, false)]).toEqual([true, false])
    expect(holds('a<>"x"', { a: 'y' }, false)).toBe(true)
  })
})

describe('what is not understood', () => {
  test.each([
    ['stage=TO-SHIP', 'quotes'],
    ['carrier=Total Express', 'should end'],
    ['stage="TO_SHIP', 'not understood'],
    ['(stage=A', 'closing parenthesis'],
    ['stage=A)', 'should end'],
    ['stage=', 'a value'],
    ['stage A', 'an operator'],
    ['stage==A', 'a value'],
    ['a.b.c=1', 'a field'],
    ['"stage"=A', 'a field'],
    ['a between 1', 'lacks and'],
    ['a is empty', 'lacks null'],
    ['a=1 AND', 'a field'],
    ['()', 'a field'],
  ])('%s is refused with its reason', (text, words) => {
    expect(parseWhere(text)).toMatchObject({ ok: false, message: expect.stringContaining(words) })
  })
})

/** A condition beside what it means, written down without the parser and the judge. */
interface Meant {
  readonly text: string
  readonly means: (fields: Fields) => boolean
}

const field = fc.constantFrom('a', 'b')
const value = fc.integer({ min: 0, max: 4 })
const leaf: fc.Arbitrary<Meant> = fc.oneof(
  fc.tuple(field, value).map(([name, one]) => ({
    text: `${name}=${one}`,
    means: (fields: Fields) => fields[name] === one,
  })),
  fc.tuple(field, value, fc.constantFrom('"', "'", '')).map(([name, one, quote]) => ({
    text: `${name} <> ${quote}${one}${quote}`,
    means: (fields: Fields) => fields[name] !== one,
  })),
  fc.tuple(field, value).map(([name, one]) => ({
    text: `${name} < ${one}`,
    means: (fields: Fields) => fields[name] !== undefined && (fields[name] as number) < one,
  })),
  fc.tuple(field, value, value).map(([name, from, to]) => ({
    text: `${name} between ${from} AND ${to}`,
    means: (fields: Fields) =>
      [0, 1, 2, 3, 4].some((one) => one === fields[name] && one >= from && one <= to),
  })),
  fc.tuple(field, fc.boolean()).map(([name, isNot]) => ({
    text: `${name} is ${isNot ? 'not ' : ''}null`,
    means: (fields: Fields) => (fields[name] === undefined) !== isNot,
  }))
)
const meant = fc.letrec<{ any: Meant; chain: Meant; bracket: Meant }>((tie) => ({
  any: fc.oneof({ maxDepth: 4 }, leaf, tie('bracket'), tie('chain')),
  bracket: tie('any').map(({ text, means }) => ({ text: `(${text})`, means })),
  // Without parentheses: alternatives of what belongs together, as AND binds before OR.
  chain: fc
    .array(fc.array(fc.oneof(leaf, tie('bracket')), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((groups) => ({
      text: groups.map((all) => all.map(({ text }) => text).join(' AND ')).join(' OR '),
      means: (fields: Fields) => groups.some((all) => all.every(({ means }) => means(fields))),
    })),
})).any

test('whatever is nested, it means what its parts mean', () => {
  const documents = [undefined, 0, 1, 2, 3, 4].flatMap((a) =>
    [undefined, 0, 2, 4].map((b) => ({
      ...(a === undefined ? {} : { a }),
      ...(b === undefined ? {} : { b }),
    }))
  )
  fc.assert(
    fc.property(meant, ({ text, means }) => {
      expect(documents.filter((fields) => holds(text, fields))).toEqual(documents.filter(means))
    }),
    { numRuns: 300 }
  )
})

test('a quoted text is found as it is, whatever stands in it', () => {
  fc.assert(
    fc.property(
      fc.string().map((text) => text.replace(/["*]/g, '')),
      (text) => {
        expect(holds(`a="${text}"`, { a: text })).toBe(true)
        expect(holds(`a="${text}"`, { a: `${text}.` })).toBe(false)
      }
    )
  )
})

test('no text makes it fall over', () => {
  const pieces = fc.constantFrom(
    'a',
    '=',
    '<',
    '>',
    '(',
    ')',
    '"',
    "'",
    ' ',
    'AND',
    'or',
    'is',
    'null',
    '1',
    '*',
    '.'
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const parsed = parseWhere(parts.join(''))
      if (!parsed.ok) expect(parsed.message).toContain('_where')
    })
  )
})
