import type { Verdict } from '../../domain/account/check'
import { judgeClock, judgeTimeZone } from '../../domain/account/timeVerdicts'
import type { AccountCheckPorts } from './ports'

export async function checkTimeZone({ zone }: Pick<AccountCheckPorts, 'zone'>): Promise<Verdict> {
  return judgeTimeZone(await zone())
}

export async function checkClock({
  oms,
  clock,
}: Pick<AccountCheckPorts, 'oms' | 'clock'>): Promise<Verdict> {
  const sentAt = clock.now()
  const date = await oms.date()
  return judgeClock({ sentAt, answeredAt: clock.now(), date })
}
