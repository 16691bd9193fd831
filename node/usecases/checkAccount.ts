import {
  CHECK_NAMES,
  unproven,
  verdictOfFault,
  type AccountCheckItem,
  type CheckName,
  type Verdict,
} from '../domain/account/check'
import { isFault } from '../domain/problem/fault'
import { instantAt, type Instant } from '../domain/values/instant'
import { checkAppToken, checkOrders, checkRights } from './account/checkOms'
import { checkAbsence, checkConditionalWrite, checkReadAfterWrite } from './account/checkStorage'
import { checkClock, checkTimeZone } from './account/checkTime'
import type { AccountCheckPorts } from './account/ports'

export interface AccountCheck {
  /** One for each name, in the order of `CHECK_NAMES`. */
  readonly checks: readonly AccountCheckItem[]
  readonly checkedAt: Instant
}

/** A request of the platform ends at 30 s: what has not ended by then is said to be unproven. */
const ANSWER_BY_MS = 24_000

/**
 * Tries on this very account what docs/guarantees.md assumes of VTEX. Writes to files of its own in VBase and removes
 * them; writes nothing to OMS. Never fails: what cannot be tried is UNPROVEN and says why.
 */
export async function checkAccount(ports: AccountCheckPorts): Promise<AccountCheck> {
  const orders = checkOrders(ports)
  const checks: Readonly<Record<CheckName, Promise<Verdict>>> = {
    'vbase-conditional-write': checkConditionalWrite(ports),
    'vbase-read-after-write': checkReadAfterWrite(ports),
    'vbase-absence': checkAbsence(ports),
    'oms-rights': checkRights(ports),
    'oms-list': orders.then(({ list }) => list),
    'oms-order': orders.then(({ order }) => order),
    'app-token': checkAppToken(ports),
    'time-zone': checkTimeZone(ports),
    clock: checkClock(ports),
  }
  const tooLong = ports.clock.sleep(ANSWER_BY_MS).then(() => LATE)
  const ended = await Promise.all(
    CHECK_NAMES.map(async (name) => ({
      name,
      ...(await Promise.race([faultJudged(checks[name]), tooLong])),
    }))
  )
  return { checks: ended, checkedAt: instantAt(ports.clock.now()) }
}

const LATE = unproven(
  `This had not ended after ${ANSWER_BY_MS / 1_000} s.`,
  'VTEX answers slowly at the moment, and nothing is known of it.',
  'Check again later.'
)

async function faultJudged(check: Promise<Verdict>): Promise<Verdict> {
  try {
    return await check
  } catch (error) {
    if (isFault(error)) return verdictOfFault(error)
    throw error
  }
}
