import { NO_PARCELS, type OrderParcels } from '../../../domain/carriers/orderParcels'
import { Fault, isFault } from '../../../domain/problem/fault'
import type { OrderParcelsPort } from '../../../usecases/carriers/ports'
import { LostMatch, type FileStore } from '../../clients/fileStore'
import type { ClaimsStore } from '../claims'
import { isSurelyAbsent, mayArriveLate, unseen } from '../creating'
import { pathSegment } from '../paths'
import { saveOnNewest } from '../saving'

const WAIT_TO_CREATE_MS = 5_000

export interface OrderParcelStoreParts {
  readonly files: FileStore
  readonly claims: ClaimsStore
}

/**
 * What carriers told of an order: one file under If-Match, begun as a journal is, by whoever holds the order, as a
 * constant that everything is written over. Every change can be made again on what another writer has left.
 */
export class OrderParcelStore implements OrderParcelsPort {
  constructor(private readonly parts: OrderParcelStoreParts) {}

  async read(orderId: string): Promise<OrderParcels> {
    const file = await this.parts.files.read(pathOf(orderId))
    return file === null ? NO_PARCELS : parcelsIn(file.data)
  }

  async change(
    orderId: string,
    change: (parcels: OrderParcels) => OrderParcels
  ): Promise<OrderParcels> {
    try {
      const saved = await this.save(orderId, change)
      if (saved) return saved
      const created = await this.parts.claims.hold(orderId, WAIT_TO_CREATE_MS, async () => {
        await this.create(orderId)
        return this.save(orderId, change)
      })
      const parcels = created.held ? created.value : null
      if (parcels === null) throw unseen('OrderParcels')
      return parcels
    } catch (error) {
      throw error instanceof LostMatch ? unseen('OrderParcels') : error
    }
  }

  /** Null where there is no file yet. */
  private async save(
    orderId: string,
    change: (parcels: OrderParcels) => OrderParcels
  ): Promise<OrderParcels | null> {
    let changed = NO_PARCELS
    const { state } = await saveOnNewest(this.parts.files, pathOf(orderId), (data) => {
      const before = parcelsIn(data)
      changed = change(before)
      // A save that committed although it was answered as failed is found here, too.
      return JSON.stringify(changed) === JSON.stringify(before) ? null : changed
    })
    return state === 'missing' ? null : changed
  }

  private async create(orderId: string): Promise<void> {
    const { files, claims } = this.parts
    const path = pathOf(orderId)
    if (!(await isSurelyAbsent(files, path))) return
    try {
      await files.save(path, NO_PARCELS, null)
    } catch (error) {
      if (!isFault(error)) throw error
      if ((await files.read(path).catch(() => null)) !== null) return
      // Landing later it would empty what the next holder has written: there is none before the lease is over.
      if (mayArriveLate(error)) claims.keepToTheEnd(orderId)
      throw error
    }
  }
}

function pathOf(orderId: string): string {
  return `carriers/orders/${pathSegment(orderId)}.json`
}

/** @errors Fault unreadable: taken for empty, what was told would be told again */
function parcelsIn(data: unknown): OrderParcels {
  const parcels = data as Partial<OrderParcels> | null
  if (!Array.isArray(parcels?.invoices))
    throw new Fault({ kind: 'unreadable', upstream: 'VBASE', operation: 'OrderParcels' })
  return parcels as OrderParcels
}
