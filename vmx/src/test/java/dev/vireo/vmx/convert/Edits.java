package dev.vireo.vmx.convert;

import dev.vireo.model.domain.Devices;
import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.DomainDefinition;
import java.util.List;

/** Edits of domains. */
final class Edits {

  private Edits() {}

  /** The domain without one of its disks. */
  static DomainDefinition without(DomainDefinition domain, Disk disk) {
    Devices old = domain.devices();
    List<Disk> disks = old.disks().stream().filter(each -> !each.equals(disk)).toList();
    return domain.toBuilder().devices(old.toBuilder().disks(disks).build()).build();
  }
}
