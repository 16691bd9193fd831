import React, { useRef } from 'react'
import type { ReactNode } from 'react'
import { IconDelete } from 'vtex.styleguide'

import { LinkButton } from '../../shared/components/ActionButton'
import { DateTimeField } from '../../shared/components/DateTimeField'
import { TextField } from '../../shared/components/TextField'
import { useWords } from '../../shared/words/useWords'
import { emptyRow } from './statusDraft'
import type { EventRow } from './statusDraft'

export type EventField = 'date' | 'description' | 'city' | 'state'

interface Props {
  rows: EventRow[]
  offset: string
  isKnown: (row: EventRow) => boolean
  problemAt: (row: EventRow, field: EventField) => ReactNode
  isReadOnly: boolean
  onChange: (rows: EventRow[]) => void
}

/** One line an event: when, what, where. */
export function EventRows({ rows, offset, isKnown, problemAt, isReadOnly, onChange }: Props) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  const edit = (row: EventRow, change: Partial<EventRow>) =>
    onChange(
      rows.map((one) =>
        one.key === row.key
          ? { ...one, ...change, exact: 'when' in change ? undefined : one.exact }
          : one
      )
    )
  const focusRow = (place: number) =>
    setTimeout(() => {
      const inputs = box.current?.querySelectorAll<HTMLElement>('.it-event')
      const target = inputs && inputs[place]
      const control =
        target?.querySelector<HTMLElement>('input') || box.current?.querySelector('button')

      if (control) (control as HTMLElement).focus()
    }, 0)
  const remove = (place: number) => {
    onChange(rows.filter((_, at) => at !== place))
    focusRow(place)
  }
  const add = () => {
    onChange([...rows, emptyRow()])
    focusRow(rows.length)
  }

  return (
    <div ref={box} className="it-events">
      {rows.map((row, place) => (
        <div
          key={row.key}
          role="group"
          aria-label={words('tracking.event', { place: place + 1 })}
          className="it-event"
        >
          <DateTimeField
            id={`${row.key}-date`}
            label={words('tracking.when', { offset })}
            value={row.when}
            onChange={(when) => edit(row, { when })}
            isReadOnly={isReadOnly}
            problem={problemAt(row, 'date')}
            hint={isKnown(row) ? words('tracking.known') : undefined}
          />
          <TextField
            id={`${row.key}-description`}
            label={words('tracking.what')}
            value={row.description}
            onChange={(description) => edit(row, { description })}
            isReadOnly={isReadOnly}
            problem={problemAt(row, 'description')}
          />
          <TextField
            id={`${row.key}-city`}
            label={words('tracking.city')}
            value={row.city}
            onChange={(city) => edit(row, { city })}
            isReadOnly={isReadOnly}
            problem={problemAt(row, 'city')}
          />
          <TextField
            id={`${row.key}-state`}
            label={words('tracking.state')}
            value={row.state}
            onChange={(state) => edit(row, { state })}
            isReadOnly={isReadOnly}
            problem={problemAt(row, 'state')}
          />
          {rows.length > 1 && !isReadOnly && (
            <button
              type="button"
              className="it-icon-button it-event__remove"
              aria-label={words('tracking.remove-row', { place: place + 1 })}
              onClick={() => remove(place)}
            >
              <IconDelete size={14} />
            </button>
          )}
        </div>
      ))}
      {!isReadOnly && (
        <span className="t-small">
          <LinkButton onClick={add}>{words('tracking.add-row')}</LinkButton>
        </span>
      )}
    </div>
  )
}
