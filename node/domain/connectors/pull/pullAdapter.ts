import type { InvoiceName, ParcelReport } from '../../parcel/parcelReport'
import type { Problem } from '../../problem/problem'
import type { CodeTable, DecodeOptions } from '../connector'

/** A parcel that a carrier is asked about, by what is known of it. */
export interface AskedParcel {
  readonly trackingNumber: string | null
  readonly invoiceKey: string | null
  readonly invoice: InvoiceName | null
}

/** What a store typed in, by the names in `credentials`; and `token`, where there is a way to sign in. */
export type Credentials = Readonly<Record<string, string>>

export interface PullRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

export interface PullAnswer {
  readonly status: number
  readonly retryAfterSeconds: number | null
  /** As `readMessage` gives it. */
  readonly body: unknown
}

export type PullResult =
  | {
      readonly kind: 'READ'
      readonly parcels: readonly ParcelReport[]
      readonly problems: readonly Problem[]
      /** What the carrier does not know, or not yet. */
      readonly missing: readonly AskedParcel[]
    }
  /** The credentials are wrong or over: asking again is of no use until somebody has changed them. */
  | { readonly kind: 'UNAUTHORISED' }
  | { readonly kind: 'SLOW_DOWN'; readonly retryAfterSeconds: number | null }
  /** The carrier's system is not there, or says something that is no answer. */
  | { readonly kind: 'AWAY' }

/** A carrier that is asked: what to send, and what its answer says. Who asks, when, and over which line is the caller's. */
export interface PullAdapter {
  readonly name: string
  readonly title: string
  /** The only host it talks to; it stands in the manifest's policies. */
  readonly host: string
  readonly defaultTimeZone: string
  readonly codes: CodeTable
  /** Names of what a store has to give. */
  readonly credentials: readonly string[]
  readonly mostPerCall: number
  /** Whether it carries what goes by this name, as stores write it with their invoices. Null: any that no other claims. */
  readonly carries: ((courier: string) => boolean) | null
  /** The least time between two calls. @unit milliseconds */
  readonly gapMs: number
  /** Whether what is known of a parcel is enough to ask. Null: it is not asked about parcels, but for all news. */
  readonly canAsk: ((parcel: AskedParcel) => boolean) | null
  readonly signIn?: {
    readonly request: (credentials: Credentials) => PullRequest
    /** Null where the answer holds none. */
    readonly token: (answer: PullAnswer) => string | null
  }
  /** @shape day: yyyy-MM-dd of today, in the carrier's zone */
  readonly request: (
    asked: readonly AskedParcel[],
    credentials: Credentials,
    day: string
  ) => PullRequest
  readonly decode: (
    answer: PullAnswer,
    asked: readonly AskedParcel[],
    options: DecodeOptions
  ) => PullResult
  readonly cannot: readonly string[]
}

/** What a status says whatever the body is; null where the body has to be read. */
export function refusalIn({ status, retryAfterSeconds }: PullAnswer): PullResult | null {
  if (status === 401 || status === 403) return { kind: 'UNAUTHORISED' }
  if (status === 429) return { kind: 'SLOW_DOWN', retryAfterSeconds }
  return status >= 500 ? { kind: 'AWAY' } : null
}

export function nothingKnown(asked: readonly AskedParcel[]): PullResult {
  return { kind: 'READ', parcels: [], problems: [], missing: asked }
}

export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`
}
