import type { Order } from '../../../../domain/order/order'
import { someOrder, somePackage } from '../../../../usecases/testing/someOrder'

/** Fully invoiced, on its way under a tracking number. */
export function invoiced(): Order {
  return someOrder({
    status: 'invoiced',
    packages: [somePackage({ trackingNumber: 'AA1', courier: 'Correios' })],
  })
}
