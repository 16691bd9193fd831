import type { Instant } from '../values/instant'
import type { Cents } from '../values/money'
import type { Problem } from '../problem/problem'

export type FiscalDocumentKind =
  'NFE' | 'NFCE' | 'CFE_SAT' | 'CFDI' | 'UBL' | 'DTE' | 'FATTURA_PA' | 'FACTURAE' | 'OTHER'

/** What a document does; only a sale is the invoice of an order. graphql/types/Fiscal.graphql says more of each. */
export type FiscalDocumentNature =
  | 'SALE'
  | 'RETURN'
  | 'ADJUSTMENT'
  | 'COMPLEMENT'
  | 'CREDIT_NOTE'
  | 'DEBIT_NOTE'
  | 'PAYMENT'
  | 'TRANSPORT'
  | 'REPLY'

/** What a fiscal document says, as far as it could be read; null where it says nothing. */
export interface FiscalDocument {
  readonly kind: FiscalDocumentKind
  /** Local name of the root element: says what a file that is no invoice is. */
  readonly rootElement: string | null
  readonly nature: FiscalDocumentNature | null
  /** Of Brazil 44 characters, upper case, no prefix; elsewhere as it is written: UUID, CUFE. */
  readonly key: string | null
  readonly keyIsValid: boolean | null
  readonly number: string | null
  readonly series: string | null
  readonly issuanceDate: Instant | null
  readonly value: Cents | null
  /** ISO 4217; null where the document names none. */
  readonly currency: string | null
  /** CNPJ or CPF, elsewhere RFC, NIT, RUT and the like, without punctuation. */
  readonly issuerId: string | null
  readonly recipientId: string | null
  readonly authorized: boolean | null
  /** Protocol number where there is one. */
  readonly protocol: string | null
  /** cStat and its words, or what stands against the authorisation (cancellation inside the file, protocol of another key). */
  readonly protocolStatus: string | null
  readonly testEnvironment: boolean | null
  /** True for an entry document (tpNF 0), which does not belong on an Output invoice. */
  readonly isEntry: boolean | null
  readonly items: readonly FiscalItem[]
  /** Keys of the documents that this file cancels, its own among them where it does. */
  readonly cancels: readonly string[]
  /** What is wrong with the document itself, whatever the order. Fields are relative: [] or ["xml"]. */
  readonly problems: readonly Problem[]
}

/** What a reader of one format finds. What is cancelled, and what is wrong, is judged over the whole file. */
export type ReadDocument = Omit<FiscalDocument, 'cancels' | 'problems'>

/** A document of which nothing is known: what readers fill. */
export const UNREAD: ReadDocument = {
  kind: 'OTHER',
  rootElement: null,
  nature: null,
  key: null,
  keyIsValid: null,
  number: null,
  series: null,
  issuanceDate: null,
  value: null,
  currency: null,
  issuerId: null,
  recipientId: null,
  authorized: null,
  protocol: null,
  protocolStatus: null,
  testEnvironment: null,
  isEntry: null,
  items: [],
}

export interface FiscalItem {
  readonly code: string | null
  readonly ean: string | null
  readonly name: string | null
  readonly quantity: number | null
  readonly value: Cents | null
}

/** What reading needs to know besides the text: dates without offset are taken in the issuer's state, else here. */
export interface FiscalReadingContext {
  readonly storeTimeZone: string | null
}
