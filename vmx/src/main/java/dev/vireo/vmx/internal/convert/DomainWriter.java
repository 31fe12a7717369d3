package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.vmx.FileNameResolver;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.WrittenVmx;
import dev.vireo.vmx.internal.convert.disk.Controllers;
import dev.vireo.vmx.internal.convert.disk.DiskPlace;
import dev.vireo.vmx.internal.convert.disk.Disks;
import dev.vireo.vmx.internal.convert.disk.Floppies;
import dev.vireo.vmx.internal.convert.network.Ethernets;
import dev.vireo.vmx.internal.convert.port.Ports;
import java.util.Map;

/** Makes a file of a domain. */
public final class DomainWriter {

  private static final String TYPE = "vmware";

  private DomainWriter() {}

  /** See {@link dev.vireo.vmx.DomainToVmx#convert}. */
  public static WrittenVmx convert(
      DomainDefinition domain, VmxTarget target, FileNameResolver fileNames) {
    Plan plan = new Plan(domain, DeviceNumbers.inOrder(domain.devices()), target, fileNames, null);
    requireDomain(domain);
    planAll(plan);
    Output out = plan.output();
    for (Part part : plan.parts()) {
      part.writer().accept(out);
    }
    StringBuilder text = new StringBuilder(2048);
    out.values()
        .forEach((key, value) -> text.append(key).append(" = \"").append(value).append("\"\n"));
    return new WrittenVmx(VmxDocument.parse(text.toString()), plan.warnings());
  }

  private static void requireDomain(DomainDefinition domain) {
    if (!domain.type().equals(TYPE)) {
      throw VmxException.unsupported("domain@type", "has to be " + TYPE, domain.type(), TYPE);
    }
    if (!domain.os().type().equals("hvm")) {
      throw VmxException.unsupported("os/type", "has to be hvm", domain.os().type(), "hvm");
    }
    if (domain.name() == null || domain.name().isEmpty()) {
      throw new VmxException(
          VmxException.Kind.MISSING, 0, "name", "has to be there for a new machine", null, null);
    }
  }

  /** Plans everything in the order in which libvirt writes it. */
  static void planAll(Plan plan) {
    Header.plan(plan);
    Guest.planGuestId(plan);
    Guest.planSmbios(plan);
    Identity.plan(plan);
    Notes.plan(plan);
    Memory.plan(plan);
    Processors.plan(plan);
    Vnc.plan(plan);
    Map<DiskPlace, Disk> disks = Disks.places(plan.domain().devices().disks(), plan.scsiUnits());
    Controllers.plan(plan, disks);
    Disks.plan(plan, disks);
    Floppies.planAbsent(plan, disks.keySet());
    SharedFolders.plan(plan);
    Ethernets.plan(plan);
    VideoDevice.plan(plan);
    Ports.plan(plan);
    TpmDevice.plan(plan);
    Guest.planFirmware(plan);
    Chipset.plan(plan, disks);
    Leftovers.warn(plan);
  }
}
