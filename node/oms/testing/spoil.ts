// Takes JSON apart key by key: what OMS leaves out, nulls or sends in another shape (oms §2.9).

export type Path = readonly (string | number)[]

/** As a spoil: the key is not there, or the element of the list. */
export const GONE = Symbol('gone')

/** Every key of the JSON, however deep. */
export function paths(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) => {
    const path = [...at, Array.isArray(value) ? Number(key) : key]
    return [path, ...paths(child, path)]
  })
}

/** A copy in which one key holds something else. JSON knows no holes: an element that is gone makes its list shorter. */
export function spoiled(value: unknown, [key, ...rest]: Path, spoil: unknown): unknown {
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >
  if (rest.length > 0) copy[key] = spoiled(copy[key], rest, spoil)
  else if (spoil === GONE && Array.isArray(copy)) copy.splice(Number(key), 1)
  else if (spoil === GONE) delete copy[key]
  else copy[key] = spoil
  return copy
}
