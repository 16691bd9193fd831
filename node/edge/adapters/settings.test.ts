import type { Apps } from '@vtex/api'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_SETTINGS, LEAST_BATCH_PACE, MOST_BATCH_PACE } from '../../domain/values/settings'
import { ClaimsStore } from '../stores/claims'
import { countingIds, FakeClock, RecordingLog } from '../testing/fakes'
import { MemoryFiles } from '../testing/memoryFiles'
import { AppSettings } from './settings'

/** The app's settings in VTEX: one JSON, last writer wins. */
class AppsDouble {
  constructor(public stored: unknown = {}) {}

  getAppSettings = async () => this.stored

  saveAppSettings = async (_app: string, settings: unknown) => {
    this.stored = settings
  }
}

function settingsOn(
  apps: { getAppSettings: unknown; saveAppSettings: unknown },
  files = new MemoryFiles()
) {
  const parts = { files, clock: new FakeClock(), log: new RecordingLog(), newId: countingIds() }
  return new AppSettings(apps as Apps, new ClaimsStore(parts))
}

const { version: _version, ...defaults } = DEFAULT_SETTINGS

interface SettingSchema {
  readonly type: string
  readonly enum?: readonly unknown[]
}

/** What VTEX's own settings form takes for each setting. */
const schema = (
  JSON.parse(readFileSync(join(__dirname, '../../../manifest.json'), 'utf8')) as {
    settingsSchema: { properties: Record<string, SettingSchema> }
  }
).settingsSchema.properties

const typeOf = (value: unknown): string => (Number.isInteger(value) ? 'integer' : typeof value)

/** The settings that the manifest's schema refuses. */
const refusedBySchema = (settings: unknown): string[] =>
  Object.entries(settings as object)
    .filter(([name, value]) => {
      const wanted = schema[name]
      return wanted && (typeOf(value) !== wanted.type || !(wanted.enum ?? [value]).includes(value))
    })
    .map(([name]) => name)

describe("the app's settings", () => {
  it('are the defaults where nothing is stored', async () => {
    expect(await settingsOn(new AppsDouble()).read()).toMatchObject(defaults)
  })

  it('fall back one by one where VTEX or an older version stored something else', async () => {
    const apps = new AppsDouble({
      defaultCourier: '',
      carriers: [{ name: 'Jadlog', urlTemplate: 7 }, 'nonsense'],
      xmlRequired: 'SOMETIMES',
      freightOn: 'FIRST_INVOICE',
      noteOnOrder: 'yes',
      batchPace: 6_000,
      doorAccepts: 'XML_REQUIRED',
    })
    expect(await settingsOn(apps).read()).toMatchObject({
      ...defaults,
      carriers: [{ name: 'Jadlog', urlTemplate: null, numberPattern: null }],
      freightOn: 'FIRST_INVOICE',
    })
  })

  it('are saved where nobody saved since, and keep what is not ours', async () => {
    const apps = new AppsDouble({ ofVtex: 'kept' })
    const settings = settingsOn(apps)
    const { version } = await settings.read()
    const result = await settings.save({ ...defaults, xmlRequired: 'ALWAYS' }, version)
    expect(result).toMatchObject({ saved: { xmlRequired: 'ALWAYS' } })
    expect(apps.stored).toMatchObject({ ofVtex: 'kept', xmlRequired: 'ALWAYS' })
    expect('saved' in result && result.saved.version).toBe((await settings.read()).version)
  })

  it.each([
    ['no default carrier', { ...defaults, defaultCourier: null }],
    [
      'every setting set',
      { ...defaults, defaultCourier: 'Correios', noteOnOrder: true, batchPace: 60 },
    ],
  ])('are saved as the manifest declares them, with %s', async (_, wanted) => {
    const apps = new AppsDouble({ defaultCourier: null, ofVtex: 'kept' })
    const settings = settingsOn(apps)
    const { version } = await settings.read()
    await settings.save(wanted, version)
    expect(refusedBySchema(apps.stored)).toEqual([])
    expect(await settings.read()).toMatchObject(wanted)
  })

  it('keep the pace of batches that is stored where nobody names another', async () => {
    const apps = new AppsDouble({ batchPace: 600 })
    const { version } = await settingsOn(apps).read()
    const result = await settingsOn(apps).save({ ...defaults, batchPace: null }, version)
    expect(result).toMatchObject({ saved: { batchPace: 600 } })
    expect(apps.stored).toMatchObject({ batchPace: 600 })
  })

  it('keep the warnings that the door takes where nobody names others, and none that it never may', async () => {
    const apps = new AppsDouble({ doorAccepts: ['RETURN_TRIGGERS_REFUND', 7, 'XML_DISAGREES'] })
    const { version, doorAccepts } = await settingsOn(apps).read()
    expect(doorAccepts).toEqual(['XML_DISAGREES'])
    const result = await settingsOn(apps).save({ ...defaults, doorAccepts: null }, version)
    expect(result).toMatchObject({ saved: { doorAccepts: ['XML_DISAGREES'] } })
  })

  it('take the manifest’s bounds of the pace for their own', () => {
    expect(schema.batchPace).toMatchObject({
      minimum: LEAST_BATCH_PACE,
      maximum: MOST_BATCH_PACE,
      default: DEFAULT_SETTINGS.batchPace,
    })
  })

  it('lose no update: of two who read the same version one is refused with what the other saved', async () => {
    const apps = new AppsDouble()
    const files = new MemoryFiles()
    const { version } = await settingsOn(apps, files).read()
    const results = await Promise.all([
      settingsOn(apps, files).save({ ...defaults, defaultCourier: 'A' }, version),
      settingsOn(apps, files).save({ ...defaults, defaultCourier: 'B' }, version),
    ])
    const saved = results.flatMap((result) => ('saved' in result ? [result.saved] : []))
    const refused = results.flatMap((result) => ('conflict' in result ? [result.conflict] : []))
    expect(saved).toHaveLength(1)
    expect(refused).toEqual(saved)
  })

  it('say so where VTEX does not answer', async () => {
    const apps = {
      ...new AppsDouble(),
      getAppSettings: async () => Promise.reject(new Error('timeout')),
    }
    await expect(settingsOn(apps).read()).rejects.toMatchObject({
      upstream: 'SETTINGS',
      kind: 'unavailable',
    })
  })
})
