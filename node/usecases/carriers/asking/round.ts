import {
  afterAway,
  afterRefusal,
  afterTooFast,
  isNewsDue,
  mayAsk,
  newsDays,
  type AskingState,
} from '../../../domain/carriers/askingState'
import type { ConnectorSettings } from '../../../domain/carriers/connectorSettings'
import { credentialsIn } from '../../../domain/carriers/credentials'
import {
  dueOf,
  PARCEL_SHARDS,
  markOfParcel,
  shardOfParcel,
  toldMark,
  withAsked,
  type Asked,
  type OpenParcel,
} from '../../../domain/carriers/openParcels'
import { laneOf } from '../../../domain/carriers/message'
import { namesOfReport } from '../../../domain/carriers/names'
import type { PullAdapter, PullResult } from '../../../domain/connectors/pull/pullAdapter'
import { dayIn } from '../../../domain/parcel/localMoment'
import type { ParcelReport } from '../../../domain/parcel/parcelReport'
import type { Problem, ProblemCode } from '../../../domain/problem/problem'
import { problem } from '../../../domain/problem/problems'
import { inParallel } from '../../reading/inParallel'
import { acceptMessage } from '../acceptMessage'
import { decodeOptions } from '../decodeOptions'
import { nudge } from '../nudge'
import type { LanePorts } from '../ports'
import { CarrierCall } from './carrierCall'
import { secretIn } from './secretIn'
import { tellTrouble } from './tellTrouble'

/** For this long a round begins calls; the rest of the handler's time is for the one under way, and for writing down. */
const WORK_MS = 10_000
const SHARDS_AT_ONCE = 8

/** One handler's asking of one carrier. */
export class Round {
  private readonly endsAt: number
  private readonly asked: Asked[] = []

  constructor(
    private readonly ports: LanePorts,
    private readonly adapter: PullAdapter
  ) {
    this.endsAt = ports.clock.now() + WORK_MS
  }

  /** 'more' where the time was over before the work was. */
  async work(): Promise<'through' | 'more'> {
    const { ports, adapter } = this
    const { name } = adapter
    const settings = await ports.connectors.read(name)
    const secret = secretIn(settings)
    const credentials = credentialsIn(secret, adapter.credentials)
    const state = await ports.openParcels.readState(name)
    if (!settings.isOn || credentials === null || !mayAsk(state, secret, ports.clock.now()))
      return 'through'
    const calls = adapter.canAsk === null ? this.newsCalls(state) : await this.dueCalls()
    const call = new CarrierCall(ports, adapter, credentials, secret)
    const end = await this.askAll(calls, call, settings)
    await this.writeDown()
    await this.remember(state, end, { secret, isNews: adapter.canAsk === null && calls.length > 0 })
    return end === 'more' ? 'more' : 'through'
  }

  private async askAll(
    calls: readonly Call[],
    call: CarrierCall,
    settings: ConnectorSettings
  ): Promise<'through' | 'more' | Trouble> {
    const { clock } = this.ports
    for (const { parcels, day } of calls) {
      if (clock.now() >= this.endsAt) return 'more'
      // Before the first one too: another handler's last call may have been a moment ago.
      await clock.sleep(this.adapter.gapMs)
      const options = decodeOptions(this.adapter, settings, clock.now())
      const result = await call.ask(parcels, day, options)
      if (result.kind === 'READ') await this.take(parcels, result)
      else {
        // A carrier's system that falls over one parcel must not be kept from telling of the others.
        if (result.kind === 'AWAY') this.note(parcels, [])
        return result
      }
    }
    return 'through'
  }

  /** What the carrier said becomes messages as if it had posted them: durable before it is written down as asked. */
  private async take(
    parcels: readonly OpenParcel[],
    { parcels: reports, problems }: Extract<PullResult, { kind: 'READ' }>
  ): Promise<void> {
    if (this.adapter.canAsk === null) return this.post(reports, problems)
    const found = parcels.map((parcel) => ({
      parcel,
      reports: reportsOf(parcel, reports, parcels),
    }))
    const news = found.filter(({ parcel, reports: told }) => toldMark(told) !== parcel.toldMark)
    await this.post(
      news.flatMap(({ reports: told }) => told),
      problems
    )
    this.asked.push(...found)
  }

  private async post(
    reports: readonly ParcelReport[],
    problems: readonly Problem[]
  ): Promise<void> {
    const lanes = new Map<number, ParcelReport[]>()
    for (const report of reports.filter(({ events }) => events.length > 0)) {
      const lane = laneOf([report])
      lanes.set(lane, [...(lanes.get(lane) ?? []), report])
    }
    for (const parcels of lanes.values()) {
      const { lane } = await acceptMessage(this.ports, {
        connector: this.adapter.name,
        decoded: { parcels, problems },
        body: null,
        isTest: false,
      })
      await nudge(this.ports, { lane })
    }
  }

  private note(parcels: readonly OpenParcel[], reports: readonly ParcelReport[]): void {
    this.asked.push(...parcels.map((parcel) => ({ parcel, reports })))
  }

  private async writeDown(): Promise<void> {
    const { openParcels, clock } = this.ports
    const shards = new Map<number, Asked[]>()
    for (const one of this.asked) {
      const shard = shardOfParcel(markOfParcel(one.parcel))
      shards.set(shard, [...(shards.get(shard) ?? []), one])
    }
    await inParallel([...shards], SHARDS_AT_ONCE, ([shard, asked]) =>
      openParcels.change(this.adapter.name, shard, (newest) =>
        withAsked(newest, asked, clock.now())
      )
    )
  }

  private async remember(
    before: AskingState,
    end: 'through' | 'more' | Trouble,
    { secret, isNews }: { readonly secret: string; readonly isNews: boolean }
  ): Promise<void> {
    const { ports, adapter } = this
    const now = ports.clock.now()
    const tell = (code: ProblemCode): Promise<void> =>
      tellTrouble(ports, adapter.name, problem(code, { facts: { carrier: adapter.title } }))
    let after = isNews && end === 'through' ? { ...before, newsAt: now } : before
    if (typeof end === 'object')
      switch (end.kind) {
        case 'UNAUTHORISED':
          after = afterRefusal(before, secret)
          await tell('CONNECTOR_REFUSED')
          break
        case 'SLOW_DOWN':
          after = afterTooFast(before, end.retryAfterSeconds, now)
          break
        case 'AWAY': {
          const away = afterAway(before, now)
          after = away.state
          if (away.isToTell) await tell('CONNECTOR_AWAY')
        }
      }
    if (after !== before) await ports.openParcels.saveState(adapter.name, after)
  }

  private newsCalls(state: AskingState): readonly Call[] {
    const now = this.ports.clock.now()
    if (!isNewsDue(state, now)) return []
    const dayOf = (ms: number): string => dayIn(ms, this.adapter.defaultTimeZone)
    return newsDays(state, now, dayOf).map((day) => ({ day, parcels: [] }))
  }

  private async dueCalls(): Promise<readonly Call[]> {
    const { openParcels, clock } = this.ports
    const { name, mostPerCall, defaultTimeZone } = this.adapter
    const shards = Array.from({ length: PARCEL_SHARDS }, (_, shard) => shard)
    const read = await inParallel(shards, SHARDS_AT_ONCE, (shard) => openParcels.read(name, shard))
    const now = clock.now()
    const due = read.flatMap((one) => dueOf(one, now)).sort((a, b) => a.nextAt - b.nextAt)
    const day = dayIn(now, defaultTimeZone)
    return Array.from({ length: Math.ceil(due.length / mostPerCall) }, (_, call) => ({
      day,
      parcels: due.slice(call * mostPerCall, (call + 1) * mostPerCall),
    }))
  }
}

interface Call {
  readonly parcels: readonly OpenParcel[]
  /** @shape yyyy-MM-dd */
  readonly day: string
}

type Trouble = Exclude<PullResult, { kind: 'READ' }>

function reportsOf(
  parcel: OpenParcel,
  reports: readonly ParcelReport[],
  asked: readonly OpenParcel[]
): readonly ParcelReport[] {
  if (asked.length === 1) return reports
  const names = new Set(namesOfReport(parcel))
  return reports.filter((report) => namesOfReport(report).some((name) => names.has(name)))
}
