import { join } from 'node:path'
import { CarrierSwitches } from './carriers/behaviour'
import { answerAsCarrier } from './carriers/carriers'
import { answerAsCatalog } from './catalog/salesChannels'
import { Clock } from './clock'
import { demoInvoiceXml, demoOrder, demoOrders, demoSalesChannels } from './demo'
import { judgeOutbound, type Doors } from './egress/egress'
import { OutboundCalls } from './egress/calls'
import { grantsOf, readManifest, type Manifest } from './egress/manifest'
import { UnplannedCalls } from './egress/unplanned'
import { OrdersBroadcast } from './events/broadcast'
import { answerAsCourier } from './events/courier'
import { deliverTo } from './events/deliver'
import { EventQueue } from './events/queue'
import type { Subscription } from './events/subscriptions'
import { askOms } from './gateway/omsFace'
import { readPolicies } from './gateway/publicAddress'
import { OrderHooks } from './hook/hooks'
import type { Incoming, Outcome } from './http/exchange'
import { createDirectory, type Directory } from './identity/directory'
import { answerAsLicenseManager } from './identity/licenseManager'
import type { TokenOwner } from './identity/owners'
import { answerAsVtexId } from './identity/vtexId'
import { Logs } from './logs/logs'
import { createOmsDouble, type OmsDouble, type SeedOrder } from './oms'
import { WakeUps } from './oms/wakeUps'
import { MasterData } from './masterdata/masterData'
import type { Replicas } from './runtime/replicas'
import { answerAsApps, SettingsStore } from './settings/settings'
import { SavedState } from './state'
import { Upstream, type UpstreamOptions } from './upstream/upstream'
import { VBaseSwitches } from './vbase/behaviour'
import { FileStore } from './vbase/store'
import { answerAsVBase } from './vbase/vbase'

export interface WorldOptions {
  readonly account: string
  readonly workspace: string
  readonly manifestPath: string
  readonly policiesPath: string
  /** Null: nothing is kept between starts. */
  readonly stateDirectory: string | null
  readonly upstream: UpstreamOptions | null
  /** So many orders of two months beside the demo's. */
  readonly ofSeason?: number
  /** What apps have stored by the start, and after each reset. */
  readonly plant?: (world: World) => Promise<void>
  /** What service.json says of events and of the time of a call. */
  readonly subscriptions: readonly Subscription[]
  readonly timeoutMs: number
}

interface SavedOms {
  /** The moment that the demo orders are dated from. */
  readonly startedAt: number
  readonly oms: unknown
}

/** Everything around the service: the doubles, their switches, and what they remember. */
export class World {
  readonly clock = new Clock()
  readonly unplanned = new UnplannedCalls(this.clock.now)
  readonly calls = new OutboundCalls()
  readonly logs = new Logs()
  readonly vbase = new VBaseSwitches()
  readonly carriers = new CarrierSwitches()
  readonly doubles = { latencyMs: 0 }
  readonly files: FileStore
  readonly events: EventQueue
  private readonly broadcast: OrdersBroadcast
  readonly hooks: OrderHooks
  private readonly wakeUps: WakeUps
  readonly settings: SettingsStore
  readonly oms: OmsDouble
  readonly masterData: MasterData
  readonly upstream: Upstream | null
  readonly directory: Directory
  /** Set by the start, once there is a proxy for the workers to use. */
  replicas!: Replicas
  info!: () => Record<string, string>
  /** The stand's own, without slash at the end. */
  address!: string
  manifest: Manifest
  policies: ReturnType<typeof readPolicies>
  private readonly saved: SavedState<SavedOms>
  private readonly savedMasterData: SavedState<unknown>
  private startedAt: number

  constructor(private readonly options: WorldOptions) {
    this.manifest = readManifest(options.manifestPath)
    this.policies = readPolicies(options.policiesPath)
    const at = (name: string): string | null =>
      options.stateDirectory && join(options.stateDirectory, name)
    this.files = new FileStore(at('vbase'), this.clock.now)
    this.settings = new SettingsStore(at('settings.json'))
    const { account, workspace, subscriptions, timeoutMs } = options
    const replicas = (): Replicas => this.replicas
    const deliver = deliverTo({ account, workspace, replicas, timeoutMs })
    this.events = new EventQueue(subscriptions, deliver, this.clock)
    this.broadcast = new OrdersBroadcast(this.events)
    this.hooks = new OrderHooks({ account, clock: this.clock, address: () => this.address })
    this.wakeUps = new WakeUps(() => this.broadcast.isInstalled || this.hooks.isAny(), this.clock)
    this.upstream = options.upstream && new Upstream(options.upstream, this.clock.now)
    this.directory = createDirectory({
      account: options.account,
      appName: this.manifest.appName,
      appVersion: this.manifest.version,
      ownGrants: () => grantsOf(this.manifest),
    })
    this.masterData = new MasterData({
      account: options.account,
      directory: this.directory,
      clock: this.clock,
    })
    this.savedMasterData = new SavedState(options.stateDirectory, 'masterdata.json', () =>
      this.masterData.dump()
    )
    this.saved = new SavedState(options.stateDirectory, 'oms.json', () => ({
      startedAt: this.startedAt,
      oms: this.oms.dump(),
    }))
    const saved = this.saved.read()
    this.startedAt = saved?.startedAt ?? this.clock.now()
    this.oms = createOmsDouble({
      now: this.clock.now,
      accountName: options.account,
      seedOrders: () => this.seed(),
      moved: (move) => {
        this.broadcast.tell(move)
        this.hooks.moved(move)
      },
      changed: (change) => this.hooks.changed(change),
    })
    if (saved) this.load(saved.oms)
    this.loadMasterData()
  }

  get account(): string {
    return this.options.account
  }

  get workspace(): string {
    return this.options.workspace
  }

  /** One outbound call of a worker. */
  async answerOutbound(request: Incoming): Promise<Outcome> {
    const began = performance.now()
    const outcome = await judgeOutbound(request, {
      account: this.account,
      manifest: () => this.manifest,
      doors: this.doors,
      unplanned: this.unplanned,
    })
    this.calls.record({
      method: request.method,
      host: request.host,
      path: request.path,
      status: typeof outcome === 'string' ? 0 : outcome.status,
      ms: Math.round((performance.now() - began) * 1000) / 1000,
    })
    return outcome
  }

  async askOms(request: Incoming, caller: TokenOwner | null): Promise<Outcome> {
    if (OrderHooks.isFor(request)) return this.hooks.answer(request, caller)
    if (this.upstream) {
      return this.upstream.handle(namingAccount(request, this.account), caller?.kind ?? null)
    }
    this.saved.touch()
    const answer = await askOms(request, caller, this.oms)
    this.wakeUps.keepUpWith(this.oms)
    return answer
  }

  async setClock(offsetMs: number): Promise<void> {
    this.clock.offsetMs = offsetMs
    await this.replicas.setClock(offsetMs)
  }

  /** Data, settings and switches as at start; manifest.json and policies.json are read anew. */
  async reset(): Promise<void> {
    this.manifest = readManifest(this.options.manifestPath)
    this.policies = readPolicies(this.options.policiesPath)
    await this.setClock(0)
    this.startedAt = this.clock.now()
    this.events.clear()
    this.hooks.reset()
    this.oms.reset()
    this.upstream?.clear()
    this.files.clear()
    this.settings.clear()
    this.vbase.reset()
    this.masterData.reset()
    this.carriers.reset()
    this.doubles.latencyMs = 0
    this.unplanned.clear()
    this.calls.clear()
    this.logs.clear()
    this.saved.touch()
    this.savedMasterData.touch()
    await this.options.plant?.(this)
  }

  /** A real-looking fiscal document of a demo order; null for another order. */
  nfe(orderId: string): string | null {
    const seed = demoOrder(orderId, this.startedAt, this.options.ofSeason)
    return seed ? demoInvoiceXml(seed.order) : null
  }

  save(): void {
    this.saved.flush()
    this.savedMasterData.flush()
  }

  private readonly doors: Doors = {
    oms: (request) => this.askOms(request, this.directory.callerOf(request.headers)),
    vtexId: async (request) => this.late(answerAsVtexId(request, this.directory)),
    licenseManager: async (request) => this.late(answerAsLicenseManager(request, this.directory)),
    catalog: async (request) => this.late(answerAsCatalog(request, demoSalesChannels)),
    carrier: async (request) => this.late(await answerAsCarrier(request, this.carriers)),
    masterData: async (request) => {
      const answer = await this.masterData.answer(request)
      if (request.method !== 'GET') this.savedMasterData.touch()
      return this.late(answer, this.masterData.switches.get().latencyMs)
    },
    infra: {
      'vbase/v2': async (request, rest) => {
        const answer = await answerAsVBase(request, rest, {
          account: this.account,
          workspace: this.workspace,
          appName: () => this.manifest.appName,
          store: this.files,
          switches: this.vbase,
          clock: this.clock,
        })
        return this.late(answer, this.vbase.get().latencyMs)
      },
      'courier/v0': async (request, rest) =>
        this.late(
          answerAsCourier(request, rest, {
            account: this.account,
            workspace: this.workspace,
            sender: this.manifest.appName,
            queue: this.events,
          })
        ),
      'apps/v0': async (request, rest) =>
        this.late(
          answerAsApps(request, rest, {
            account: this.account,
            workspace: this.workspace,
            appName: this.manifest.appName,
            store: this.settings,
          })
        ),
    },
  }

  private async late<T>(answer: T, more = 0): Promise<T> {
    const ms = this.doubles.latencyMs + more
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms))
    return answer
  }

  private seed(): SeedOrder[] {
    return demoOrders(this.startedAt, this.options.ofSeason)
  }

  // A dump of an older stand is no reason not to start.
  private load(oms: unknown): void {
    try {
      this.oms.load(oms)
    } catch {
      this.startedAt = this.clock.now()
      this.oms.reset()
      this.files.clear()
    }
  }

  private loadMasterData(): void {
    const saved = this.savedMasterData.read()
    if (saved === null) return
    try {
      this.masterData.load(saved)
    } catch {
      // A dump of an older stand: what is not there is as after a reset.
    }
  }
}

// The account is known by host or by `an`; calls of the OMS face name it by neither.
function namingAccount(request: Incoming, account: string): Incoming {
  if (request.query.has('an')) return request
  const query = new URLSearchParams(request.query)
  query.set('an', account)
  return { ...request, query }
}
