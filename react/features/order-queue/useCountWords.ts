import { QueueName } from '../../shared/navigation/urls'
import { leftQueues, useLeftQueues } from '../../shared/sending/leftQueues'
import { useLanguage, useWords } from '../../shared/words/useWords'
import { QueueCounts } from './useQueueCounts'

/** "1,046", or "46, 10 just sent" while VTEX's list still counts what has left the queue; null where there is nothing to say. */
export function useCountWords(counts: QueueCounts): (queue: QueueName) => string | null {
  const words = useWords()
  const language = useLanguage()
  const left = useLeftQueues()
  return (queue) => {
    const total = counts[queue]
    if (!total) return null
    const sent =
      queue === 'TO_HANDLE' || queue === 'TO_INVOICE'
        ? leftQueues.within(left, queue, total, Date.now())
        : 0
    return sent > 0
      ? words('list.justSent', { total, sent })
      : new Intl.NumberFormat(language).format(total)
  }
}
