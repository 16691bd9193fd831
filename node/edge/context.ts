import type { IOClients, ServiceContext } from '@vtex/api'
import type { OmsClient } from '../oms/client'
import type { VBaseFiles } from './clients/fileStore'
import type { LicenseManager } from './clients/licenseManager'
import type { SalesChannels } from './clients/salesChannels'
import type { VtexId } from './clients/vtexId'

export interface EdgeClients extends IOClients {
  readonly oms: OmsClient
  readonly files: VBaseFiles
  readonly vtexId: VtexId
  readonly rights: LicenseManager
  readonly salesChannels: SalesChannels
}

export type Context = ServiceContext<EdgeClients>
