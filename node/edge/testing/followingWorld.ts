import type { NewsEvent } from '../../domain/following/news'
import { lookAtFollowed } from '../../usecases/following/lookAtFollowed'
import type { Following } from '../../usecases/following/ports'
import type { Ports } from '../../usecases/ports'
import { World } from '../../usecases/testing/world'
import { FollowedStore } from '../stores/followed'
import { counting } from './carrierWorld'
import { MemoryFiles } from './memoryFiles'
import { mortal, type Death } from './mortal'

/** The use cases with followed orders on their real store, and whoever looks at them; replicas that die. */
export class FollowingWorld {
  readonly world: World
  readonly files = new MemoryFiles()
  readonly told: NewsEvent[] = []
  /** Calls that the replica made. */
  calls = 0
  /** What fails, by its name: a Fault is thrown instead of the call. */
  fails: (name: 'news' | 'followed') => Error | null = () => null

  constructor(...orders: ConstructorParameters<typeof World>) {
    this.world = new World(...orders)
  }

  ports(dies: Death | null = null, actor = 'ana@store.com'): Ports {
    this.calls = 0
    const counted = mortal(dies, () => (this.calls += 1))
    const ports = this.world.ports(actor)
    const { followed, news, nudge } = this.following()
    return {
      ...ports,
      orders: counting(ports.orders, counted),
      journals: counting(ports.journals, counted),
      following: { nudge, followed: counting(followed, counted), news: counting(news, counted) },
    }
  }

  /** One handler's look, some time later. */
  async looked(afterMs: number): Promise<void> {
    const { world } = this
    world.clock.advance(afterMs)
    world.releaseDeadClaims()
    const { claims, clock, log } = world.ports()
    await lookAtFollowed({
      claims,
      clock,
      log,
      following: this.following(),
      turn: async () => true,
      portsOf: (by) => world.ports(by),
    })
  }

  left(): readonly string[] {
    return [...this.files.content.keys()].filter((path) => path.startsWith('followed/'))
  }

  private following(): Following {
    const failing =
      (name: 'news' | 'followed') =>
      async <T>(call: () => Promise<T>): Promise<T> => {
        const error = this.fails(name)
        if (error) throw error
        return call()
      }
    const news = { send: async (event: NewsEvent) => void this.told.push(event) }
    return {
      followed: counting(new FollowedStore(this.files), failing('followed')),
      news: counting(news, failing('news')),
      nudge: async () => undefined,
    }
  }
}

/** Lets what nobody waits for come to its end. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
