const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/

export const isDate = (text: string): boolean => DATE.test(text)

/** A date of a document or of `_where`; without a zone it is UTC. @unit epoch milliseconds @shape null: no date */
export function timeOf(text: string): number | null {
  const found = DATE.exec(text)
  if (!found) return null
  const time = Date.parse(found[1] && !found[4] ? `${text}Z` : text)
  return Number.isNaN(time) ? null : time
}
