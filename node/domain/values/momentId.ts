/** A name that is used once and sorts by its moment. @param chance letters, digits and hyphens */
export function momentId(nowMs: number, chance: string): string {
  return `${nowMs.toString(36).padStart(9, '0')}-${chance}`
}

/** The moment that such a name bears. @unit epoch milliseconds */
export function momentOfId(id: string): number {
  return parseInt(id.slice(0, 9), 36)
}
