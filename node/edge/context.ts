import type { EventContext, IOClients, ServiceContext } from '@vtex/api'
import type { OmsClient } from '../oms/client'
import type { OwnOms } from '../oms/ownClient'
import type { AppKeys } from './clients/appKeys'
import type { CarrierLine } from './clients/carrierLine'
import type { VBaseFiles } from './clients/fileStore'
import type { HookConfigs } from './clients/hookConfigs'
import type { LicenseManager } from './clients/licenseManager'
import type { MasterData } from './clients/masterData'
import type { ProbeFiles } from './clients/probeFiles'
import type { SalesChannels } from './clients/salesChannels'
import type { VtexId } from './clients/vtexId'

export interface EdgeClients extends IOClients {
  readonly oms: OmsClient
  readonly ownOms: OwnOms
  readonly files: VBaseFiles
  readonly probeFiles: ProbeFiles
  readonly masterData: MasterData
  readonly vtexId: VtexId
  readonly appKeys: AppKeys
  readonly carrierLine: CarrierLine
  readonly hookConfigs: HookConfigs
  readonly rights: LicenseManager
  readonly salesChannels: SalesChannels
}

export type Context = ServiceContext<EdgeClients>
/** Of an event: the app's own credential, and nobody's token. */
export type OwnContext = EventContext<EdgeClients>
