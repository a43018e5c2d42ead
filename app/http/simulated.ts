/** Whether the console watches the field simulator instead of devices; the interface says so. */
export const isSimulated = () => process.env.UNIA_SIMULATED === '1'
