import { mayPass } from '../../domain/problem/fault'

/** Calls again where a call failed by what passes; only for what may be done twice. @errors that of the last try */
export async function tried<T>(most: number, call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call()
    } catch (error) {
      if (tries >= most || !mayPass(error)) throw error
    }
  }
}
