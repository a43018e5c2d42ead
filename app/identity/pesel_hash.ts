import { indexHash } from './secret_box.ts'

/** Under which a person is found by PESEL without the number standing anywhere in clear. */
export const peselHash = (pesel: string) => indexHash(pesel, 'pesel')
