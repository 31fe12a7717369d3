package dev.vireo.cli.verb.domain;

import dev.vireo.Domain;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;
import dev.vireo.model.domain.Graphics;
import dev.vireo.uri.ConnectUri;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code domdisplay}: the URIs of the graphical consoles of a domain. */
public final class DomdisplayVerb implements Verb {
  private static final String PASSWORD = "include-password";
  private static final String TYPE = "type";
  private static final String ALL = "all";
  private static final String VNC = "vnc";
  private static final List<String> SCHEMES = List.of(VNC, "spice", "rdp", "dbus");

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("domdisplay", CommandGroup.DOMAIN, "domain display connection URI")
        .description("Output the IP address and port number for the graphical display.")
        .option(DomainOption.spec(""))
        .option(
            OptionSpec.bool(PASSWORD, "includes the password into the connection URI if available"))
        .option(
            OptionSpec.named(
                TYPE,
                "select particular graphical display (e.g. \"vnc\", \"spice\", \"rdp\", \"dbus\")",
                new Completer.Words(SCHEMES)))
        .option(OptionSpec.bool(ALL, "show all possible graphical displays"))
        .example("domdisplay web1")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    String type = call.string(TYPE);
    Domain domain = DomainOption.ANY.find(call);
    List<Graphics> graphics =
        DomainDocuments.readRunning(domain, call.has(PASSWORD)).devices().graphics();
    List<String> uris = new ArrayList<>();
    for (String scheme : SCHEMES) {
      for (Graphics each : graphics) {
        DisplayAddress address =
            each.type().equals(scheme) && (type == null || type.equals(scheme))
                ? DisplayAddress.of(each)
                : null;
        if (address != null && (uris.isEmpty() || call.has(ALL))) {
          uris.add(uri(call, each, address));
        }
      }
    }
    if (uris.isEmpty()) {
      throw new CommandException(
          type == null
              ? "No graphical display found"
              : "No graphical display with type '" + type + "' found");
    }
    print(call, uris);
  }

  private static void print(Call call, List<String> uris) {
    if (call.json()) {
      JsonWriter document = new JsonWriter().object().key("displays").array();
      uris.forEach(document::value);
      call.print(document.endArray().endObject());
    } else if (call.has(ALL)) {
      uris.forEach(call.output()::line);
    } else {
      call.output().print(uris.get(0));
    }
  }

  private static String uri(Call call, Graphics graphics, DisplayAddress address) {
    StringBuilder uri = new StringBuilder(graphics.type()).append("://");
    if (graphics.type().equals(VNC) && graphics.password() != null && call.has(PASSWORD)) {
      uri.append(':').append(graphics.password()).append('@');
    }
    String host = host(call, address);
    uri.append(host == null ? "localhost" : host.contains(":") ? "[" + host + "]" : host);
    int port = graphics.type().equals(VNC) ? address.vncDisplay() : address.port();
    return uri.append(':').append(port).toString();
  }

  /** What listens everywhere is reached where the host is. */
  private static @Nullable String host(Call call, DisplayAddress address) {
    if (!address.isEverywhere()) {
      return address.host();
    }
    String server = ConnectUri.parse(call.host().getURI()).host();
    return server == null || server.isEmpty() ? address.host() : server;
  }
}
