declare module '@vtex/styleguide' {
  import type { ComponentType, ReactNode } from 'react'

  export const ToastProvider: ComponentType<{ positioning?: 'window'; children?: ReactNode }>
}
