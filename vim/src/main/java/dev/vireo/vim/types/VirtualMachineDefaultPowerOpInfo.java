package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/**
 * What power operations do by default (VI API {@code VirtualMachineDefaultPowerOpInfo}).
 *
 * @param powerOffType the power off type; null when the server does not say
 * @param suspendType the suspend type; null when the server does not say
 * @param resetType the reset type; null when the server does not say
 * @param defaultPowerOffType the default power off type; null when the server does not say
 * @param defaultSuspendType the default suspend type; null when the server does not say
 * @param defaultResetType the default reset type; null when the server does not say
 * @param standbyAction the standby action; null when the server does not say
 */
public record VirtualMachineDefaultPowerOpInfo(
    @Nullable String powerOffType,
    @Nullable String suspendType,
    @Nullable String resetType,
    @Nullable String defaultPowerOffType,
    @Nullable String defaultSuspendType,
    @Nullable String defaultResetType,
    @Nullable String standbyAction)
    implements DataObject {}
