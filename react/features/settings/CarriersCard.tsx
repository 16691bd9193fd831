import React, { useState } from 'react'
import { LinkButton } from '../../shared/components/ActionButton'
import { Card } from '../../shared/components/Card'
import { useWords } from '../../shared/words/useWords'
import { CarrierRow } from './CarrierRow'
import { SettingsProblems } from './problemAt'
import { CarrierDraft, emptyCarrier } from './settingsModel'
import { TryNumber } from './TryNumber'

interface Props {
  carriers: CarrierDraft[]
  onChange: (carriers: CarrierDraft[]) => void
  problems: SettingsProblems
}

/** The store's carriers, edited in their rows; a removed one can come back until the page is saved. */
export function CarriersCard({ carriers, onChange, problems }: Props) {
  const words = useWords()
  const [added, setAdded] = useState<string | null>(null)
  const change = (key: string, patch: Partial<CarrierDraft>) =>
    onChange(carriers.map((carrier) => (carrier.key === key ? { ...carrier, ...patch } : carrier)))
  const add = () => {
    const fresh = emptyCarrier()
    setAdded(fresh.key)
    onChange([...carriers, fresh])
  }
  return (
    <Card id="carriers" title={words('setting.carriers')}>
      <p className="mt0 mb5 t-small">
        {words('settings.carriersHelp', { place: '{trackingNumber}' })}
      </p>
      {carriers.length > 0 && (
        <div className="it-carriers__heads t-small" aria-hidden="true">
          <span>{words('setting.name')}</span>
          <span>{words('setting.urlTemplate')}</span>
          <span>{words('settings.samples')}</span>
        </div>
      )}
      <ul className="it-carriers">
        {carriers.map((carrier) => (
          <CarrierRow
            key={carrier.key}
            carrier={carrier}
            problems={problems}
            isFresh={carrier.key === added}
            onChange={(patch) => change(carrier.key, patch)}
          />
        ))}
      </ul>
      <div className="mt4 mb5">
        <LinkButton id="add-carrier" onClick={add}>
          {words('settings.addCarrier')}
        </LinkButton>
      </div>
      <TryNumber carriers={carriers} />
    </Card>
  )
}
