import type { Order, Package } from '../../../shared/order/orderTypes'
import { wantedUnits } from '../../../shared/order/wantedUnits'
import { isPaid } from './statusReason'
import { countsUnanswered } from '../sending/unsettled'

export type StepName = 'PAID' | 'HANDLING' | 'INVOICED' | 'SHIPPED' | 'DELIVERED'
export type StepState = 'DONE' | 'PARTLY' | 'OPEN' | 'STOPPED'

export interface Step {
  name: StepName
  state: StepState
  isCurrent: boolean
  /** Units or invoices done so far where the step is under way. */
  count: { kind: 'UNITS' | 'INVOICES'; done: number; of: number } | null
  /** When it was done, or until when it is promised. */
  date: { kind: 'ORDERED' | 'ON' | 'DUE'; at: string } | null
}

type Shipment = Pick<Package, 'type' | 'trackingNumber' | 'isDelivered' | 'deliveredDate'> & {
  items: ReadonlyArray<{ quantity: number }>
  events: readonly unknown[]
}
type Journey = Pick<
  Order,
  | 'stage'
  | 'status'
  | 'attention'
  | 'creationDate'
  | 'paidDate'
  | 'invoicedDate'
  | 'estimatedDelivery'
  | 'value'
  | 'invoicedValue'
> & {
  items: ReadonlyArray<{ quantity: number; invoicedQuantity: number; removedQuantity: number }>
  packages: readonly Shipment[]
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
const unitsIn = (parcels: readonly Shipment[]) =>
  sum(parcels.map((parcel) => sum(parcel.items.map((item) => item.quantity))))

function isShipped(parcel: Shipment): boolean {
  return Boolean(parcel.trackingNumber) || parcel.events.length > 0 || parcel.isDelivered
}

/** How far a part of the way is: by units, or by invoices where they carry none. */
function progress(order: Journey, parcels: readonly Shipment[], done: readonly Shipment[]) {
  const units = wantedUnits(order.items)

  return parcels.every((parcel) => parcel.items.length > 0)
    ? { kind: 'UNITS' as const, done: unitsIn(done), of: units }
    : { kind: 'INVOICES' as const, done: done.length, of: parcels.length }
}

function dated(kind: 'ON' | 'DUE', at: string | null | undefined): Step['date'] {
  return at ? { kind, at } : null
}

function latest(dates: Array<string | null | undefined>): string | null {
  const known = dates.filter((date): date is string => Boolean(date))

  return known.sort((one, other) => Date.parse(other) - Date.parse(one))[0] ?? null
}

/** The way from paid to delivered as far as this order has come. A canceled one shows where it stopped. */
export function stepsOf(order: Journey): Step[] {
  const parcels = order.packages.filter((parcel) => parcel.type === 'OUTPUT')
  const shipped = parcels.filter(isShipped)
  const delivered = parcels.filter((parcel) => parcel.isDelivered)
  const isCanceled = order.stage === 'CANCELED'
  const isInvoiced = order.value > 0 ? order.invoicedValue >= order.value : parcels.length > 0
  // What was sent counts as invoiced before VTEX shows its package: nothing can be on its way yet.
  const isOnItsWay = isInvoiced && parcels.length > 0
  const isAllShipped = isOnItsWay && shipped.length === parcels.length
  const isAllDelivered = isOnItsWay && delivered.length === parcels.length
  const begun = order.stage !== 'NOT_READY' && !(isCanceled && order.invoicedValue === 0)
  const handled = begun && order.stage !== 'TO_HANDLE'
  const invoicedUnits = sum(order.items.map((item) => item.invoicedQuantity))
  const units = wantedUnits(order.items)
  const isUncertain = countsUnanswered(order)
  const deliveredOn = latest(delivered.map((parcel) => parcel.deliveredDate))

  const isPaidFor = begun || (order.stage === 'NOT_READY' && isPaid(order.status))

  const state = (done: boolean, some: boolean): StepState =>
    done ? 'DONE' : some ? 'PARTLY' : 'OPEN'
  const steps: Array<Omit<Step, 'isCurrent'>> = [
    {
      name: 'PAID',
      state: state(isPaidFor, false),
      count: null,
      date: isPaidFor ? dated('ON', order.paidDate) : { kind: 'ORDERED', at: order.creationDate },
    },
    { name: 'HANDLING', state: state(handled, false), count: null, date: null },
    {
      name: 'INVOICED',
      state: state(isInvoiced && !isUncertain, order.invoicedValue > 0),
      count:
        !isInvoiced && order.invoicedValue > 0
          ? { kind: 'UNITS', done: invoicedUnits, of: units }
          : null,
      date: isInvoiced ? dated('ON', order.invoicedDate) : null,
    },
    {
      name: 'SHIPPED',
      state: state(isAllShipped, shipped.length > 0),
      count: shipped.length > 0 && !isAllShipped ? progress(order, parcels, shipped) : null,
      date: null,
    },
    {
      name: 'DELIVERED',
      state: state(isAllDelivered, delivered.length > 0),
      count: delivered.length > 0 && !isAllDelivered ? progress(order, parcels, delivered) : null,
      // A delivery that is done is due no more, whether or not it is known when it was.
      date: isAllDelivered ? dated('ON', deliveredOn) : dated('DUE', order.estimatedDelivery),
    },
  ]
  const current = steps.findIndex((step) => step.state !== 'DONE')

  return steps.map((step, at) => ({
    ...step,
    state: isCanceled && at === current ? 'STOPPED' : step.state,
    date: isCanceled && step.date?.kind === 'DUE' ? null : step.date,
    isCurrent: at === current,
  }))
}
