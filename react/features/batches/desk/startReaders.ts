import { readers } from '../generated/readers'
import type { FromReaders, ToReaders } from './messages'
import type { Scope } from './serve'

/** Where the readers run: `post` to them, `onMessage` from them. */
export interface Running {
  post(message: ToReaders): void
  end(): void
}

/** A worker that says nothing for so long will say nothing. @unit milliseconds */
const SILENT_MS = 4000

/**
 * Starts the readers: in a worker of their own text, and on this page where the Admin refuses workers or the text does
 * not run outside its bundle (decision 0012). What is posted meanwhile waits. `onDeath` is told of a worker that breaks
 * off once it has begun: what it was asked is never answered.
 */
export function startReaders(
  onMessage: (message: FromReaders) => void,
  onDeath: () => void,
  makeWorker: () => Worker = workerOfText
): Running {
  const waiting: ToReaders[] = []
  let running: Running | null = null
  let hasEnded = false
  let endWorker = () => {}
  const settle = (next: Running) => {
    running = next
    waiting.splice(0).forEach((message) => next.post(message))
  }
  const here = () => {
    if (!running && !hasEnded) settle(onThisPage(onMessage))
  }

  try {
    const worker = makeWorker()
    // Rows live where they were read: whoever speaks first keeps the work, and a worker that is late is heard no more.
    let isHeard = true
    const timer = setTimeout(() => {
      endWorker()
      here()
    }, SILENT_MS)

    endWorker = () => {
      isHeard = false
      clearTimeout(timer)
      worker.terminate()
    }
    worker.onmessage = ({ data }: MessageEvent) => {
      if (!isHeard) return
      if ((data as FromReaders).kind === 'STARTED') {
        clearTimeout(timer)
        settle({ post: (message) => worker.postMessage(message), end: endWorker })
      }
      onMessage(data as FromReaders)
    }
    worker.onerror = (event: ErrorEvent) => {
      if (!isHeard) return
      event.preventDefault()
      endWorker()
      // Once it has rows, nobody else can answer for them.
      if (running) onDeath()
      else here()
    }
  } catch (error) {
    here()
  }

  return {
    post: (message) => (running ? running.post(message) : void waiting.push(message)),
    end: () => {
      hasEnded = true
      endWorker()
      if (running) running.end()
    },
  }
}

function workerOfText(): Worker {
  const address = URL.createObjectURL(
    new Blob([`(${readers.toString()})(self)`], { type: 'text/javascript' })
  )

  try {
    return new Worker(address)
  } finally {
    // The worker has its address by then.
    setTimeout(() => URL.revokeObjectURL(address), SILENT_MS)
  }
}

function onThisPage(onMessage: (message: FromReaders) => void): Running {
  let isOver = false
  const scope: Scope = {
    postMessage: (message) => {
      if (!isOver) onMessage(message)
    },
    onmessage: null,
    later: (work) => setTimeout(() => !isOver && work(), 0),
  }

  readers(scope)

  return {
    post: (message) => scope.onmessage && scope.onmessage({ data: message }),
    end: () => {
      isOver = true
    },
  }
}
