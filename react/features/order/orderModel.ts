import type { ParcelSign } from '../../shared/order/parcelSign'
import type { Order, OrderAction, Package, Problem } from '../../shared/order/orderTypes'

type Actionable = Pick<Order, 'allowedActions' | 'blocked' | 'stage'>

export function isAllowed(order: Pick<Order, 'allowedActions'>, action: OrderAction): boolean {
  return order.allowedActions.includes(action)
}

/** Why an action cannot be done now, as the service says it. */
export function reasonAgainst(order: Pick<Order, 'blocked'>, action: OrderAction): Problem | null {
  return order.blocked.find((one) => one.action === action)?.problem ?? null
}

export type OpenCard =
  | { kind: 'FORM'; canStartHandling: boolean }
  | { kind: 'HANDLING_ONLY' }
  | { kind: 'REASON'; problem: Problem | null; stage: Order['stage'] }
  | { kind: 'NONE' }

/** What stands in the place of the open card: the form, the reason why there is none, or nothing. */
export function openCardOf(order: Actionable & Pick<Order, 'remainingValue'>): OpenCard {
  const canStartHandling = isAllowed(order, 'START_HANDLING')

  if (isAllowed(order, 'NOTIFY_INVOICE')) return { kind: 'FORM', canStartHandling }
  if (canStartHandling) return { kind: 'HANDLING_ONLY' }
  const isBehind = ['TO_SHIP', 'IN_TRANSIT', 'DELIVERED'].includes(order.stage)

  if (isBehind || order.remainingValue === 0) return { kind: 'NONE' }

  return { kind: 'REASON', problem: reasonAgainst(order, 'NOTIFY_INVOICE'), stage: order.stage }
}

/** The customer comes for it: nothing of it travels. */
export function isCollected(order: Pick<Order, 'deliveryChannel'>): boolean {
  return order.deliveryChannel === 'pickup-in-point'
}

/** What is open of an order, as the title of its card says it. */
export function openUnits(order: { items: ReadonlyArray<{ remainingQuantity: number }> }): number {
  return order.items.reduce((count, item) => count + item.remainingQuantity, 0)
}

const WORST_FIRST = [
  'ORDER_STUCK',
  'ORDER_CHANGE_IN_PROGRESS',
  'ORDER_CANCELING',
  'ORDER_INCOMPLETE',
  'LATE',
]

export function worstFirst(attention: readonly Problem[]): Problem[] {
  const rank = (problem: Problem) => {
    const at = WORST_FIRST.indexOf(problem.code)

    return at < 0 ? WORST_FIRST.length : at
  }

  return [...attention].sort((one, other) => rank(one) - rank(other))
}

export type PackageAction =
  'ADD_TRACKING' | 'EDIT_TRACKING' | 'ADD_EVENTS' | 'DELIVER' | 'UNDO_DELIVERY' | 'REPLACE'

export interface PackageActions {
  /** Buttons of the card: the next sensible ones. */
  next: PackageAction[]
  rest: PackageAction[]
}

type Actioned = Pick<Package, 'type' | 'allowedActions' | 'trackingNumber' | 'isDelivered'>

/** Which of the allowed actions come next on a package, and which stay folded. A parcel that is collected waits for no tracking. */
export function packageActions(parcel: Actioned, isCollected: boolean): PackageActions {
  const canTrack = parcel.allowedActions.includes('UPDATE_PARTIAL_INVOICE')
  const canReport = parcel.allowedActions.includes('UPDATE_TRACKING_STATUS')
  const next: PackageAction[] = []
  const rest: PackageAction[] = []

  if (parcel.type === 'INPUT') return { next, rest }
  if (canTrack)
    (parcel.trackingNumber || isCollected ? rest : next).push(
      parcel.trackingNumber ? 'EDIT_TRACKING' : 'ADD_TRACKING'
    )
  if (canReport && parcel.trackingNumber) {
    ;(parcel.isDelivered ? rest : next).push('ADD_EVENTS')
    if (parcel.isDelivered) rest.push('UNDO_DELIVERY')
    else next.push('DELIVER')
  }
  // Registering the same number again takes the same right as its tracking.
  if (canTrack) rest.push('REPLACE')

  return { next, rest }
}

/** What OMS holds of a package's way, and what hangs on that. */
export type PackageMark = 'APPLYING' | 'RETURN' | 'DELIVERED' | 'IN_TRANSIT' | 'TO_SHIP'

function packageMark(
  parcel: Pick<Package, 'type' | 'isDelivered' | 'trackingNumber'> & {
    isApplied?: boolean
    events: readonly unknown[]
  }
): PackageMark {
  if (parcel.isApplied === false) return 'APPLYING'
  if (parcel.type === 'INPUT') return 'RETURN'
  if (parcel.isDelivered) return 'DELIVERED'

  return parcel.trackingNumber || parcel.events.length > 0 ? 'IN_TRANSIT' : 'TO_SHIP'
}

const CAME_BACK: readonly ParcelSign[] = ['RETURNING', 'RETURNED', 'LOST']

/**
 * The signs of a package: what OMS holds, or in its place what the carrier told, which is nearer. A delivery is OMS's to
 * say; what came back after one stands beside it.
 */
export function packageSigns(parcel: Parameters<typeof packageMark>[0] & Pick<Package, 'state'>): {
  mark: PackageMark | null
  sign: ParcelSign | null
} {
  const mark = packageMark(parcel)
  const { state } = parcel

  if (state === null || state === 'UNKNOWN' || mark === 'APPLYING' || mark === 'RETURN')
    return { mark, sign: null }
  if (mark === 'DELIVERED') return { mark, sign: CAME_BACK.includes(state) ? state : null }

  return state === 'DELIVERED' ? { mark, sign: null } : { mark: null, sign: state }
}

/** The first invoice that lacks its XML and may be given one; null where there is none. */
export function lacksXml(order: {
  packages: ReadonlyArray<
    Pick<Package, 'type' | 'invoiceNumber' | 'hasEmbeddedInvoice' | 'allowedActions'>
  >
}): string | null {
  const found = order.packages.find(
    ({ type, hasEmbeddedInvoice, allowedActions }) =>
      type === 'OUTPUT' && !hasEmbeddedInvoice && allowedActions.includes('UPDATE_PARTIAL_INVOICE')
  )

  return found ? found.invoiceNumber : null
}

/** Newest invoice on top; those without a date keep VTEX's order, newest last, and come after. */
export function newestFirst<P extends Pick<Package, 'issuanceDate'>>(packages: readonly P[]): P[] {
  const moment = (parcel: P) => (parcel.issuanceDate ? Date.parse(parcel.issuanceDate) : NaN)

  return packages
    .map((parcel, at) => ({ parcel, at, moment: moment(parcel) }))
    .sort((one, other) => {
      if (Number.isNaN(one.moment) || Number.isNaN(other.moment)) {
        return Number.isNaN(one.moment) === Number.isNaN(other.moment)
          ? other.at - one.at
          : Number.isNaN(one.moment)
            ? 1
            : -1
      }

      return other.moment - one.moment || other.at - one.at
    })
    .map((entry) => entry.parcel)
}

/** Numbers that VTEX cannot address in a path; only said where the service offers nothing for the package. */
export function isUnaddressable(
  parcel: Pick<Package, 'invoiceNumber' | 'type' | 'allowedActions'>
): boolean {
  return (
    parcel.type === 'OUTPUT' &&
    parcel.allowedActions.length === 0 &&
    !/^[A-Za-z0-9-]+$/.test(parcel.invoiceNumber)
  )
}

export interface OrderMovement {
  packages: string[]
  hasMoved: boolean
}

type Comparable = Pick<Order, 'status' | 'value' | 'invoicedValue'> & {
  packages: ReadonlyArray<Pick<Package, 'invoiceNumber' | 'version'>>
}

/** What changed between two readings of one order: numbers of new or changed invoices, or status and sums. */
export function movement(before: Comparable, after: Comparable): OrderMovement {
  const versions = before.packages.map((parcel) => `${parcel.invoiceNumber} ${parcel.version}`)
  const packages = after.packages
    .filter((parcel) => !versions.includes(`${parcel.invoiceNumber} ${parcel.version}`))
    .map((parcel) => parcel.invoiceNumber)

  return {
    packages,
    hasMoved:
      packages.length > 0 ||
      before.packages.length !== after.packages.length ||
      before.status !== after.status ||
      before.value !== after.value ||
      before.invoicedValue !== after.invoicedValue,
  }
}
