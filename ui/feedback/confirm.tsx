import { createContext, useCallback, useContext, useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import classes from './feedback.module.css'

export interface Question {
  title: string
  /** What will happen, and whether it can be undone. */
  text?: ReactNode
  confirm: string
  cancel?: string
  danger?: boolean
}

type Ask = (question: Question) => Promise<boolean>

const Context = createContext<Ask | null>(null)

/** `if (await confirm({ title, text, confirm })) …` asks once; Escape and closing mean no. */
export function useConfirm(): Ask {
  const ask = useContext(Context)
  if (!ask) throw new Error('E_NO_CONFIRM: the page stands outside <AppRoot>')
  return ask
}

/** A browser dialog: it traps and returns the focus itself, and stands above drawers and menus. */
export function ConfirmProvider({ children }: { children: ReactNode }) {
  const t = useT()
  const id = useId()
  const [question, setQuestion] = useState<Question | null>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const answer = useRef<(yes: boolean) => void>(() => {})

  const ask = useCallback<Ask>((next) => {
    answer.current(false)
    setQuestion(next)
    // After this turn the question stands in the dialog, so it is read out when it opens.
    setTimeout(() => !dialog.current?.open && dialog.current?.showModal())
    return new Promise((resolve) => (answer.current = resolve))
  }, [])
  const close = (yes: boolean) => {
    answer.current(yes)
    dialog.current?.close()
  }

  return (
    <Context.Provider value={ask}>
      {children}
      <dialog
        ref={dialog}
        role="alertdialog"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        className={classes.dialog}
        onClose={() => answer.current(false)}
      >
        <h2 id={`${id}-title`} className={classes.question}>
          {question?.title}
        </h2>
        <div id={`${id}-text`} className={classes.questionText}>
          {question?.text}
        </div>
        <div className={classes.answers}>
          <Button variant="default" autoFocus onClick={() => close(false)}>
            {question?.cancel ?? t('ui.cancel')}
          </Button>
          <Button color={question?.danger ? 'danger' : undefined} onClick={() => close(true)}>
            {question?.confirm}
          </Button>
        </div>
      </dialog>
    </Context.Provider>
  )
}
