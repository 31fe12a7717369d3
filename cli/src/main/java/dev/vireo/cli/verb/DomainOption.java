package dev.vireo.cli.verb;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;

/**
 * The option {@code domain}: what the user calls a domain is tried as its id, its uuid and its
 * name, in this order, where the command accepts it.
 *
 * @param byId whether an id will do
 * @param byUuid whether a uuid will do
 * @param byName whether a name will do
 */
record DomainOption(boolean byId, boolean byUuid, boolean byName) {
  static final String NAME = "domain";

  /** Any of the three. */
  static final DomainOption ANY = new DomainOption(true, true, true);

  private static final int UUID_LENGTH = 36;

  /**
   * The entry in the table of a command.
   *
   * @param listOptions which domains {@code list --name} proposes
   */
  static OptionSpec spec(String help, String listOptions) {
    return OptionSpec.data(NAME, help, new Completer.Domains(listOptions));
  }

  /** The usual entry. */
  static OptionSpec spec(String listOptions) {
    return spec("domain name, id or uuid", listOptions);
  }

  /**
   * The domain that the call is about.
   *
   * @throws CommandException when there is none
   */
  Domain find(Call call) {
    String called = call.required(NAME);
    Connect host = call.host();
    try {
      int id = byId ? id(called) : -1;
      if (id >= 0) {
        try {
          return host.domainLookupByID(id);
        } catch (LibvirtException e) {
          orElseNext(e);
        }
      }
      if (byUuid && called.length() == UUID_LENGTH) {
        try {
          return host.domainLookupByUUIDString(called);
        } catch (LibvirtException e) {
          orElseNext(e);
        }
      }
      if (byName) {
        return host.domainLookupByName(called);
      }
    } catch (LibvirtException e) {
      if (e.code() != ErrorCode.NO_DOMAIN) {
        throw new CommandException("failed to get domain '" + called + "'", e);
      }
    }
    throw new CommandException("failed to get domain '" + called + "'");
  }

  /** Goes on when the domain is only not called so; anything else is a reason to stop. */
  private static void orElseNext(LibvirtException e) {
    if (e.code() != ErrorCode.NO_DOMAIN && e.code() != ErrorCode.INVALID_ARG) {
      throw e;
    }
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
