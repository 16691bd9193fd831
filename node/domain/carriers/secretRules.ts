import type { Connector } from '../connectors/connector'
import type { PullAdapter } from '../connectors/pull/pullAdapter'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import { credentialsIn } from './credentials'
import { hashedSecret, isWeakSecret, LEAST_SECRET, type KeptSecret } from './secret'

/** By what a sender proves itself, or what this app proves itself with to a carrier that it asks. */
export type SecretHolder =
  Pick<Connector, 'authentication'> | Pick<PullAdapter, 'credentials' | 'title'>

const LONGEST_SECRET = 500
const FIELD = ['connector', 'secret']

/** A secret that has to be shown again, to sign or to sign in with, is kept as it is. @param salt by chance */
export function keptSecret(of: SecretHolder, secret: string, salt: string): KeptSecret {
  const isShownAgain = 'credentials' in of || of.authentication.some(({ kind }) => kind === 'HMAC')
  return isShownAgain ? { kind: 'PLAIN', secret } : hashedSecret(secret, salt)
}

/** What is wrong with a change's secret, or with being on without one. */
export function secretProblems(
  of: SecretHolder,
  before: { readonly secrets: readonly KeptSecret[] },
  change: { readonly isOn: boolean; readonly secret?: string }
): readonly Problem[] {
  const { isOn, secret } = change
  const isMissing = isOn && secret === undefined && before.secrets.length === 0
  if (secret !== undefined && secret.length > LONGEST_SECRET)
    return [invalid(`at most ${LONGEST_SECRET} characters`)]
  if ('credentials' in of) return credentialProblems(of, isMissing, secret)
  if (isMissing || (secret !== undefined && isWeakSecret(secret)))
    return [problem('CONNECTOR_SECRET_WEAK', { field: FIELD, facts: { min: LEAST_SECRET } })]
  const isByPairOnly = of.authentication.every(({ kind }) => kind === 'BASIC')
  return secret !== undefined && isByPairOnly && !/^[^:]+:./.test(secret)
    ? [invalid('user and password with a colon between them, as user:password')]
    : []
}

function credentialProblems(
  { credentials, title }: Pick<PullAdapter, 'credentials' | 'title'>,
  isMissing: boolean,
  secret: string | undefined
): readonly Problem[] {
  if (credentials.length === 0)
    return secret === undefined ? [] : [invalid(`${title} is asked without credentials`)]
  const isWrong = secret !== undefined && credentialsIn(secret, credentials) === null
  return isMissing || isWrong ? [invalid(`it is typed in as ${credentials.join(':')}`)] : []
}

function invalid(words: string): Problem {
  return problem('SETTINGS_INVALID', { field: FIELD, facts: { problem: words } })
}
