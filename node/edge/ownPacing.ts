import { SlotsInHand, SlotTaker } from '../usecases/batch/slots'
import type { SettingsPort } from '../usecases/ports'
import type { OwnContext } from './context'
import { tenantOf } from './ports'

/** At which pace a handler of events reads orders: the one that the store has set, whatever its handlers read OMS for. */
export function ownPacing(
  { vtex }: Pick<OwnContext, 'vtex'>,
  ports: ConstructorParameters<typeof SlotTaker>[0],
  settingsOf: () => SettingsPort
): { readonly settings: SettingsPort; readonly slots: SlotTaker } {
  const settings = readOnce(settingsOf)
  const paceSet = async (): Promise<number> => (await settings.read()).batchPace
  return { settings, slots: new SlotTaker(ports, paceSet, slotsOf(tenantOf(vtex))) }
}

const slotsOfTenants = new Map<string, SlotsInHand>()

/** One hand an account in a process, whatever its handlers read OMS for. */
function slotsOf(tenant: string): SlotsInHand {
  const slots = slotsOfTenants.get(tenant) ?? new SlotsInHand()
  slotsOfTenants.set(tenant, slots)
  return slots
}

/** Whoever began it: he had the rights then. */
export function ownActor(token: string, actor: string) {
  return { token, actor, has: async () => true }
}

/** A handler lives for some seconds: its rows are judged by the settings that it began with. */
function readOnce(settingsOf: () => SettingsPort): SettingsPort {
  let read: ReturnType<SettingsPort['read']> | null = null
  return {
    save: (...given) => settingsOf().save(...given),
    read: () => {
      read ??= settingsOf().read()
      // What failed is asked again.
      read.catch(() => (read = null))
      return read
    },
  }
}
