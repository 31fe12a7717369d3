package dev.vireo.cli.verb.domain;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.LibvirtException;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The option {@code domain}: what the user calls a domain is tried as its id, its uuid and its
 * name, in this order, where the command accepts it.
 *
 * @param byId whether an id will do
 * @param byUuid whether a uuid will do
 * @param byName whether a name will do
 */
public record DomainOption(boolean byId, boolean byUuid, boolean byName) {
  public static final String NAME = "domain";

  /** Any of the three. */
  public static final DomainOption ANY = new DomainOption(true, true, true);

  private static final int UUID_LENGTH = 36;

  /**
   * The entry in the table of a command.
   *
   * @param listOptions which domains {@code list --name} proposes
   */
  public static OptionSpec spec(String help, String listOptions) {
    return OptionSpec.data(NAME, help, new Completer.Domains(listOptions));
  }

  /** The usual entry. */
  public static OptionSpec spec(String listOptions) {
    return spec("domain name, id or uuid", listOptions);
  }

  /**
   * The domain that the call is about.
   *
   * @throws CommandException when there is none
   */
  public Domain find(Call call) {
    String called = call.required(NAME);
    Connect host = call.host();
    List<Supplier<Domain>> lookups = new ArrayList<>();
    int id = byId ? id(called) : -1;
    if (id >= 0) {
      lookups.add(() -> host.domainLookupByID(id));
    }
    if (byUuid && called.length() == UUID_LENGTH) {
      lookups.add(() -> host.domainLookupByUUIDString(called));
    }
    if (byName) {
      lookups.add(() -> host.domainLookupByName(called));
    }
    return first(lookups, called);
  }

  /** What the first lookup that finds something finds; else the reason that says most. */
  private static Domain first(List<Supplier<Domain>> lookups, String called) {
    LibvirtException denied = null;
    LibvirtException missing = null;
    for (Supplier<Domain> lookup : lookups) {
      try {
        return lookup.get();
      } catch (LibvirtException e) {
        switch (e.code()) {
          case NO_DOMAIN, INVALID_ARG -> missing = e; // it is only not called so
          case OPERATION_DENIED -> denied = denied == null ? e : denied;
          default -> throw failure(called, e);
        }
      }
    }
    if (denied != null) {
      throw failure(called, denied);
    }
    // virsh says no more.
    throw new CommandException(List.of(failed(called)), 1, missing);
  }

  private static CommandException failure(String called, LibvirtException e) {
    return new CommandException(failed(called), e);
  }

  private static String failed(String called) {
    return "failed to get domain '" + called + "'";
  }

  /** The number, by the rules of C's strtol as virsh uses it; -1 when it is none. */
  private static int id(String called) {
    String digits = called.stripLeading();
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
