import { empty, refuse } from '../answers'
import { schedule, touch } from '../world'
import type { OrderOperation } from './call'

/**
 * start-handling: 204 and nothing else; the order passes through start-handling (oms §2.8).
 * @errors OMS003, 400 or 409 by reading
 */
export const startHandling: OrderOperation = (world, stored) => {
  const { readings } = world.behaviour
  if (stored.order.status !== 'ready-for-handling') {
    refuse(
      Number(readings.oms003Status),
      'Order status should be ready-for-handling to perform this action',
      'OMS003'
    )
  }
  if (readings.startHandling === 'noEffect') return empty(204)
  stored.order.statusDescription = 'Iniciar Manuseio'
  touch(world, stored, { status: 'start-handling' })
  schedule(world, stored.order.orderId, world.behaviour.applyDelayMs, { kind: 'handling' })
  return empty(204)
}
