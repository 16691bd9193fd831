import type { Package } from '../../../shared/order/orderTypes'
import type { RowEnd } from '../../../shared/sending/tickedRun'

type Markable = Pick<Package, 'type' | 'isDelivered' | 'trackingNumber' | 'allowedActions'>

/** Above this number a card for each package is a page that nobody can work through: rows with ticks take their place. */
export const MOST_CARDS = 5

/** On its way, and the service allows to report its delivery. */
export function canBeMarked({ type, isDelivered, trackingNumber, allowedActions }: Markable) {
  return (
    type === 'OUTPUT' &&
    !isDelivered &&
    Boolean(trackingNumber) &&
    allowedActions.includes('UPDATE_TRACKING_STATUS')
  )
}

/** How the run ended for a package, as far as the order has not shown more since. */
export function endShown(
  end: RowEnd | undefined,
  { isDelivered }: Pick<Package, 'isDelivered'>
): RowEnd | null {
  if (!end) return null
  const wasOpen = end.kind === 'applying' || (end.kind === 'notStarted' && end.isUnknown)

  return isDelivered && wasOpen ? { kind: 'started' } : end
}
