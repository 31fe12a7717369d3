package dev.vireo.vim.types;

/** The task was started by the server itself (VI API {@code TaskReasonSystem}). */
public record TaskReasonSystem() implements TaskReason {}
