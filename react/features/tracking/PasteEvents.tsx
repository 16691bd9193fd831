import React, { useState } from 'react'

import { LinkButton, SecondaryButton } from '../../shared/components/ActionButton'
import { Disclosure } from '../../shared/components/Disclosure'
import { announce } from '../../shared/components/StatusLine'
import { TextArea } from '../../shared/components/TextField'
import { useLanguage, useWords } from '../../shared/words/useWords'
import { dayOrderOf } from '../../shared/format/writtenMoment'
import { readPastedEvents } from './pastedEvents'
import type { DayOrder } from '../../shared/format/writtenMoment'
import type { PastedEvent, UnreadableLine } from './pastedEvents'

interface Props {
  text: string
  onType: (text: string) => void
  /** Takes the events, and the lines that stay in the box; answers how many the invoice knew already. */
  onRead: (events: PastedEvent[], left: string) => number
  isReadOnly: boolean
}

const HINTS: Record<'DAY_FIRST' | 'ASKED', string> = {
  DAY_FIRST: 'tracking.paste-day-first',
  ASKED: 'tracking.paste-columns',
}

/** A date that can be read both ways, as the day that one of them means. */
function dayWords(date: string, order: DayOrder, language: string): string {
  const [first, second] = date.split(/[/.-]/).map(Number)
  const [day, month] = order === 'DAY_FIRST' ? [first, second] : [second, first]

  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.UTC(2000, month - 1, day))
}

/** A list from a carrier's page or a sheet: what can be read goes into rows, the rest stays with a word at each line. */
export function PasteEvents({ text, onType, onRead, isReadOnly }: Props) {
  const words = useWords()
  const language = useLanguage()
  const order = dayOrderOf(language)
  const [unreadable, setUnreadable] = useState<UnreadableLine[]>([])
  const [result, setResult] = useState('')
  const [asked, setAsked] = useState<string | null>(null)

  // A line that was corrected or taken out has no word any more.
  const standing = unreadable.filter(({ line }) => text.split('\n').includes(line))

  const read = (said: DayOrder | null) => {
    const list = readPastedEvents(text, said)

    setAsked(list.asks)
    if (list.asks !== null) {
      announce(words('tracking.paste-which', { date: list.asks }))

      return
    }
    const known = onRead(list.events, list.unreadable.map(({ line }) => line).join('\n'))
    const counted = words('tracking.paste-result', {
      read: list.events.length,
      known,
      unreadable: list.unreadable.length,
    })

    setUnreadable(list.unreadable)
    setResult(counted)
    announce(counted)
  }

  return (
    <Disclosure id="events-paste" title={words('tracking.paste')} isOpenAtFirst={text !== ''}>
      <TextArea
        id="events-pasted"
        label={
          <>
            {words('tracking.paste-label')}
            <br />
            <span className="c-muted-1">{words(HINTS[order ?? 'ASKED'])}</span>
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
          <SecondaryButton size="small" onClick={() => read(order)}>
            {words('tracking.paste-read')}
          </SecondaryButton>
        )}
        {asked !== null && text.includes(asked) ? (
          <span className="t-small">
            {words('tracking.paste-which', { date: asked })}{' '}
            <LinkButton onClick={() => read('DAY_FIRST')}>
              {dayWords(asked, 'DAY_FIRST', language)}
            </LinkButton>
            {' · '}
            <LinkButton onClick={() => read('MONTH_FIRST')}>
              {dayWords(asked, 'MONTH_FIRST', language)}
            </LinkButton>
          </span>
        ) : (
          <span className="t-small it-tabular">{result}</span>
        )}
      </div>
    </Disclosure>
  )
}
