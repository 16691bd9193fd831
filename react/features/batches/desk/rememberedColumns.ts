import type { Field, Mapping } from '../files/columns'
import type { Said } from '../files/evidence'

export interface SaidOfColumns {
  mapping: Mapping
  said: Partial<Record<Field, Said>>
}

const KEY = 'storeops.invoice-tracking.columns'
/** Kinds of files; the one that was said longest ago goes first. */
const MOST = 20

type Kept = Array<[string, SaidOfColumns]>

function read(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) || '[]')

    return Array.isArray(kept) ? (kept as Kept) : []
  } catch (error) {
    return []
  }
}

/** What was said of the columns of files with these headings, in this browser. */
export function rememberedColumns(headings: string, columns: number): SaidOfColumns | null {
  const found = read().find(([set]) => set === headings)

  return found && Array.isArray(found[1].mapping) && found[1].mapping.length === columns
    ? found[1]
    : null
}

export function rememberColumns(headings: string, said: SaidOfColumns) {
  const others = read().filter(([set]) => set !== headings)

  try {
    localStorage.setItem(KEY, JSON.stringify([...others.slice(1 - MOST), [headings, said]]))
  } catch (error) {
    // A browser that keeps nothing asks again next time.
  }
}
