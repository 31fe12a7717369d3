package dev.vireo.vim.types;

import java.util.Objects;

/**
 * Shares of a resource (VI API {@code SharesInfo}).
 *
 * @param shares number of shares, for the level {@code custom}
 * @param level the level
 */
public record SharesInfo(int shares, SharesLevel level) implements DataObject {

  /** Checks that the required components are there. */
  public SharesInfo {
    Objects.requireNonNull(level, "level");
  }
}
