package dev.vireo.simulator.internal.object;

import dev.vireo.vim.types.FileNotFound;
import dev.vireo.vim.types.InvalidArgument;
import dev.vireo.vim.types.InvalidCollectorVersion;
import dev.vireo.vim.types.InvalidLogin;
import dev.vireo.vim.types.InvalidName;
import dev.vireo.vim.types.InvalidPowerState;
import dev.vireo.vim.types.InvalidProperty;
import dev.vireo.vim.types.InvalidRequest;
import dev.vireo.vim.types.InvalidState;
import dev.vireo.vim.types.LocalizedMethodFault;
import dev.vireo.vim.types.ManagedObjectNotFound;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MethodFault;
import dev.vireo.vim.types.MethodNotFound;
import dev.vireo.vim.types.NoPermission;
import dev.vireo.vim.types.NotAuthenticated;
import dev.vireo.vim.types.NotFound;
import dev.vireo.vim.types.NotSupported;
import dev.vireo.vim.types.RequestCanceled;
import dev.vireo.vim.types.RestrictedVersion;
import dev.vireo.vim.types.SystemError;
import dev.vireo.vim.types.TaskInProgress;
import dev.vireo.vim.types.ToolsUnavailable;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults that the simulated host answers with, each with a server's text. */
public final class Faults {

  private Faults() {}

  /** The licence does not allow it. */
  public static RaisedFault restrictedVersion() {
    return new RaisedFault(
        new RestrictedVersion(null, List.of()),
        "Current license or ESXi version prohibits execution of the requested operation.");
  }

  /** Fault and text as an object property or a failed task carry them. */
  public static LocalizedMethodFault localized(RaisedFault fault) {
    return new LocalizedMethodFault(fault.fault(), fault.text());
  }

  /** Fault and text as an object property or a failed task carry them. */
  public static LocalizedMethodFault localized(MethodFault fault, String text) {
    return new LocalizedMethodFault(fault, text);
  }

  /** The client has no session, and an object needs one. */
  public static RaisedFault notAuthenticated(@Nullable ManagedObjectReference object) {
    return new RaisedFault(
        new NotAuthenticated(null, List.of(), object, "System.View"),
        "The session is not authenticated.");
  }

  /** The user may not do something. */
  public static RaisedFault noPermission(ManagedObjectReference object, String privilege) {
    return new RaisedFault(
        new NoPermission(null, List.of(), object, privilege),
        "Permission to perform this operation was denied.");
  }

  /** Wrong user or password. */
  public static RaisedFault invalidLogin() {
    return new RaisedFault(
        new InvalidLogin(null, List.of()),
        "Cannot complete login due to an incorrect user name or password.");
  }

  /** A parameter has a value that it must not have. */
  public static RaisedFault invalidArgument(String name) {
    return new RaisedFault(
        new InvalidArgument(null, List.of(), name),
        "A specified parameter was not correct: " + name);
  }

  /** There is nothing with a name. */
  public static RaisedFault invalidName(String name) {
    return new RaisedFault(new InvalidName(name, null), "The name '" + name + "' is invalid.");
  }

  /** A property path leads nowhere. */
  public static RaisedFault invalidProperty(String path) {
    return new RaisedFault(
        new InvalidProperty(null, List.of(), path), "The property '" + path + "' is not valid.");
  }

  /** The request as such cannot be understood. */
  public static RaisedFault invalidRequest(String text) {
    return new RaisedFault(new InvalidRequest(null, List.of()), text);
  }

  /** A client continues from a version that this collector did not give it. */
  public static RaisedFault invalidCollectorVersion() {
    return new RaisedFault(
        new InvalidCollectorVersion(null, List.of()), "The collector version is not valid.");
  }

  /** There is no object with this reference. */
  public static RaisedFault objectNotFound(ManagedObjectReference object) {
    return new RaisedFault(
        new ManagedObjectNotFound(null, List.of(), object),
        "The object '" + object + "' has already been deleted or has not been completely created");
  }

  /** The object has no such method, or this product and release has none. */
  public static RaisedFault methodNotFound(ManagedObjectReference receiver, String method) {
    return new RaisedFault(
        new MethodNotFound(null, List.of(), receiver, method),
        "Unable to resolve method " + method + " on " + receiver.type());
  }

  /** The virtual machine is in the wrong power state. */
  public static RaisedFault invalidPowerState(
      @Nullable VirtualMachinePowerState requested, VirtualMachinePowerState existing) {
    String text =
        "The attempted operation cannot be performed in the current state ("
            + spoken(existing)
            + ").";
    return new RaisedFault(new InvalidPowerState(null, List.of(), requested, existing), text);
  }

  private static String spoken(VirtualMachinePowerState state) {
    return switch (state.value()) {
      case "poweredOn" -> "Powered on";
      case "poweredOff" -> "Powered off";
      case "suspended" -> "Suspended";
      default -> state.value();
    };
  }

  /** Something other than a virtual machine is in the wrong state. */
  public static RaisedFault invalidState() {
    return new RaisedFault(
        new InvalidState(null, List.of()),
        "The operation is not allowed in the current state of the object.");
  }

  /** Another task works on the object. */
  public static RaisedFault taskInProgress(ManagedObjectReference task) {
    return new RaisedFault(
        new TaskInProgress(null, List.of(), task), "Another task is already in progress.");
  }

  /** The guest cannot be asked, because VMware Tools do not run in it. */
  public static RaisedFault toolsUnavailable() {
    return new RaisedFault(
        new ToolsUnavailable(null, List.of()),
        "The operation cannot be performed because VMware Tools is not running in this virtual"
            + " machine.");
  }

  /** The object cannot do this. */
  public static RaisedFault notSupported() {
    return new RaisedFault(
        new NotSupported(null, List.of()), "The operation is not supported on the object.");
  }

  /** A thing that was named does not exist. */
  public static RaisedFault notFound() {
    return new RaisedFault(
        new NotFound(null, List.of()), "The object or item referred to could not be found.");
  }

  /** A file or folder does not exist. */
  public static RaisedFault fileNotFound(String path) {
    return new RaisedFault(new FileNotFound(path), "File " + path + " was not found");
  }

  /** Somebody called the request or task off. */
  public static RaisedFault requestCanceled() {
    return new RaisedFault(
        new RequestCanceled(null, List.of()), "The request was canceled by a user.");
  }

  /** The simulator itself failed. */
  public static RaisedFault systemError(String reason) {
    return new RaisedFault(
        new SystemError(null, List.of(), reason), "A general system error occurred: " + reason);
  }
}
