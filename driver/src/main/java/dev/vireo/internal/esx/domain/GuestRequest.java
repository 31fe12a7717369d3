package dev.vireo.internal.esx.domain;

import dev.vireo.vim.methods.RebootGuest;
import dev.vireo.vim.methods.ShutdownGuest;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.function.Function;

/** What VMware Tools can be asked to do in the guest. */
enum GuestRequest {
  /** Shuts the guest down. */
  SHUTDOWN("virDomainShutdown", "shutdown", "shut down", ShutdownGuest::new),
  /** Reboots the guest. */
  REBOOT("virDomainReboot", "reboot", "reboot", RebootGuest::new);

  private final String function;
  private final String text;
  private final String verb;

  @SuppressWarnings("ImmutableEnumChecker") // only method references without state
  private final Function<ManagedObjectReference, VimMethod<Void>> method;

  GuestRequest(
      String function,
      String text,
      String verb,
      Function<ManagedObjectReference, VimMethod<Void>> method) {
    this.function = function;
    this.text = text;
    this.verb = verb;
    this.method = method;
  }

  /** The libvirt function. */
  String function() {
    return function;
  }

  /** What it is called in messages: {@code shutdown}. */
  String text() {
    return text;
  }

  /** What it does, as a verb. */
  String verb() {
    return verb;
  }

  /** The call. */
  VimMethod<Void> method(ManagedObjectReference machine) {
    return method.apply(machine);
  }
}
