package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.inventory.Datacenter;
import dev.vireo.simulator.internal.inventory.HostSystem;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.vim.types.CannotAccessNetwork;
import dev.vireo.vim.types.CannotAccessVmDisk;
import dev.vireo.vim.types.DatacenterMismatch;
import dev.vireo.vim.types.DatacenterMismatchArgument;
import dev.vireo.vim.types.DeviceNotSupported;
import dev.vireo.vim.types.DisallowedMigrationDeviceAttached;
import dev.vireo.vim.types.HostNotConnected;
import dev.vireo.vim.types.InsufficientMemoryResourcesFault;
import dev.vireo.vim.types.InvalidDatastore;
import dev.vireo.vim.types.LocalizedMethodFault;
import dev.vireo.vim.types.VMotionNotConfigured;
import java.util.List;

/** The faults of moving machines, each with a server's text. */
final class MoveFaults {

  private MoveFaults() {}

  /** The vCenter does not reach the host. */
  static RaisedFault hostNotConnected() {
    return new RaisedFault(
        new HostNotConnected(null, List.of()),
        "Unable to communicate with the remote host, since it is disconnected.");
  }

  /** The target lies in another datacenter, and the files stay. */
  static RaisedFault otherDatacenter(HostSystem target, Datacenter own) {
    Datacenter other = target.datacenter();
    DatacenterMismatchArgument argument =
        new DatacenterMismatchArgument(target.ref(), other == null ? null : other.ref());
    return new RaisedFault(
        new DatacenterMismatch(null, List.of(), List.of(argument), own.ref()),
        "The input arguments had entities that did not belong to the same datacenter.");
  }

  /** A host has no network for vMotion. */
  static RaisedFault noVmotion(HostSystem host, boolean atSource) {
    return new RaisedFault(
        new VMotionNotConfigured(atSource, host.name(), host.ref()),
        "The vMotion interface is not configured (or is misconfigured) on the "
            + (atSource ? "source" : "destination")
            + " host '"
            + host.name()
            + "'.");
  }

  /**
   * The target has too little memory left.
   *
   * @param free what it has, in bytes
   * @param needed what the machine takes, in bytes
   */
  static RaisedFault noMemory(long free, long needed) {
    return new RaisedFault(
        new InsufficientMemoryResourcesFault(null, List.of(), free, needed),
        "The host does not have sufficient memory resources to satisfy the reservation.");
  }

  /** The files shall go to a datastore that the target does not have. */
  static RaisedFault datastoreNotThere(Datastore datastore, HostSystem target) {
    return new RaisedFault(
        new InvalidDatastore(datastore.ref(), datastore.name()),
        "Datastore '"
            + datastore.name()
            + "' is not accessible from host '"
            + target.name()
            + "'.");
  }

  /** The target does not have the datastore of a disk. */
  static RaisedFault diskNotThere(String disk, String file, boolean connected) {
    LocalizedMethodFault reason = Faults.localized(Faults.fileNotFound(file));
    return new RaisedFault(
        new CannotAccessVmDisk(disk, file, connected, reason),
        "Virtual disk '" + disk + "' is not accessible on the host: unable to access file " + file);
  }

  /** The target does not have the network of a card. */
  static RaisedFault networkNotThere(String card, String network, boolean connected) {
    return new RaisedFault(
        new CannotAccessNetwork(card, network, connected, null),
        "Network interface '"
            + card
            + "' uses network '"
            + network
            + "', which is not accessible.");
  }

  /** A device of the source host is attached. */
  static RaisedFault deviceAttached(String device) {
    String text = "Device '" + device + "' is a connected device of the host.";
    LocalizedMethodFault reason =
        Faults.localized(new DeviceNotSupported(null, List.of(), device, "host"), text);
    return new RaisedFault(
        new DisallowedMigrationDeviceAttached(reason),
        "Migration will cause the virtual machine's configuration to be modified, to preserve the"
            + " connected device '"
            + device
            + "'.");
  }
}
