import { namesOfReport } from '../../domain/carriers/names'
import type { ParcelReport } from '../../domain/parcel/parcelReport'
import type { NamedInvoice, ParcelIndexPort } from './ports'

/** Which invoices parcels are about; each name is looked up once in a shift. */
export class InvoiceFinder {
  private readonly known = new Map<string, Promise<readonly NamedInvoice[]>>()

  constructor(private readonly index: ParcelIndexPort) {}

  /**
   * By the first of the parcel's names that invoices of one single order bear. A number that stands on several orders
   * is a placeholder, or somebody's mistake: it names none of them.
   */
  async find(report: ParcelReport): Promise<readonly NamedInvoice[]> {
    for (const name of namesOfReport(report)) {
      const found = await this.lookUp(name)
      if (new Set(found.map(({ orderId }) => orderId)).size === 1) return found
    }
    return []
  }

  private lookUp(name: string): Promise<readonly NamedInvoice[]> {
    const known = this.known.get(name) ?? this.index.find(name)
    this.known.set(name, known)
    return known
  }
}
