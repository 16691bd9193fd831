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
  /** Files that are no row of a batch, with why: no NF-e, one that stands there already, or one that cancels another. */
  leftOut: Array<{ name: string; code: 'OTHER_FILE' | 'DOUBLE' | 'CANCELLATION' }>
}
