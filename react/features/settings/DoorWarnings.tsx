import React from 'react'
import { TickBox } from '../../shared/components/TickBox'
import { useWords } from '../../shared/words/useWords'
import { offeredWith, ticked } from './doorChoices'
import { Settings } from './settingsModel'
import { useDoorWarningWords } from './useDoorWarningWords'

interface Props {
  accepted: Settings['doorAccepts']
  onChange: (accepted: Settings['doorAccepts']) => void
}

/** Which warnings the door for ERPs takes by itself: nobody can be asked there. */
export function DoorWarnings({ accepted, onChange }: Props) {
  const words = useWords()
  const wordsOf = useDoorWarningWords()
  return (
    <fieldset className="it-door-warnings">
      <legend className="t-small">{words('settings.doorHelp')}</legend>
      {offeredWith(accepted).map((code) => (
        <div key={code} className="it-door-warning">
          <TickBox
            id={`door-${code}`}
            isTicked={accepted.includes(code)}
            label={wordsOf(code)}
            onTick={(isTicked) => onChange(ticked(accepted, code, isTicked))}
          />
        </div>
      ))}
      <p className="mb0 t-small">{words('settings.doorNever')}</p>
    </fieldset>
  )
}
