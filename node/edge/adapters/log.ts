import type { IOContext } from '@vtex/api'
import type { Log, LogEntry } from '../../usecases/ports'

/** The platform's log; each entry bears the request id by which an error is found again. */
export function logOf({ logger, requestId }: IOContext): Log {
  const marked = (entry: LogEntry) => ({ ...entry, requestId })
  return {
    info: (entry) => logger.info(marked(entry)),
    warn: (entry) => logger.warn(marked(entry)),
    error: (entry) => logger.error(marked(entry)),
  }
}
