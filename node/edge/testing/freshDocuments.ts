import { EMPTY_JOURNAL } from '../../domain/journal/journal'
import { documentOf, isKept, type OrderDocument } from '../../domain/readmodel/orderDocument'
import type { Order } from '../../domain/order/order'
import { DEFAULT_SETTINGS } from '../../domain/values/settings'
import { assembleView } from '../../usecases/reading/assembleView'
import type { ReadModelWorld } from './readModelWorld'

/** What a reading at that moment makes of an order. */
export function computed(world: ReadModelWorld, order: Order, readAtMs: number): OrderDocument {
  const journal = world.world.journal(order.orderId) ?? EMPTY_JOURNAL
  const parts = { journal, settings: DEFAULT_SETTINGS, changes: null, rights: new Set<never>() }
  const view = assembleView(order, { ...parts, nowMs: readAtMs })
  return documentOf(view, { readAtMs, keepClosedDays: 30, carriers: [] })
}

/** Every document is what a reading of its order would make of it now, none is missing and none is left over. */
export function expectFresh(world: ReadModelWorld, ids: readonly string[], days = 30): void {
  for (const orderId of ids) expectFreshOne(world, orderId, days)
  expect([...world.masterData.documents.keys()].filter((id) => !ids.includes(id))).toEqual([])
}

export function expectFreshOne(world: ReadModelWorld, orderId: string, days = 30): void {
  const { clock, oms } = world.world
  const stored = world.document(orderId)
  const readAtMs = stored ? Date.parse(String(stored.readAt)) : clock.now()
  const { readAt, refreshDue, ...fresh } = computed(world, oms.peek(orderId), readAtMs)
  if (isKept(fresh, days, clock.now())) expect(stored).toMatchObject(fresh)
  else expect([orderId, stored]).toEqual([orderId, undefined])
  expect([readAt, refreshDue]).not.toContain(undefined)
}
