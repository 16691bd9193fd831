import type { FragmentDefinitionNode, OperationDefinitionNode, SelectionSetNode } from 'graphql'
import { messageOfTooMany } from './codes'
import { PublicError } from './publicError'

/** Every root field is a use case of its own, with its calls to VTEX; the panel asks for one at a time. */
export const MOST_ROOT_FIELDS = 50

interface Asked {
  readonly operation: OperationDefinitionNode
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
}

/** By operation: the runtime keeps parsed documents, and every field of one would count all of them again. */
const counts = new WeakMap<OperationDefinitionNode, number>()

/**
 * A caller can name a field as often as it likes, by aliases. Judged for the request as a whole, before anybody is asked
 * who calls: of one that asks for too much nothing is run. Null where it may go on.
 */
export function tooManyFields(asked: Asked): PublicError | null {
  const count = counts.get(asked.operation) ?? rootFieldsOf(asked)
  counts.set(asked.operation, count)
  return count <= MOST_ROOT_FIELDS
    ? null
    : new PublicError('TOO_MANY_FIELDS', messageOfTooMany(count, MOST_ROOT_FIELDS))
}

/** By the names in the answer, as the runtime collects them: what merges is run once, and a fragment is opened once. */
function rootFieldsOf({ operation, fragments }: Asked): number {
  const names = new Set<string>()
  const opened = new Set<string>()
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === 'Field') {
        names.add((selection.alias ?? selection.name).value)
      } else if (selection.kind === 'InlineFragment') {
        collect(selection.selectionSet)
      } else if (!opened.has(selection.name.value)) {
        opened.add(selection.name.value)
        const fragment = fragments[selection.name.value]
        if (fragment) collect(fragment.selectionSet)
      }
    }
  }
  collect(operation.selectionSet)
  return names.size
}
