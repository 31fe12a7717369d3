package dev.vireo.vim.types;

/** Why a task runs (VI API {@code TaskReason}). */
public sealed interface TaskReason extends DataObject
    permits TaskReasonUser, TaskReasonSystem, UnknownObject {}
