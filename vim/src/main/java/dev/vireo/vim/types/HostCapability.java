package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/**
 * What a host can do (VI API {@code HostCapability}; the parts that this library reads).
 *
 * @param vmotionSupported the vmotion supported
 * @param maxSupportedVcpus the max supported vCPUs; null when the server does not say
 * @param screenshotSupported the screenshot supported; null when the server does not say
 */
public record HostCapability(
    boolean vmotionSupported,
    @Nullable Integer maxSupportedVcpus,
    @Nullable Boolean screenshotSupported)
    implements DataObject {}
