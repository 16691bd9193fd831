import type { DocumentsPort } from '../../usecases/ports'
import type { FileStore } from '../clients/fileStore'
import { isSurelyAbsent } from './creating'
import { pathSegment } from './paths'

/** One file a fiscal document, by hash. The first order that registered it stays: the warning names where it began. */
export class DocumentStore implements DocumentsPort {
  constructor(private readonly files: FileStore) {}

  async orderOf(documentHash: string): Promise<string | null> {
    const file = await this.files.read(documentPath(documentHash))
    const orderId = (file?.data as { orderId?: unknown } | undefined)?.orderId
    return typeof orderId === 'string' ? orderId : null
  }

  async register(documentHash: string, orderId: string): Promise<void> {
    if ((await this.orderOf(documentHash)) !== null) return
    const path = documentPath(documentHash)
    if (await isSurelyAbsent(this.files, path)) await this.files.save(path, { orderId }, null)
  }
}

function documentPath(hash: string): string {
  return `documents/${pathSegment(hash)}.json`
}
