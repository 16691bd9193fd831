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
