type Data = Record<string, unknown>

const keyOf = (name: string) => `unia.draft.${name}`

/** Keeps what was typed for this browser tab only; files and passwords never. */
export function keepDraft(name: string, data: Data): void {
  const plain = Object.entries(data).filter(
    ([field, value]) =>
      !/password|secret|token|^(code|pin)$/i.test(field) && !(value instanceof Blob) && !isFileList(value)
  )
  try {
    sessionStorage.setItem(keyOf(name), JSON.stringify(Object.fromEntries(plain)))
  } catch {
    // full or forbidden: the form itself still holds everything
  }
}

export function takeDraft(name: string): Data | null {
  try {
    const text = sessionStorage.getItem(keyOf(name))
    return text === null ? null : (JSON.parse(text) as Data)
  } catch {
    return null
  }
}

export function dropDraft(name: string): void {
  try {
    sessionStorage.removeItem(keyOf(name))
  } catch {
    // nothing was kept
  }
}

const isFileList = (value: unknown) => Array.isArray(value) && value.some((part) => part instanceof Blob)
