/** The styleguide's parts that panel pages use as they are; the others have own bricks in shared/components. */
declare module 'vtex.styleguide' {
  import { ChangeEvent, ComponentType, MouseEvent, ReactNode, Ref } from 'react'

  export interface ButtonProps {
    variation?: 'primary' | 'secondary' | 'tertiary'
    size?: 'small' | 'regular' | 'large'
    type?: 'button' | 'submit'
    id?: string
    testId?: string
    block?: boolean
    noWrap?: boolean
    disabled?: boolean
    isLoading?: boolean
    href?: string
    target?: string
    rel?: string
    download?: string
    tabIndex?: number
    forwardedRef?: Ref<HTMLButtonElement>
    onClick?: (event: MouseEvent<HTMLElement>) => void
    onMouseDown?: (event: MouseEvent<HTMLElement>) => void
    children: ReactNode
  }

  export interface IconProps {
    size?: number
    color?: string
    block?: boolean
  }

  export interface Option {
    value: string | number
    label: string
    disabled?: boolean
  }

  export const Layout: ComponentType<{
    fullWidth?: boolean
    pageHeader: ReactNode
    children: ReactNode
  }>
  export const Button: ComponentType<ButtonProps & { ref?: Ref<HTMLButtonElement> }>
  export const Checkbox: ComponentType<{
    id: string
    name: string
    checked: boolean
    partial?: boolean
    disabled?: boolean
    label?: ReactNode
    forwardedRef?: Ref<HTMLInputElement>
    onChange: (event: ChangeEvent<HTMLInputElement>) => void
  }>
  export const Toggle: ComponentType<{
    id?: string
    name?: string
    checked: boolean
    disabled?: boolean
    label?: ReactNode
    size?: 'regular' | 'large'
    onChange: (event: ChangeEvent<HTMLInputElement>) => void
  }>
  export const RadioGroup: ComponentType<{
    name: string
    label?: ReactNode
    options: Array<{ value: string; label: ReactNode; disabled?: boolean }>
    value: string
    hideBorder?: boolean
    size?: 'small' | 'regular'
    onChange: (event: ChangeEvent<HTMLInputElement>) => void
  }>
  export const Dropdown: ComponentType<{
    id?: string
    name?: string
    label?: ReactNode
    size?: 'small' | 'regular' | 'large'
    value?: string | number
    placeholder?: string
    options: Option[]
    disabled?: boolean
    helpText?: ReactNode
    preventTruncate?: boolean
    onChange: (event: ChangeEvent<HTMLSelectElement>, value: string) => void
  }>
  export const Spinner: ComponentType<{ size?: number; color?: string; block?: boolean }>
  export const Dropzone: ComponentType<{
    accept?: string
    multiple?: boolean
    maxSize?: number
    isLoading?: boolean
    icon?: ReactNode
    onDropAccepted: (files: File[]) => void
    onDropRejected?: (files: File[]) => void
    onFileReset?: (files?: File[]) => void
    children?: ReactNode
  }>
  export const DatePicker: ComponentType<{
    label?: ReactNode
    locale: 'en-US' | 'pt-BR' | 'es'
    value?: Date
    minDate?: Date
    maxDate?: Date
    size?: 'small' | 'regular' | 'large'
    onChange: (date: Date) => void
  }>

  export const IconArrowDown: ComponentType<IconProps>
  export const IconArrowUp: ComponentType<IconProps>
  export const IconCaretDown: ComponentType<IconProps>
  export const IconCaretLeft: ComponentType<IconProps>
  export const IconCaretRight: ComponentType<IconProps>
  export const IconCaretUp: ComponentType<IconProps>
  export const IconCheck: ComponentType<IconProps>
  export const IconClear: ComponentType<IconProps>
  export const IconClock: ComponentType<IconProps>
  export const IconClose: ComponentType<IconProps>
  export const IconCog: ComponentType<IconProps>
  export const IconCopy: ComponentType<IconProps>
  export const IconDelete: ComponentType<IconProps>
  export const IconDownload: ComponentType<IconProps>
  export const IconEdit: ComponentType<IconProps>
  export const IconExternalLink: ComponentType<IconProps>
  export const IconFailure: ComponentType<IconProps>
  export const IconHelp: ComponentType<IconProps>
  export const IconInfo: ComponentType<IconProps>
  export const IconMinus: ComponentType<IconProps>
  export const IconOptionsDots: ComponentType<IconProps>
  export const IconPlus: ComponentType<IconProps>
  export const IconSearch: ComponentType<IconProps>
  export const IconSuccess: ComponentType<IconProps>
  export const IconUpload: ComponentType<IconProps>
  export const IconWarning: ComponentType<IconProps>
}
