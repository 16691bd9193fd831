import { createStore, useStore } from '../sending/store'

/** One dialog for every call that met an ended session; what waits to go on is tried again from there. */
interface SessionState {
  hasEnded: boolean
  /** True where a send met it: it was not sent, and the dialog says so. */
  whileSending: boolean
}

const alive: SessionState = { hasEnded: false, whileSending: false }
const store = createStore<SessionState>(alive)
let timesGoneOn = 0

export const session = {
  ended(whileSending: boolean) {
    const { hasEnded, whileSending: before } = store.get()
    if (!hasEnded || (whileSending && !before))
      store.set({ hasEnded: true, whileSending: whileSending || before })
  },
  goOn() {
    timesGoneOn += 1
    store.set(alive)
  },
  /** Tells the session a call began in from the one after the next sign-in. */
  current: () => timesGoneOn,
}

export const useSession = () => useStore(store)
