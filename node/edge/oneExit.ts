import { defaultFieldResolver, type GraphQLField } from 'graphql'
import { SchemaDirectiveVisitor } from 'graphql-tools'
import { RIGHT_LABELS, ROLES_WITH_ORDER_RIGHTS, type Right } from '../domain/rights'
import { statusOf } from './clients/upstreamFault'
import { messageOfCode } from './codes'
import type { Context } from './context'
import { PublicError } from './publicError'

/**
 * @oneExit: what @auth throws gets a code and words too. The resolvers' own errors come with theirs; what else arrives
 * here is VTEX ID's or License Manager's failure, which the platform would hand out with the answer that caused it.
 */
export class OneExit extends SchemaDirectiveVisitor {
  override visitFieldDefinition(field: GraphQLField<unknown, Context>): void {
    const resolve = field.resolve ?? defaultFieldResolver
    field.resolve = async (root, args, ctx, info) => {
      try {
        return await resolve(root, args, ctx, info)
      } catch (error) {
        throw error instanceof PublicError ? error : exposedAuth(error, field, ctx)
      }
    }
  }
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
  logger.error({
    flow: field.name,
    code: 'IDENTITY_UNAVAILABLE',
    status: statusOf(error),
    cause: error instanceof Error ? `${error.name}: ${error.message}` : typeof error,
    requestId,
  })
  return new PublicError('IDENTITY_UNAVAILABLE', messageOfCode('IDENTITY_UNAVAILABLE'), requestId)
}

function missingRight(field: GraphQLField<unknown, Context>): string {
  const auth = field.astNode?.directives?.find((directive) => directive.name.value === 'auth')
  const value = auth?.arguments?.find((argument) => argument.name.value === 'resourceCode')?.value
  const right = value?.kind === 'StringValue' ? (value.value as Right) : null
  const named = right === null ? '' : ` "${RIGHT_LABELS[right]}" (${right})`
  return (
    `The caller lacks the right${named} in License Manager. ` +
    `Roles with the rights of orders: ${ROLES_WITH_ORDER_RIGHTS.join(', ')}.`
  )
}
