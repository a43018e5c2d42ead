import { useEffect, useRef } from 'react'
import { useUniaForm } from '@unia/ui'
import { checkPesel } from '@unia/platform/values/pesel'
import type { PupilData } from './pupil_fields.tsx'

/** A card's form; a whole PESEL fills birth date and sex as soon as it is typed. */
export function usePupilForm<T extends PupilData & Record<string, string | number | null>>(initial: T) {
  const form = useUniaForm<T>(initial)
  const { pesel } = form.data
  const read = useRef(pesel)
  useEffect(() => {
    if (pesel === read.current) return
    read.current = pesel
    const checked = checkPesel(pesel)
    if (!checked.ok) return
    form.set('birthDate', checked.value.birthDate as T['birthDate'])
    form.set('sex', (checked.value.sex === 'F' ? 'f' : 'm') as T['sex'])
  }, [pesel, form])
  return form
}

export const EMPTY: PupilData = {
  ...{ pesel: '', peselReason: '', surname: '', givenNames: '', secondName: '' },
  ...{ birthDate: null, birthPlace: '', sex: null },
  ...{ street: '', postalCode: '', city: '', phone: '', email: '' },
}
