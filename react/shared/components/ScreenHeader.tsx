import React, { ReactNode, Ref } from 'react'

interface Props {
  title: ReactNode
  titleRef?: Ref<HTMLHeadingElement>
  /** Above the title: the way back. */
  above?: ReactNode
  /** Right behind the title, outside its name: what acts on it. */
  beside?: ReactNode
  /** On the title's line, right. */
  aside?: ReactNode
  /** Below: tabs, stepper, attention. */
  children?: ReactNode
}

/** Stands in Layout's pageHeader slot (panel §2): an h1 that can take the focus, 24 px, quiet words on its right. */
export function ScreenHeader({ title, titleRef, above, beside, aside, children }: Props) {
  return (
    <header className="it-header">
      {above && <div className="it-header__above t-small">{above}</div>}
      <div className="it-header__line">
        <div className="it-header__named">
          <h1 ref={titleRef} tabIndex={-1} className="it-header__title t-heading-4 fw5 ma0">
            {title}
          </h1>
          {beside}
        </div>
        {aside && <div className="it-header__aside t-small">{aside}</div>}
      </div>
      {children}
    </header>
  )
}
