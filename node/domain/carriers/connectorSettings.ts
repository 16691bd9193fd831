import { IANAZone } from 'luxon'
import type { ParcelState } from '../parcel/parcelState'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import { isSecret, type KeptSecret } from './secret'
import { keptSecret, secretProblems, type SecretHolder } from './secretRules'

export interface OwnCode {
  readonly code: string
  readonly state: ParcelState
}

/** What a store has set for one connector. */
export interface ConnectorSettings {
  readonly isOn: boolean
  /** IANA name; null: the connector's own. */
  readonly timeZone: string | null
  /** The store's own reading of codes. */
  readonly codes: readonly OwnCode[]
  /** The newest first; two at most, so that sender and store need not change at one moment. */
  readonly secrets: readonly KeptSecret[]
  /** Another one with every change, by chance; made of nothing that is set. */
  readonly version: string
}

export const UNTOUCHED: ConnectorSettings = {
  isOn: false,
  timeZone: null,
  codes: [],
  secrets: [],
  version: '0',
}

/** What is left out (undefined) stays as it is. */
export interface ConnectorChange {
  readonly isOn: boolean
  readonly secret?: string
  readonly dropOldSecret: boolean
  readonly timeZone?: string | null
  readonly codes?: readonly OwnCode[]
}

const MOST_CODES = 500
export const LONGEST_CODE = 100

/** The settings as they then are, under their old version; applied again to its own result it changes nothing. @param salt by chance */
export function changedSettings(
  of: SecretHolder,
  before: ConnectorSettings,
  change: ConnectorChange,
  salt: string
): ConnectorSettings {
  const { isOn, secret, dropOldSecret, timeZone, codes } = change
  const isNew = secret !== undefined && !(before.secrets[0] && isSecret(before.secrets[0], secret))
  const secrets = isNew ? [keptSecret(of, secret, salt), ...before.secrets] : before.secrets
  return {
    ...before,
    isOn,
    timeZone: timeZone === undefined ? before.timeZone : timeZone,
    codes: codes ?? before.codes,
    secrets: secrets.slice(0, dropOldSecret || 'credentials' in of ? 1 : 2),
  }
}

/** Why a change may not be saved; empty where it may. Fields lead into the mutation's argument. */
export function problemsOfChange(
  of: SecretHolder,
  before: ConnectorSettings,
  change: ConnectorChange
): readonly Problem[] {
  const { timeZone, codes = [] } = change
  const problems: Problem[] = []
  const invalid = (field: readonly string[], words: string): void =>
    void problems.push(
      problem('SETTINGS_INVALID', { field: ['connector', ...field], facts: { problem: words } })
    )
  problems.push(...secretProblems(of, before, change))
  if (typeof timeZone === 'string' && !IANAZone.isValidZone(timeZone))
    invalid(['timeZone'], 'a time zone has a name such as America/Sao_Paulo')
  if (codes.length > MOST_CODES) invalid(['codes'], `at most ${MOST_CODES} codes`)
  codes.forEach(({ code }, index) => {
    const place = ['codes', String(index), 'code']
    if (code.trim() === '' || code.length > LONGEST_CODE)
      invalid(place, `a code has 1 to ${LONGEST_CODE} characters`)
    else if (codes.findIndex((one) => one.code === code) !== index)
      invalid(place, 'this code is named twice')
  })
  return problems
}
