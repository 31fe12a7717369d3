package dev.vireo.cli.verb.domain;

import dev.vireo.Domain;
import dev.vireo.DomainInfo;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Fields;
import dev.vireo.cli.verb.Verb;

/** {@code dominfo}: what a domain is. */
public final class DominfoVerb implements Verb {
  private static final int LABEL_WIDTH = 15;
  private static final long NANOS_PER_TENTH = 100_000_000;
  private static final int TENTHS_PER_SECOND = 10;

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("dominfo", CommandGroup.MONITOR, "domain information")
        .description("Returns basic information about the domain.")
        .option(DomainOption.spec("--all"))
        .example("dominfo web1")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Domain domain = DomainOption.ANY.find(call);
    DomainInfo info = domain.getInfo();
    boolean persistent = domain.isPersistent();
    boolean autostart = domain.getAutostart();
    boolean managedSave = domain.hasManagedSaveImage();
    if (call.json()) {
      call.print(json(domain, info, persistent, autostart, managedSave));
      return;
    }
    Fields fields = new Fields(LABEL_WIDTH);
    fields.add("Id:", domain.getID() < 0 ? "-" : Integer.toString(domain.getID()));
    fields.add("Name:", domain.getName());
    fields.add("UUID:", domain.getUUIDString());
    fields.add("OS Type:", domain.getOSType());
    fields.add("State:", info.state().text());
    fields.add("CPU(s):", Integer.toString(info.vcpus()));
    if (info.cpuTimeNs() != 0) {
      fields.add("CPU time:", seconds(info.cpuTimeNs()));
    }
    fields.add("Max memory:", info.maxMemKiB() + " KiB");
    fields.add("Used memory:", info.memoryKiB() + " KiB");
    fields.add("Persistent:", yesOrNo(persistent));
    fields.add("Autostart:", autostart ? "enable" : "disable");
    fields.add("Managed save:", yesOrNo(managedSave));
    call.output().print(fields.toString());
  }

  private static String yesOrNo(boolean truth) {
    return truth ? "yes" : "no";
  }

  /** Seconds with one digit after the point, rounded. */
  private static String seconds(long nanos) {
    long tenths = (nanos + NANOS_PER_TENTH / 2) / NANOS_PER_TENTH;
    return tenths / TENTHS_PER_SECOND + "." + tenths % TENTHS_PER_SECOND + "s";
  }

  private static JsonWriter json(
      Domain domain, DomainInfo info, boolean persistent, boolean autostart, boolean managedSave) {
    JsonWriter document =
        DomainJson.begin(domain.getID(), domain.getName(), domain.getUUIDString());
    return document
        .key("osType")
        .value(domain.getOSType())
        .key("state")
        .value(info.state().text())
        .key("vcpus")
        .value(info.vcpus())
        .key("cpuTimeNs")
        .value(info.cpuTimeNs())
        .key("maxMemoryKiB")
        .value(info.maxMemKiB())
        .key("memoryKiB")
        .value(info.memoryKiB())
        .key("persistent")
        .value(persistent)
        .key("autostart")
        .value(autostart)
        .key("managedSave")
        .value(managedSave)
        .endObject();
  }
}
