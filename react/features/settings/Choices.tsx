import React from 'react'
import { Card } from '../../shared/components/Card'
import { Radios } from '../../shared/components/Radios'
import { Switch } from '../../shared/components/Switch'
import { SelectField } from '../../shared/components/TextField'
import { useWords } from '../../shared/words/useWords'
import { DoorWarnings } from './DoorWarnings'
import { ProblemAt, SettingsProblems } from './problemAt'
import { keptCarriers, SettingsDraft } from './settingsModel'

interface Props {
  draft: SettingsDraft
  onEdit: (patch: Partial<SettingsDraft>) => void
  problems: SettingsProblems
}

export const xmlChoices = ['NEVER', 'CERTIFIED_MARKETPLACES', 'ALWAYS'] as const
export const freightChoices = ['FIRST_INVOICE', 'LAST_INVOICE'] as const
/** The first is the most that the service takes. */
const paceChoices = [5820, 4500, 3000, 1500, 600]

/** Everything but the carriers. */
export function Choices({ draft, onEdit, problems }: Props) {
  const words = useWords()
  const names = keptCarriers(draft)
    .map(({ name }) => name.trim())
    .filter(Boolean)
  const offered =
    draft.defaultCourier && !names.includes(draft.defaultCourier)
      ? [...names, draft.defaultCourier]
      : names
  // Set elsewhere to something between, it stays as it is.
  const paces = paceChoices.includes(draft.batchPace)
    ? paceChoices
    : [...paceChoices, draft.batchPace].sort((a, b) => b - a)
  const problemOf = (name: string) => {
    const problem = problems.at(null, name)
    return problem ? <ProblemAt problem={problem} /> : undefined
  }
  return (
    <>
      <Card id="default-carrier" title={words('setting.defaultCourier')}>
        <SelectField
          id="default-courier"
          label={words('settings.defaultHelp')}
          value={draft.defaultCourier}
          problem={problemOf('defaultCourier')}
          options={[
            { value: '', label: words('settings.noCarriers') },
            ...offered.map((name) => ({ value: name, label: name })),
          ]}
          onChange={(defaultCourier) => onEdit({ defaultCourier })}
        />
      </Card>
      <Card id="invoices" title={words('settings.invoices')}>
        <div className="it-choice">
          <Radios
            label={words('setting.xmlRequired')}
            name="xml-required"
            value={draft.xmlRequired}
            options={xmlChoices.map((value) => ({ value, label: words(`xmlRequired.${value}`) }))}
            onChoose={(xmlRequired) => onEdit({ xmlRequired })}
          />
        </div>
        <div className="it-choice">
          <Radios
            label={words('setting.freightOn')}
            name="freight-on"
            value={draft.freightOn}
            options={freightChoices.map((value) => ({ value, label: words(`freightOn.${value}`) }))}
            onChoose={(freightOn) => onEdit({ freightOn })}
          />
        </div>
      </Card>
      <Card id="timeline" title={words('setting.noteOnOrder')}>
        <Switch
          id="note-on-order"
          isOn={draft.noteOnOrder}
          label={words(draft.noteOnOrder ? 'settings.noteOn' : 'settings.noteOff')}
          onChange={(noteOnOrder) => onEdit({ noteOnOrder })}
        />
        <p className="mb0 t-small">{words('settings.noteHelp')}</p>
      </Card>
      <Card id="batches" title={words('setting.batchPace')}>
        <SelectField
          id="batch-pace"
          label={words('settings.paceLabel')}
          value={String(draft.batchPace)}
          problem={problemOf('batchPace')}
          options={paces.map((pace) => ({
            value: String(pace),
            label: words('settings.pace', { count: pace }),
          }))}
          onChange={(pace) => onEdit({ batchPace: Number(pace) })}
        />
        <p className="mb0 t-small">{words('settings.paceHelp')}</p>
      </Card>
      <Card id="door" title={words('setting.doorAccepts')}>
        <DoorWarnings
          accepted={draft.doorAccepts}
          onChange={(doorAccepts) => onEdit({ doorAccepts })}
        />
      </Card>
    </>
  )
}
