import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'zsow',
  name: 'Zespół Szkół Odzieżowo-Włókienniczych im. Władysława Stanisława Reymonta w Lublinie',
  shortName: 'ZSO-W',
  kind: 'technical',
  parent: null,
  address: { street: 'ul. Lwowska', postalCode: null, city: 'Lublin', district: null },
  patron: 'Władysława Stanisława Reymonta',
  geo: null,
  pupilsEstimate: 677,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'zawodowcy.lublin.eu',
    note: 'moved from ul. Spokojna to the former Gimnazjum nr 2; number to verify',
  },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
