import { ZERO, type Cents } from '../domain/values/money'
import type { OrderLine, OrderTotal } from '../domain/order/order'
import { addUp, readCents } from './decodeMoney'
import { countOf, isObject, listOf, objectOf, textOf, type Loose } from '../domain/values/loose'

/** A line as a change names it: by SKU, of this account or of the seller's, and by price. */
interface Candidate {
  readonly ids: readonly (string | null)[]
  readonly prices: readonly (Cents | null)[]
  readonly quantity: number
  removed: number
}

interface ChangedUnits {
  readonly id: string
  readonly quantity: number
  readonly price: Cents | null
}

/**
 * The lines with the units that changes v1 took away. OMS leaves a removed line in items[] and moves only `Change` and
 * the value; a change v2 rewrites items[] instead, and must not be counted once more.
 * @source oms §2.5
 */
export function withRemovedUnits(
  lines: readonly OrderLine[],
  order: Loose,
  totals: readonly OrderTotal[]
): OrderLine[] {
  const changes = listOf(objectOf(order.changesAttachment).changesData).filter(isObject)
  const candidates = lines.map((line, index) => candidateOf(line, listOf(order.items)[index]))
  if (areChangesV1(changes, totals, candidates)) removeUnits(changes, candidates)
  return lines.map((line, index) => ({ ...line, removedQuantity: candidates[index].removed }))
}

function candidateOf({ id, quantity }: OrderLine, item: unknown): Candidate {
  const { sellerSku, price, sellingPrice } = objectOf(item)
  return {
    ids: [id || null, textOf(sellerSku)],
    prices: [readCents(price), readCents(sellingPrice)],
    quantity,
    removed: 0,
  }
}

/**
 * Only what is proven counts: a unit too many in the default of an invoice can be taken out, one that the order still
 * holds and that is said to be gone could not be invoiced. Proof is the money, all of it in `Change`; where it evens
 * out, an added SKU without a line of its own.
 */
function areChangesV1(
  changes: readonly Loose[],
  totals: readonly OrderTotal[],
  candidates: readonly Candidate[]
): boolean {
  const moved = changes.reduce<Cents | null>((total, change) => {
    const discount = amountOf(change.discountValue)
    const increment = amountOf(change.incrementValue)
    if (total === null || discount === null || increment === null) return null
    return addUp([total, increment, negated(discount)])
  }, ZERO)
  const shown = totals.find(({ id }) => id === 'Change')?.value ?? ZERO
  if (moved === null || moved !== shown) return false
  const added = changes.flatMap(({ itemsAdded }) => unitsOf(itemsAdded))
  return moved !== 0 || added.some(({ id }) => !candidates.some(({ ids }) => ids.includes(id)))
}

/** In the order of the changes: a unit that comes back cancels one that went, and the other way round. */
function removeUnits(changes: readonly Loose[], candidates: readonly Candidate[]): void {
  const extra = new Map<string, number>()
  for (const change of changes) {
    for (const units of unitsOf(change.itemsAdded)) {
      const left = spread(units, candidates, ({ removed }) => removed, -1)
      extra.set(units.id, (extra.get(units.id) ?? 0) + left)
    }
    for (const units of unitsOf(change.itemsRemoved)) {
      const before = extra.get(units.id) ?? 0
      const taken = Math.min(before, units.quantity)
      extra.set(units.id, before - taken)
      const rest = { ...units, quantity: units.quantity - taken }
      spread(rest, candidates, ({ quantity, removed }) => quantity - removed, 1)
    }
  }
}

/** Over the lines of the SKU, those of the named price first, the last ones first: OMS fills them from the front. */
function spread(
  { id, price, quantity }: ChangedUnits,
  candidates: readonly Candidate[],
  roomOf: (candidate: Candidate) => number,
  sign: 1 | -1
): number {
  const own = candidates.filter(({ ids }) => ids[0] === id)
  const named = own.length > 0 ? own : candidates.filter(({ ids }) => ids.includes(id))
  const backwards = [...named].reverse()
  const isPriced = ({ prices }: Candidate): boolean => price !== null && prices.includes(price)
  const inTurn = [
    ...backwards.filter(isPriced),
    ...backwards.filter((candidate) => !isPriced(candidate)),
  ]
  let left = quantity
  for (const candidate of inTurn) {
    const units = Math.min(left, roomOf(candidate))
    candidate.removed += sign * units
    left -= units
  }
  return left
}

function unitsOf(items: unknown): ChangedUnits[] {
  return listOf(items)
    .filter(isObject)
    .flatMap((item) => {
      const id = textOf(item.id)
      const quantity = countOf(item.quantity)
      return id === null || quantity === null
        ? []
        : [{ id, quantity, price: readCents(item.price) }]
    })
}

function amountOf(value: unknown): Cents | null {
  return value === null || value === undefined ? ZERO : readCents(value)
}

function negated(value: Cents): Cents {
  return (0 - value) as Cents
}
