package dev.vireo;

import java.util.Objects;

/**
 * What stays on the host of a domain that was undefined: on VMware hosts all its files.
 *
 * @param configFile its configuration file, such as {@code [datastore1] web/web.vmx}
 * @param snapshots number of its snapshots, whose files stay beside it, too
 */
public record DomainRemains(String configFile, int snapshots) {

  /** Checks that there is a file. */
  public DomainRemains {
    Objects.requireNonNull(configFile);
  }
}
