import { credentialsMark } from '../../../domain/carriers/askingState'
import type { DecodeOptions } from '../../../domain/connectors/connector'
import {
  refusalIn,
  type AskedParcel,
  type Credentials,
  type PullAdapter,
  type PullResult,
} from '../../../domain/connectors/pull/pullAdapter'
import type { LanePorts } from '../ports'

const AWAY: PullResult = { kind: 'AWAY' }

/** One call to a carrier's system, signed in where it wants that. */
export class CarrierCall {
  private readonly tokenKey: string

  constructor(
    private readonly ports: Pick<LanePorts, 'line' | 'tokens'>,
    private readonly adapter: PullAdapter,
    private readonly credentials: Credentials,
    secret: string
  ) {
    this.tokenKey = `${adapter.name} ${credentialsMark(secret)}`
  }

  async ask(
    parcels: readonly AskedParcel[],
    day: string,
    options: DecodeOptions
  ): Promise<PullResult> {
    const remembered = this.ports.tokens.get(this.tokenKey) !== undefined
    const result = await this.askSignedIn(parcels, day, options)
    if (result.kind !== 'UNAUTHORISED' || !this.adapter.signIn || !remembered) return result
    // The token may have run out; that the credentials are wrong is said by signing in with them.
    this.ports.tokens.drop(this.tokenKey)
    return this.askSignedIn(parcels, day, options)
  }

  private async askSignedIn(
    parcels: readonly AskedParcel[],
    day: string,
    options: DecodeOptions
  ): Promise<PullResult> {
    const { adapter, ports } = this
    const { credentials, why } = await this.signedIn()
    if (credentials === null) return why
    const answer = await ports.line.call(adapter.request(parcels, credentials, day))
    return answer === null ? AWAY : adapter.decode(answer, parcels, options)
  }

  /** The credentials, with a token where one is needed, or why there is none. */
  private async signedIn(): Promise<SignedIn> {
    const { signIn } = this.adapter
    const { tokens, line } = this.ports
    if (!signIn) return { credentials: this.credentials, why: null }
    const known = tokens.get(this.tokenKey)
    if (known !== undefined)
      return { credentials: { ...this.credentials, token: known }, why: null }
    const answer = await line.call(signIn.request(this.credentials))
    if (answer === null) return { credentials: null, why: AWAY }
    const token = signIn.token(answer)
    if (token === null) {
      // Some answer wrong credentials by 400.
      const refused: PullResult = answer.status >= 400 ? { kind: 'UNAUTHORISED' } : AWAY
      return { credentials: null, why: refusalIn(answer) ?? refused }
    }
    tokens.set(this.tokenKey, token)
    return { credentials: { ...this.credentials, token }, why: null }
  }
}

type SignedIn =
  | { readonly credentials: Credentials; readonly why: null }
  | { readonly credentials: null; readonly why: PullResult }
