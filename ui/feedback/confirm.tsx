import { createContext, useCallback, useContext, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Modal } from '@mantine/core'
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

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const t = useT()
  const [question, setQuestion] = useState<Question | null>(null)
  const [opened, setOpened] = useState(false)
  const answer = useRef<(yes: boolean) => void>(() => {})

  const ask = useCallback<Ask>((next) => {
    answer.current(false)
    setQuestion(next)
    setOpened(true)
    return new Promise((resolve) => (answer.current = resolve))
  }, [])
  const close = (yes: boolean) => {
    setOpened(false)
    answer.current(yes)
  }

  return (
    <Context.Provider value={ask}>
      {children}
      <Modal
        opened={opened}
        onClose={() => close(false)}
        title={question?.title}
        role="alertdialog"
        size="md"
        withCloseButton={false}
        classNames={{ title: classes.question }}
      >
        {question?.text && <div className={classes.questionText}>{question.text}</div>}
        <div className={classes.answers}>
          <Button variant="default" data-autofocus onClick={() => close(false)}>
            {question?.cancel ?? t('ui.cancel')}
          </Button>
          <Button color={question?.danger ? 'danger' : undefined} onClick={() => close(true)}>
            {question?.confirm}
          </Button>
        </div>
      </Modal>
    </Context.Provider>
  )
}
