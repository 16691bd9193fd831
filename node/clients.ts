import { IOClients } from '@vtex/api'
import { AppKeys } from './edge/clients/appKeys'
import { CarrierLine } from './edge/clients/carrierLine'
import { VBaseFiles } from './edge/clients/fileStore'
import { HookConfigs } from './edge/clients/hookConfigs'
import { LicenseManager } from './edge/clients/licenseManager'
import { MasterData } from './edge/clients/masterData'
import { ProbeFiles } from './edge/clients/probeFiles'
import { SalesChannels } from './edge/clients/salesChannels'
import { VtexId } from './edge/clients/vtexId'
import { OmsClient } from './oms/client'
import { OwnOms } from './oms/ownClient'

export class Clients extends IOClients {
  public get oms() {
    return this.getOrSet('oms', OmsClient)
  }

  public get ownOms() {
    return this.getOrSet('ownOms', OwnOms)
  }

  public get files() {
    return this.getOrSet('files', VBaseFiles)
  }

  public get probeFiles() {
    return this.getOrSet('probeFiles', ProbeFiles)
  }

  public get masterData() {
    return this.getOrSet('masterData', MasterData)
  }

  public get vtexId() {
    return this.getOrSet('vtexId', VtexId)
  }

  public get appKeys() {
    return this.getOrSet('appKeys', AppKeys)
  }

  public get carrierLine() {
    return this.getOrSet('carrierLine', CarrierLine)
  }

  public get hookConfigs() {
    return this.getOrSet('hookConfigs', HookConfigs)
  }

  public get rights() {
    return this.getOrSet('rights', LicenseManager)
  }

  public get salesChannels() {
    return this.getOrSet('salesChannels', SalesChannels)
  }
}
