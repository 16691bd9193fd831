import type { compileFunction, Script } from 'node:vm'

/** Gives a `compileFunction` that compiles a file that `isKept` names once, for whatever contexts. */
export function shareScripts(
  vm: { compileFunction: typeof compileFunction; Script: typeof Script },
  isKept: (filename: string) => boolean
): typeof compileFunction
