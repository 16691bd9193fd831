import fc from 'fast-check'
import type { Operation } from '../journal/journal'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import {
  afterDeath,
  isPassing,
  joined,
  NO_RESULTS,
  rowsToRun,
  sliceEnd,
  withPointer,
  withResult,
  type RowEnd,
  type RowResult,
} from './rows'
import type { RowOutcome } from './outcomes'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const receipt = { date: null, orderId: 'o', receipt: 'r' }
const ended = (
  outcome: RowOutcome,
  more: Partial<RowEnd> = {},
  operation: Operation = 'NOTIFY_INVOICE'
): RowEnd => ({
  outcome,
  invoiceNumber: '1',
  problems: [],
  steps: [{ operation, outcome, receipt: null, problems: [] }],
  ...more,
})
const endedIn = (...steps: [Operation, RowOutcome][]): RowEnd => {
  const told = steps.map(([operation, outcome]) => ended(outcome, {}, operation).steps[0])
  const outcome = (['UNKNOWN', 'FAILED', 'REFUSED'] as const).find((one) =>
    steps.some(([, found]) => found === one)
  )
  return { ...ended(outcome ?? steps[0][1]), steps: told }
}
const result = (row: number, outcome: RowOutcome, more: Partial<RowResult> = {}): RowResult => ({
  ...ended(outcome),
  row,
  pass: 1,
  isRehearsed: false,
  finishedAt: NOW,
  ...more,
})
const stored = (...results: RowResult[]) => results.reduce(withResult, NO_RESULTS)

describe('rows that a pass has to run', () => {
  it('are those without an outcome, and those that it asks for and has not run', () => {
    const found = stored(
      result(0, 'FAILED'),
      result(1, 'APPLIED'),
      result(2, 'FAILED', { pass: 2 }),
      result(3, 'UNKNOWN')
    )
    const toRun = (number: number, outcomes: RowOutcome[]) =>
      rowsToRun([0, 1, 2, 3, 4], found, { number, outcomes })
    expect(toRun(1, [])).toEqual([4])
    expect(toRun(2, ['FAILED'])).toEqual([0, 4])
    expect(toRun(3, ['FAILED', 'UNKNOWN'])).toEqual([0, 2, 3, 4])
  })
})

describe('two runs of one row', () => {
  const accepted = ended('ACCEPTED', {
    steps: [{ operation: 'NOTIFY_INVOICE', outcome: 'ACCEPTED', receipt, problems: [] }],
  })

  it('what the first one sent and the second one found is applied, with its receipt', () => {
    expect(joined(accepted, ended('ALREADY_APPLIED'))).toMatchObject({
      outcome: 'APPLIED',
      steps: [{ outcome: 'APPLIED', receipt }],
    })
    expect(joined(ended('REFUSED'), ended('ALREADY_APPLIED')).outcome).toBe('ALREADY_APPLIED')
  })

  it.each(['REFUSED', 'FAILED'] as const)('%s does not deny what is open', (outcome) => {
    expect(joined(accepted, ended(outcome))).toEqual(accepted)
    expect(joined(ended('UNKNOWN'), ended(outcome)).outcome).toBe('UNKNOWN')
  })

  it.each(['REFUSED', 'FAILED'] as const)('%s does not deny what OMS holds', (outcome) => {
    expect(joined(ended('APPLIED'), ended(outcome)).outcome).toBe('APPLIED')
    expect(joined(ended('ALREADY_APPLIED'), ended(outcome)).outcome).toBe('ALREADY_APPLIED')
  })

  it('a step that the second run did not come to is as the first one left it', () => {
    const first = endedIn(['NOTIFY_INVOICE', 'APPLIED'], ['UPDATE_TRACKING_STATUS', 'FAILED'])
    const both = joined(first, endedIn(['NOTIFY_INVOICE', 'REFUSED']))
    expect(both.steps.map(({ outcome }) => outcome)).toEqual(['APPLIED', 'FAILED'])
    expect(both.outcome).toBe('FAILED')
  })

  it('each step is joined with the one of its own kind, whatever their order', () => {
    const first = endedIn(['UPDATE_TRACKING_STATUS', 'REFUSED'], ['NOTIFY_INVOICE', 'ACCEPTED'])
    const second = endedIn(
      ['NOTIFY_INVOICE', 'ALREADY_APPLIED'],
      ['UPDATE_TRACKING_STATUS', 'APPLIED']
    )
    expect(
      joined(first, second).steps.map(({ operation, outcome }) => [operation, outcome])
    ).toEqual([
      ['NOTIFY_INVOICE', 'APPLIED'],
      ['UPDATE_TRACKING_STATUS', 'APPLIED'],
    ])
  })

  it('tell what stands against each step as it is now', () => {
    const limited = problem('RATE_LIMITED')
    const step = { ...ended('REFUSED').steps[0], problems: [limited] }
    const again = { ...ended('REFUSED'), steps: [step] }
    expect(joined(ended('FAILED'), again).problems).toEqual([limited])
  })

  it('a run that was given up without a word on its steps takes none back', () => {
    const lost = (outcome: RowOutcome) => ended(outcome, { steps: [], invoiceNumber: null })
    const first = endedIn(['NOTIFY_INVOICE', 'APPLIED'], ['UPDATE_TRACKING_STATUS', 'REFUSED'])
    expect(joined(first, lost('FAILED'))).toMatchObject({
      outcome: 'FAILED',
      invoiceNumber: '1',
      steps: first.steps,
    })
    expect(joined(ended('APPLIED'), lost('UNKNOWN')).outcome).toBe('APPLIED')
    expect(joined(accepted, lost('UNKNOWN'))).toEqual(accepted)
    expect(joined(ended('REFUSED'), lost('UNKNOWN')).outcome).toBe('UNKNOWN')
    expect(joined(lost('UNKNOWN'), ended('REFUSED')).outcome).toBe('UNKNOWN')
    expect(joined(lost('UNKNOWN'), ended('ALREADY_APPLIED')).outcome).toBe('ALREADY_APPLIED')
    expect(joined(lost('FAILED'), ended('APPLIED')).outcome).toBe('APPLIED')
    expect(joined(lost('FAILED'), ended('REFUSED')).outcome).toBe('REFUSED')
    expect(joined(ended('FAILED'), lost('REFUSED')).outcome).toBe('FAILED')
  })

  it('what OMS took and what is open is never said to be not there, whatever came before or after', () => {
    const outcomes = fc.constantFrom<RowOutcome>(
      ...(['APPLIED', 'ALREADY_APPLIED', 'ACCEPTED', 'UNKNOWN', 'REFUSED', 'FAILED'] as const)
    )
    const run = fc.oneof(
      fc.tuple(outcomes).map(([one]) => endedIn(['NOTIFY_INVOICE', one])),
      // What was refused, failed or is open stops the steps after it.
      fc
        .tuple(fc.constantFrom(...(['APPLIED', 'ALREADY_APPLIED', 'ACCEPTED'] as const)), outcomes)
        .map(([one, two]) => endedIn(['NOTIFY_INVOICE', one], ['UPDATE_TRACKING_STATUS', two])),
      fc.constantFrom('FAILED' as const, 'UNKNOWN' as const).map((one) => ended(one, { steps: [] }))
    )
    fc.assert(
      fc.property(fc.array(run, { minLength: 2, maxLength: 4 }), (runs) => {
        const told = runs.reduce(joined)
        const isOut = ({ outcome }: { outcome: RowOutcome }) =>
          outcome !== 'REFUSED' && outcome !== 'FAILED'
        const steps = runs.flatMap((one) => one.steps.filter(isOut))
        for (const { operation } of steps)
          expect(told.steps.some((one) => one.operation === operation && isOut(one))).toBe(true)
        // Of a row that OMS may hold nothing but what did not go out is told as such.
        if (runs.every(isOut)) expect(isOut(told)).toBe(true)
      })
    )
  })

  it('the newer one says in which pass, and a rehearsal is no run', () => {
    const found = withResult(stored(result(0, 'UNKNOWN')), result(0, 'REFUSED', { pass: 2 }))
    expect(found.results).toEqual([expect.objectContaining({ outcome: 'UNKNOWN', pass: 2 })])
    const rehearsed = stored(result(0, 'READY', { isRehearsed: true }))
    expect(withResult(rehearsed, result(0, 'REFUSED')).results[0].outcome).toBe('REFUSED')
  })

  it('a result that is saved twice is one', () => {
    const once = stored(result(0, 'ACCEPTED'), result(1, 'APPLIED'))
    expect(withResult(once, result(0, 'ACCEPTED'))).toEqual(once)
  })
})

describe('a row that the service dies in', () => {
  const pass = { number: 1, isRehearsal: false }
  const dead = { slice: 0, deaths: 1 }

  it('is given up at the second death, and says FAILED only where nothing can have gone out', () => {
    const once = afterDeath(withPointer(NO_RESULTS, 7), dead, pass, NOW, false)
    expect(once).toEqual({ results: [], at: null, fallen: { 7: 1 } })
    const twice = afterDeath(withPointer(once, 7), dead, pass, NOW, false)
    expect(twice.results).toEqual([expect.objectContaining({ row: 7, outcome: 'FAILED' })])
    const open = afterDeath(withPointer(once, 7), dead, pass, NOW, true)
    expect(open.results[0].outcome).toBe('UNKNOWN')
    expect(open.results[0].problems[0].code).toBe('BATCH_ROW_POISONED')
  })

  it('is none where nobody wrote down that he touched one', () => {
    expect(afterDeath(NO_RESULTS, dead, pass, NOW, true)).toEqual(NO_RESULTS)
  })

  it('is told without steps: nobody knows how far it came', () => {
    const once = { ...withPointer(NO_RESULTS, 7), fallen: { 7: 1 } }
    expect(afterDeath(once, dead, pass, NOW, true).results[0].steps).toEqual([])
  })

  it('is not given up where its end was written down after all', () => {
    const found = withPointer(stored(result(7, 'APPLIED')), 7)
    expect(afterDeath({ ...found, fallen: { 7: 1 } }, dead, pass, NOW, false)).toEqual({
      results: [result(7, 'APPLIED')],
      at: null,
      fallen: { 7: 1 },
    })
  })

  it('is not counted where its lane was handed over, nor another row in its place', () => {
    const alive = { slice: 0, deaths: 0 }
    expect(afterDeath(withPointer(NO_RESULTS, 7), alive, pass, NOW, false).fallen).toEqual({})
    const once = afterDeath(withPointer(NO_RESULTS, 7), dead, pass, NOW, false)
    expect(afterDeath(withPointer(once, 8), dead, pass, NOW, false).fallen).toEqual({ 7: 1, 8: 1 })
  })
})

describe('the end of a slice', () => {
  it('counts the rows of this pass, and tells what any pass left open', () => {
    const found = stored(
      result(0, 'APPLIED'),
      result(1, 'ACCEPTED'),
      result(2, 'FAILED', { pass: 2 })
    )
    expect(sliceEnd(5, found, 2)).toEqual({
      slice: 5,
      counts: { FAILED: 1 },
      unsettled: { ACCEPTED: 1 },
    })
    expect(sliceEnd(5, stored(result(0, 'APPLIED')), 1).unsettled).toEqual({})
  })
})

describe('what passes by itself', () => {
  const because = (...problems: Problem[]) => ({ problems })

  it('is a refusal for the moment, never something that may be on its way', () => {
    expect(isPassing(ended('REFUSED', because(problem('OMS_UNAVAILABLE'))))).toBe(true)
    expect(isPassing(ended('FAILED', because(problem('RATE_LIMITED'))))).toBe(true)
    expect(isPassing(ended('UNKNOWN', because(problem('OMS_UNAVAILABLE'))))).toBe(false)
    expect(isPassing(ended('REFUSED', because(problem('ORDER_NOT_FOUND'))))).toBe(false)
    const both = because(problem('INVOICE_AMBIGUOUS'), problem('IN_PROGRESS'))
    expect(isPassing(ended('REFUSED', both))).toBe(true)
  })
})
