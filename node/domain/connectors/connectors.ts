import { aftership } from './aftership/aftership'
import type { Connector } from './connector'
import { csv } from './csv/csv'
import { frenet } from './frenet/frenet'
import { generic } from './generic/generic'
import { intelipost } from './intelipost/intelipost'
import { melhorEnvio } from './melhorEnvio/melhorEnvio'
import { ninetyNineMinutos } from './ninetyNineMinutos/ninetyNineMinutos'
import { ocoren } from './ocoren/ocoren'
import { servientrega } from './servientrega/servientrega'

/** Every connector of the app. A new one is a folder beside this file and a line here. */
export const connectors: readonly Connector[] = [
  generic,
  intelipost,
  aftership,
  frenet,
  melhorEnvio,
  servientrega,
  ninetyNineMinutos,
  ocoren,
  csv,
]
