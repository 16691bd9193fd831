import React from 'react'
import { LinkButton } from '../../../shared/components/ActionButton'
import { Notice } from '../../../shared/components/Notice'
import { formatList } from '../../../shared/format/list'
import { useLanguage, useWords } from '../../../shared/words/useWords'
import { Connection, Part } from './connectionModel'

interface Props {
  parts: Part[]
  /** As somebody else saved it. */
  stored: Connection
  onTake: (part: Part) => void
}

/** What is typed here and was saved otherwise by somebody else: theirs can be read, and taken. */
export function Overtaken({ parts, stored, onTake }: Props) {
  const words = useWords()
  const language = useLanguage()
  const nameOf = (part: Part) => words(`setting.${part}`)

  return (
    <Notice tone="look">
      <p className="ma0">
        {words('connections.overtaken', { what: formatList(parts.map(nameOf), language) })}
      </p>
      <ul className="it-overtaken t-small">
        {parts.map((part) => (
          <li key={part}>
            {words('connections.theirs', { setting: nameOf(part), value: valueOf(part) })}{' '}
            <LinkButton
              label={`${words('settings.takeTheirs')}: ${nameOf(part)}`}
              onClick={() => onTake(part)}
            >
              {words('settings.takeTheirs')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Notice>
  )

  function valueOf(part: Part): string {
    const { isOn, timeZone, defaultTimeZone, codes } = stored
    if (part === 'isOn') return words(isOn ? 'connections.on' : 'connections.off')
    if (part === 'timeZone') return timeZone || defaultTimeZone
    if (codes.length === 0) return words('connections.no-codes')

    return formatList(
      codes.map(({ code, state }) => {
        const meaning = state === 'UNKNOWN' ? 'connections.text-only' : `parcel.${state}`

        return `${code}: ${words(meaning)}`
      }),
      language
    )
  }
}
