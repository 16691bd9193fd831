import { DEFAULT_SETTINGS, type Settings } from '../domain/values/settings'
import type { LogEntry, SettingsPort } from './ports'
import { readSettings } from './readSettings'
import { saveSettings } from './saveSettings'

const THEIRS: Settings = { ...DEFAULT_SETTINGS, defaultCourier: 'Correios' }

async function saving(save: SettingsPort['save']) {
  const entries: LogEntry[] = []
  const note = (entry: LogEntry): void => void entries.push(entry)
  const settings: SettingsPort = { read: async () => THEIRS, save }
  const ports = { settings, log: { info: note, warn: note, error: note } }
  return { result: await saveSettings(ports, DEFAULT_SETTINGS, 'v1'), entries }
}

it('answers what was saved, under the version that was read', async () => {
  const asked: unknown[] = []
  const { result, entries } = await saving(async (...given) => {
    asked.push(given)
    return { saved: DEFAULT_SETTINGS }
  })
  expect(asked).toEqual([[DEFAULT_SETTINGS, 'v1']])
  expect(result).toEqual({ settings: DEFAULT_SETTINGS, problems: [] })
  expect(entries).toEqual([{ flow: 'SaveSettings', outcome: 'APPLIED' }])
})

it('answers what somebody else has saved meanwhile, and saves nothing over it', async () => {
  const { result, entries } = await saving(async () => ({ conflict: THEIRS }))
  expect(result).toMatchObject({
    settings: THEIRS,
    problems: [{ code: 'SETTINGS_CHANGED', field: ['settings', 'version'] }],
  })
  expect(entries).toEqual([
    { flow: 'SaveSettings', outcome: 'REFUSED', problems: ['SETTINGS_CHANGED'] },
  ])
})

it('reads them as they are', async () => {
  const settings: SettingsPort = {
    read: async () => THEIRS,
    save: async () => ({ conflict: THEIRS }),
  }
  expect(await readSettings({ settings })).toBe(THEIRS)
})
