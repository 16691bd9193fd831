import type { Problem } from '../domain/problem/problem'
import { problem } from '../domain/problem/problems'
import type { Settings } from '../domain/values/settings'
import type { NewSettings, Ports } from './ports'

export interface SettingsResult {
  /** As saved, or as somebody else saved them meanwhile. */
  readonly settings: Settings | null
  readonly problems: readonly Problem[]
}

/** @errors Fault SETTINGS */
export async function saveSettings(
  ports: Pick<Ports, 'settings' | 'log'>,
  settings: NewSettings,
  version: string
): Promise<SettingsResult> {
  const result = await ports.settings.save(settings, version)
  if ('saved' in result) {
    ports.log.info({ flow: 'SaveSettings', outcome: 'APPLIED' })
    return { settings: result.saved, problems: [] }
  }
  ports.log.info({ flow: 'SaveSettings', outcome: 'REFUSED', problems: ['SETTINGS_CHANGED'] })
  return {
    settings: result.conflict,
    problems: [problem('SETTINGS_CHANGED', { field: ['settings', 'version'] })],
  }
}
