import { FileRefused } from '../files/sheet'
import type { Steps } from '../files/sheet'
import type { Answers, FromReaders, RequestKind, ToReaders } from './messages'
import { createSession } from './session'

/** What the readers run in: a worker's own scope, or what the page puts in its place. */
export interface Scope {
  postMessage(message: FromReaders): void
  onmessage: ((event: { data: ToReaders }) => void) | null
  /** Only of the page: the rest of the work after the page has had its turn. */
  later?: (work: () => void) => void
}

/** On the page no piece of work is longer, so that it goes on answering. @unit milliseconds */
const SLICE_MS = 8
const TOLD_EACH_MS = 100

/** Answers the requests that come, one after the other. */
export function serve(scope: Scope) {
  const answer = createSession()
  const waiting: ToReaders[] = []
  let isBusy = false

  const next = () => {
    const asked = waiting.shift()

    isBusy = asked !== undefined
    if (asked) work(asked.id, answer(asked.request), Date.now())
  }
  const work = (id: number, steps: Steps<Answers[RequestKind]>, told: number) => {
    const start = Date.now()
    let toldAt = told

    try {
      for (;;) {
        const { done, value } = steps.next()
        const now = Date.now()

        if (done) {
          scope.postMessage({ kind: 'ANSWER', id, answer: value as Answers[RequestKind] })
          break
        }
        if (value && now - toldAt >= TOLD_EACH_MS) {
          scope.postMessage({ kind: 'PROGRESS', id, ...(value as { done: number; total: number }) })
          toldAt = now
        }
        if (scope.later && now - start >= SLICE_MS) {
          scope.later(() => work(id, steps, toldAt))

          return
        }
      }
    } catch (error) {
      scope.postMessage(
        error instanceof FileRefused
          ? { kind: 'REFUSED', id, code: error.code, facts: error.facts }
          : { kind: 'BROKEN', id, message: String(error) }
      )
    }
    next()
  }

  scope.onmessage = ({ data }) => {
    waiting.push(data)
    if (!isBusy) next()
  }
  scope.postMessage({ kind: 'STARTED' })
}
