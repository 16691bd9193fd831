import type { InvoiceItemCommand } from './command'
import type { LedgerLine, OrderLedger } from '../standing/ledger'
import { worthOfUnits } from '../order/lines'
import { cents, isCents, sum, ZERO, type Cents } from '../values/money'
import type { InvoiceType, Order, OrderLine } from '../order/order'
import type { OutgoingItem } from '../package/outgoing'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import { isGiven } from '../problem/texts'
import { keptUnits } from '../package/units'

/** The units of one invoice, chosen and judged. */
export interface ChosenItems {
  /** One line per SKU with its unit price; empty for an invoice by value. */
  readonly items: readonly OutgoingItem[]
  /** What the units are worth, without freight and taxes. */
  readonly worth: Cents
  /** True where no unit of the order remains afterwards. */
  readonly coversAll: boolean
  /** True where a price was given: then `worth` is the caller's word. */
  readonly isPriced: boolean
  readonly problems: readonly Problem[]
}

/** A line as an invoice of one kind sees it: how many units went this way already, how many still can. */
interface OpenLine {
  readonly line: OrderLine
  readonly value: Cents
  readonly before: number
  readonly open: number
  /** Units of the line that an invoice can name, whether they are out already or not. */
  readonly holds: number
}

interface Taken {
  readonly id: string
  readonly quantity: number
  readonly worth: Cents
  readonly description: string | null
}

/** Every unit that remains (of a return: every unit out and not back yet). Gifts at 0 stay. */
export function everyRemainingUnit(
  order: Order,
  ledger: OrderLedger,
  type: InvoiceType
): ChosenItems {
  const taken = openLines(order, ledger, type)
    .filter(({ open }) => open > 0)
    .map(({ line, value, before, open }) => ({
      id: line.id,
      quantity: open,
      worth: worthOfUnits(value, line.quantity, before, open),
      description: null,
    }))
  return { ...aggregated(taken), coversAll: true, isPriced: false, problems: [] }
}

/** No unit at all: an invoice by value. */
export function noUnits(order: Order, ledger: OrderLedger, type: InvoiceType): ChosenItems {
  const coversAll = openLines(order, ledger, type).every(({ open }) => open === 0)
  return { items: [], worth: ZERO, coversAll, isPriced: false, problems: [] }
}

/** The units that a caller names, judged per SKU because OMS picks the line (oms §3 point 6). */
export function chosenUnits(
  order: Order,
  ledger: OrderLedger,
  type: InvoiceType,
  commands: readonly InvoiceItemCommand[]
): ChosenItems {
  const lines = openLines(order, ledger, type)
  const used = new Map<number, number>()
  const asked = new Map<string, number>()
  const problems: Problem[] = []
  const taken: Taken[] = []
  commands.forEach((command, position) => {
    const field = ['invoice', 'items', position]
    const found = linesNamed(lines, command)
    const wrong = problemsOfItem(command, found, lines, field)
    problems.push(...wrong)
    if (found.length === 0 || wrong.length > 0) return
    const { id, itemIndex } = found[0].line
    const onLine = `${id} ${found.length === 1 ? itemIndex : 'any'}`
    // Per SKU, and what is named by its position never more than stands there.
    const remaining = Math.min(
      openOf(lines, id) - (asked.get(id) ?? 0),
      heldBy(found) - (asked.get(onLine) ?? 0)
    )
    for (const key of [id, onLine]) asked.set(key, (asked.get(key) ?? 0) + command.quantity)
    if (command.quantity > remaining) {
      problems.push(
        problem('ITEM_QUANTITY_OVER_REMAINING', {
          field: [...field, 'quantity'],
          facts: { remaining: Math.max(0, remaining), id },
        })
      )
      return
    }
    const worth = isCents(command.price)
      ? cents(command.price * command.quantity)
      : take(found, command.quantity, used)
    const { quantity, description } = command
    if (!isCents(taken.reduce((total, one) => total + one.worth, 0) + worth)) {
      problems.push(problem('VALUE_INVALID', { field: [...field, 'price'] }))
      return
    }
    taken.push({ id, quantity, worth, description: description?.trim() || null })
  })
  const coversAll = lines.every(({ line }) => openOf(lines, line.id) <= (asked.get(line.id) ?? 0))
  const isPriced = commands.some(({ price }) => isGiven(price))
  return { ...aggregated(taken), coversAll, isPriced, problems }
}

function openLines(order: Order, ledger: OrderLedger, type: InvoiceType): OpenLine[] {
  return order.lines.map((line, position) => {
    const counted: LedgerLine = ledger.lines[position]
    const before = type === 'OUTPUT' ? counted.invoicedQuantity : counted.returnedQuantity
    const open =
      type === 'OUTPUT'
        ? counted.remainingQuantity
        : Math.max(0, counted.invoicedQuantity - counted.returnedQuantity)
    const holds = Math.max(keptUnits(line), counted.invoicedQuantity)
    // Without a SKU nothing can be sent for it: it goes by value.
    if (line.id === '') return { line, value: counted.lineValue, before, open: 0, holds: 0 }
    return { line, value: counted.lineValue, before, open, holds }
  })
}

function linesNamed(
  lines: readonly OpenLine[],
  { id, itemIndex }: InvoiceItemCommand
): readonly OpenLine[] {
  return lines.filter(({ line }) => {
    if (line.id === '') return false
    return itemIndex === null ? line.id === id : line.itemIndex === itemIndex && id === null
  })
}

function problemsOfItem(
  command: InvoiceItemCommand,
  found: readonly OpenLine[],
  lines: readonly OpenLine[],
  field: readonly (string | number)[]
): Problem[] {
  const { id, itemIndex, quantity, price } = command
  const problems: Problem[] = []
  if ((id === null) === (itemIndex === null)) {
    const candidates = lines.filter(({ line }) => line.id === id)
    problems.push(
      problem('ITEM_AMBIGUOUS', { field, facts: { itemIndexes: indexesOf(candidates) } })
    )
  } else if (found.length === 0) {
    problems.push(problem('ITEM_NOT_IN_ORDER', { field, facts: { id, itemIndex } }))
  } else if (!oneUnitPrice(found)) {
    problems.push(problem('ITEM_AMBIGUOUS', { field, facts: { itemIndexes: indexesOf(found) } }))
  }
  if (!Number.isSafeInteger(quantity) || quantity < 1)
    problems.push(problem('ITEM_QUANTITY_INVALID', { field: [...field, 'quantity'] }))
  else if (isGiven(price)) {
    const priceField = [...field, 'price']
    if (!isCents(price) || !Number.isSafeInteger(price * quantity))
      problems.push(problem('VALUE_INVALID', { field: priceField }))
    else if (price < 0) problems.push(problem('VALUE_NOT_POSITIVE', { field: priceField }))
  }
  return problems
}

/** Lines of one SKU have one price where their units differ by rounding only. A line that a change emptied has none. */
function oneUnitPrice(found: readonly OpenLine[]): boolean {
  const prices = found
    .filter(({ holds }) => holds > 0)
    .map(({ line, value }) => value / Math.max(1, line.quantity))
  return Math.max(...prices) - Math.min(...prices) < 1
}

function indexesOf(lines: readonly OpenLine[]): number[] | null {
  return lines.length === 0 ? null : lines.map(({ line }) => line.itemIndex)
}

function openOf(lines: readonly OpenLine[], id: string): number {
  return lines.reduce((total, { line, open }) => total + (line.id === id ? open : 0), 0)
}

function heldBy(lines: readonly OpenLine[]): number {
  return lines.reduce((total, { holds }) => total + holds, 0)
}

/** Worth of units taken from lines in order; `used` remembers what this invoice took of each line before. */
function take(lines: readonly OpenLine[], units: number, used: Map<number, number>): Cents {
  let left = units
  const parts: Cents[] = []
  for (const { line, value, before, open, holds } of lines) {
    const soFar = used.get(line.itemIndex) ?? 0
    // A line named by its position may count as out already, because units are spread over lines in order.
    const room = (lines.length === 1 ? holds : open) - soFar
    const units = Math.min(left, Math.max(0, room))
    if (units === 0) continue
    const start = Math.min(before + soFar, line.quantity - units)
    parts.push(worthOfUnits(value, line.quantity, start, units))
    used.set(line.itemIndex, soFar + units)
    left -= units
  }
  return sum(parts)
}

/** One line per SKU: a SKU in two lines of an invoice breaks refunds (oms §3 point 6). Floor, for the value rules. */
function aggregated(taken: readonly Taken[]): Pick<ChosenItems, 'items' | 'worth'> {
  const bySku = new Map<string, Taken>()
  for (const one of taken) {
    const known = bySku.get(one.id)
    bySku.set(
      one.id,
      known
        ? {
            id: one.id,
            quantity: known.quantity + one.quantity,
            worth: sum([known.worth, one.worth]),
            description: known.description ?? one.description,
          }
        : one
    )
  }
  const items = [...bySku.values()].map(({ id, quantity, worth, description }) => ({
    id,
    quantity,
    description,
    price: cents(Math.floor(worth / quantity)),
  }))
  return { items, worth: sum(taken.map(({ worth }) => worth)) }
}
