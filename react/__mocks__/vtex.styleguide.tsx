/** Stand-ins that keep what tests look at: names, roles and events. The browser tests run the real styleguide. */
import React, { forwardRef } from 'react'

/* eslint-disable @typescript-eslint/no-explicit-any */
export const Layout = ({ pageHeader, children }: any) => (
  <div>
    {pageHeader}
    {children}
  </div>
)
export const Button = forwardRef<HTMLButtonElement, any>(
  ({ children, onClick, type = 'button', isLoading, disabled, id }, ref) => (
    <button ref={ref} id={id} type={type} disabled={disabled || isLoading} onClick={onClick}>
      {children}
    </button>
  )
)
export const Checkbox = ({ id, name, checked, label, disabled, onChange }: any) => (
  <div>
    <input
      id={id}
      name={name}
      type="checkbox"
      checked={checked}
      disabled={disabled}
      onChange={onChange}
    />
    <label htmlFor={id}>{label}</label>
  </div>
)
export const Toggle = ({ id, checked, label, onChange }: any) => (
  <label htmlFor={id}>
    <input id={id} type="checkbox" checked={checked} onChange={onChange} />
    {label}
  </label>
)
export const RadioGroup = ({ name, label, value, options, onChange }: any) => (
  <fieldset>
    <legend>{label}</legend>
    {options.map((option: any) => (
      <label key={option.value}>
        <input
          type="radio"
          name={name}
          value={option.value}
          checked={option.value === value}
          onChange={onChange}
        />
        {option.label}
      </label>
    ))}
  </fieldset>
)
export const Spinner = () => <span />
export const Dropzone = ({ children }: any) => <div>{children}</div>

const Icon = () => <svg aria-hidden="true" />
export const IconCaretDown = Icon
export const IconCaretRight = Icon
export const IconCheck = Icon
export const IconClear = Icon
export const IconClose = Icon
export const IconClock = Icon
export const IconCopy = Icon
export const IconDelete = Icon
export const IconDownload = Icon
export const IconExternalLink = Icon
export const IconFailure = Icon
export const IconInfo = Icon
export const IconMinus = Icon
export const IconPlus = Icon
export const IconSearch = Icon
export const IconSuccess = Icon
export const IconWarning = Icon
