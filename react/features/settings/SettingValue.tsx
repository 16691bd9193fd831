import React from 'react'
import { useWords } from '../../shared/words/useWords'
import { carriersApart, SettingName, Settings, SettingsInput } from './settingsModel'
import { useDoorWarningWords } from './useDoorWarningWords'

type Values = Omit<SettingsInput, 'version'>

interface Props {
  name: SettingName
  settings: Values
  /** To be compared with: of the carriers only those that differ are shown. */
  other?: Values
}

/** A setting's value as text, for reading and for comparing. */
export function SettingValue({ name, settings, other }: Props) {
  const words = useWords()
  if (name === 'carriers') return <Carriers settings={settings} other={other} />
  if (name === 'doorAccepts') return <AcceptedWarnings codes={settings.doorAccepts || []} />
  const text =
    name === 'defaultCourier'
      ? settings.defaultCourier || words('settings.noCarriers')
      : name === 'xmlRequired'
        ? words(`xmlRequired.${settings.xmlRequired}`)
        : name === 'freightOn'
          ? words(`freightOn.${settings.freightOn}`)
          : name === 'batchPace'
            ? words('settings.pace', { count: settings.batchPace || 0 })
            : words(settings.noteOnOrder ? 'settings.noteOn' : 'settings.noteOff')
  return <div>{text}</div>
}

/** Name, link and pattern of each: two lists of names alone may look the same. */
function Carriers({ settings, other }: Omit<Props, 'name'>) {
  const words = useWords()
  const { apart, same } = carriersApart(settings.carriers, other ? other.carriers : [])
  if (settings.carriers.length === 0) return <div>{words('settings.noCarriers')}</div>
  return (
    <ul>
      {apart.map(({ name, urlTemplate, numberPattern }, position) => (
        <li key={position} className="it-carrier-value">
          <div className="fw5">{name || words('settings.newCarrier')}</div>
          {urlTemplate && <div>{urlTemplate}</div>}
          {numberPattern && <div>{numberPattern}</div>}
        </li>
      ))}
      {same > 0 && <li>{words('settings.sameCarriers', { count: same })}</li>}
    </ul>
  )
}

/** As they stand in the form, so that two lists can be held against each other. */
function AcceptedWarnings({ codes }: { codes: Settings['doorAccepts'] }) {
  const words = useWords()
  const wordsOf = useDoorWarningWords()
  if (codes.length === 0) return <div>{words('settings.doorNone')}</div>
  return (
    <ul>
      {codes.map((code) => (
        <li key={code} className="it-carrier-value">
          {wordsOf(code)}
        </li>
      ))}
    </ul>
  )
}
