// Lists of sends, each known by its id. An absent list is an empty one.

interface Listed {
  readonly id: string
}

/** As it is now, in its place; at the end where it is not there, or not there any more. */
export function put<T extends Listed>(list: readonly T[] | undefined, one: T): readonly T[] {
  const all = list ?? []
  return all.some(({ id }) => id === one.id) ? change(all, one.id, () => one) : [...all, one]
}

/** Nothing where it is not there: somebody else has ended it. */
export function change<T extends Listed>(
  list: readonly T[] | undefined,
  id: string,
  to: (one: T) => T
): readonly T[] {
  return (list ?? []).map((one) => (one.id === id ? to(one) : one))
}

export function drop<T extends Listed>(
  list: readonly T[] | undefined,
  ids: readonly string[]
): readonly T[] {
  return (list ?? []).filter(({ id }) => !ids.includes(id))
}
