import { Kind, parse, print, visit, type DirectiveNode, type DocumentNode } from 'graphql'

export interface AdminBody {
  readonly operationName?: string
  readonly query: string
  readonly variables: Record<string, unknown>
}

export class AdminGraphqlError extends Error {}

/**
 * What the Admin's GraphQL server hands on to the provider of an operation: the query without
 * `@context`, the variables out of base64 `extensions.variables` (platform §3.4).
 * @errors AdminGraphqlError where a root field names no provider or another app than `appName`.
 */
export function readAdminBody(text: string, appName: string): AdminBody {
  let body: {
    operationName?: string | null
    query?: unknown
    variables?: unknown
    extensions?: { variables?: unknown }
  }
  try {
    body = JSON.parse(text) as typeof body
  } catch {
    throw new AdminGraphqlError('The body must be JSON.')
  }
  if (typeof body?.query !== 'string') throw new AdminGraphqlError('The body must have a query.')
  let document: DocumentNode
  try {
    document = parse(body.query)
  } catch (error) {
    throw new AdminGraphqlError((error as Error).message)
  }
  checkProviders(document, appName)
  return {
    operationName: body.operationName ?? undefined,
    query: print(withoutContext(document)),
    variables: variablesOf(body),
  }
}

function checkProviders(document: DocumentNode, appName: string): void {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    for (const selection of definition.selectionSet.selections) {
      if (selection.kind !== Kind.FIELD) continue
      const provider = providerOf(selection.directives ?? [])
      if (provider === null) {
        throw new AdminGraphqlError(
          `Field ${selection.name.value} needs @context(provider: "${appName}").`
        )
      }
      if (provider.split('@')[0] !== appName) {
        throw new AdminGraphqlError(
          `Field ${selection.name.value} names the provider ${provider}; only ${appName} is installed here.`
        )
      }
    }
  }
}

function providerOf(directives: readonly DirectiveNode[]): string | null {
  const context = directives.find((directive) => directive.name.value === 'context')
  const value = context?.arguments?.find((argument) => argument.name.value === 'provider')?.value
  return value?.kind === Kind.STRING ? value.value : null
}

const withoutContext = (document: DocumentNode): DocumentNode =>
  visit(document, {
    Directive: (node: DirectiveNode) => (node.name.value === 'context' ? null : undefined),
  }) as DocumentNode

function variablesOf(body: {
  variables?: unknown
  extensions?: { variables?: unknown }
}): Record<string, unknown> {
  const encoded = body.extensions?.variables
  if (encoded === undefined) return (body.variables as Record<string, unknown> | null) ?? {}
  if (typeof encoded !== 'string') {
    throw new AdminGraphqlError('extensions.variables must be base64 of JSON.')
  }
  try {
    return JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as Record<string, unknown>
  } catch {
    throw new AdminGraphqlError('extensions.variables must be base64 of JSON.')
  }
}
