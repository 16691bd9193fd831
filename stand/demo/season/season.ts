/** The orders of two months of a store of middling size, as plans: the same for the same number and moment. */
import { throwDice } from '../../dice'
import * as sku from '../catalog'
import type { EventPlan, LinePlan, OrderPlan, PackagePlan } from '../plan'
import { BRAZIL, CHILE, COLOMBIA, MEXICO, type Store } from '../stores'
import { CARRIERS, lifeOf, type Carrier, type Life } from './life'
import { customerOf } from './people'

const DAYS = 60
const HOUR_MS = 3_600_000
const DAY_HOURS = 24

const SOLD: ReadonlyMap<Store, readonly sku.Sku[]> = new Map([
  [
    BRAZIL,
    [sku.MUG, sku.KETTLE, sku.KNIFE, sku.LAMP, sku.TOWEL, sku.NOTEBOOK, sku.HEADPHONES, sku.COFFEE],
  ],
  [COLOMBIA, [sku.ARABICA]],
  [CHILE, [sku.PONCHO, sku.MERKEN]],
  [MEXICO, [sku.TALAVERA, sku.MOLE]],
])
const HUBS = [
  { name: 'Mercado Livre', affiliateId: 'MLB', isCertified: true },
  { name: 'Galeria Norte', affiliateId: 'SLR', isCertified: false },
]

/** @shape (how many, epoch milliseconds of the start) -> plans, newest first */
export function seasonPlans(count: number, startedAt: number): OrderPlan[] {
  return Array.from({ length: count }, (_, index) => seasonPlan(index, count, startedAt))
}

/** One of them, so that nobody makes all to look at one. */
export function seasonPlan(index: number, count: number, startedAt: number): OrderPlan {
  const state = { dice: 60_000 + index * 7_919 }
  const dice = (): number => throwDice(state)
  dice()
  const store = pick(dice(), [
    BRAZIL,
    BRAZIL,
    BRAZIL,
    BRAZIL,
    BRAZIL,
    BRAZIL,
    COLOMBIA,
    CHILE,
    MEXICO,
  ])
  const carrier = pick(dice(), CARRIERS)
  const hoursAgo = ageOf(((index + dice()) / count) * DAYS * DAY_HOURS, startedAt)
  const life = lifeOf(hoursAgo, carrier, startedAt, dice)
  const hub = store === BRAZIL && dice() < 0.35 ? pick(dice(), HUBS) : null
  return {
    orderId: idOf(index),
    note: 'one of a season',
    status: statusOf(life),
    hoursAgo,
    customer: customerOf(index, store),
    store,
    lines: linesOf(store, dice),
    shipping: 1_000 + Math.floor(dice() * 30) * 100,
    promiseDays: life.promiseDays,
    packages: packagesOf(life, carrier, { index, needsXml: hub?.isCertified ?? false }, dice),
    ...(hub && { marketplace: { ...hub, orderId: String(2_000_010_000_000_000 + index) } }),
  }
}

/** Null: it is none of them. */
export function indexInSeason(orderId: string): number | null {
  const [, index] = /^1400(\d{9})-01$/.exec(orderId) ?? []
  return index === undefined ? null : Number(index)
}

const idOf = (index: number): string => `1400${String(index).padStart(9, '0')}-01`

function pick<T>(dice: number, all: readonly T[]): T {
  return all[Math.floor(dice * all.length)]!
}

/** By night hardly anybody buys. */
function ageOf(hours: number, startedAt: number): number {
  const at = new Date(startedAt - hours * HOUR_MS)
  const hour = (at.getUTCHours() + 21) % DAY_HOURS
  return hour < 7 ? hours + 9 : hours
}

function statusOf({ isCanceled, isWaiting, invoiced }: Life): string {
  if (isCanceled) return 'canceled'
  if (isWaiting) return 'ready-for-handling'
  return invoiced === null ? 'handling' : 'invoiced'
}

function linesOf(store: Store, dice: () => number): LinePlan[] {
  const sold = SOLD.get(store)!
  const first = Math.floor(dice() * sold.length)
  const count = dice() < 0.6 ? 1 : Math.min(2, sold.length)
  return Array.from({ length: count }, (_, at) => ({
    sku: sold[(first + at) % sold.length]!,
    quantity: 1 + Math.floor(dice() * dice() * 4),
  }))
}

function packagesOf(
  { invoiced, shipped, delivered, isStuck }: Life,
  carrier: Carrier,
  { index, needsXml }: { readonly index: number; readonly needsXml: boolean },
  dice: () => number
): PackagePlan[] {
  if (invoiced === null) return []
  const number = String(700_000 + index)
  // Now and then somebody forgets it.
  const embedded = needsXml && dice() < 0.95
  const plain = { number, value: 'rest' as const, hoursAgo: invoiced, embedded }
  if (shipped === null) return [plain]
  const events = eventsOf(shipped, delivered, isStuck, dice)
  return [
    {
      ...plain,
      courier: carrier.name,
      trackingNumber: `${carrier.prefix}${String(300_000_000 + index)}BR`,
      events,
      ...(delivered !== null && { deliveredHoursAgo: delivered }),
    },
  ]
}

function eventsOf(
  shipped: number,
  delivered: number | null,
  isStuck: boolean,
  dice: () => number
): EventPlan[] {
  const arrives = delivered ?? 0
  const onTheWay = arrives + (shipped - arrives) * (0.3 + dice() * 0.4)
  const events: EventPlan[] = [
    {
      hoursAgo: shipped,
      description: 'Coletado pela transportadora',
      city: 'São Paulo',
      state: 'SP',
    },
  ]
  if (shipped > 20)
    events.push({
      hoursAgo: onTheWay,
      description: 'Em transferência',
      city: 'Campinas',
      state: 'SP',
    })
  if (isStuck && shipped > 40)
    events.push({ hoursAgo: onTheWay / 2, description: 'Tentativa de entrega sem sucesso' })
  if (delivered !== null)
    events.push({ hoursAgo: delivered, description: 'Entregue', city: 'Curitiba', state: 'PR' })
  return events
}
