import { EMPTY_JOURNAL } from '../../domain/journal/journal'
import type { OpenedOrder } from './step'
import { someOrder, somePackage } from '../testing/someOrder'
import { World } from '../testing/world'
import { rehearseSteps } from './rehearseSteps'
import type { Flow, Step } from './step'

const ID = '1400-01'
const flow: Flow = {
  orderId: ID,
  startedAt: 0,
  operation: 'NOTIFY_INVOICE',
  name: 'NotifyInvoice',
  invoiceNumber: 'NF-1',
}
const opened: OpenedOrder = { order: someOrder(), journal: EMPTY_JOURNAL }
const never = async (): Promise<never> => {
  throw new Error('a rehearsal sends nothing')
}
const ready = (leaves: (() => OpenedOrder) | null): Step => ({
  flow,
  judge: async () => ({ invoiceNumber: 'NF-1', send: never, leaves }),
})
const rehearse = (steps: readonly Step[], look = async () => opened) =>
  rehearseSteps(new World().ports(), ID, look, steps)

describe('a rehearsed step', () => {
  it('reads beside the order what it needs besides', async () => {
    const prepared: string[] = []
    const prepare = async () => void prepared.push('read')
    await rehearse([{ ...ready(null), prepare }])
    expect(prepared).toEqual(['read'])
  })

  it('is judged on the order as the one before it would leave it', async () => {
    const left = { ...opened, order: someOrder({ packages: [somePackage()] }) }
    const judgedOn: unknown[] = []
    const watching: Step = {
      flow,
      judge: async (_, current, before) => {
        judgedOn.push([current, before?.order])
        return { ended: { order: current.order, outcome: 'ALREADY_APPLIED' } }
      },
    }
    await rehearse([ready(() => left), watching])
    await rehearse([ready(null), watching])
    expect(judgedOn).toEqual([
      [left, left.order],
      [opened, opened.order],
    ])
  })

  it.each([
    ['ALREADY_APPLIED', 'ALREADY_APPLIED'],
    ['APPLIED', 'ALREADY_APPLIED'],
    ['ACCEPTED', 'ALREADY_APPLIED'],
    ['REFUSED', 'REFUSED'],
    ['FAILED', 'REFUSED'],
    ['UNKNOWN', 'REFUSED'],
  ] as const)('that would end %s without a send is %s', async (outcome, rehearsed) => {
    const ending: Step = { flow, judge: async () => ({ ended: { outcome, order: null } }) }
    expect(await rehearse([ending])).toMatchObject([{ rehearsed }])
  })

  it('hides no mistake of ours', async () => {
    const mistake = new TypeError('undefined is not a function')
    const look = async () => {
      throw mistake
    }
    await expect(rehearse([ready(null)], look)).rejects.toBe(mistake)
  })
})
