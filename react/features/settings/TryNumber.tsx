import React, { useState } from 'react'
import { TextField } from '../../shared/components/TextField'
import { carriersOf, linkFrom } from '../../shared/tracking/carrier'
import { readPattern } from '../../shared/tracking/numberPattern'
import { useWords } from '../../shared/words/useWords'
import { CarrierDraft } from './settingsModel'

/** Shows what a number would be taken for, with the carriers as they are typed now. */
export function TryNumber({ carriers }: { carriers: CarrierDraft[] }) {
  const words = useWords()
  const [number, setNumber] = useState('')
  const store = carriers
    .filter(({ isRemoved, name }) => !isRemoved && name.trim() !== '')
    .map(({ name, urlTemplate, numberPattern }) => ({
      name: name.trim(),
      urlTemplate: urlTemplate.trim() || null,
      numberPattern: numberPattern.trim() || null,
    }))
  const unusable = store.filter(
    ({ numberPattern }) => numberPattern !== null && readPattern(numberPattern) === null
  )
  const fits = number.trim() ? carriersOf(number, store) : []
  return (
    <div className="it-try">
      <TextField
        id="try-number"
        label={words('settings.try')}
        value={number}
        onChange={setNumber}
      />
      <ul className="it-try__fits t-small" aria-live="polite">
        {unusable.map(({ name }) => (
          <li key={`unusable-${name}`}>{words('settings.tryBadPattern', { name })}</li>
        ))}
        {number.trim() !== '' && fits.length === 0 && <li>{words('settings.tryNothing')}</li>}
        {fits.map(({ courier, urlTemplate }) => (
          <li key={courier}>
            <b className="fw5">{courier}</b>{' '}
            {linkFrom(urlTemplate, number) || words('settings.tryNoLink')}
          </li>
        ))}
      </ul>
    </div>
  )
}
