import React, { useEffect, useState } from 'react'
import { ProblemText } from '../../shared/components/ProblemText'
import { SelectField, TextField } from '../../shared/components/TextField'
import { DocumentFilters, QueueState, sortNames } from '../../shared/navigation/urls'
import { useWords } from '../../shared/words/useWords'
import { FilterRefused, usualSort } from './documentFilters'
import { asKnown } from './knownNames'
import { QueueRow } from './queueTypes'
import { useKnownNames } from './useKnownNames'

interface Props {
  state: QueueState
  rows: readonly QueueRow[]
  refusal: FilterRefused | null
  onChoose: (next: QueueState) => void
}

/** Sorting, carrier, marketplace and trade policy: what the read model alone can answer. */
export function DocumentFilterFields({ state, rows, refusal, onChoose }: Props) {
  const words = useWords()
  const { names, askCarriers } = useKnownNames(rows)
  const problemAt = (field: keyof DocumentFilters) =>
    refusal && refusal.field === field ? <ProblemText problem={refusal.problem} /> : undefined
  const choose = (patch: Partial<DocumentFilters>) => onChoose({ ...state, ...patch, page: 1 })

  const usual = usualSort(state)
  const sorts = sortNames.reduce<string[]>((all, name) => [...all, name, `-${name}`], [])
  const options = sorts
    .filter((sort) => sort !== usual || sort === state.sort)
    .map((sort) => ({ value: sort, label: words(`sort.${sort}`) }))

  return (
    <div className="it-filters it-filters--documents">
      <div className="it-filters__sort">
        <SelectField
          id="sort"
          isInline
          label={words('filters.sort')}
          value={state.sort}
          options={[{ value: '', label: words(`sort.${usual}`) }, ...options]}
          onChange={(sort) => choose({ sort })}
          problem={problemAt('sort')}
        />
      </div>
      <NameField
        id="carrier"
        label={words('tracking.carrier')}
        value={state.carrier}
        known={names.carrier}
        onFocus={() => void askCarriers()}
        onChoose={(carrier) => choose({ carrier })}
        problem={problemAt('carrier')}
      />
      <NameField
        id="marketplace"
        label={words('filters.marketplace')}
        value={state.marketplace}
        known={names.marketplace}
        onChoose={(marketplace) => choose({ marketplace })}
        problem={problemAt('marketplace')}
      />
      <NameField
        id="sales-channel"
        label={words('filters.salesChannel')}
        value={state.salesChannel}
        known={NONE}
        onChoose={(salesChannel) => choose({ salesChannel })}
        problem={problemAt('salesChannel')}
      />
    </div>
  )
}

const NONE: readonly string[] = []

interface NameProps {
  id: string
  label: string
  value: string
  known: readonly string[]
  onFocus?: () => void
  onChoose: (name: string) => void
  problem?: React.ReactNode
}

/** A name in full: asked for with Enter, on leaving, or as soon as one of those offered stands there. */
function NameField({ id, label, value, known, onFocus, onChoose, problem }: NameProps) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const ask = (typed: string) => {
    const name = asKnown(typed, known)
    setText(name)
    if (name !== value) onChoose(name)
  }
  const listId = `${id}-names`
  return (
    <div className="it-filters__name">
      {known.length > 0 && (
        <datalist id={listId}>
          {known.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      <TextField
        id={id}
        isInline
        label={label}
        value={text}
        listId={known.length > 0 ? listId : undefined}
        onFocus={onFocus}
        onChange={(typed) => (known.includes(typed) || typed === '' ? ask(typed) : setText(typed))}
        onEnter={() => ask(text)}
        onBlur={() => ask(text)}
        problem={problem}
      />
    </div>
  )
}
