import { useCallback } from 'react'
import { useIntl } from 'react-intl'

export type WordValues = Record<string, string | number | boolean | null | undefined>
export type Words = (key: string, values?: WordValues) => string

const APP = 'admin/invoice-tracking.'

/** Texts of the panel by the part of their key behind the app's name: the one place that knows it. */
export function useWords(): Words {
  const intl = useIntl()
  return useCallback<Words>(
    (key, values) =>
      intl.formatMessage({ id: APP + key }, values as Record<string, string>) as string,
    [intl]
  )
}

/** True where the admin's language has a text of that key: new codes of the service may have none yet. */
export function useHasWords(): (key: string) => boolean {
  const { messages } = useIntl()
  return useCallback((key: string) => Boolean(messages && messages[APP + key]), [messages])
}

/** The admin's language as Intl takes it. */
export function useLanguage(): string {
  return useIntl().locale
}
