import { defineProfile } from '@unia/platform/tenancy'

export default defineProfile({
  kind: 'primary',
  plugins: [
    'secretariat',
    'users',
    'portal',
    'register',
    'timetable',
    'organisation',
    'budget',
    'hr',
    'payroll',
    'social-funds',
    'compulsory-education',
    'recruitment',
    'grants',
    'scholarships',
    'canteen',
    'preschool',
    'documents',
    'library',
    'reporting',
    'resources',
    'finance',
    'programme',
  ],
})
