import { Fault, type FaultKind } from '../../domain/problem/fault'
import { instantAt } from '../../domain/values/instant'
import { World } from '../testing/world'
import { sendOnce } from './sending'

/** OMS may take 15 s over a write, and 3 s are kept for writing down how it ended. */
const WHOLE_WAIT_MS = 18_000

const fails = (kind: FaultKind) => async () => {
  throw new Fault({ kind, upstream: 'OMS', operation: 'NotifyInvoice' })
}

/** A send begun this long before the call has to answer; it ends a second later. */
async function sentWith(leftMs: number, kind: FaultKind) {
  const { clock, ...ports } = new World().ports()
  const send = async () => {
    await clock.sleep(1_000)
    return fails(kind)()
  }
  const endsAt = instantAt(clock.now() + 1_000)
  const sent = await sendOnce(
    { ...ports, clock, answerBy: clock.now() + leftMs },
    'ShippingAction',
    send
  )
  return { sent, endsAt }
}

describe('one write to OMS', () => {
  it.each(['unknown', 'unreadable'] as const)(
    'is UNANSWERED where nobody can say what came of it: %s',
    async (kind) => {
      const { sent, endsAt } = await sentWith(WHOLE_WAIT_MS, kind)
      expect(sent).toEqual({ result: 'UNANSWERED', endedAt: endsAt })
    }
  )

  it.each(['rejected', 'forbidden', 'rateLimited', 'notFound', 'unavailable'] as const)(
    'is FAILED where it surely changed nothing: %s',
    async (kind) => {
      const { sent, endsAt } = await sentWith(WHOLE_WAIT_MS, kind)
      expect(sent).toMatchObject({ result: 'FAILED', endedAt: endsAt, fault: { kind } })
    }
  )

  it('may be under way still where the call could not wait as long as OMS may take', async () => {
    const { sent } = await sentWith(WHOLE_WAIT_MS - 1, 'unknown')
    expect(sent).toEqual({ result: 'UNANSWERED' })
  })

  it('hides no mistake of ours', async () => {
    const ports = new World().ports()
    const mistake = new TypeError('undefined is not a function')
    const send = async () => {
      throw mistake
    }
    await expect(sendOnce(ports, 'ShippingAction', send)).rejects.toBe(mistake)
  })
})
