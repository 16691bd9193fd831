import type { Package } from '../../order/order'
import { invoiceOf } from '../../parcel/invoiceName'
import { braspress } from './braspress'
import { correios } from './correios'
import { jadlog } from './jadlog'
import type { AskedParcel, PullAdapter } from './pullAdapter'
import { ssw } from './ssw'
import { totalExpress } from './totalExpress'

/** Every carrier that can be asked. A new one is a file beside this, a line here, and its host in the manifest. */
export const pullAdapters: readonly PullAdapter[] = [correios, ssw, totalExpress, jadlog, braspress]

type Carried = Pick<Package, 'courier' | 'trackingNumber' | 'invoiceKey'>

/** What a carrier may be asked by, of an invoice of an order. */
export function askedParcelOf({ trackingNumber, invoiceKey }: Carried): AskedParcel {
  const invoice = invoiceOf({ invoice: null, invoiceKey })
  return { trackingNumber, invoiceKey, invoice }
}

/**
 * Whom to ask about an invoice's parcel, of those that a store has switched on: who carries what goes by its courier's
 * name, else who takes any. Without a name, a number that is Correios’ by its form is theirs. Null: nobody.
 */
export function adapterFor(carried: Carried, on: readonly PullAdapter[]): PullAdapter | null {
  const courier = carried.courier ?? ''
  const claiming = pullAdapters.find(({ carries }) => carries?.(courier) === true)
  const anyone = pullAdapters.filter(({ carries }) => carries === null)
  const asked = askedParcelOf(carried)
  const candidates = claiming ? [claiming] : [...(courier === '' ? [correios] : []), ...anyone]
  return candidates.find((one) => on.includes(one) && one.canAsk?.(asked) === true) ?? null
}
