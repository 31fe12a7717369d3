package dev.vireo.simulator.internal.object;

import dev.vireo.vim.types.CannotAccessFile;
import dev.vireo.vim.types.ConcurrentAccess;
import dev.vireo.vim.types.DeviceNotSupported;
import dev.vireo.vim.types.DuplicateName;
import dev.vireo.vim.types.FileAlreadyExists;
import dev.vireo.vim.types.InvalidController;
import dev.vireo.vim.types.InvalidDatastorePath;
import dev.vireo.vim.types.InvalidDeviceSpec;
import dev.vireo.vim.types.InvalidFormat;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MemorySnapshotOnIndependentDisk;
import dev.vireo.vim.types.NoDiskSpace;
import dev.vireo.vim.types.SnapshotIncompatibleDeviceInVm;
import dev.vireo.vim.types.TooManySnapshotLevels;
import dev.vireo.vim.types.ToolsUnavailable;
import dev.vireo.vim.types.UnknownObject;
import java.util.List;

/** The faults of making and changing machines and their files, each with a server's text. */
public final class MachineFaults {

  private MachineFaults() {}

  /** The spec of a device has a member that is wrong. */
  public static RaisedFault invalidDevice(int index, String member) {
    return new RaisedFault(
        new InvalidDeviceSpec(null, List.of(), "virtualDeviceSpec.device." + member, index),
        "Invalid configuration for device '" + index + "'.");
  }

  /** A device is at a controller that is not there. */
  public static RaisedFault invalidController(int index, int controller) {
    return new RaisedFault(
        new InvalidController(
            null, List.of(), "virtualDeviceSpec.device.controllerKey", index, controller),
        "The device '"
            + index
            + "' is referring to a nonexisting controller '"
            + controller
            + "'.");
  }

  /** A machine cannot have such a device. */
  public static RaisedFault deviceNotSupported(String device) {
    return new RaisedFault(
        new DeviceNotSupported(null, List.of(), device, null),
        "Device '" + device + "' is not supported.");
  }

  /** Processors or memory cannot be added while the machine runs. */
  public static RaisedFault noHotPlug(boolean memory) {
    String what = memory ? "Memory" : "CPU";
    return new RaisedFault(
        new UnknownObject(what + "HotPlugNotSupported", List.of()),
        what + " hot plug is not supported for this virtual machine.");
  }

  /** Somebody else has changed the machine meanwhile. */
  public static RaisedFault concurrentAccess() {
    return new RaisedFault(
        new ConcurrentAccess(null, List.of()),
        "The object was changed by another operation in the meantime.");
  }

  /** A name is in use. */
  public static RaisedFault duplicateName(String name, ManagedObjectReference object) {
    return new RaisedFault(
        new DuplicateName(null, List.of(), name, object),
        "The name '" + name + "' already exists.");
  }

  /** The machine of a VMX file is in the inventory. */
  public static RaisedFault alreadyExists(String name) {
    return new RaisedFault(
        new dev.vireo.vim.types.AlreadyExists(null, List.of(), name),
        "The specified key, name, or identifier '" + name + "' already exists.");
  }

  /** A file exists. */
  public static RaisedFault fileExists(String path) {
    return new RaisedFault(
        new FileAlreadyExists(null, List.of(), path),
        "Cannot complete the operation because the file or folder " + path + " already exists");
  }

  /** A file cannot be used as what it is said to be. */
  public static RaisedFault cannotAccess(String path) {
    return new RaisedFault(
        new CannotAccessFile(null, List.of(), path), "Unable to access file " + path);
  }

  /** The datastore is full. */
  public static RaisedFault noSpace(String path, String datastore) {
    return new RaisedFault(
        new NoDiskSpace(null, List.of(), path, datastore),
        "Insufficient disk space on datastore '" + datastore + "'.");
  }

  /** A path leads to no datastore. */
  public static RaisedFault invalidPath(String path) {
    return new RaisedFault(
        new InvalidDatastorePath(null, List.of(), null, null, path),
        "Invalid datastore path '" + path + "'.");
  }

  /** A VMX file cannot be read. */
  public static RaisedFault invalidFormat() {
    return new RaisedFault(
        new InvalidFormat(null, List.of()), "The format of the file is not valid.");
  }

  /** There would be too many snapshots on top of each other. */
  public static RaisedFault tooManySnapshotLevels() {
    return new RaisedFault(
        new TooManySnapshotLevels(null, List.of()), "Snapshot hierarchy is too deep.");
  }

  /** The memory cannot be kept, since a disk that snapshots do not concern goes on. */
  public static RaisedFault memoryWithIndependentDisk() {
    return new RaisedFault(
        new MemorySnapshotOnIndependentDisk(null, List.of()),
        "Cannot take a memory snapshot, since the virtual machine is configured with independent"
            + " disks.");
  }

  /** A device keeps snapshots from being taken. */
  public static RaisedFault snapshotIncompatible(String device) {
    RaisedFault inner = deviceNotSupported(device);
    return new RaisedFault(
        new SnapshotIncompatibleDeviceInVm(null, List.of(), Faults.localized(inner)),
        "An error occurred while taking a snapshot: " + inner.text());
  }

  /** The guest's file systems cannot be quiesced, because VMware Tools do not run in it. */
  public static RaisedFault cannotQuiesce() {
    return new RaisedFault(
        new ToolsUnavailable(null, List.of()),
        "Cannot quiesce this virtual machine because VMware Tools is not currently available.");
  }
}
