import './platformModules'
import 'vtex-tachyons/tachyons.css'
import './fonts.global.css'
import './shell.global.css'
import React from 'react'
import { ApolloProvider } from 'react-apollo'
import { render } from 'react-dom'
import { IntlProvider } from 'react-intl'
import { ToastProvider } from '@vtex/styleguide'
import { createApolloClient } from '../runtime/apollo'
import { RuntimeProvider, type Culture } from '../runtime/renderRuntime'
import type { ShellConfig } from './config'
import { BundledPage } from './BundledPage'
import { Frame } from './Frame'
import { PageBoundary } from './PageBoundary'
import { LANGUAGES, WORDS } from './words'

const COUNTRY: Readonly<Record<string, { country: string; currency: string }>> = {
  en: { country: 'USA', currency: 'USD' },
  pt: { country: 'BRA', currency: 'BRL' },
  es: { country: 'COL', currency: 'COP' },
}

function Admin({ config }: { config: ShellConfig }) {
  const { locale } = LANGUAGES.find(({ code }) => code === config.language)!
  const [culture] = React.useState<Culture>(() => ({
    locale,
    language: config.language,
    ...COUNTRY[config.language]!,
  }))
  const [client] = React.useState(() => createApolloClient(config.workspace, locale))
  const words = WORDS[config.language]!
  return (
    <ApolloProvider client={client}>
      <IntlProvider locale={locale} messages={config.messages} onError={reportMessage}>
        <RuntimeProvider
          account={config.account}
          workspace={config.workspace}
          culture={culture}
          pages={config.pages}
        >
          {(match) => {
            const bundle = match && config.bundles[match.page.component]
            return (
              <Frame config={config}>
                {match && bundle ? (
                  <PageBoundary key={match.page.id} message={words.broken}>
                    <ToastProvider positioning="window">
                      <BundledPage bundle={bundle} params={match.params} />
                    </ToastProvider>
                  </PageBoundary>
                ) : (
                  <p className="stand-message">{words.absent}</p>
                )}
              </Frame>
            )
          }}
        </RuntimeProvider>
      </IntlProvider>
    </ApolloProvider>
  )
}

// A missing message must show in the tests' console, not stop the page.
function reportMessage(error: unknown): void {
  console.error(String(error))
}

document.addEventListener('DOMContentLoaded', () => {
  render(<Admin config={window.__standConfig} />, document.getElementById('stand-root'))
})
