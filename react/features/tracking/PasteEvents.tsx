import React, { useState } from 'react'

import { SecondaryButton } from '../../shared/components/ActionButton'
import { Disclosure } from '../../shared/components/Disclosure'
import { announce } from '../../shared/components/StatusLine'
import { TextArea } from '../../shared/components/TextField'
import { useLanguage, useWords } from '../../shared/words/useWords'
import { dayOrderOf, readPastedEvents } from './pastedEvents'
import type { PastedEvent, UnreadableLine } from './pastedEvents'

interface Props {
  text: string
  onType: (text: string) => void
  /** Takes the events, and the lines that stay in the box; answers how many the invoice knew already. */
  onRead: (events: PastedEvent[], left: string) => number
  isReadOnly: boolean
}

/** A list from a carrier's page or a sheet: what can be read goes into rows, the rest stays with a word at each line. */
export function PasteEvents({ text, onType, onRead, isReadOnly }: Props) {
  const words = useWords()
  const order = dayOrderOf(useLanguage())
  const [unreadable, setUnreadable] = useState<UnreadableLine[]>([])
  const [result, setResult] = useState('')

  // A line that was corrected or taken out has no word any more.
  const standing = unreadable.filter(({ line }) => text.split('\n').includes(line))

  const read = () => {
    const list = readPastedEvents(text, order)
    const known = onRead(list.events, list.unreadable.map(({ line }) => line).join('\n'))
    const said = words('tracking.paste-result', {
      read: list.events.length,
      known,
      unreadable: list.unreadable.length,
    })

    setUnreadable(list.unreadable)
    setResult(said)
    announce(said)
  }

  return (
    <Disclosure id="events-paste" title={words('tracking.paste')} isOpenAtFirst={text !== ''}>
      <TextArea
        id="events-pasted"
        label={
          <>
            {words('tracking.paste-label')}
            <br />
            <span className="c-muted-1">
              {words(
                order === 'DAY_FIRST' ? 'tracking.paste-day-first' : 'tracking.paste-month-first'
              )}
            </span>
          </>
        }
        value={text}
        rows={4}
        isReadOnly={isReadOnly}
        onChange={onType}
        problem={
          standing.length > 0 ? (
            <ul>
              {standing.map(({ line, reason }, place) => (
                <li key={`${line}-${place}`}>
                  {words(
                    reason === 'NO_DATE'
                      ? 'tracking.unreadable-no_date'
                      : 'tracking.unreadable-no_description',
                    { line }
                  )}
                </li>
              ))}
            </ul>
          ) : undefined
        }
      />
      <div className="it-form__end mt3">
        {!isReadOnly && (
          <SecondaryButton size="small" onClick={read}>
            {words('tracking.paste-read')}
          </SecondaryButton>
        )}
        <span className="t-small it-tabular">{result}</span>
      </div>
    </Disclosure>
  )
}
