import React from 'react'
import { useWords } from '../../shared/words/useWords'
import { carriersApart, SettingName, SettingsInput } from './settingsModel'

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
