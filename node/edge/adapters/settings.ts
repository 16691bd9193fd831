import { createHash } from 'node:crypto'
import type { Apps } from '@vtex/api'
import { z } from 'zod'
import { DOOR_MAY_ACCEPT } from '../../domain/problem/doorAccepts'
import { Fault } from '../../domain/problem/fault'
import {
  DEFAULT_SETTINGS,
  LEAST_BATCH_PACE,
  MOST_BATCH_PACE,
  type Settings,
} from '../../domain/values/settings'
import type { ClaimsPort, NewSettings, SettingsPort } from '../../usecases/ports'
import { upstreamFault } from '../clients/upstreamFault'

const carrier = z.object({
  name: z.string(),
  urlTemplate: z.string().nullable().catch(null),
  numberPattern: z.string().nullable().catch(null),
})

// Settings are written in VTEX's own form too, and stay from older versions: what cannot be read falls back by itself.
const stored = z.object({
  defaultCourier: z
    .string()
    .nullable()
    .catch(DEFAULT_SETTINGS.defaultCourier)
    .transform((name) => name?.trim() || null),
  carriers: z
    .array(carrier.nullable().catch(null))
    .catch([])
    .transform((carriers) => carriers.filter((one) => one !== null)),
  xmlRequired: z
    .enum(['NEVER', 'CERTIFIED_MARKETPLACES', 'ALWAYS'])
    .catch(DEFAULT_SETTINGS.xmlRequired),
  freightOn: z.enum(['FIRST_INVOICE', 'LAST_INVOICE']).catch(DEFAULT_SETTINGS.freightOn),
  noteOnOrder: z.boolean().catch(DEFAULT_SETTINGS.noteOnOrder),
  batchPace: z.int().min(LEAST_BATCH_PACE).max(MOST_BATCH_PACE).catch(DEFAULT_SETTINGS.batchPace),
  // Never more than may be chosen: a refund is not taken by itself, whoever has written it here.
  doorAccepts: z
    .array(z.unknown())
    .transform((codes) => DOOR_MAY_ACCEPT.filter((code) => codes.includes(code)))
    .catch([...DEFAULT_SETTINGS.doorAccepts]),
})

const WAIT_TO_SAVE_MS = 5_000
/** No order id: the claim under which settings are compared and saved. */
const SETTINGS_CLAIM = 'settings of the app'

/** The app's own settings in VTEX, for one request. Their version is a hash of their content. */
export class AppSettings implements SettingsPort {
  private current: Promise<Settings> | null = null

  constructor(
    private readonly apps: Apps,
    private readonly claims: ClaimsPort
  ) {}

  /** Once a request: a flow must not change its mind half-way. */
  read(): Promise<Settings> {
    this.current ??= this.readNow()
    return this.current
  }

  async save(
    settings: NewSettings,
    version: string
  ): Promise<{ readonly saved: Settings } | { readonly conflict: Settings }> {
    // VTEX's settings know no condition: comparing and saving go under a claim instead.
    const result = await this.claims.hold(SETTINGS_CLAIM, WAIT_TO_SAVE_MS, async () => {
      const raw = await this.raw()
      const current = versioned(stored.parse(raw ?? {}))
      if (current.version !== version) return { conflict: current }
      const { batchPace, doorAccepts, ...others } = settings
      const next = {
        ...others,
        batchPace: batchPace ?? current.batchPace,
        doorAccepts: doorAccepts ?? current.doorAccepts,
      }
      await this.put(asDeclared({ ...raw, ...next }))
      this.current = null
      return { saved: versioned(stored.parse(next)) }
    })
    if (result.held) return result.value
    throw new Fault({ kind: 'unavailable', upstream: 'SETTINGS', operation: 'Save' })
  }

  private async readNow(): Promise<Settings> {
    return versioned(stored.parse((await this.raw()) ?? {}))
  }

  private async raw(): Promise<Record<string, unknown> | null> {
    try {
      return await this.apps.getAppSettings(ownId())
    } catch (error) {
      const fault = upstreamFault(error, 'SETTINGS', 'Read')
      if (fault.kind === 'notFound') return null
      throw fault
    }
  }

  private async put(settings: unknown): Promise<void> {
    try {
      await this.apps.saveAppSettings(ownId(), settings)
    } catch (error) {
      throw upstreamFault(error, 'SETTINGS', 'Save')
    }
  }
}

/** The same content in whatever order it is stored is the same version. */
function versioned(settings: Omit<Settings, 'version'>): Settings {
  const { defaultCourier, carriers, xmlRequired, freightOn } = settings
  const { noteOnOrder, batchPace, doorAccepts } = settings
  const content = {
    defaultCourier,
    carriers,
    xmlRequired,
    freightOn,
    noteOnOrder,
    batchPace,
    doorAccepts,
  }
  const version = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
  return { ...content, version }
}

/** As the manifest's settings schema has them: VTEX's own form knows no null, a text that is not set is left out. */
function asDeclared({ defaultCourier, ...others }: NewSettings): Record<string, unknown> {
  return defaultCourier === null ? others : { ...others, defaultCourier }
}

function ownId(): string {
  return process.env.VTEX_APP_ID ?? ''
}
