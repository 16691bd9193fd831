import React, { useState } from 'react'
import { IconCaretDown, IconCaretRight } from 'vtex.styleguide'
import { useWords } from '../../shared/words/useWords'
import { DocumentFilterFields } from './DocumentFilterFields'
import { FilterSentence } from './FilterSentence'
import { KeepView } from './KeepView'
import { KeptTabsLine } from './KeptTabsLine'
import { QueueFilters } from './QueueFilters'
import { useOrderQueue } from './useOrderQueue'

interface Props {
  queue: ReturnType<typeof useOrderQueue>
  /** On a phone: only what is set stands open, so that the first order is in sight. */
  isFoldable: boolean
}

/** What is looked for, and how a view is kept. */
export function Looking({ queue, isFoldable }: Props) {
  const words = useWords()
  const { state, timeZone, kept, acts } = queue
  const { takesFilters, refusal } = queue
  const [isOpened, setOpened] = useState<boolean | null>(null)
  const isAsked = Boolean(state.q || state.from || state.to || refusal)
  const isOpen = isOpened === null ? isAsked : isOpened

  return (
    <div className={isFoldable ? 'it-looking' : undefined}>
      {isFoldable && (
        <button
          type="button"
          className="it-disclosure__button"
          aria-expanded={isOpen}
          aria-controls="looking"
          onClick={() => setOpened(!isOpen)}
        >
          <span className="it-disclosure__mark" aria-hidden="true">
            {isOpen ? <IconCaretDown size={10} /> : <IconCaretRight size={10} />}
          </span>
          <span>{words(takesFilters ? 'filters.showAll' : 'filters.show')}</span>
        </button>
      )}
      {/* Hidden, not gone: what is typed stays when a window is made narrow. */}
      <div id="looking" hidden={isFoldable && !isOpen}>
        {kept.canKeep && (
          <KeptTabsLine
            tabs={kept.tabs}
            onChange={kept.change}
            isStored={kept.isStored}
            view={queue.view}
          />
        )}
        <QueueFilters
          key={state.queue}
          state={state}
          timeZone={timeZone}
          lookBackDays={queue.lookBackDays}
          onChoose={queue.choose}
          onType={queue.type}
          onEnter={acts.openOnlyHit}
        />
        {takesFilters && (
          <DocumentFilterFields
            state={state}
            rows={queue.rows}
            refusal={refusal}
            onChoose={queue.choose}
          />
        )}
        <div className="it-filter-line t-small">
          <FilterSentence state={state} timeZone={timeZone} lookBackDays={queue.lookBackDays} />
          {kept.canKeep && <KeepView tabs={kept.tabs} onChange={kept.change} view={queue.view} />}
        </div>
      </div>
    </div>
  )
}
