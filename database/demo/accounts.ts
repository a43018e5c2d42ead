/** Who can log in to the demo city; `unit` null means the city. All share {@link DEMO_PASSWORD}. */
export interface DemoAccount {
  login: string
  givenNames: string
  surname: string
  roles: { unit: string; role: string }[]
}

export const DEMO_PASSWORD = 'kasztan-most-zegar'

const CITY = 'um-lublin'

export const DEMO_ACCOUNTS: DemoAccount[] = [
  { login: 'siec', givenNames: 'Igor', surname: 'Wrona', roles: [{ unit: CITY, role: 'it_operator' }] },
  { login: 'miasto', givenNames: 'Celina', surname: 'Ratajska', roles: [{ unit: CITY, role: 'city_admin' }] },
  { login: 'audyt', givenNames: 'Emil', surname: 'Karpowicz', roles: [{ unit: CITY, role: 'auditor' }] },
  {
    login: 'dyrektor.sp21',
    givenNames: 'Łucja',
    surname: 'Świerczyńska',
    roles: [{ unit: 'sp-21', role: 'director' }],
  },
  {
    login: 'dyrektor.1lo',
    givenNames: 'Żaneta',
    surname: 'Dąbek',
    roles: [{ unit: 'lo-1', role: 'director' }],
  },
  {
    login: 'sekretariat.sp21',
    givenNames: 'Maria',
    surname: 'Ćwik',
    roles: [{ unit: 'sp-21', role: 'secretary' }],
  },
  {
    login: 'rodzic',
    givenNames: 'Aneta',
    surname: 'Modrzewska',
    roles: ['sp-21', 'lo-1', 'p-50'].map((unit) => ({ unit, role: 'guardian' })),
  },
  {
    login: 'nauczyciel',
    givenNames: 'Michał',
    surname: 'Zięba',
    roles: [
      { unit: 'sp-21', role: 'teacher' },
      { unit: 'sp-21', role: 'tutor' },
      { unit: 'lo-1', role: 'deputy_director' },
    ],
  },
]
