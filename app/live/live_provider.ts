export default class Provider {}
