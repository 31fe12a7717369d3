package dev.vireo.cli;

import dev.vireo.ConnectOptions;
import dev.vireo.LibvirtException;
import dev.vireo.spi.HypervisorDrivers;
import dev.vireo.uri.LibvirtConf;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the host to connect to can be named, in the order in which it counts: the option {@code
 * -c}, three variables, and {@code uri_default} of libvirt's {@code libvirt.conf}. The file is read
 * only where nothing else names a host.
 */
final class NamedUris {
  private static final String[] VARIABLES = {
    "VIREO_DEFAULT_CONNECT_URI", "VIRSH_DEFAULT_CONNECT_URI", "LIBVIRT_DEFAULT_URI"
  };
  private static final String CANNOT_CONNECT = "failed to connect to the hypervisor";

  private final Map<String, String> environment;
  private final List<NamedUri> named = new ArrayList<>();
  private @Nullable String skipped;

  /**
   * @param option value of {@code -c}; null when it was not given
   */
  NamedUris(@Nullable String option, Map<String, String> environment) {
    this.environment = environment;
    add(option, "");
    for (String variable : VARIABLES) {
      add(environment.get(variable), "the variable " + variable);
    }
  }

  private void add(@Nullable String value, String origin) {
    if (value != null && !value.isEmpty()) {
      named.add(new NamedUri(value, origin));
    }
  }

  /** What option and environment name. */
  List<NamedUri> named() {
    return List.copyOf(named);
  }

  /**
   * The one that counts; null when there is none.
   *
   * @throws CommandException when libvirt's configuration is needed and cannot be read
   */
  @Nullable NamedUri first() {
    return named.isEmpty() ? configured() : named.get(0);
  }

  private @Nullable NamedUri configured() {
    try {
      LibvirtConf conf =
          LibvirtConf.read(
              LibvirtConf.locate(
                  environment, ConnectOptions.defaults().withEnvironment(environment).home()));
      Optional<String> uri = conf.defaultUri();
      if (uri.isEmpty()) {
        return null;
      }
      String origin = "uri_default in " + conf.path();
      String meant = LibvirtConf.isAliasName(uri.get()) ? conf.resolve(uri.get()).orElse("") : "";
      if (isForOthers(meant.isEmpty() ? uri.get() : meant)) {
        skipped = "'" + uri.get() + "', " + origin + ", is for libvirt's own drivers";
        return null;
      }
      return new NamedUri(uri.get(), origin);
    } catch (LibvirtException e) {
      throw cannotConnect(e);
    }
  }

  /** A scheme that Vireo does not drive is no mistake there: libvirt's other clients need it. */
  private static boolean isForOthers(String uri) {
    int end = uri.indexOf(':');
    if (end < 0) {
      return false;
    }
    int plus = uri.indexOf('+');
    String scheme = uri.substring(0, plus < 0 || plus > end ? end : plus);
    return !HypervisorDrivers.know(scheme.toLowerCase(Locale.ROOT));
  }

  /** What to say when no host is named. */
  CommandException nothingNamed() {
    CommandException failure =
        new CommandException(List.of(CANNOT_CONNECT, "no host is named"), 1, null)
            .withHint(
                "give its URI with -c, such as -c esx://root@HOST/ or -c test:///default, or set"
                    + " VIREO_DEFAULT_CONNECT_URI");
    return skipped == null ? failure : failure.withHint(skipped);
  }

  /** What to say when a host cannot be connected to. */
  static CommandException cannotConnect(LibvirtException why) {
    String reason = why.getMessage();
    return new CommandException(List.of(CANNOT_CONNECT, reason == null ? "" : reason), 1, why);
  }
}
