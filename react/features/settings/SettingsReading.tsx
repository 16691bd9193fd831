import React from 'react'
import { Card } from '../../shared/components/Card'
import { Notice } from '../../shared/components/Notice'
import { useWords } from '../../shared/words/useWords'
import { settingNames, Settings } from './settingsModel'
import { SettingValue } from './SettingValue'

/** Without the right to change them: values as text, the right named on top. */
export function SettingsReading({ settings }: { settings: Settings }) {
  const words = useWords()
  return (
    <>
      <Notice tone="info">{words('settings.noRight')}</Notice>
      <Card id="values" title={words('settings.values')}>
        <dl className="it-values t-small">
          {settingNames.map((name) => (
            <React.Fragment key={name}>
              <dt>{words(`setting.${name}`)}</dt>
              <dd className="ma0">
                <SettingValue name={name} settings={settings} />
              </dd>
            </React.Fragment>
          ))}
        </dl>
      </Card>
    </>
  )
}
