/**
 * Where VTEX's sources contradict each other or are silent (oms §1.4, §12), each meaning is a value
 * here. The first value of a choice is the default: what a live system was seen to do, else what
 * most sources say.
 */

interface Choice<V extends string> {
  values: readonly V[]
  says: string
}
interface Amount {
  least: number
  most: number
  standard: number | null
  says: string
}

const choice = <V extends string>(values: readonly V[], says: string): Choice<V> => ({
  values,
  says,
})
const amount = (standard: number | null, least: number, most: number, says: string): Amount => ({
  standard,
  least,
  most,
  says,
})

export const READINGS = {
  rePost: choice(
    ['replace', 'receiptOnly', 'refuse', 'append'],
    'POST of a number that is stored: overwrites the package; renews only the receipt; is refused; makes a second package that counts again (oms §1.4, §12)'
  ),
  rePostCourierStatus: choice(
    ['lost', 'kept'],
    'whether tracking events survive a replacing POST, which cannot carry them'
  ),
  rePostRefusal: choice(['409', '400'], 'status of a refused re-POST (oms §1.5)'),
  acceptedUnseen: choice(
    ['counted', 'ignored'],
    'whether an invoice that has its receipt but is not applied yet counts in the value and number checks of the next one'
  ),
  postSchema: choice(
    ['lenient', 'documented'],
    'as documented, a POST wants invoiceValue as text, items as a list (empty or not), and no null courier (oms §1.1)'
  ),
  misspeltXml: choice(
    ['ignored', 'read'],
    'whether the XML is also taken from embededInvoice, as the mission spells it (oms §1.4)'
  ),
  packagesBefore: choice(
    ['asSeeded', 'null', 'absent'],
    'packageAttachment of an order that has no invoice (oms §2.4, §2.9)'
  ),
  overValue: choice(
    ['refuse', 'accept'],
    'an Output above the remaining amount: 400 (status unpublished, oms §3.3)'
  ),
  sumTolerance: amount(
    0,
    0,
    100,
    'cents below the value at which the Output sum still closes the order (oms §3.2)'
  ),
  zeroValue: choice(['refuse', 'accept'], 'an invoice of 0 (oms §3.12)'),
  partialStatus: choice(
    ['payment-approved', 'handling'],
    'where a partial invoice leaves the order (oms §3.1)'
  ),
  settleDelayMs: amount(
    null,
    0,
    86_400_000,
    'from `invoice` to `invoiced`, and from `cancel` to `canceled`; null is a quarter of applyDelayMs'
  ),
  changeDelayMs: amount(
    null,
    0,
    86_400_000,
    'how long a change v2 runs; null is five times applyDelayMs'
  ),
  invoiceDuringChange: choice(
    ['refuse', 'accept'],
    'an invoice while a change v2 runs; nothing published (oms §3.9)'
  ),
  foreignItems: choice(
    ['accept', 'refuse'],
    'an SKU that is not in the order (shown with itemIndex -1), or more units than ordered (oms §3.5)'
  ),
  duplicateSku: choice(
    ['firstLine', 'spread'],
    'which line an invoiced SKU is mapped to where several lines hold it (oms §3.6)'
  ),
  itemPrice: choice(
    ['unit', 'lineTotal'],
    'what items[].price means; as lineTotal the package shows price / quantity (oms §1.4)'
  ),
  itemsBelowTotal: choice(
    ['none', 'all'],
    'what GET shows for an invoice without items and below the order value (oms §3.4)'
  ),
  patchRequiresAll: choice(
    ['no', 'yes'],
    'PATCH without one of its four keys: 400 that names it (oms §1.2)'
  ),
  patchNull: choice(['overwrites', 'ignored'], 'a null in a PATCH'),
  patchLastChange: choice(['moves', 'stays'], 'lastChange after a PATCH'),
  trackingPut: choice(
    ['append', 'dedup', 'replace'],
    'events of a PUT: appended; appended where date, description, city, state differ; the new list instead of the old (oms §1.3)'
  ),
  putWithoutTrackingNumber: choice(
    ['accept', 'refuse'],
    'PUT on an invoice without tracking number (oms §1.3)'
  ),
  putRequiresAll: choice(
    ['no', 'yes'],
    'PUT without deliveredDate or events, or an event without one of its four texts: 400 that names it (oms §1.3)'
  ),
  deliveredWithoutEvents: choice(
    ['accept', 'refuse'],
    'isDelivered true with an empty list (oms §12)'
  ),
  deliveredDateDefault: choice(['none', 'now'], 'deliveredDate where a delivering PUT gives none'),
  reopenDelivered: choice(['reopens', 'sticky'], 'isDelivered false after true (oms §12)'),
  putLastChange: choice(['stays', 'moves'], 'lastChange after a PUT (oms §2.1)'),
  courierStatusBefore: choice(
    ['null', 'object'],
    'courierStatus before the first PUT: null, or an object with nulls in it (oms §2.4)'
  ),
  courierStatusWord: choice(
    ['ok', 'unknown', 'empty'],
    'courierStatus.status after a PUT (oms §2.9)'
  ),
  issuanceDate: choice(['utc', 'asSent'], 'how GET shows issuanceDate'),
  eventDates: choice(['utc', 'asSent', 'naive'], 'how GET shows the date of an event (oms §1.4)'),
  deliveredDate: choice(['utc', 'asSent', 'naive'], 'how GET shows deliveredDate (oms §1.4)'),
  naiveZone: choice(['utc', 'store'], 'the zone of a date that is sent without one (oms §1.4)'),
  startHandling: choice(['applies', 'noEffect'], 'noEffect: 204, and nothing happens (oms §2.8)'),
  oms003Status: choice(
    ['400', '409'],
    'start-handling in another state: 400 live, 409 in the specification'
  ),
  returnBeforeInvoiced: choice(
    ['acceptsWithoutRefund', 'refuse'],
    'an Input before the order is invoiced (oms §7)'
  ),
  forbidden: choice(
    ['403', 'loginPage'],
    'a missing right: 403, or 200 with an HTML login page (oms §1.5)'
  ),
  retryAfter: choice(['seconds', 'absent'], 'Retry-After on a 429 (oms §1.5)'),
  rateWindow: choice(
    ['minute', 'bucket'],
    'what ratePerMinute counts in: a minute of the calendar; or a bucket that fills evenly and holds two seconds of it (batches §3)'
  ),
  rateOf: choice(
    ['calls', 'reads'],
    'which calls ratePerMinute counts: all; or GET alone, the only one that the API reference gives a number for (batches §3)'
  ),
  listSearch: choice(
    ['anyPart', 'documented'],
    'what q of the list finds: any part of id, e-mail, document, name, sequence or marketplace’s id; or no more than the API reference names: a whole id, e-mail or document, or whole words of the name (oms §4)'
  ),
  changesReadRight: choice(
    ['documented', 'viewer'],
    'GET changes: Changes, CancelAction or AcessaTodosPedidos as the API reference says; or OMSViewer as well'
  ),
  changesHistoryStatus: choice(
    ['shown', 'absent'],
    'whether GET changes shows status and inProgress; the API reference has them only in the detail'
  ),
  changesAttachmentV2: choice(
    ['shown', 'absent'],
    'whether GET order tells of changes v2 in changesAttachment, while one runs with an empty list'
  ),
  interactionsRight: choice(
    ['shipping', 'documented'],
    'POST interactions: ShippingAction too; or AcessaTodosPedidos alone, as the API reference says'
  ),
} as const

type Table = typeof READINGS
export type ReadingName = keyof Table
export type Readings = {
  -readonly [K in ReadingName]: Table[K] extends { values: readonly (infer V)[] }
    ? V
    : number | null
}

/** Every reading at its default. */
export function standardReadings(): Readings {
  const entries = Object.entries(READINGS).map(([name, reading]) => [
    name,
    'values' in reading ? reading.values[0] : reading.standard,
  ])
  return Object.fromEntries(entries) as Readings
}

/** Why a value does not fit its reading, or null where it does. */
export function readingComplaint(name: string, value: unknown): string | null {
  if (!Object.hasOwn(READINGS, name)) {
    return `readings.${name} is unknown; known are ${Object.keys(READINGS).join(', ')}`
  }
  const reading = READINGS[name as ReadingName]
  if ('values' in reading) {
    const values: readonly string[] = reading.values
    return values.includes(value as string)
      ? null
      : `readings.${name} is one of ${values.join(', ')}`
  }
  const fits =
    (value === null && reading.standard === null) ||
    (Number.isInteger(value) &&
      (value as number) >= reading.least &&
      (value as number) <= reading.most)
  return fits ? null : `readings.${name} is a whole number from ${reading.least} to ${reading.most}`
}
