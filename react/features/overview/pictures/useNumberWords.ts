import { useMemo } from 'react'
import { formatDay } from '../../../shared/format/moment'
import { useLanguage } from '../../../shared/words/useWords'

/** Numbers and days of a picture in the admin's language. */
export function useNumberWords() {
  const language = useLanguage()
  return useMemo(() => {
    const shown = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
    const written = new Intl.NumberFormat(language, {
      useGrouping: false,
      maximumFractionDigits: 2,
    })
    return {
      number: (value: number) => shown.format(value),
      /** As a spreadsheet of that language reads it. */
      fileNumber: (value: number) => written.format(value),
      /** A calendar day of the store has no zone any more. */
      day: (day: string) =>
        formatDay(`${day}T12:00:00Z`, { language, timeZone: 'UTC', now: Date.now() }) ?? day,
    }
  }, [language])
}
