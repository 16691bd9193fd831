import { z } from 'zod'

export type PatchResult<T = unknown> = { ok: true; value: T } | { ok: false; message: string }

/** Reads a change of switches: every name optional, an unknown one refused by its name. */
export function readPatch<Shape extends z.core.$ZodLooseShape>(
  shape: z.ZodObject<Shape>,
  value: unknown
): PatchResult<Partial<z.infer<z.ZodObject<Shape>>>> {
  const read = shape.partial().safeParse(value)
  if (read.success) {
    return { ok: true, value: read.data as Partial<z.infer<z.ZodObject<Shape>>> }
  }
  const known = Object.keys(shape.shape).join(', ')
  return {
    ok: false,
    message: `${read.error.issues.map(sentence).join('; ')}. Known here: ${known}.`,
  }
}

function sentence(issue: z.core.$ZodIssue): string {
  const at = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    return `unknown name ${issue.keys.join(', ')}${at ? ` in ${at}` : ''}`
  }
  return `${at || 'body'}: ${issue.message}`
}
