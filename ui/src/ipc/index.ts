export * from './bindings';
export { call, listenToCore, useTransport, type CommandName, type InputOf, type OutputOf } from './commands';
export { AppError, toAppError } from './errors';
