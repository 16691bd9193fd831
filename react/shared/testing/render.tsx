import { render as renderWithTools } from '@vtex/test-tools/react'
import { ReactElement } from 'react'
import en from '../../../messages/en.json'
import es from '../../../messages/es.json'
import pt from '../../../messages/pt.json'

const messages: Record<string, Record<string, string>> = { en, pt, es }

interface Mock {
  request: { query: unknown; variables?: object }
  result?: object
  error?: Error
}

/** Renders within the platform's providers, with the panel's own words. */
export function render(element: ReactElement, { language = 'en', mocks = [] as Mock[] } = {}) {
  return renderWithTools(element, {
    graphql: { mocks },
    locale: language,
    messages: messages[language],
  } as Parameters<typeof renderWithTools>[1])
}
