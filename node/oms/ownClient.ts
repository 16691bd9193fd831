import type { InstanceOptions, IOContext } from '@vtex/api'
import { OMS } from '@vtex/clients'
import { decodeList } from './decodeList'
import { faultOf, faultOfBody, type OmsOperation } from './fault'
import { isObject } from '../domain/values/loose'
import { onTheWayToOms } from './wayToOms'

/**
 * OMS with the app's own token, by VTEX's own calls: what an app may do without a person. It only reads, and for the
 * account check alone.
 */
export class OwnOms extends OMS {
  constructor(context: IOContext, options?: InstanceOptions) {
    super(context, onTheWayToOms(options))
  }

  /** An order that the list names, once it was read by itself; null where the list names none. @errors Fault OMS */
  async firstOrder(): Promise<string | null> {
    const { rows } = decodeList(await asked('ListOrders', this.listOrders('AUTH_TOKEN')))
    const orderId = rows[0]?.orderId ?? null
    if (orderId !== null)
      await asked('GetOrder', this.order(encodeURIComponent(orderId), 'AUTH_TOKEN'))
    return orderId
  }
}

async function asked(operation: OmsOperation, call: Promise<unknown>): Promise<unknown> {
  const answer = await call.catch((error: unknown) => {
    throw faultOf(error, operation, 'read')
  })
  // OMS's login page comes with 200 where a right is missing.
  if (!isObject(answer)) throw faultOfBody(answer, operation, 'read')
  return answer
}
