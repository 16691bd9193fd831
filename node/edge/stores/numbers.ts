import type { NumberIndexPort } from '../../usecases/ports'
import type { FileStore } from '../clients/fileStore'
import { unseen } from './creating'
import { pathSegment } from './paths'
import { saveOnNewest } from './saving'

/** Orders kept under one number: a carrier's or an ERP's placeholder would grow without end. */
const MOST_ORDERS = 50
/** What this process wrote or found written, so that looking at an order again costs no call. */
const MOST_REMEMBERED = 20_000
const AT_ONCE = 4
/** A request that looks at more orders than this shows a queue: there, what this process remembers is enough. */
const FEW_ORDERS = 2

/**
 * One file an invoice or tracking number, with the orders that bear it. An index to search, no record: two first
 * sightings of one number at the same moment may lose one, which the next look at that order mends.
 */
export class NumberIndex implements NumberIndexPort {
  private looks = 0

  constructor(
    private readonly files: FileStore,
    /** Account and workspace: a process serves several. */
    private readonly tenant: string,
    private readonly remembered: Set<string> = rememberedByProcess
  ) {}

  async see(orderId: string, numbers: readonly string[]): Promise<void> {
    const isOneOfMany = ++this.looks > FEW_ORDERS
    const unseen = [...new Set(numbers.map(normal))].filter(
      (number) => number !== '' && !(isOneOfMany && this.remembered.has(this.key(number, orderId)))
    )
    for (let start = 0; start < unseen.length; start += AT_ONCE) {
      await Promise.all(
        unseen.slice(start, start + AT_ONCE).map((number) => this.add(number, orderId))
      )
    }
  }

  async find(number: string): Promise<readonly string[]> {
    const file = await this.files.read(numberPath(normal(number)))
    return ordersIn(file?.data)
  }

  private async add(number: string, orderId: string): Promise<void> {
    const path = numberPath(number)
    const { state } = await saveOnNewest(this.files, path, (data) => {
      const orders = ordersIn(data)
      return orders.includes(orderId) ? null : fileOf([...orders, orderId])
    })
    if (state === 'missing') {
      // The read was the first witness, the listing is the other: no promise rests on this file, and a third is a call of
      // every row of a batch.
      if ((await this.files.list(path)).includes(path)) throw unseen('NumberIndex')
      await this.files.save(path, fileOf([orderId]), null)
    }
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear()
    this.remembered.add(this.key(number, orderId))
  }

  private key(number: string, orderId: string): string {
    return JSON.stringify([this.tenant, number, orderId])
  }
}

/** The files of a whole store at once, by path: what seeing its orders one after the other comes to. */
export function numberFiles(
  orders: Iterable<{ readonly orderId: string; readonly numbers: readonly string[] }>
): ReadonlyMap<string, NumberFile> {
  const ids = new Map<string, Set<string>>()
  for (const { orderId, numbers } of orders)
    for (const number of numbers.map(normal).filter((one) => one !== ''))
      ids.set(numberPath(number), (ids.get(numberPath(number)) ?? new Set()).add(orderId))
  return new Map([...ids].map(([path, of]) => [path, fileOf([...of])]))
}

interface NumberFile {
  readonly orders: readonly string[]
}

function fileOf(orders: readonly string[]): NumberFile {
  return { orders: orders.slice(-MOST_ORDERS) }
}

const rememberedByProcess = new Set<string>()

function normal(number: string): string {
  return number.trim().toUpperCase()
}

function numberPath(number: string): string {
  return `numbers/${pathSegment(number)}.json`
}

function ordersIn(data: unknown): readonly string[] {
  const orders = (data as { orders?: unknown } | null | undefined)?.orders
  return Array.isArray(orders) ? orders.filter((id): id is string => typeof id === 'string') : []
}
