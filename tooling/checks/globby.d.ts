declare module 'globby' {
  export default function globby(
    patterns: string[],
    options: Record<string, unknown>
  ): Promise<string[]>
}
