import { isByCookie } from './actor'
import { messageOfCode } from './codes'
import type { Context } from './context'
import { exposed } from './exit'
import { portsOf } from './ports'
import { PublicError } from './publicError'
import type { Ports } from '../usecases/ports'

type Answer<Args, Result> = (ports: Ports, args: Args, ctx: Context) => Promise<Result>
type RootResolver<Args, Result> = (root: null, args: Args, ctx: Context) => Promise<Result>

/** A root field of Query: who calls, what is asked, one use case; errors leave by the one exit. */
export function query<Args, Result>(
  name: string,
  answer: Answer<Args, Result>
): RootResolver<Args, Result> {
  return async (_root, args, ctx) => {
    try {
      return await answer(await portsOf(ctx), args, ctx)
    } catch (error) {
      throw exposed(error, name, ctx)
    }
  }
}

/** A root field of Mutation. The runtime runs mutations over GET too, where a link with a cookie would be enough. */
export function mutation<Args, Result>(
  name: string,
  answer: Answer<Args, Result>
): RootResolver<Args, Result> {
  return query(name, async (ports, args, ctx) => {
    if (ctx.method.toUpperCase() !== 'POST') {
      throw new PublicError('MUTATION_OVER_GET', messageOfCode('MUTATION_OVER_GET'))
    }
    // A form of another site is a POST with the person's cookie too. JSON it cannot send unasked, nor a token in a header.
    if (isByCookie(ctx) && !ctx.is('json')) {
      throw new PublicError('MUTATION_NOT_JSON', messageOfCode('MUTATION_NOT_JSON'))
    }
    return answer(ports, args, ctx)
  })
}

/** A field below, read only where it is asked for; its root field was judged by then. */
export function field<Parent, Args, Result>(
  name: string,
  answer: (parent: Parent, args: Args, ctx: Context) => Promise<Result>
): (parent: Parent, args: Args, ctx: Context) => Promise<Result> {
  return async (parent, args, ctx) => {
    try {
      return await answer(parent, args, ctx)
    } catch (error) {
      throw exposed(error, name, ctx)
    }
  }
}
