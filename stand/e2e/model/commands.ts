import fc from 'fast-check'
import { outputSum } from '../harness/oracle'
import type { TestStand } from '../harness/stand'
import { runsBatches } from './batches'
import { attempt, pause, type Answer, type Memory } from './memory'
import { fulfills, reports, tracks } from './parcels'
import { asCommand, invoices, ISSUED, numbers, who, type Command, type Invoice } from './step'

const LEASE_MS = 60_000
const LONGEST_DELAY_MS = 20_000

const notify = (stand: TestStand, memory: Memory, invoice: Invoice, who: string): Promise<Answer> =>
  attempt(stand, memory, 'NOTIFY_INVOICE', invoice.invoiceNumber, () =>
    stand
      .as(who)
      .notifyInvoice(
        memory.orderId,
        { issuanceDate: ISSUED, ...invoice },
        { accept: [...memory.accepted] }
      )
  )

const notifies = fc.tuple(invoices, who).map(([invoice, person]) =>
  asCommand({
    text: `${person} invoices ${JSON.stringify(invoice)}`,
    run: async (stand, memory) => void (await notify(stand, memory, invoice, person)),
  })
)

const together = fc.tuple(invoices, invoices, fc.boolean()).map(([first, second, same]) =>
  asCommand({
    text: `at once ${JSON.stringify(first)} and ${same ? 'the same' : JSON.stringify(second)}`,
    run: async (stand, memory) => {
      await Promise.all([
        notify(stand, memory, first, 'local-admin'),
        notify(stand, memory, same ? first : second, 'local-operator'),
      ])
    },
  })
)

const replaces = fc.tuple(numbers, fc.integer({ min: 1, max: 3 })).map(([invoiceNumber, edition]) =>
  asCommand({
    text: `replaces ${invoiceNumber} by edition ${edition}`,
    run: async (stand, memory) => {
      const shown = await stand.admin.order(memory.orderId).catch(() => null)
      const stored = shown?.packages.find((one) => one.invoiceNumber === invoiceNumber)
      if (!stored) return
      const answer = await attempt(stand, memory, 'NOTIFY_INVOICE', invoiceNumber, () =>
        stand.admin.notifyInvoice(
          memory.orderId,
          { invoiceNumber, type: stored.type, invoiceUrl: `https://example.com/${edition}.pdf` },
          { replace: stored.version, accept: [...memory.accepted] }
        )
      )
      if (!['REFUSED'].includes(answer.outcome)) memory.of(invoiceNumber).replaced += 1
    },
  })
)

const returns = fc
  .tuple(fc.constantFrom('R1', 'R2'), fc.integer({ min: 1, max: 9_000 }))
  .map(([invoiceNumber, invoiceValue]) =>
    asCommand({
      text: `returns ${invoiceValue} as ${invoiceNumber}`,
      run: async (stand, memory) =>
        void (await notify(
          stand,
          memory,
          { type: 'INPUT', invoiceNumber, invoiceValue, items: [] },
          'local-admin'
        )),
    })
  )

const changes = fc
  .tuple(fc.integer({ min: 1, max: 900 }), fc.boolean())
  .map(([amount, isDiscount]) =>
    asCommand({
      text: `changes the order by ${isDiscount ? -amount : amount}`,
      run: async (stand, memory) => {
        // OMS itself takes a discount below what is invoiced, or about to be; nobody can end right on that.
        await stand.pass(LONGEST_DELAY_MS)
        const order = stand.stored(memory.orderId)
        if (isDiscount && order.value - outputSum(order) < amount) return
        await stand.oms.changeV1(memory.orderId, isDiscount ? amount : 0, isDiscount ? 0 : amount)
        // Until it shows, nothing in OMS tells of a change v1: an invoice meanwhile is beyond a client.
        await stand.pass(LONGEST_DELAY_MS)
      },
    })
  )

const cancels = fc.constant(
  asCommand({
    text: 'cancels the order',
    run: async (stand, memory) => void (await stand.oms.cancel(memory.orderId)),
  })
)

const faults = fc
  .record({
    operation: fc.constantFrom(
      'NotifyInvoice',
      'UpdatePartialInvoice',
      'UpdateTrackingStatus',
      'GetOrder'
    ),
    kind: fc.constantFrom('status500', 'status429', 'reset', 'html'),
    times: fc.constant(1),
    afterCommit: fc.boolean(),
  })
  // A 429 that took effect all the same would be no 429.
  .filter(({ kind, afterCommit }) => !(kind === 'status429' && afterCommit))
  .map((fault) =>
    asCommand({
      text: `OMS will fail: ${JSON.stringify(fault)}`,
      run: (stand) => stand.behave({ faults: [fault] }),
    })
  )

const lostAnswers = fc
  .tuple(invoices, fc.constantFrom('status500', 'reset', 'html'), fc.boolean())
  .map(([invoice, kind, afterCommit]) =>
    asCommand({
      text: `invoices ${JSON.stringify(invoice)}, answered by ${kind} ${afterCommit ? 'after' : 'before'} OMS took it`,
      run: async (stand, memory) => {
        await stand.behave({
          faults: [{ operation: 'NotifyInvoice', kind, times: 1, afterCommit }],
        })
        await notify(stand, memory, invoice, 'local-admin')
      },
    })
  )

const vbaseFaults = fc
  .record({
    method: fc.constantFrom('GET', 'PUT'),
    kind: fc.constantFrom('status500', 'reset'),
    times: fc.integer({ min: 1, max: 2 }),
    afterCommit: fc.boolean(),
  })
  .map((fault) =>
    asCommand({
      text: `VBase will fail: ${JSON.stringify(fault)}`,
      run: (stand) => stand.vbase({ faults: [fault] }),
    })
  )

const delays = fc.constantFrom(0, LONGEST_DELAY_MS).map((applyDelayMs) =>
  asCommand({
    text: `OMS applies after ${applyDelayMs} ms`,
    run: (stand) => stand.behave({ applyDelayMs }),
  })
)

const waits = fc
  .constantFrom(1_000, 30_000, 125_000)
  .map((ms) => asCommand({ text: `${ms} ms pass`, run: (stand) => stand.pass(ms) }))

const kills = fc.tuple(invoices, fc.boolean()).map(([invoice, afterCommit]) =>
  asCommand({
    text: `a replica dies on ${JSON.stringify(invoice)}, ${afterCommit ? 'after' : 'before'} OMS took it`,
    run: async (stand, memory) => {
      await stand.behave({
        faults: [{ operation: 'NotifyInvoice', kind: 'hold', times: 1, afterCommit }],
      })
      let ended = false
      const before = (await stand.requests()).length
      const sending = notify(stand, memory, invoice, 'local-admin').finally(() => (ended = true))
      const isHeld = async (): Promise<boolean> =>
        (await stand.requests())
          .slice(before)
          .some(({ operation, status }) => operation === 'NotifyInvoice' && status === 0)
      while (!ended && !(await isHeld())) await pause(10)
      if (!ended) await stand.kill(await stand.replicaAtWork())
      await sending
      await stand.release()
      await stand.behave({ faults: [] })
      await stand.pass(LEASE_MS)
    },
  })
)

const OFTEN = [
  notifies,
  notifies,
  notifies,
  together,
  replaces,
  tracks,
  reports,
  reports,
  fulfills,
  fulfills,
  returns,
  changes,
  faults,
  lostAnswers,
  vbaseFaults,
  waits,
]
// Delays twice: among so many others an answer of ACCEPTED would hardly come about.
const SELDOM = [cancels, delays, delays, faults, kills, runsBatches]

/** Runs of steps, the likelier ones more often. @unit steps */
export const runsOfSteps = (most: number): fc.Arbitrary<Iterable<Command>> =>
  fc.commands([...OFTEN, ...OFTEN, ...SELDOM], { maxCommands: most, size: 'max' })
