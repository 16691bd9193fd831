import React, { useState } from 'react'

import { SecondaryButton } from '../../shared/components/ActionButton'
import { Disclosure } from '../../shared/components/Disclosure'
import { announce } from '../../shared/components/StatusLine'
import { TextArea } from '../../shared/components/TextField'
import { useLanguage, useWords } from '../../shared/words/useWords'
import { dayOrderOf, readPastedEvents } from './pastedEvents'
import type { PastedEvent, UnreadableLine } from './pastedEvents'

interface Props {
  /** Takes the events; answers how many the invoice knew already. */
  onRead: (events: PastedEvent[]) => number
}

/** A list from a carrier's page or a sheet: what can be read goes into rows, the rest stays with a word at each line. */
export function PasteEvents({ onRead }: Props) {
  const words = useWords()
  const order = dayOrderOf(useLanguage())
  const [text, setText] = useState('')
  const [unreadable, setUnreadable] = useState<UnreadableLine[]>([])
  const [result, setResult] = useState('')

  const read = () => {
    const list = readPastedEvents(text, order)
    const known = onRead(list.events)
    const said = words('tracking.paste-result', {
      read: list.events.length,
      known,
      unreadable: list.unreadable.length,
    })

    setUnreadable(list.unreadable)
    setText(list.unreadable.map(({ line }) => line).join('\n'))
    setResult(said)
    announce(said)
  }

  return (
    <Disclosure id="events-paste" title={words('tracking.paste')}>
      <TextArea
        id="events-pasted"
        label={words('tracking.paste-label')}
        value={text}
        rows={4}
        onChange={setText}
        hint={words(
          order === 'DAY_FIRST' ? 'tracking.paste-day-first' : 'tracking.paste-month-first'
        )}
        problem={
          unreadable.length > 0 ? (
            <ul>
              {unreadable.map(({ line, reason }, place) => (
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
        <SecondaryButton size="small" onClick={read}>
          {words('tracking.paste-read')}
        </SecondaryButton>
        <span className="t-small it-tabular">{result}</span>
      </div>
    </Disclosure>
  )
}
