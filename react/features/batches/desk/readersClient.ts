import type { Answers, FromReaders, Progress, Request, RequestKind } from './messages'
import type { RefusalCode } from '../files/sheet'
import { startReaders } from './startReaders'

export type Read<T> =
  | { ok: true; answer: T }
  | { ok: false; code: RefusalCode | 'BROKEN'; facts: Record<string, string | number> }

type Of<K extends RequestKind> = Extract<Request, { kind: K }>

/** The readers as calls that end in an answer. */
export interface ReadersClient {
  ask<K extends RequestKind>(
    request: Of<K>,
    onProgress?: (progress: Progress) => void
  ): Promise<Read<Answers[K]>>
  /** Whatever they are at ends; what was asked is never answered. */
  end(): void
}

interface Waiting {
  settle(read: Read<Answers[RequestKind]>): void
  onProgress?(progress: Progress): void
}

export function readersClient(start = startReaders): ReadersClient {
  const waiting = new Map<number, Waiting>()
  let last = 0
  let isDead = false
  const hear = (message: FromReaders) => {
    if (message.kind === 'STARTED') return
    const asked = waiting.get(message.id)

    if (!asked) return
    if (message.kind === 'PROGRESS') {
      if (asked.onProgress) asked.onProgress(message)

      return
    }
    waiting.delete(message.id)
    if (message.kind === 'ANSWER') asked.settle({ ok: true, answer: message.answer })
    else if (message.kind === 'REFUSED') {
      asked.settle({ ok: false, code: message.code, facts: message.facts })
    } else asked.settle({ ok: false, code: 'BROKEN', facts: { message: message.message } })
  }
  const broken: Read<never> = { ok: false, code: 'BROKEN', facts: {} }
  const running = start(hear, () => {
    isDead = true
    waiting.forEach(({ settle }) => settle(broken))
    waiting.clear()
  })

  return {
    ask<K extends RequestKind>(request: Of<K>, onProgress?: (progress: Progress) => void) {
      if (isDead) return Promise.resolve(broken)
      last += 1
      const id = last

      return new Promise<Read<Answers[K]>>((resolve) => {
        waiting.set(id, {
          settle: (read) => resolve(read as Read<Answers[K]>),
          onProgress,
        })
        running.post({ id, request })
      })
    },
    end: () => {
      waiting.clear()
      running.end()
    },
  }
}
