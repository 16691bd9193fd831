import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, findBreakingChanges, type GraphQLObjectType } from 'graphql'

const root = join(__dirname, '..', '..')

function graphqlFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? graphqlFiles(join(folder, entry.name))
      : entry.name.endsWith('.graphql')
        ? [join(folder, entry.name)]
        : []
  )
}

// The platform brings these; declaring them in graphql/ would break its build.
const NATIVE = `
  enum Scope { PUBLIC PRIVATE }
  enum CacheScope { PUBLIC SEGMENT PRIVATE }
  directive @auth(scope: Scope, productCode: String, resourceCode: String) on FIELD_DEFINITION
  directive @cacheControl(maxAge: Int, scope: CacheScope) on FIELD_DEFINITION
`
const shippedText = graphqlFiles(join(root, 'graphql'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
const shipped = buildSchema(NATIVE + shippedText)
const accepted = buildSchema(readFileSync(join(__dirname, 'accepted-schema.graphql'), 'utf8'))

const rootFields = (['Query', 'Mutation'] as const).flatMap((name) =>
  Object.values((shipped.getType(name) as GraphQLObjectType).getFields())
)
const argument = (field: (typeof rootFields)[number], directive: string, name: string) =>
  field.astNode?.directives
    ?.find((node) => node.name.value === directive)
    ?.arguments?.find((node) => node.name.value === name)?.value as { value?: string } | undefined

describe('the GraphQL schema', () => {
  it('breaks nothing that callers rely on', () => {
    expect(findBreakingChanges(accepted, shipped)).toEqual([])
  })

  it.each(rootFields.map((field) => [field.name, field] as const))(
    '%s is private, guarded by a right, and never publicly cached',
    (_, field) => {
      expect(argument(field, 'auth', 'scope')?.value).toBe('PRIVATE')
      expect(argument(field, 'auth', 'productCode')?.value).toMatch(/^(19|66)$/)
      expect(argument(field, 'auth', 'resourceCode')?.value).toMatch(/^[A-Za-z-]+$/)
      expect(argument(field, 'cacheControl', 'scope')?.value).toBe('PRIVATE')
    }
  )
})
