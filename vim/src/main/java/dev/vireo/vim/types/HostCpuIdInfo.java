package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/**
 * What the {@code cpuid} instruction gives at a level (VI API {@code HostCpuIdInfo}).
 *
 * @param level the level
 * @param vendor the vendor; null when the server does not say
 * @param eax register as groups of binary digits, highest bit first; null when the server does not
 *     say
 * @param ebx register as groups of binary digits, highest bit first; null when the server does not
 *     say
 * @param ecx register as groups of binary digits, highest bit first; null when the server does not
 *     say
 * @param edx register as groups of binary digits, highest bit first; null when the server does not
 *     say
 */
public record HostCpuIdInfo(
    int level,
    @Nullable String vendor,
    @Nullable String eax,
    @Nullable String ebx,
    @Nullable String ecx,
    @Nullable String edx)
    implements DataObject {}
