import './keepingEnvironment'

/** After the last file of a run: where jest ran them in its own process, that goes on without what they kept. */
export default async function endKept(): Promise<void> {
  await globalThis.endWhatIsKept?.()
}
