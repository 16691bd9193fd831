import { json } from '../answers'
import { orderView } from '../view'
import type { OrderOperation } from './call'

/** GET one order, in full (oms §2). */
export const getOrder: OrderOperation = (world, stored) => json(200, orderView(world, stored))
