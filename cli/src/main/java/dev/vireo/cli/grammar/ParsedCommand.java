package dev.vireo.cli.grammar;

/**
 * A command and what it was given.
 *
 * @param <C> the kind of command
 * @param command what to do
 * @param arguments complete: every required option is there
 */
public record ParsedCommand<C extends Command>(C command, Arguments arguments) {}
