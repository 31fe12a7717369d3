package dev.vireo.cli.verb.host;

import dev.vireo.Connect;
import dev.vireo.cli.Call;
import dev.vireo.cli.Version;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;

/** {@code version}: of Vireo and of the host. */
public final class VersionVerb implements Verb {
  private static final String DAEMON = "daemon";
  private static final int MAJOR = 1_000_000;
  private static final int MINOR = 1_000;

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("version", CommandGroup.HOST, "show version")
        .description("Display the system version information.")
        .option(OptionSpec.bool(DAEMON, "report daemon version too"))
        .example("version")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Connect host = call.host();
    String type = host.getType();
    String version = dotted(host.getVersion());
    if (call.json()) {
      call.print(
          new JsonWriter()
              .object()
              .key("vireo")
              .value(Version.CURRENT)
              .key("type")
              .value(type)
              .key("hypervisor")
              .value(version)
              .endObject());
      return;
    }
    StringBuilder text = new StringBuilder();
    text.append("Compiled against library: vireo ").append(Version.CURRENT);
    text.append("\nUsing library: vireo ").append(Version.CURRENT);
    text.append("\nUsing API: ").append(type).append(' ').append(Version.CURRENT);
    text.append("\nRunning hypervisor: ").append(type).append(' ').append(version).append('\n');
    if (call.has(DAEMON)) {
      // Without a daemon libvirt reports its own version.
      text.append("Running against daemon: ").append(Version.CURRENT).append('\n');
    }
    call.output().print(text.toString());
  }

  private static String dotted(long version) {
    return version / MAJOR + "." + version % MAJOR / MINOR + "." + version % MINOR;
  }
}
