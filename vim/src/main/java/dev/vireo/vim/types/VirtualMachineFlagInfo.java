package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/**
 * Switches of a virtual machine (VI API {@code VirtualMachineFlagInfo}; the parts that this library
 * knows).
 *
 * @param disableAcceleration the disable acceleration; null when the server does not say
 * @param enableLogging the enable logging; null when the server does not say
 */
public record VirtualMachineFlagInfo(
    @Nullable Boolean disableAcceleration, @Nullable Boolean enableLogging) implements DataObject {}
