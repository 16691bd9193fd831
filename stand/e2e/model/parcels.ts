import fc from 'fast-check'
import { saoPaulo } from '../harness/time'
import { attempt, attemptAll, isDone, type Answer, type Memory } from './memory'
import { asCommand, invoices, ISSUED, numbers, WARNINGS, who, type Invoice } from './step'

// What becomes of an invoice's parcel, by single calls and by fulfil.

const trackingOf = (trackingNumber: string) => ({
  trackingNumber,
  courier: `of ${trackingNumber}`,
})

const EVENTS = ['Posted', 'Moved', 'Arrived', 'Handed over']
const statusOf = (descriptions: readonly string[], isDelivered: boolean) => ({
  isDelivered,
  events: descriptions.map((description) => ({
    date: saoPaulo(Date.parse(ISSUED) + EVENTS.indexOf(description) * 3_600_000),
    description,
  })),
})

function rememberTracking({ outcome, invoiceNumber }: Answer, memory: Memory, given: string): void {
  const known = memory.of(invoiceNumber!)
  if (isDone(outcome)) {
    known.isTracked = true
    known.trackingNumbers = new Set([given])
  } else if (outcome !== 'REFUSED') known.trackingNumbers.add(given)
}

function rememberEvents(
  { outcome, invoiceNumber }: Answer,
  memory: Memory,
  descriptions: readonly string[]
): void {
  if (outcome === 'REFUSED') return
  const known = memory.of(invoiceNumber!)
  const kept = isDone(outcome) ? known.events : known.maybeEvents
  descriptions.forEach((description) => kept.add(description))
}

export const tracks = fc
  .tuple(numbers, fc.constantFrom('T1', 'T2'), who)
  .map(([invoiceNumber, trackingNumber, person]) =>
    asCommand({
      text: `${person} gives ${invoiceNumber} the tracking number ${trackingNumber}`,
      run: async (stand, memory) => {
        const answer = await attempt(stand, memory, 'UPDATE_PARTIAL_INVOICE', invoiceNumber, () =>
          stand
            .as(person)
            .updatePartialInvoice(
              memory.orderId,
              invoiceNumber,
              trackingOf(trackingNumber),
              WARNINGS
            )
        )
        rememberTracking(answer, memory, trackingNumber)
      },
    })
  )

const someEvents = fc.subarray(EVENTS, { minLength: 1 })

export const reports = fc
  .tuple(numbers, someEvents, fc.boolean())
  .map(([invoiceNumber, descriptions, isDelivered]) =>
    asCommand({
      text: `reports ${descriptions.join(', ')} of ${invoiceNumber}${isDelivered ? ', delivered' : ''}`,
      run: async (stand, memory) => {
        const answer = await attempt(stand, memory, 'UPDATE_TRACKING_STATUS', invoiceNumber, () =>
          stand.admin.updateTrackingStatus(
            memory.orderId,
            invoiceNumber,
            statusOf(descriptions, isDelivered),
            WARNINGS
          )
        )
        rememberEvents(answer, memory, descriptions)
      },
    })
  )

/** All that `fulfill`, or a row of a batch, is to bring about of one invoice. */
export interface Asked {
  readonly invoice: Invoice
  readonly tracking: string | null
  readonly descriptions: readonly string[] | null
  readonly isDelivered: boolean
}

export const whatIsAsked: fc.Arbitrary<Asked> = fc.record({
  invoice: invoices,
  tracking: fc.option(fc.constantFrom('T1', 'T2')),
  descriptions: fc.option(someEvents),
  isDelivered: fc.boolean(),
})

export const textOf = ({ invoice, tracking, descriptions, isDelivered }: Asked): string =>
  `${JSON.stringify(invoice)}, tracking ${tracking}, ${descriptions?.join(', ') ?? 'no events'}${isDelivered ? ', delivered' : ''}`

export const operationsOf = ({ tracking, descriptions }: Asked): string[] => [
  'NOTIFY_INVOICE',
  ...(tracking ? ['UPDATE_PARTIAL_INVOICE'] : []),
  ...(descriptions ? ['UPDATE_TRACKING_STATUS'] : []),
]

export const commandOf = ({ invoice, tracking, descriptions, isDelivered }: Asked) => ({
  invoice: { issuanceDate: ISSUED, ...invoice },
  ...(tracking && { tracking: trackingOf(tracking) }),
  ...(descriptions && { status: statusOf(descriptions, isDelivered) }),
})

/** What the steps' answers say of the parcel. */
export function rememberParcel(
  answers: readonly Answer[],
  memory: Memory,
  { invoice, tracking, descriptions }: Asked
): void {
  for (const answer of answers) {
    if (answer.operation === 'UPDATE_PARTIAL_INVOICE') rememberTracking(answer, memory, tracking!)
    if (answer.operation === 'UPDATE_TRACKING_STATUS') rememberEvents(answer, memory, descriptions!)
  }
  // Tracking travels inside an invoice that nobody answered for.
  const [first] = answers
  if (tracking && !isDone(first!.outcome) && first!.outcome !== 'REFUSED')
    memory.of(invoice.invoiceNumber).trackingNumbers.add(tracking)
}

export const fulfills = whatIsAsked.map((asked) =>
  asCommand({
    text: `fulfils ${textOf(asked)}`,
    run: async (stand, memory) => {
      const { invoiceNumber } = asked.invoice
      const answers = await attemptAll(stand, memory, operationsOf(asked), invoiceNumber, () =>
        stand.admin.fulfill(memory.orderId, commandOf(asked), [...memory.accepted])
      )
      rememberParcel(answers, memory, asked)
    },
  })
)
