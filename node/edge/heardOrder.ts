import { z } from 'zod'
import { LONGEST_ORDER_ID } from '../domain/order/orderId'
import type { HeardOrder } from '../usecases/readmodel/hearOfOrder'

const shape = z.object({
  orderId: z.string().min(1).max(LONGEST_ORDER_ID),
  currentState: z.string().min(1).max(100),
})

/** The body of an event of vtex.orders-broadcast; null where it names no order. @source masterdata §3.1 */
export function heardOrderIn(body: unknown): HeardOrder | null {
  const read = shape.safeParse(body)
  if (!read.success) return null
  const { orderId, currentState: status } = read.data
  return { orderId, status }
}
