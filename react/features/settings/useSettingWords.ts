import { useCallback } from 'react'
import { formatList } from '../../shared/format/list'
import { useLanguage, useWords } from '../../shared/words/useWords'
import { SettingName, SettingsInput } from './settingsModel'

/** A setting's value in words, for reading and for comparing. */
export function useSettingWords() {
  const words = useWords()
  const language = useLanguage()
  return useCallback(
    (name: SettingName, settings: Omit<SettingsInput, 'version'>): string => {
      if (name === 'carriers') {
        const names = settings.carriers.map((carrier) => carrier.name)
        return names.length > 0 ? formatList(names, language) : words('settings.noCarriers')
      }
      if (name === 'defaultCourier') return settings.defaultCourier || words('settings.noDefault')
      if (name === 'xmlRequired') return words(`xmlRequired.${settings.xmlRequired}`)
      if (name === 'freightOn') return words(`freightOn.${settings.freightOn}`)
      return words(settings.noteOnOrder ? 'settings.noteOn' : 'settings.noteOff')
    },
    [words, language]
  )
}
