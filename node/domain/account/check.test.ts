import { Fault, type FaultKind, type Upstream } from '../problem/fault'
import { verdictOfFault } from './check'
import { judgeAppToken, judgeList, judgeOrders, type SeenOrder } from './omsVerdicts'
import { CLOCK_TOLERANCE_MS, judgeClock } from './timeVerdicts'

const fault = (
  kind: FaultKind,
  upstream: Upstream = 'OMS',
  more: { status?: number; upstreamMessage?: string } = {}
) => new Fault({ kind, upstream, operation: 'Read', ...more })

describe('a fault', () => {
  it('fails a check only where the app itself may not make the call', () => {
    expect(verdictOfFault(fault('forbidden', 'VBASE')).verdict).toBe('FAILED')
    expect(verdictOfFault(fault('forbidden', 'OMS')).verdict).toBe('UNPROVEN')
    expect(verdictOfFault(fault('unavailable', 'VBASE')).verdict).toBe('UNPROVEN')
  })

  it.each([
    [{}, 'OMS Read ended as rejected.'],
    [{ status: 400 }, 'OMS Read ended as rejected (400).'],
    [{ upstreamMessage: 'no' }, 'OMS Read ended as rejected: no.'],
    [{ status: 400, upstreamMessage: 'no' }, 'OMS Read ended as rejected (400: no).'],
  ])('is told with what the other side said: %j', (more, words) => {
    expect(verdictOfFault(fault('rejected', 'OMS', more)).detail).toContain(words)
  })
})

describe('a refusal of OMS', () => {
  it('is told with its status, where it had one', () => {
    expect(judgeList(fault('forbidden')).detail).toContain('The list of orders was refused.')
    expect(judgeList(fault('forbidden', 'OMS', { status: 403 })).detail).toContain(
      'The list of orders was refused (403).'
    )
    expect(judgeAppToken(fault('forbidden')).detail).toContain("the app's own token.")
    expect(judgeAppToken(fault('forbidden', 'OMS', { status: 403 })).detail).toContain(
      "the app's own token (403)."
    )
  })

  it('of an answer that cannot be read is told with what is wrong with it', () => {
    expect(judgeList(fault('unreadable')).detail).toContain('that the app cannot read.')
    const why = { upstreamMessage: 'no total' }
    expect(judgeList(fault('unreadable', 'OMS', why)).detail).toContain('cannot read: no total')
  })

  it('of one order weighs more than another order that is not found', () => {
    const refused: SeenOrder = { orderId: '2', read: fault('forbidden') }
    expect(judgeOrders([{ orderId: '1', read: 'not found' }, refused])).toEqual(
      judgeOrders([refused])
    )
  })
})

it('a list whose rows can be read passes, whatever it counts', () => {
  expect(judgeList({ rows: 2, total: 0 }).verdict).toBe('PASSED')
  expect(judgeList({ rows: 0, total: 0 }).verdict).toBe('UNPROVEN')
  expect(judgeList({ rows: 0, total: 2 }).verdict).toBe('FAILED')
})

describe('two clocks', () => {
  const most = CLOCK_TOLERANCE_MS
  const verdict = (least: number, span: number) =>
    judgeClock({
      sentAt: 100_000 + least - span + 1_000,
      answeredAt: 100_000,
      date: 100_000 + least,
    }).verdict

  it('differ by too much only where the least that they can differ is more than the tolerance', () => {
    expect(judgeClock({ sentAt: 0, answeredAt: 0, date: most }).verdict).not.toBe('FAILED')
    expect(judgeClock({ sentAt: 0, answeredAt: 0, date: most + 1 }).verdict).toBe('FAILED')
    expect(
      judgeClock({ sentAt: most + 1_000, answeredAt: most + 1_000, date: 0 }).verdict
    ).not.toBe('FAILED')
    expect(judgeClock({ sentAt: most + 1_001, answeredAt: most + 1_001, date: 0 }).verdict).toBe(
      'FAILED'
    )
  })

  it('agree where the most that they can differ is the tolerance and the second that is not named', () => {
    expect(judgeClock({ sentAt: 0, answeredAt: 0, date: most }).verdict).toBe('PASSED')
    expect(judgeClock({ sentAt: 0, answeredAt: 1, date: most + 1 }).verdict).toBe('UNPROVEN')
    expect(verdict(0, 0)).toBe('PASSED')
  })
})
