import type { Mapping } from './columns'
import type { Sheet } from './sheet'

export interface FileText {
  name: string
  text: string
}

/** What dropped files came to. */
export interface OpenedFiles {
  sheet: Sheet
  mapping: Mapping
  /** Files that are no row of a batch, with why: no document by its name, or one that stands there already. */
  leftOut: Array<{ name: string; code: 'OTHER_FILE' | 'DOUBLE' }>
  /** XML that the service has to read: cancellations, and documents of other kinds. */
  unread: FileText[]
}
