import assert from 'node:assert/strict'
import type { WireOrder, WirePackage } from '../../oms'
import type { Order } from '../harness/contract'
import { outputSum } from '../harness/oracle'
import type { TestStand } from '../harness/stand'
import { inShort, isDone, type Memory } from './memory'

const packagesOf = (order: WireOrder): WirePackage[] => order.packageAttachment?.packages ?? []
const descriptionsOf = ({ courierStatus }: WirePackage): string[] =>
  (courierStatus?.data ?? []).map(({ description }) => description)

/** What must hold after every step, whatever happened. */
export async function checkAfterStep(stand: TestStand, memory: Memory): Promise<void> {
  const order = stand.stored(memory.orderId)
  checkSums(order)
  checkPackages(order, memory)
  await checkPosts(stand, memory)
}

function checkSums(order: WireOrder): void {
  assert.ok(outputSum(order) <= order.value, `invoiced ${outputSum(order)} of ${order.value}`)
  const returned = packagesOf(order)
    .filter(({ type }) => type === 'Input')
    .reduce((sum, { invoiceValue }) => sum + invoiceValue, 0)
  assert.ok(returned <= outputSum(order), `returned ${returned} of ${outputSum(order)}`)
  for (const [index, line] of order.items.entries()) {
    const out = packagesOf(order)
      .filter(({ type }) => type === 'Output')
      .flatMap(({ items }) => items)
      .reduce((sum, { itemIndex, quantity }) => (itemIndex === index ? sum + quantity : sum), 0)
    assert.ok(
      out <= line.quantity,
      `${out} of ${line.quantity} units of line ${index} are invoiced`
    )
  }
}

/** Nothing that somebody wrote is lost, nothing stands twice. */
function checkPackages(order: WireOrder, memory: Memory): void {
  const stored = packagesOf(order)
  const numbers = stored.map(({ invoiceNumber }) => invoiceNumber)
  assert.equal(new Set(numbers).size, numbers.length, `an invoice stands twice: ${numbers}`)
  for (const one of stored) {
    const known = memory.of(one.invoiceNumber)
    assert.ok(known.isThere || known.isDoubtful, `nobody was told of invoice ${one.invoiceNumber}`)
    const events = descriptionsOf(one)
    assert.equal(new Set(events).size, events.length, `an event stands twice: ${events}`)
    const expected = new Set([...known.events, ...known.maybeEvents])
    assert.ok(
      events.every((event) => expected.has(event)),
      `an event of nobody: ${events}`
    )
  }
}

/** At most one POST of an invoice takes effect, but for replacing ones. */
async function checkPosts(stand: TestStand, memory: Memory): Promise<void> {
  const posts = (await stand.requests()).filter(
    ({ operation, path }) => operation === 'NotifyInvoice' && path.includes(memory.orderId)
  )
  for (const invoiceNumber of memory.numbers) {
    const taken = posts.filter(
      ({ body, status }) =>
        (body as { invoiceNumber?: string } | null)?.invoiceNumber === invoiceNumber &&
        status === 200
    )
    const { replaced } = memory.of(invoiceNumber)
    assert.ok(taken.length <= 1 + replaced, `${taken.length} POSTs of ${invoiceNumber} were taken`)
  }
}

/** When all is quiet again, OMS must hold what callers were told, and the app must show the same. */
export async function checkAtTheEnd(stand: TestStand, memory: Memory): Promise<void> {
  await stand.behave({ faults: [], applyDelayMs: 0 })
  await stand.vbase({ faults: [] })
  await stand.pass(60 * 60 * 1_000)
  // What a list that was replaced took away comes back with the next mutation, if its sender had no time left.
  if ([...memory.numbers].some((number) => memory.of(number).events.size > 0))
    await inShort(stand, settling(stand, memory))
  await checkAfterStep(stand, memory)
  const order = stand.stored(memory.orderId)
  const isThere = (invoiceNumber: string): boolean =>
    packagesOf(order).some((one) => one.invoiceNumber === invoiceNumber)
  for (const invoiceNumber of memory.numbers) {
    const known = memory.of(invoiceNumber)
    if (known.isThere)
      assert.ok(isThere(invoiceNumber), `invoice ${invoiceNumber} was said to be there and is not`)
    const stored = packagesOf(order).find((one) => one.invoiceNumber === invoiceNumber)
    if (!stored) continue
    for (const event of known.events) {
      assert.ok(
        descriptionsOf(stored).includes(event),
        `event ${event} of ${invoiceNumber} is lost`
      )
    }
    if (known.isTracked) {
      const { trackingNumber } = stored
      assert.ok(
        known.trackingNumbers.has(trackingNumber ?? ''),
        `${invoiceNumber} has ${trackingNumber}`
      )
    }
  }
  await checkShown(stand, memory, order)
  await checkActivity(stand, memory)
}

async function checkShown(stand: TestStand, memory: Memory, order: WireOrder): Promise<void> {
  const shown = (await stand.admin.order(memory.orderId))!
  const isDoubtful = memory.numbers.some((number) => memory.of(number).isDoubtful)
  if (!isDoubtful) return expectSame(shown, order)
  // A send that never was answered counts until a mutation settles it; a look does not.
  assert.ok(shown.invoicedValue >= outputSum(order), 'what may be there is not offered again')
  // That takes its two looks, seconds apart: not in every run.
  if (memory.answers.length % SETTLED_SELDOM !== 0) return
  // In the stand's own time: hurried on, a call has none left for its second look and leaves it to the next one.
  const { outcome, problems } = await settling(stand, memory)
  const settled = (await stand.admin.order(memory.orderId))!
  expectSame(settled, order, `${outcome} ${JSON.stringify(problems)}`)
}

const SETTLED_SELDOM = 4

/** A mutation that is refused: it settles what is open, and sends no invoice. */
const settling = (stand: TestStand, memory: Memory) =>
  stand.admin.notifyInvoice(memory.orderId, {
    invoiceNumber: 'settling',
    invoiceValue: 0,
    items: [],
  })

function expectSame(shown: Order, order: WireOrder, settled = 'nothing was open'): void {
  assert.equal(
    shown.invoicedValue,
    outputSum(order),
    `the invoiced value that is shown (${settled})`
  )
  assert.equal(shown.remainingValue, Math.max(0, order.value - outputSum(order)))
  const numbersOf = (packages: readonly { invoiceNumber: string }[]): string =>
    packages
      .map(({ invoiceNumber }) => invoiceNumber)
      .sort()
      .join()
  assert.equal(numbersOf(shown.packages), numbersOf(packagesOf(order)), 'the packages shown')
}

async function checkActivity(stand: TestStand, memory: Memory): Promise<void> {
  const kept = (await stand.admin.activity(memory.orderId, 500)).map(
    ({ operation, invoiceNumber, outcome }) => `${operation} ${invoiceNumber} ${outcome}`
  )
  for (const answer of memory.answers) {
    const { operation, invoiceNumber, outcome, codes } = answer
    if (answer.isToldWithAnother || outcome === 'NONE' || codes.includes('ORDER_NOT_FOUND'))
      continue
    // What was refused before the order was read, or while VBase failed, leaves no entry.
    const mayBeMissing = outcome === 'REFUSED'
    const at = kept.indexOf(`${operation} ${invoiceNumber} ${outcome}`)
    if (at < 0)
      assert.ok(
        mayBeMissing || !isDone(outcome),
        `no activity of ${operation} ${invoiceNumber} ${outcome} beside ${kept.join(', ')}; the service says ${troubleWith(stand, memory.orderId)}`
      )
    else kept.splice(at, 1)
  }
}

/** What the service wrote down of an order as wrong: a journal that it could not save costs the activity, not the answer. */
function troubleWith(stand: TestStand, orderId: string): string {
  return JSON.stringify(
    stand.world.logs
      .list()
      .flatMap(({ entry }) => (entry?.level === 'error' ? [entry.data] : []))
      .filter((data) => JSON.stringify(data).includes(orderId))
  )
}
