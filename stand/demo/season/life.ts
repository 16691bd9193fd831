/** What became of an order up to now: when it was paid, invoiced, shipped, delivered. */

export interface Carrier {
  readonly name: string
  /** Between the first scan and the delivery, half of the parcels. @unit hours */
  readonly usualHours: number
  /** What it promises. @unit hours */
  readonly promisedHours: number
  /** Of its tracking numbers. */
  readonly prefix: string
}

export const CARRIERS: readonly Carrier[] = [
  { name: 'Transportadora Ligeira', usualHours: 54, promisedHours: 120, prefix: 'LG' },
  { name: 'Correios', usualHours: 96, promisedHours: 168, prefix: 'NX' },
  { name: 'Serra Azul Cargas', usualHours: 118, promisedHours: 144, prefix: 'SA' },
  { name: 'Pombo Expresso', usualHours: 30, promisedHours: 72, prefix: 'PX' },
]

/** Ages, in hours before the start; null: not yet. */
export interface Life {
  readonly hoursAgo: number
  readonly invoiced: number | null
  readonly shipped: number | null
  readonly delivered: number | null
  /** Paid, and nobody has begun yet. */
  readonly isWaiting: boolean
  readonly isCanceled: boolean
  /** Lost, refused or held: it has shipped and will not arrive. */
  readonly isStuck: boolean
  /** From the start; below zero: it has passed. @unit days */
  readonly promiseDays: number
}

type Throw = () => number

/** Around `usual`, now and then much more, as waiting times are. */
function around(usual: number, spread: number, dice: Throw): number {
  const middle = dice() + dice() + dice() - 1.5
  return usual * Math.exp(middle * spread)
}

/** Hours that a warehouse rests: nothing is invoiced on a Sunday. */
function workdays(age: number, startedAt: number): number {
  const day = new Date(startedAt - age * HOUR_MS).getUTCDay()
  return day === 0 ? age - 24 : age
}

const HOUR_MS = 3_600_000

export function lifeOf(hoursAgo: number, carrier: Carrier, startedAt: number, dice: Throw): Life {
  const begun = hoursAgo - around(5, 1.2, dice)
  const invoicedAge = workdays(hoursAgo - around(16, 1.4, dice), startedAt)
  const shippedAge = workdays(invoicedAge - around(9, 1.5, dice), startedAt)
  const deliveredAge = shippedAge - around(carrier.usualHours, 1.1, dice)
  const isCanceled = dice() < 0.03
  const isStuck = dice() < 0.012
  const after = (age: number): number | null => (age > 0 && !isCanceled ? age : null)
  return {
    hoursAgo,
    isCanceled,
    isStuck,
    isWaiting: begun <= 0 && invoicedAge <= 0 && !isCanceled,
    invoiced: after(invoicedAge),
    shipped: after(shippedAge),
    delivered: isStuck ? null : after(deliveredAge),
    promiseDays: (36 + carrier.promisedHours - hoursAgo) / 24,
  }
}
