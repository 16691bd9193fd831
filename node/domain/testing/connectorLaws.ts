import fc from 'fast-check'
import type { Connector, DecodeOptions } from '../connectors/connector'
import { mergeReports, newEvents } from '../parcel/newEvents'
import { whatIsDelivered } from '../parcel/parcelStanding'
import type { ParcelReport } from '../parcel/parcelReport'
import type { ParcelState } from '../parcel/parcelState'
import { isObject } from '../values/loose'
import { NOW_MS } from './someParcel'

export interface LawsOf {
  /** Bodies as the sender writes them. */
  readonly messages: readonly unknown[]
  /** Keys whose words a sender may change when it sends again. */
  readonly words: readonly string[]
  /** Keys of lists that hold the events, in whatever order. */
  readonly lists?: readonly string[]
  /** True where a flag beside the events delivers, and no code. */
  readonly byFlag?: boolean
}

export function optionsOf(
  { defaultTimeZone }: Connector,
  codes: Readonly<Record<string, ParcelState>> = {}
): DecodeOptions {
  return { timeZone: defaultTimeZone, codes: new Map(Object.entries(codes)) }
}

export function identitiesOf(parcels: readonly ParcelReport[]): string[] {
  const { fresh, ahead } = newEvents(new Set(), parcels, NOW_MS)
  return [...fresh, ...ahead].map(({ identity }) => identity).sort()
}

/** What holds for every connector, over its own messages and over whatever else comes. */
export function connectorLaws(
  connector: Connector,
  { messages, words, lists = [], byFlag = false }: LawsOf
): void {
  const options = optionsOf(connector)
  const parcelsOf = (body: unknown, given = options) => connector.decode(body, given).parcels
  const body = fc.constantFrom(...messages)
  // A code that delivers, and a flag, would be no junk.
  const delivering = Object.keys(connector.codes.states)
    .filter((code) => connector.codes.states[code] === 'DELIVERED')
    .map((code) => code.toUpperCase())
  const anyJunk = fc
    .jsonValue()
    .filter(
      (one) =>
        one !== true &&
        !delivering.includes(JSON.stringify(one).replace(/["\s]/g, '').toUpperCase())
    )
  const deliveriesIn = (parcels: readonly ParcelReport[]) =>
    parcels.flatMap(({ events }) => events).filter(({ state }) => state === 'DELIVERED').length

  it('answers whatever comes, and makes no delivery of it', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(deliveriesIn(parcelsOf(anything))).toBe(0)
      })
    )
    fc.assert(
      fc.property(body, fc.infiniteStream(fc.nat()), anyJunk, (message, chance, junk) => {
        const spoilt = spoil(message, () => chance.next().value as number, junk)
        expect(deliveriesIn(parcelsOf(spoilt))).toBeLessThanOrEqual(
          deliveriesIn(parcelsOf(message))
        )
      })
    )
  })

  it('delivers nothing where no code says so, whatever the words say', () => {
    if (byFlag) return
    const nowhere = Object.fromEntries(
      Object.entries(connector.codes.states)
        .filter(([, state]) => state === 'DELIVERED')
        .map(([code]): [string, ParcelState] => [code, 'IN_TRANSIT'])
    )
    for (const message of messages) {
      const said = withWords(message, words, () => 'Entregue. Delivered. Entregado ao destinatário')
      expect(deliveriesIn(parcelsOf(said, optionsOf(connector, nowhere)))).toBe(0)
    }
  })

  it('gives an event the same identity in other words', () => {
    fc.assert(
      fc.property(body, fc.string({ minLength: 1 }).filter(hasLetters), (message, text) => {
        const other = parcelsOf(withWords(message, words, () => text))
        expect(identitiesOf(other)).toEqual(identitiesOf(parcelsOf(message)))
      })
    )
  })

  it('reads the same out of a list in any order, and out of a message that came twice', () => {
    fc.assert(
      fc.property(body, fc.infiniteStream(fc.nat()), (message, chance) => {
        const once = mergeReports(parcelsOf(message))
        const mixed = parcelsOf(shuffled(message, lists, () => chance.next().value as number))
        expect(mergeReports(mixed)).toEqual(once)
        expect(mergeReports(once, mixed)).toEqual(once)
        expect(whatIsDelivered(mixed, NOW_MS)).toEqual(whatIsDelivered(once, NOW_MS))
      })
    )
  })

  it('knows what it has told', () => {
    for (const message of messages) {
      const known = new Set(identitiesOf(parcelsOf(message)))
      expect(known.size).toBeGreaterThan(0)
      expect(newEvents(known, parcelsOf(message), NOW_MS)).toEqual({ fresh: [], ahead: [] })
    }
  })
}

function hasLetters(text: string): boolean {
  return /[a-z]{2}/i.test(text) && !/@|\d{4}|por|by|:/i.test(text)
}

/** One value somewhere in it becomes junk. */
function spoil(value: unknown, chance: () => number, junk: unknown): unknown {
  const entries = Array.isArray(value)
    ? value.map((one, at): [number, unknown] => [at, one])
    : isObject(value)
      ? Object.entries(value)
      : typeof value === 'string' && value.length > 40
        ? null
        : []
  if (entries === null) return spoilText(value as string, chance, junk)
  if (entries.length === 0 || chance() % 6 === 0) return junk
  const [key, inner] = entries[chance() % entries.length]
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as object) }
  copy[key] = spoil(inner, chance, junk)
  return copy
}

/** Files are texts: some signs of them are gone, and others stand there; no digits, which may be a code that delivers. */
function spoilText(text: string, chance: () => number, junk: unknown): string {
  const at = chance() % text.length
  return (
    text.slice(0, at) +
    String(JSON.stringify(junk)).replace(/\d/g, 'x') +
    text.slice(at + (chance() % 20))
  )
}

function withWords(
  value: unknown,
  keys: readonly string[],
  said: (text: string) => string
): unknown {
  if (Array.isArray(value)) return value.map((one) => withWords(one, keys, said))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      keys.includes(key) && typeof inner === 'string' ? said(inner) : withWords(inner, keys, said),
    ])
  )
}

function shuffled(value: unknown, keys: readonly string[], chance: () => number): unknown {
  if (Array.isArray(value)) return value.map((one) => shuffled(one, keys, chance))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const mixed = shuffled(inner, keys, chance)
      return [key, keys.includes(key) && Array.isArray(mixed) ? inAnyOrder(mixed, chance) : mixed]
    })
  )
}

function inAnyOrder(list: readonly unknown[], chance: () => number): unknown[] {
  return list
    .map((one) => ({ one, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}
