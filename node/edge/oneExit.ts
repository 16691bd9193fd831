import { defaultFieldResolver, type GraphQLField } from 'graphql'
import { SchemaDirectiveVisitor } from 'graphql-tools'
import type { Right } from '../domain/problem/rights'
import { actorOf } from './actor'
import { budgetOf } from './budget'
import { statusOf } from './clients/upstreamFault'
import { messageOfCode, messageOfMissing } from './codes'
import type { Context } from './context'
import { PublicError } from './publicError'
import { tooManyFields } from './rootFieldLimit'

/**
 * @oneExit: what @auth throws gets a code and words too. The resolvers' own errors come with theirs; what else arrives
 * here is VTEX ID's or License Manager's failure, which the platform would hand out with the answer that caused it.
 */
export class OneExit extends SchemaDirectiveVisitor {
  override visitFieldDefinition(field: GraphQLField<unknown, Context>): void {
    const resolve = field.resolve ?? defaultFieldResolver
    field.resolve = async (root, args, ctx, info) => {
      // Who calls and what they may is asked within the same time.
      budgetOf(ctx)
      const refusal = tooManyFields(info)
      if (refusal) return refuse(refusal, field, ctx)
      // Who calls is asked beside @auth, not after it; who fails here fails there.
      actorOf(ctx).catch(() => undefined)
      try {
        return await resolve(root, args, ctx, info)
      } catch (error) {
        forgetArguments(ctx)
        throw error instanceof PublicError ? error : exposedAuth(error, field, ctx)
      }
    }
  }
}

/**
 * The platform repeats query and variables in every error and writes them to its log: an invoice's XML holds persons.
 * They are parsed and running already; only the name is kept.
 */
function forgetArguments(ctx: Context): void {
  const { graphql } = ctx as { graphql?: { query?: { operationName?: string } } }
  if (graphql?.query) graphql.query = { operationName: graphql.query.operationName }
}

const refused = new WeakSet<object>()

/**
 * Says once that the whole request is refused. The platform compares every error of an answer with every other: thousands
 * of them stop a worker for minutes. What may not be null fails by the same words.
 */
function refuse(
  { extensions, message }: PublicError,
  { type }: GraphQLField<unknown, Context>,
  ctx: Context
): null {
  if (refused.has(ctx) && !String(type).endsWith('!')) return null
  refused.add(ctx)
  forgetArguments(ctx)
  throw new PublicError(extensions.code, message, ctx.vtex.requestId)
}

function exposedAuth(
  error: unknown,
  field: GraphQLField<unknown, Context>,
  ctx: Context
): PublicError {
  const { requestId, logger } = ctx.vtex
  const code = (error as { extensions?: { code?: unknown } } | null)?.extensions?.code
  if (code === 'UNAUTHENTICATED') return new PublicError(code, messageOfCode(code), requestId)
  if (code === 'FORBIDDEN') return new PublicError(code, missingRight(field), requestId)
  const status = statusOf(error)
  const exposed = status === 401 || status === 403 ? 'APP_NOT_ALLOWED' : 'IDENTITY_UNAVAILABLE'
  logger.error({
    flow: field.name,
    code: exposed,
    status,
    cause: error instanceof Error ? `${error.name}: ${error.message}` : typeof error,
    requestId,
  })
  return new PublicError(exposed, messageOfCode(exposed), requestId)
}

function missingRight(field: GraphQLField<unknown, Context>): string {
  const auth = field.astNode?.directives?.find((directive) => directive.name.value === 'auth')
  const value = auth?.arguments?.find((argument) => argument.name.value === 'resourceCode')?.value
  const right = value?.kind === 'StringValue' ? (value.value as Right) : null
  return right === null ? 'The caller lacks the right for this.' : messageOfMissing(right)
}
