export * from './bindings';
export { call, listenToCore, type CommandName, type InputOf, type OutputOf } from './commands';
export { AppError, toAppError } from './errors';
export { useTransport } from './door';
export { whilePending } from './pending';
export { callShell, listenToShell, type ExportFormat, type ExportTarget, type ShellCommands, type ShellEvent } from './shell';
