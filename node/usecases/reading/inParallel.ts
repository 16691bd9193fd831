/** Runs work over inputs, at most `limit` at a time, and answers in the inputs' order. The first failure ends it. */
export async function inParallel<In, Out>(
  inputs: readonly In[],
  limit: number,
  work: (input: In) => Promise<Out>
): Promise<Out[]> {
  const answers = new Array<Out>(inputs.length)
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < inputs.length) {
      const position = next
      next += 1
      answers[position] = await work(inputs[position])
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, inputs.length) }, worker))
  return answers
}
