import type { Settings } from '../domain/values/settings'
import type { Ports } from './ports'

/** @errors Fault SETTINGS */
export function readSettings(ports: Pick<Ports, 'settings'>): Promise<Settings> {
  return ports.settings.read()
}
