import { QueueRow } from './queueTypes'

export type NamedBy = 'carrier' | 'marketplace'
export type KnownNames = Readonly<Record<NamedBy, readonly string[]>>

export const noNames: KnownNames = { carrier: [], marketplace: [] }

const keyOf = (name: string) => name.trim().toLowerCase()

/**
 * Each name once, however it is spelled, as it was known first: the read model finds whole names alone, and has carriers as
 * the store's settings write them.
 */
export function withNames(known: readonly string[], more: readonly string[]): readonly string[] {
  const keys = known.map(keyOf)
  const news = more.filter((name) => {
    const isNew = keyOf(name) !== '' && !keys.includes(keyOf(name))
    if (isNew) keys.push(keyOf(name))
    return isNew
  })
  return news.length === 0 ? known : [...known, ...news.map((name) => name.trim())]
}

/** Names of the rows in view, added to those that were known. */
export function namesOf(rows: readonly QueueRow[], known: KnownNames): KnownNames {
  const couriers = rows.reduce<string[]>(
    (all, { packages }) => [...all, ...packages.map(({ courier }) => courier || '')],
    []
  )
  const marketplaces = rows.map(({ marketplace }) => (marketplace && marketplace.name) || '')
  const carrier = withNames(known.carrier, couriers)
  const marketplace = withNames(known.marketplace, marketplaces)
  return carrier === known.carrier && marketplace === known.marketplace
    ? known
    : { carrier, marketplace }
}

/** What was typed, spelled as it is known. */
export const asKnown = (typed: string, known: readonly string[]) =>
  known.find((name) => keyOf(name) === keyOf(typed)) || typed.trim()
