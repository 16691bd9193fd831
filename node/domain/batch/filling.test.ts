import fc from 'fast-check'
import { received, type Batch, type Part } from './batch'
import { fitOf, keyConflict, missingRows, newBatch, problemsOfNew, withPart } from './filling'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const empty = (rowCount: number): Batch =>
  newBatch({
    rowCount,
    batchId: 'b',
    key: 'k',
    name: 'n',
    accept: [],
    createdBy: 'ana',
    now: NOW,
  })
const part = (offset: number, count: number, digest = `${offset}+${count}`): Part => ({
  offset,
  count,
  digest,
  id: `p${offset}`,
  slices: 1,
})
const codeOf = (fit: ReturnType<typeof fitOf>) => (typeof fit === 'string' ? fit : fit.problem.code)

describe('filling a batch', () => {
  it('ends READY whatever the order and the repetition of its parts', () => {
    const parts = [part(0, 10), part(10, 5), part(15, 85)]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), (given) => {
        let batch = empty(100)
        for (const one of [...given, ...parts]) {
          const fit = fitOf(batch, one)
          expect(fit).toBe(batch.parts.some(({ id }) => id === one.id) ? 'known' : 'new')
          if (fit === 'new') batch = withPart(batch, one, false, NOW)
        }
        expect(batch).toMatchObject({ parts, state: 'READY' })
        expect(received(batch)).toBe(100)
        expect(missingRows(batch)).toBeNull()
      }),
      { seed: 20261128 }
    )
  })

  it('refuses other rows at a place, rows beyond its count, none, and too many', () => {
    const filling = withPart(empty(20), part(5, 5), false, NOW)
    expect(codeOf(fitOf(filling, part(5, 5, 'other')))).toBe('BATCH_STATE_FORBIDS')
    expect(codeOf(fitOf(filling, part(0, 6)))).toBe('BATCH_STATE_FORBIDS')
    expect(codeOf(fitOf(filling, part(10, 11)))).toBe('BATCH_TOO_LARGE')
    expect(codeOf(fitOf(filling, part(-1, 2)))).toBe('BATCH_TOO_LARGE')
    expect(codeOf(fitOf(filling, part(0, 0)))).toBe('BATCH_ROWS_MISSING')
    expect(codeOf(fitOf(empty(5_000), part(0, 1_001)))).toBe('BATCH_TOO_LARGE')
  })

  it('says which rows are missing first', () => {
    expect(missingRows(empty(20))).toEqual({ first: 0, count: 20 })
    const filling = withPart(withPart(empty(20), part(15, 5), false, NOW), part(0, 4), true, NOW)
    expect(missingRows(filling)).toEqual({ first: 4, count: 11 })
    expect(filling.hasReturns).toBe(true)
  })

  it('knows its key again, with the same name and count only', () => {
    expect(keyConflict(empty(20), { name: 'n', rowCount: 20 })).toBeNull()
    expect(keyConflict(empty(20), { name: 'n', rowCount: 21 })?.code).toBe('BATCH_KEY_TAKEN')
    expect(keyConflict(empty(20), { name: 'm', rowCount: 20 })?.code).toBe('BATCH_KEY_TAKEN')
  })

  it('is refused without rows, with too many, and with endless texts', () => {
    const codes = (given: Parameters<typeof problemsOfNew>[0]) =>
      problemsOfNew(given).map(({ code }) => code)
    expect(codes({ key: 'k', name: 'n', rowCount: 0 })).toEqual(['BATCH_ROWS_MISSING'])
    expect(codes({ key: 'k', name: 'n', rowCount: 100_001 })).toEqual(['BATCH_TOO_LARGE'])
    expect(codes({ key: 'k'.repeat(201), name: 'n', rowCount: 1 })).toEqual(['TEXT_TOO_LONG'])
    expect(codes({ key: 'k', name: 'n', rowCount: 100_000 })).toEqual([])
  })
})

describe('what stands against a batch or its rows', () => {
  const given = { key: 'k', name: 'n', rowCount: 1 }
  const long = 'x'.repeat(200)

  it('names the field and what it may be at most', () => {
    expect(problemsOfNew({ ...given, key: long, name: long })).toEqual([])
    expect(problemsOfNew({ key: `${long}x`, name: `${long}x`, rowCount: 0 })).toMatchObject([
      { code: 'TEXT_TOO_LONG', field: ['batch', 'key'], facts: [{ name: 'max', value: '200' }] },
      { code: 'TEXT_TOO_LONG', field: ['batch', 'name'], facts: [{ name: 'max', value: '200' }] },
      {
        code: 'BATCH_ROWS_MISSING',
        field: ['batch', 'rowCount'],
        facts: [
          { name: 'first', value: '0' },
          { name: 'count', value: '1' },
        ],
      },
    ])
    expect(problemsOfNew({ ...given, rowCount: 100_001 })).toMatchObject([
      {
        code: 'BATCH_TOO_LARGE',
        field: ['batch', 'rowCount'],
        facts: [{ name: 'max', value: '100000' }],
      },
    ])
  })

  it('names the other batch that has its key', () => {
    expect(keyConflict(empty(20), { name: 'm', rowCount: 20 })).toMatchObject({
      field: ['batch', 'key'],
      facts: [{ name: 'batchId', value: 'b' }],
    })
  })

  it('names where the rows do not fit', () => {
    const problemOf = (batch: Batch, offset: number, count: number, digest?: string) => {
      const fit = fitOf(batch, part(offset, count, digest))
      return typeof fit === 'string' ? fit : fit.problem
    }
    expect(problemOf(empty(5_000), 0, 1_000)).toBe('new')
    expect(problemOf(empty(5_000), 0, 1_001)).toMatchObject({
      field: ['rows'],
      facts: [{ name: 'max', value: '1000' }],
    })
    expect(problemOf(empty(20), 3, 1)).toBe('new')
    expect(problemOf(empty(20), 3, 0)).toMatchObject({
      field: ['rows'],
      facts: [
        { name: 'first', value: '3' },
        { name: 'count', value: '1' },
      ],
    })
    expect(problemOf(empty(20), 20, 1)).toMatchObject({
      field: ['offset'],
      facts: [{ name: 'max', value: '20' }],
    })
    const filling = withPart(empty(20), part(5, 5, 'd'), false, NOW)
    expect(problemOf(filling, 6, 5, 'other')).toMatchObject({
      field: ['offset'],
      facts: [{ name: 'state', value: 'FILLING' }],
    })
    // The same rows at another place, or fewer of them, are not what is known.
    expect(problemOf(filling, 10, 5, 'd')).toBe('new')
    expect(problemOf(filling, 5, 4, 'd')).toMatchObject({ code: 'BATCH_STATE_FORBIDS' })
    expect(problemOf({ ...filling, state: 'RUNNING' }, 12, 2)).toMatchObject({
      code: 'BATCH_STATE_FORBIDS',
      field: [],
      facts: [{ name: 'state', value: 'RUNNING' }],
    })
  })
})

describe('a new batch', () => {
  it('is kept for thirty days and holds nothing yet', () => {
    expect(empty(20)).toMatchObject({
      expiresAt: NOW + 30 * 24 * 3_600_000,
      hasReturns: false,
      progress: [],
      movedAt: NOW,
    })
  })

  it('has returns once a part has', () => {
    const none = withPart(empty(20), part(0, 5), false, NOW + 1)
    expect(none).toMatchObject({ hasReturns: false, movedAt: NOW + 1 })
    const some = withPart(none, part(5, 5), true, NOW)
    expect(withPart(some, part(10, 5), false, NOW).hasReturns).toBe(true)
  })

  it('misses the rows behind its last part', () => {
    expect(missingRows(withPart(empty(20), part(0, 5), false, NOW))).toEqual({
      first: 5,
      count: 15,
    })
  })
})
