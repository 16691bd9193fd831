// What npm run dev does when files change, without a clock, a file or a process of its own.

/** Folders of the app that a running stand can take anew, and what stands for them. */
export const WATCHED = ['node', 'react', 'graphql', 'admin', 'messages']

/** Whether a change of this file, named from the root, can change what was built. */
export function matters(path) {
  if (/(^|\/)(node_modules|generated|coverage|testing|__mocks__)\//.test(path)) return false
  if (/(\.test\.tsx?|\.md|\.lock|~|\.swp|\.tmp)$/.test(path)) return false
  // Written by the code generator, which runs as part of a rebuild.
  if (path.endsWith('shared/graphql/generated.ts')) return false
  return /\.(ts|tsx|graphql|css|json)$/.test(path)
}

/**
 * Rebuilds one after the other: what changes during a rebuild is taken by the next one, and never by two at once.
 * @param generate writes the types of the operations; called where a `.graphql` file changed
 * @param build answers `{service, panel}`, each 'built' or 'unchanged'; @errors with what the compiler said
 * @param restart gives the running replicas the new service
 * @param say tells the developer
 * @returns a function that takes the files that changed, and a promise that ends when nothing is left to do
 */
export function rebuilds({ generate, build, restart, say }) {
  let waiting = new Set()
  let running = null

  async function work() {
    while (waiting.size > 0) {
      const changed = [...waiting]
      waiting = new Set()
      try {
        if (changed.some((path) => path.endsWith('.graphql'))) await generate()
        const { service, panel } = await build()
        if (service === 'built') await restart()
        say(sentence(changed, service, panel))
      } catch (error) {
        say(`${error.message}\nThe stand goes on with what was built last.`)
      }
    }
    running = null
  }

  return (paths) => {
    for (const path of paths.filter(matters)) waiting.add(path)
    running ??= work()
    return running
  }
}

function sentence(changed, service, panel) {
  const what = changed.length === 1 ? changed[0] : `${changed.length} files`
  const done = [
    ...(service === 'built' ? ['the service runs anew, the orders are as they were'] : []),
    ...(panel === 'built' ? ['reload the panel'] : []),
  ]
  return `${what}: ${done.join('; ') || 'nothing to build'}`
}
