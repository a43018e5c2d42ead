export { deriveGuardians, derivePupil, deriveTutors } from '#users/models/deriving'
export { hearOfEmployment } from '#users/models/employing'
