import { Killed } from '../../usecases/testing/world'

/** At which of its calls a replica dies, counted from 1; after: the call takes effect first. */
export interface Death {
  readonly at: number
  readonly after: boolean
}

/** The calls of one replica, which ends at one of them. @param onCall hears of each that is made */
export function mortal(
  dies: Death | null,
  onCall: () => void = () => undefined
): <T>(call: () => Promise<T>) => Promise<T> {
  let calls = 0
  let isDead = false
  return async (call) => {
    calls += 1
    onCall()
    const isLast = calls === dies?.at
    if (isDead || (isLast && !dies?.after)) {
      isDead = true
      throw new Killed('killed')
    }
    const answer = await call()
    isDead ||= isLast
    if (isDead) throw new Killed('killed')
    return answer
  }
}
