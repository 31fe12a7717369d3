package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host starts by itself (VI API {@code HostAutoStartManagerConfig}).
 *
 * @param defaults the defaults; null when the server does not say
 * @param powerInfo the power info
 */
public record HostAutoStartManagerConfig(
    @Nullable AutoStartDefaults defaults, List<AutoStartPowerInfo> powerInfo)
    implements DataObject {

  /** Copies the lists. */
  public HostAutoStartManagerConfig {
    powerInfo = List.copyOf(powerInfo);
  }
}
