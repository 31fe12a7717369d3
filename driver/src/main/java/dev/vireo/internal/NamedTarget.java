package dev.vireo.internal;

import dev.vireo.ConnectOptions;
import dev.vireo.uri.LibvirtConf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a text that names a host stands for, by libvirt's rules: a URI stands for itself, an alias
 * for the URI of {@code libvirt.conf}, and nothing for the default one, which may be an alias.
 *
 * @param uri the URI; empty when nothing is named anywhere
 * @param hints where it comes from, for errors; empty when the text is the URI itself
 */
public record NamedTarget(String uri, List<String> hints) {

  private static final String VARIABLE = "LIBVIRT_DEFAULT_URI";

  /**
   * Finds out. The file is read only where it can matter.
   *
   * @throws dev.vireo.LibvirtException when it has to be read and cannot be, or is malformed
   */
  public static NamedTarget of(String text, ConnectOptions options) {
    if (!text.isEmpty() && !LibvirtConf.isAliasName(text)) {
      return new NamedTarget(text, List.of());
    }
    LibvirtConf conf = LibvirtConf.read(LibvirtConf.locate(options.environment(), options.home()));
    List<String> hints = new ArrayList<>();
    String name = text.isEmpty() ? byDefault(conf, options, hints) : text;
    Optional<String> alias = LibvirtConf.isAliasName(name) ? conf.resolve(name) : Optional.empty();
    alias.ifPresent(
        uri -> hints.add("'" + name + "' is an alias of " + conf.path() + " for '" + uri + "'"));
    return new NamedTarget(alias.orElse(name), List.copyOf(hints));
  }

  private static String byDefault(LibvirtConf conf, ConnectOptions options, List<String> hints) {
    String variable = options.environment().getOrDefault(VARIABLE, "");
    if (!variable.isEmpty()) {
      hints.add("the URI '" + variable + "' comes from the variable " + VARIABLE);
      return variable;
    }
    Optional<String> uri = conf.defaultUri();
    uri.ifPresent(
        found -> hints.add("the URI '" + found + "' comes from uri_default in " + conf.path()));
    return uri.orElse("");
  }
}
