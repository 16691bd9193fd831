import { Fault, type FaultKind } from '../../domain/problem/fault'
import type { OrdersPort } from '../ports'
import { pacedOrders } from './pacedOrders'
import type { SlotTaker } from './slots'

const BY = 1_000

/** OMS and the ledger's slots, with every call that came to them. */
function begin({ hasSlots = true, fails }: { hasSlots?: boolean; fails?: FaultKind } = {}) {
  const calls: unknown[] = []
  const slots = {
    next: async (until: number) => {
      calls.push(['slot', until])
      return hasSlots
    },
    refused: async (seconds: number | null) => void calls.push(['refused', seconds]),
  } as unknown as SlotTaker
  const oms = new Proxy({} as OrdersPort, {
    get:
      (_, name) =>
      async (...args: unknown[]) => {
        calls.push([name, ...args])
        if (fails)
          throw new Fault({ kind: fails, upstream: 'OMS', operation: '', retryAfterSeconds: 7 })
        return name
      },
  })
  return { calls, orders: pacedOrders(oms, slots, BY) }
}

describe('OMS for one row of a batch', () => {
  it('is what it is, call by call', async () => {
    const { calls, orders } = begin()
    const given = 'given' as never
    const answers = [
      await orders.get('a'),
      await orders.startHandling('a'),
      await orders.notifyInvoice('a', given),
      await orders.updatePartialInvoice('a', 'NF-1', given),
      await orders.updateTrackingStatus('a', 'NF-1', given),
      await orders.addInteraction('a', 'words'),
    ]
    const made = [
      ['get', 'a'],
      ['startHandling', 'a'],
      ['notifyInvoice', 'a', 'given'],
      ['updatePartialInvoice', 'a', 'NF-1', 'given'],
      ['updateTrackingStatus', 'a', 'NF-1', 'given'],
      ['addInteraction', 'a', 'words'],
    ]
    expect(calls).toEqual(made)
    expect(answers).toEqual(made.map(([name]) => name))
  })

  it('gives the first read the slot that the row has waited for, and every other one its own', async () => {
    const { calls, orders } = begin()
    await orders.get('a')
    expect(await orders.changes('a')).toBe('changes')
    expect(await orders.list('query' as never)).toBe('list')
    expect(calls).toEqual([
      ['get', 'a'],
      ['slot', BY],
      ['changes', 'a'],
      ['slot', BY],
      ['list', 'query'],
    ])
  })

  it('makes no read whose slot comes too late', async () => {
    const { calls, orders } = begin({ hasSlots: false })
    await orders.get('a')
    for (const [read, operation] of [
      [() => orders.get('a'), 'GetOrder'],
      [() => orders.changes('a'), 'GetChanges'],
      [() => orders.list('query' as never), 'ListOrders'],
    ] as const)
      await expect(read()).rejects.toMatchObject({
        operation,
        kind: 'unavailable',
        upstream: 'OMS',
        isOutOfTime: true,
      })
    expect(calls).toEqual([
      ['get', 'a'],
      ['slot', BY],
      ['slot', BY],
      ['slot', BY],
    ])
  })

  it('tells everybody of a refusal for the rate, and of no other', async () => {
    const limited = begin({ fails: 'rateLimited' })
    await expect(limited.orders.get('a')).rejects.toMatchObject({ kind: 'rateLimited' })
    expect(limited.calls).toContainEqual(['refused', 7])
    const down = begin({ fails: 'unavailable' })
    await expect(down.orders.get('a')).rejects.toMatchObject({ kind: 'unavailable' })
    expect(down.calls).toEqual([['get', 'a']])
  })
})
