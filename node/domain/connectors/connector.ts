import type { ParcelReport } from '../parcel/parcelReport'
import type { ParcelState } from '../parcel/parcelState'
import type { Problem } from '../problem/problem'
import type { Instant } from '../values/instant'

/**
 * How a sender proves itself; the edge compares, in constant time, over the raw bytes of the body. Header names are in
 * lower case, as Node gives them.
 */
export type Authentication =
  /** The secret itself stands in a header. */
  | { readonly kind: 'SHARED_HEADER'; readonly header: string }
  /** A header holds HMAC-SHA256 of the raw body, keyed with the secret. */
  | { readonly kind: 'HMAC'; readonly header: string; readonly encoding: 'base64' | 'hex' }
  /** `Authorization: Basic`; the secret is `user:password` as the sender was given them. */
  | { readonly kind: 'BASIC' }

/** A table of codes and the public source that it was taken from. */
export interface CodeTable {
  readonly source: string
  readonly states: Readonly<Record<string, ParcelState>>
  /** Failed attempts of which one is enough for a person to look: refused, moved away, no such address. */
  readonly needsPerson?: readonly string[]
}

export interface DecodeOptions {
  /** IANA name: the zone of times that come without an offset. */
  readonly timeZone: string
  /** The store's own reading of codes; it goes before the connector's table. */
  readonly codes: ReadonlyMap<string, ParcelState>
  /** When the message came: the moment of what bears none. Left out: such an event is left out and told. */
  readonly receivedAt?: Instant
}

export interface Decoded {
  readonly parcels: readonly ParcelReport[]
  /** What was left out and why, with the place in the message; and every code that nobody knows, once. */
  readonly problems: readonly Problem[]
}

/** What a sender asks while its webhook is being registered, unsigned, and wants a 2xx for. */
export interface Probe {
  readonly methods: readonly ('GET' | 'HEAD' | 'POST')[]
  /** Whether a body of POST is such a question: it names no parcel, so nothing is done. */
  readonly isProbe: (body: unknown) => boolean
}

/** A carrier, hub or file format that reports parcels: a folder beside this file and a line in `connectors`. */
export interface Connector {
  /** Part of the address: lower case letters, digits and hyphens. */
  readonly name: string
  readonly title: string
  /** Any one of them is enough. */
  readonly authentication: readonly Authentication[]
  /** Who chooses the secret: the store, or the provider on its own page. */
  readonly secretFrom: 'STORE' | 'PROVIDER'
  /** IANA name. */
  readonly defaultTimeZone: string
  readonly codes: CodeTable
  readonly probe?: Probe
  /** @shape body as `readMessage` gives it: parsed JSON, or text. @errors none: whatever it gets, it answers */
  readonly decode: (body: unknown, options: DecodeOptions) => Decoded
  /** A made-up message in the sender's shape, as the body of a request. */
  readonly example: string
  /** What a store has to know before it relies on this one. */
  readonly cannot: readonly string[]
}
