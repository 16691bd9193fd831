import React, { useState } from 'react'
import { LinkButton } from '../../shared/components/ActionButton'
import { DateTimeField } from '../../shared/components/DateTimeField'
import { SearchField } from '../../shared/components/SearchField'
import { SelectField } from '../../shared/components/TextField'
import { useNarrow } from '../../shared/components/useNarrow'
import { QueueState } from '../../shared/navigation/urls'
import { useWords } from '../../shared/words/useWords'
import { hasFilters, withoutFilters } from './documentFilters'
import { looksLikeNumber, rangeChoice, rangeDays } from './queueModel'
import { useSearchBox } from './useSearchBox'

interface Props {
  state: QueueState
  timeZone: string
  /** How far this queue sees by itself; null: all that there is. */
  lookBackDays: number | null
  onChoose: (next: QueueState) => void
  onType: (next: QueueState) => void
  /** Enter in the box: the only hit of this search is to open. */
  onEnter: (search: string) => void
}

const RANGES = ['any', '-1d', '-7d', '-30d', 'dates'] as const

/** Search and dates: what is set says so, and one link takes it back. */
export function QueueFilters(props: Props) {
  const { state, timeZone, lookBackDays, onChoose, onType, onEnter } = props
  const words = useWords()
  const isNarrow = useNarrow()
  const box = useSearchBox(state, onType)
  const [picksDates, setPicksDates] = useState(false)
  const known = rangeChoice(state)
  const choice = picksDates ? 'dates' : known
  const days = rangeDays(state, timeZone, Date.now())

  const chooseRange = (next: string) => {
    setPicksDates(next === 'dates')
    if (next === 'dates') {
      if (known !== 'any') onChoose({ ...state, ...days, page: 1 })
      return
    }
    onChoose({ ...state, from: next === 'any' ? '' : next, to: '', page: 1 })
  }
  const isFiltered = Boolean(state.q || state.from || state.to) || hasFilters(state)
  // As many days as it sees anyhow would stand there twice.
  const sees = lookBackDays !== null && `-${lookBackDays}d`

  return (
    <div className="it-filters">
      <div className="it-filters__search">
        <SearchField
          id="search"
          isInline
          label={words('filters.search')}
          placeholder={isNarrow ? undefined : words('filters.searchWhat')}
          // A phone's box is too short for it in some fonts: there it stands above, where it may take another line.
          aside={isNarrow && words('filters.searchShort')}
          hint={looksLikeNumber(box.text) ? words('filters.numberHint') : undefined}
          value={box.text}
          onChange={box.change}
          onSearch={() => {
            onEnter(box.text)
            box.search()
          }}
          onClear={box.clear}
        />
      </div>
      <div className="it-filters__range">
        <SelectField
          id="range"
          isInline
          label={words('filters.created')}
          value={choice}
          options={RANGES.filter((value) => !sees || value !== sees || value === choice).map(
            (value) => ({
              value,
              label:
                value === 'any' && lookBackDays !== null
                  ? words('range.lookBack', { days: lookBackDays })
                  : words(`range.${value}`),
            })
          )}
          onChange={chooseRange}
        />
      </div>
      {choice === 'dates' && (
        <div className="it-filters__days">
          <div className="it-filters__day">
            <DateTimeField
              id="from"
              isInline
              type="date"
              label={words('filters.from')}
              value={days.from}
              max={days.to || undefined}
              onChange={(from) => onType({ ...state, from, to: days.to, page: 1 })}
            />
          </div>
          <div className="it-filters__day">
            <DateTimeField
              id="to"
              isInline
              type="date"
              label={words('filters.to')}
              value={days.to}
              min={days.from || undefined}
              onChange={(to) => onType({ ...state, from: days.from, to, page: 1 })}
            />
          </div>
        </div>
      )}
      {isFiltered && (
        <div className="it-filters__clear">
          <LinkButton
            onClick={() => {
              setPicksDates(false)
              onChoose({ ...withoutFilters(state), q: '', from: '', to: '' })
            }}
          >
            {words('filters.clear')}
          </LinkButton>
        </div>
      )}
    </div>
  )
}
