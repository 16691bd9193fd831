import { z } from 'zod'
import { LONGEST_ORDER_ID } from '../../domain/order/orderId'

const told = z.object({
  OrderId: z.string().min(1).max(LONGEST_ORDER_ID),
  Origin: z.object({ Account: z.string() }),
})
const ping = z.object({ hookConfig: z.literal('ping') })

export type HookBody =
  | { readonly kind: 'PING' }
  | { readonly kind: 'CHANGED'; readonly orderId: string; readonly account: string }
  | { readonly kind: 'NOT_JSON' }
  | { readonly kind: 'UNKNOWN' }

/** What VTEX posts to a hook; nothing but the order and whose it is counts (masterdata §3.2). */
export function hookBodyIn(raw: Buffer): HookBody {
  let body: unknown
  try {
    body = JSON.parse(raw.toString('utf8'))
  } catch {
    return { kind: 'NOT_JSON' }
  }
  if (ping.safeParse(body).success) return { kind: 'PING' }
  const { success, data } = told.safeParse(body)
  return success
    ? { kind: 'CHANGED', orderId: data.OrderId, account: data.Origin.Account }
    : { kind: 'UNKNOWN' }
}
