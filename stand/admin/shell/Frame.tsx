import React, { type ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { Link } from '../runtime/renderRuntime'
import type { ShellConfig } from './config'
import { LANGUAGES, WORDS } from './words'

/** Header, side bar and the place for a page. */
export function Frame({ config, children }: { config: ShellConfig; children: ReactNode }) {
  const words = WORDS[config.language]!
  return (
    <div className="stand-frame">
      <a className="stand-skip" href="#stand-content">
        {words.skip}
      </a>
      <header className="stand-header">
        <span className="stand-account">
          {config.account} <small>{config.workspace}</small>
        </span>
        <Choice
          label={words.language}
          value={config.language}
          options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
          onChoose={(language) => signIn({ locale: language })}
        />
        <Choice
          label={words.user}
          value={config.user}
          options={[
            ...config.users.map((user) => ({ value: user, label: user })),
            { value: '', label: words.nobody },
          ]}
          onChoose={(user) => signIn({ as: user })}
        />
      </header>
      <SideBar config={config} />
      <main id="stand-content" className="stand-content" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

function SideBar({ config }: { config: ShellConfig }) {
  const { messages } = useIntl()
  const words = WORDS[config.language]!
  const here = currentPath(config)
  const label = (id: string): string => (messages[id] as string | undefined) ?? id
  return (
    <nav className="stand-menu" aria-label={words.menu}>
      {config.navigation.map((group) => (
        <div key={`${group.section}/${group.label}`}>
          <p className="stand-section">{words.sections[group.section] ?? group.section}</p>
          {group.label && <p className="stand-group">{label(group.label)}</p>}
          <ul>
            {group.items.map((item) => (
              <li key={item.path}>
                <Link to={item.path} aria-current={item.path === here ? 'page' : undefined}>
                  {label(item.label)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

// The longest that the address starts with: an order's page belongs to its queue.
function currentPath({ navigation }: ShellConfig): string | undefined {
  return navigation
    .flatMap((group) => group.items.map((item) => item.path))
    .filter((path) => `${window.location.pathname}/`.startsWith(`${path}/`))
    .sort((a, b) => b.length - a.length)[0]
}

interface ChoiceProps {
  label: string
  value: string
  options: { value: string; label: string }[]
  onChoose(value: string): void
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label className="stand-choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

// The page starts anew, as the Admin does when its user or language changes.
function signIn(change: { as?: string; locale?: string }): void {
  const to = window.location.pathname + window.location.search
  window.location.assign(`/local/sign-in?${new URLSearchParams({ ...change, to })}`)
}
