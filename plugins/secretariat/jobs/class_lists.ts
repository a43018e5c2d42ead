import { defineJob, JobCancelled } from '@unia/platform/jobs'
import { renderPrintout } from '@unia/platform/printouts'
import { classListTemplate, type ClassListData } from '#secretariat/printouts/class_list'
import { senderOf } from '#secretariat/queries/letterhead'
import { sectionsOf, type SectionRow } from '#secretariat/queries/section_list'
import { membersOn } from '#secretariat/queries/section_members'
import { classList } from '#secretariat/transformers/class_list'

export interface ClassListsPayload {
  schoolYear: number
  /** The day of the lists. */
  day: string
  /** In the language of who asked, like the two texts. */
  language: 'pl' | 'en'
  title: string
  fileName: string
}

/** The lists of all sections as one document to print, a page for each. */
export default defineJob({
  id: 'secretariat.class_lists',
  async run({ schoolYear, day, language, title, fileName }: ClassListsPayload, job) {
    const sections = await job.tenant(() => sectionsOf(schoolYear, day))
    const lists: ClassListData['lists'] = []
    job.progress(0, sections.length, 'secretariat.class_lists.reading')
    for (const section of sections) {
      if (job.cancelled()) throw new JobCancelled()
      lists.push(await job.tenant(() => listOf(section, day)))
      job.progress(lists.length, sections.length, 'secretariat.class_lists.reading')
    }
    job.progress(lists.length, sections.length, 'secretariat.class_lists.printing')
    const data: ClassListData = { date: day, lists }
    const pdf = await renderPrintout({ template: classListTemplate, data, title, language })
    if (job.cancelled()) throw new JobCancelled()
    await job.file(fileName, 'application/pdf', pdf)
    job.progress(lists.length, sections.length)
    return { sections: lists.length }
  },
})

const listOf = async (section: SectionRow, day: string) =>
  classList({
    section,
    sender: await senderOf(section.unit_id),
    members: await membersOn([section.id], day),
  })
