import { rereadTicked } from './useRefresh'
import { selection } from './selection'
import { QueueRow } from './queueTypes'

const row = (orderId: string, status: string) => ({ orderId, status }) as QueueRow

test('reads every ticked order that is elsewhere, four at a time, and names those that could not be read', async () => {
  const orderIds = Array.from({ length: 40 }, (_, index) => `o${index}`)
  selection.enter('TO_HANDLE')
  selection.set(
    orderIds.map((orderId) => row(orderId, 'old')),
    true,
    null
  )
  let inTheAir = 0
  let most = 0
  const missed = await rereadTicked(orderIds, async ({ orderId }) => {
    inTheAir += 1
    most = Math.max(most, inTheAir)
    await Promise.resolve()
    inTheAir -= 1
    if (orderId === 'o7') return { ok: false, failure: { kind: 'NETWORK' } }
    return { ok: true, data: { order: orderId === 'o9' ? null : row(orderId, 'new') } }
  })
  expect(most).toBe(4)
  expect(missed).toEqual(['o7', 'o9'])
  expect(selection.ids()).toEqual(orderIds)
})
