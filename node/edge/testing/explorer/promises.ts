import type { OutgoingInvoice, OutgoingTrackingStatus } from '../../../domain/package/outgoing'
import { isSameInvoiceNumber } from '../../../domain/package/invoiceNumber'
import type { ActivityEntry, Journal } from '../../../usecases/ports'
import { invoicedOf } from '../../../usecases/testing/fakeOms'
import { claimsIn } from '../../stores/claimShards'
import type { Send } from './sharedOms'
import { eventKey, eventsShown, packagesOf, sendsDuring, untruth } from './truth'
import { journalIn, type Answer, type ExploredWorld } from './world'

/** Of the runtime's 30 s a request (design §2.7). */
const ANSWER_BY_MS = 26_000
/** The journal's oldest entries may go near its bound of 500. */
const NEAR_THE_CUT = 480
const FAILED = ['REFUSED', 'FAILED']

/** Watches a run: what must hold at every commit, every save and every answer (docs/guarantees.md). */
export function watch(world: ExploredWorld): void {
  const journals = new Map<string, Journal>()
  world.onCommit = (send) => {
    if (send.deed !== 'NOTIFY_INVOICE') return
    neverTwice(world, send)
    const isMeant = world
      .journal(send.orderId)
      .intents.some(({ invoiceNumber }) =>
        isSameInvoiceNumber(invoiceNumber, send.invoiceNumber ?? '')
      )
    if (!isMeant && !isForeign(send))
      world.breaks('intent lost', `OMS takes ${send.invoiceNumber}, and no journal names it`)
  }
  world.onSave = (path, before, after) => {
    const orderId = /^orders\/(.+)\.json$/.exec(path)?.[1]
    if (orderId === undefined) return
    const newest = journalIn(after)
    const was = journals.get(path) ?? journalIn(before)
    journals.set(path, newest)
    nothingWiped(world, orderId, was, newest)
  }
  world.onAnswer = (answer) => {
    const took = answer.atMs - answer.startedMs
    if (took > ANSWER_BY_MS)
      world.breaks('answer by 26 s', `${answer.caller} was answered after ${took / 1000} s`)
    const wrong = untruth(world, answer)
    if (wrong)
      world.breaks('true answers', `${answer.caller} heard ${answer.result.outcome}: ${wrong}`)
  }
}

function isForeign({ caller }: Send): boolean {
  return caller === 'ERP'
}

/** One committed POST an invoice and document, and one more for each call that names the version it replaces. */
function neverTwice(world: ExploredWorld, send: Send): void {
  const { invoiceKey, type } = send.body as OutgoingInvoice
  const same = world.oms.committed('NOTIFY_INVOICE').filter((one) => {
    const body = one.body as OutgoingInvoice
    const isSame =
      isSameInvoiceNumber(body.invoiceNumber, send.invoiceNumber ?? '') ||
      (invoiceKey !== null && body.invoiceKey === invoiceKey)
    return isSame && one.orderId === send.orderId && body.type === type && !isForeign(one)
  })
  if (same.length > 1 + world.replacements)
    world.breaks('never twice', `OMS took ${same.length} POSTs of ${send.invoiceNumber}`)
}

function nothingWiped(
  world: ExploredWorld,
  orderId: string,
  before: Journal,
  after: Journal
): void {
  if (before.activity.length < NEAR_THE_CUT && after.activity.length < before.activity.length)
    world.breaks('nothing lost', `a save takes activity out of the journal of ${orderId}`)
  const left = after.intents.map(({ id }) => id)
  for (const { id, invoiceNumber } of before.intents.filter(
    (intent) => !left.includes(intent.id)
  )) {
    const isOnItsWay = world.oms
      .committed('NOTIFY_INVOICE')
      .some((send) => send.orderId === orderId && send.invoiceNumber === invoiceNumber)
    const isShown = packagesOf(world.oms.show(orderId), invoiceNumber).length > 0
    if (isOnItsWay && !isShown && world.replacements === 0)
      world.breaks('intent lost', `${id} is dropped while ${invoiceNumber} is on its way`)
  }
}

/** After a run without anomalies: whoever was answered has let go. */
export function claimsAreFree(world: ExploredWorld): void {
  const held = [...world.files.content]
    .filter(([path]) => path.startsWith('claims/'))
    .flatMap(([, text]) => Object.keys(claimsIn(JSON.parse(text))))
  if (held.length > 0)
    world.breaks('claims are given back', `${held.length} still held after every answer`)
}

/** When everything had its time, and somebody has called once more. */
export function endsWell(world: ExploredWorld, orderIds: readonly string[]): void {
  for (const orderId of orderIds) {
    const order = world.oms.show(orderId)
    if (invoicedOf(order) > order.value)
      world.breaks(
        'to the cent',
        `${orderId} is invoiced over ${invoicedOf(order)} of ${order.value}`
      )
    dispatchIsRecorded(world, orderId)
  }
  world.oms.sends
    .filter((send) => send.committedMs !== null && !isForeign(send))
    .forEach((send) => isTold(world, send))
  world.answers.forEach((answer) => {
    nothingAfterFailure(world, answer)
    everyEventOnce(world, answer)
  })
}

function isTold(world: ExploredWorld, send: Send): void {
  const { caller, deed, invoiceNumber } = send
  // Events that were put back are told under whose they are.
  const isOwn = deed !== 'UPDATE_TRACKING_STATUS' || world.deedsOf(caller).includes(deed)
  const tells = (entry: ActivityEntry): boolean =>
    entry.operation === deed &&
    (entry.actor === caller || !isOwn) &&
    !FAILED.includes(entry.outcome) &&
    isSameInvoiceNumber(entry.invoiceNumber ?? '', invoiceNumber ?? '')
  if (!world.activity(send.orderId).some(tells))
    world.breaks(
      'every write is told',
      `${deed} ${invoiceNumber ?? ''} by ${caller} is in no activity`
    )
}

/** REFUSED and FAILED: nothing of it at OMS, then or later, unless somebody else wanted the same. */
function nothingAfterFailure(world: ExploredWorld, answer: Answer): void {
  const { call, caller, result } = answer
  if (!FAILED.includes(result.outcome)) return
  const told = `${caller} heard ${result.outcome}`
  if (call.status) {
    const { isDelivered, events } = call.status
    const others = world.calls.filter((one) => one.call !== call && !hasFailed(world, one.call))
    const puts = world.oms
      .committed('UPDATE_TRACKING_STATUS')
      .map(({ body }) => body as OutgoingTrackingStatus)
    if (
      isDelivered &&
      puts.some((put) => put.isDelivered) &&
      !others.some((one) => one.call.status?.isDelivered)
    )
      world.breaks('true answers', `${told}, and the delivery went to OMS`)
    const wanted = others.flatMap((one) => (one.call.status?.events ?? []).map(eventKey))
    const sent = puts.flatMap((put) => put.events.map(eventKey))
    const stray = events.map(eventKey).find((key) => sent.includes(key) && !wanted.includes(key))
    if (stray) world.breaks('true answers', `${told}, and "${stray}" went to OMS`)
    return
  }
  const taken = sendsDuring(world, answer).find(
    ({ deed, committedMs }) => deed === call.deed && committedMs !== null
  )
  if (taken) world.breaks('true answers', `${told}, and OMS took its ${call.deed}`)
}

function hasFailed(world: ExploredWorld, call: Answer['call']): boolean {
  const heard = world.answers.filter((one) => one.call === call)
  const begun = world.calls.filter((one) => one.call === call)
  // Whoever died unanswered may have had it sent.
  return (
    heard.length === begun.length && heard.every(({ result }) => FAILED.includes(result.outcome))
  )
}

function everyEventOnce(world: ExploredWorld, { call, caller, result }: Answer): void {
  if (!call.status || FAILED.includes(result.outcome) || result.outcome === 'UNKNOWN') return
  const shown = eventsShown(world.oms.show(call.orderId), call.invoiceNumber)
  for (const key of call.status.events.map(eventKey)) {
    const count = shown.filter((one) => one === key).length
    if (count !== 1)
      world.breaks('every event once', `OMS shows "${key}" of ${caller} ${count} times`)
  }
}

/** OMS gives no dispatch date back: the record is the only place that knows the last one. */
function dispatchIsRecorded(world: ExploredWorld, orderId: string): void {
  const last = world.oms.sends
    .filter((send) => send.orderId === orderId && send.committedMs !== null && !isForeign(send))
    .filter(({ body }) => body !== null && 'dispatchedDate' in body && body.dispatchedDate)
    .sort((a, b) => a.committedMs! - b.committedMs!)
    .pop()
  if (!last) return
  const { dispatchedDate } = last.body as OutgoingInvoice
  const record = world
    .journal(orderId)
    .invoices.find((one) => isSameInvoiceNumber(one.invoiceNumber, last.invoiceNumber ?? ''))
  if (Date.parse(String(record?.dispatchedDate)) !== Date.parse(String(dispatchedDate)))
    world.breaks(
      'records stay',
      `the dispatch date that OMS took from ${last.caller} is not recorded`
    )
}
