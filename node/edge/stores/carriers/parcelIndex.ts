import { createHash } from 'node:crypto'
import { inParallel } from '../../../usecases/reading/inParallel'
import type {
  CarrierEventsPort,
  NamedInvoice,
  ParcelIndexPort,
  SeenInvoice,
} from '../../../usecases/carriers/ports'
import type { FileStore } from '../../clients/fileStore'
import { OrderLooks } from '../../orderLooks'
import { nameMark, type MessageStore } from './messages'

const AT_ONCE = 4

export interface ParcelIndexParts {
  readonly files: FileStore
  readonly messages: Pick<MessageStore, 'awaiting'>
  readonly events: CarrierEventsPort
  /** Account and workspace: a process serves several. */
  readonly tenant: string
}

/**
 * Which invoices bear a tracking number, a key, or an issuer's number: a file for each pair of a name and an invoice,
 * that is named by both and never changed. So nobody can overwrite another's, and to write it again is harmless. An
 * entry may be older than the order: whoever uses it looks at the order itself.
 */
export class ParcelIndex implements ParcelIndexPort {
  private readonly looks: OrderLooks

  constructor(
    private readonly parts: ParcelIndexParts,
    private readonly remembered: Set<string> = rememberedByProcess
  ) {
    this.looks = new OrderLooks(remembered)
  }

  async find(name: string): Promise<readonly NamedInvoice[]> {
    const { files } = this.parts
    const paths = await files.list(folderOf(name))
    const found = await inParallel(paths, AT_ONCE, async (path) => {
      const file = (await files.read(path)) ?? (await files.read(path))
      return invoiceIn(file?.data)
    })
    return found.flatMap((one) => one ?? [])
  }

  /**
   * The entries first, then the messages that wait: whoever puts a message among those looks for entries afterwards, so
   * one of both finds the other.
   */
  async see(orderId: string, invoices: readonly SeenInvoice[]): Promise<void> {
    const isToNote = this.looks.next()
    for (const { invoiceNumber, names } of invoices) {
      const key = JSON.stringify([this.parts.tenant, orderId, invoiceNumber, names])
      if (names.length === 0 || !isToNote(key)) continue
      await this.note({ orderId, invoiceNumber }, names)
      this.looks.noted(key)
    }
  }

  async forget(name: string, invoice: NamedInvoice): Promise<void> {
    await this.parts.files.remove(entryPath(name, invoice))
    // Whoever sees it again writes it again.
    this.remembered.clear()
  }

  markOf(name: string): string {
    return nameMark(name)
  }

  private async note(invoice: NamedInvoice, names: readonly string[]): Promise<void> {
    const { files, messages, events } = this.parts
    await inParallel(names, AT_ONCE, (name) => files.save(entryPath(name, invoice), invoice, null))
    const marks = names.map(nameMark)
    const waiting = await inParallel(marks, AT_ONCE, (mark) => messages.awaiting(mark))
    const awaited = marks.filter((_, index) => waiting[index].length > 0)
    if (awaited.length > 0) await events.send({ marks: awaited })
  }
}

const rememberedByProcess = new Set<string>()

function folderOf(name: string): string {
  return `carriers/index/${nameMark(name)}/`
}

function entryPath(name: string, { orderId, invoiceNumber }: NamedInvoice): string {
  const mark = createHash('sha256').update(JSON.stringify([orderId, invoiceNumber.trim()]))
  return `${folderOf(name)}${mark.digest('hex').slice(0, 24)}.json`
}

function invoiceIn(data: unknown): NamedInvoice | null {
  const { orderId, invoiceNumber } = (data ?? {}) as Partial<NamedInvoice>
  return typeof orderId === 'string' && typeof invoiceNumber === 'string'
    ? { orderId, invoiceNumber }
    : null
}
