import React from 'react'
import { SelectField } from '../../shared/components/TextField'
import { Tabs } from '../../shared/components/Tabs'
import { useNarrow } from '../../shared/components/useNarrow'
import { firstQueueState, QueueName, queueNames, QueueState } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { useWords } from '../../shared/words/useWords'
import { useCountWords } from './useCountWords'
import { QueueCounts } from './useQueueCounts'

interface Props {
  state: QueueState
  counts: QueueCounts
  onChoose: (next: QueueState) => void
}

/** The given queues; another queue starts at its first page, without the search of this one. */
export function QueueTabs({ state, counts, onChoose }: Props) {
  const words = useWords()
  const isNarrow = useNarrow()
  const countWords = useCountWords(counts)
  const { toQueue } = usePanelNavigation()
  const viewOf = (queue: QueueName): QueueState => ({
    ...firstQueueState,
    queue,
    perPage: state.perPage,
  })
  if (isNarrow) {
    return (
      <div className="mt4 mb2">
        <SelectField
          id="queue"
          label={words('list.queue')}
          value={state.queue}
          options={queueNames.map((queue) => ({
            value: queue,
            label: [words(`queue.${queue}`), countWords(queue)].filter(Boolean).join(' '),
          }))}
          onChange={(queue) => onChoose(viewOf(queue as QueueName))}
        />
      </div>
    )
  }
  return (
    <Tabs
      label={words('list.queues')}
      items={queueNames.map((queue) => ({
        id: queue,
        label: words(`queue.${queue}`),
        count: countWords(queue),
        hint: counts[queue] === null ? words('list.notCounted') : undefined,
        link: toQueue(viewOf(queue)),
        isCurrent: queue === state.queue,
      }))}
    />
  )
}
