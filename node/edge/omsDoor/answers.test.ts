import { problem } from '../../domain/problem/problems'
import { DOOR_ACCEPTS } from '../../domain/problem/doorAccepts'
import type { Problem, ProblemCode } from '../../domain/problem/problem'
import { instantAt } from '../../domain/values/instant'
import type { WriteResult } from '../../usecases/commands'
import { answerOfHandling, answerOfWrite } from './answers'

const NOW = Date.parse('2026-03-10T12:00:00Z')

const ended = (outcome: WriteResult['outcome'], ...problems: Problem[]): WriteResult => ({
  outcome,
  problems,
  receipt: null,
  view: null,
  invoice: null,
})
const refused = (code: ProblemCode, detail = {}) =>
  answerOfWrite(ended('REFUSED', problem(code, detail)), '1-01', [], NOW)

describe('an answer of the door', () => {
  it.each<[ProblemCode, number]>([
    ['ORDER_NOT_FOUND', 404],
    ['INVOICE_EXISTS', 409],
    ['INVOICE_CHANGED', 412],
    ['OMS_FORBIDDEN', 403],
    ['VALUE_INVALID', 400],
    ['XML_DISAGREES', 409],
    ['OMS_UNAVAILABLE', 503],
  ])('of what was refused for %s is %i', (code, status) => {
    expect(refused(code)).toMatchObject({ status, body: { error: { code, exception: null } } })
  })

  it('says when to come again where waiting helps, and only there', () => {
    const waits = (code: ProblemCode, detail = {}) => refused(code, detail).headers?.['Retry-After']
    expect(waits('RATE_LIMITED', { facts: { retryAfterSeconds: 17 } })).toBe('17')
    expect(waits('RATE_LIMITED')).toBe('60')
    expect(waits('IN_PROGRESS')).toBe('5')
    expect(waits('OMS_UNAVAILABLE')).toBe('30')
    expect(waits('INVOICE_EXISTS')).toBeUndefined()
  })

  it('of what OMS refused bears OMS’s status; without one it is a mistake of what was given', () => {
    const failed = (status: number | null) =>
      answerOfWrite(
        ended('FAILED', problem('OMS_REJECTED', { facts: { status } })),
        '1-01',
        [],
        NOW
      ).status
    expect(failed(422)).toBe(422)
    expect(failed(500)).toBe(500)
    expect(failed(302)).toBe(400)
    expect(failed(null)).toBe(400)
  })

  it('names the error before a warning, and the way to accept a warning that the door does not take by itself', () => {
    const body = (...problems: Problem[]) =>
      answerOfWrite(ended('REFUSED', ...problems), '1-01', DOOR_ACCEPTS, NOW).body as {
        error: { code: string }
        problems: Problem[]
      }
    const found = body(
      problem('RETURN_TRIGGERS_REFUND'),
      problem('VALUE_INVALID'),
      problem('XML_REQUIRED')
    )
    expect(found.error.code).toBe('VALUE_INVALID')
    expect(found.problems.map(({ message }) => /\?accept=(\w+)/.exec(message)?.[1])).toEqual([
      'RETURN_TRIGGERS_REFUND',
      undefined,
      undefined,
    ])
  })

  it('leads into the body: GraphQL’s arguments are not in a field', () => {
    const { body } = refused('VALUE_INVALID', { field: ['invoice', 'items', 0, 'price'] })
    expect(body).toMatchObject({ problems: [{ field: ['items', '0', 'price'] }] })
  })

  it('is 202 where nobody knows, and forbids another number', () => {
    const unknown = answerOfWrite(ended('UNKNOWN', problem('OMS_OUTCOME_UNKNOWN')), '1-01', [], NOW)
    expect(unknown).toMatchObject({ status: 202, body: { orderId: '1-01', receipt: null } })
    expect((unknown.body as { message: string }).message).toMatch(/never with another/)
  })

  it('of what was there already is made of texts, as OMS’s own: when it was received, and no receipt', () => {
    const already = answerOfWrite(ended('ALREADY_APPLIED'), '1-01', [], NOW)
    expect(already).toMatchObject({ status: 200, outcome: 'ALREADY_APPLIED' })
    expect(already.body).toEqual({
      date: '2026-03-10T12:00:00.000Z',
      orderId: '1-01',
      receipt: '',
    })
    const receipt = { date: instantAt(NOW - 1_000), orderId: '1-01', receipt: 'abc' }
    const applied = answerOfWrite({ ...ended('APPLIED'), receipt }, '1-01', [], NOW)
    expect(applied.body).toEqual(receipt)
  })

  it.each(['APPLIED', 'ACCEPTED', 'ALREADY_APPLIED'] as const)(
    'of start handling that is %s is 204 without a body',
    (outcome) =>
      expect(answerOfHandling(ended(outcome), '1-01', NOW)).toEqual({
        outcome,
        status: 204,
        headers: {},
        body: null,
      })
  )

  it('of start handling that was not done, or of which nobody knows, is told as any other', () => {
    const told = (result: WriteResult) => answerOfHandling(result, '1-01', NOW)
    for (const result of [
      ended('REFUSED', problem('ORDER_STATE_FORBIDS')),
      ended('UNKNOWN', problem('OMS_OUTCOME_UNKNOWN')),
    ])
      expect(told(result)).toEqual(answerOfWrite(result, '1-01', [], NOW))
  })
})
