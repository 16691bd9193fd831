import type { ChangeState } from '../domain/order/order'
import { flagOf, isObject, objectOf, textOf, type Loose } from '../domain/values/loose'

export const NO_CHANGES: ChangeState = { inProgress: false, requestId: null }

/**
 * Whether a change to the order is still under way. OMS answers a history `{requests, actions}`, older texts a list or
 * one detail: a change has ended where `inProgress` is false or `finished` true; one that says neither stands in the
 * history of successful requests and has ended as well.
 * @source oms §2.5, §8 invoice-accepted-with-value-higher…
 */
export function decodeChanges(json: unknown): ChangeState {
  const answer = objectOf(json)
  const entries = [json, answer.requests, answer.actions, answer.changes]
    .flatMap((part) => (Array.isArray(part) ? part : []))
    .concat(answer.requestId === undefined ? [] : [answer])
    .filter(isObject)
  const running = entries.find(isRunning)
  return running === undefined
    ? NO_CHANGES
    : { inProgress: true, requestId: textOf(running.requestId) }
}

function isRunning(entry: Loose): boolean {
  if (flagOf(entry.inProgress) === false || flagOf(entry.finished) === true) return false
  if (flagOf(entry.inProgress) === true || flagOf(entry.finished) === false) return true
  return textOf(entry.status)?.toLowerCase().startsWith('waiting') ?? false
}
