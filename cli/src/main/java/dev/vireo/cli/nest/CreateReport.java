package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Fields;
import dev.vireo.nest.CreateOptions;
import dev.vireo.nest.CreatePlan;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.probe.HostAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told about a host that was made, or would be.
 *
 * @param call where to print
 * @param plan the host
 * @param options how it is made
 * @param steps what is done
 * @param next what one would do next
 * @param typed what somebody has to type at the installer's first screen; null for nothing
 */
record CreateReport(
    Call call,
    CreatePlan plan,
    CreateOptions options,
    List<String> steps,
    NextCommands next,
    @Nullable String typed) {
  private static final int LABEL_WIDTH = 10;

  /** Prints what was made, and what comes next. */
  void printMade() {
    if (call.json()) {
      printJson(true);
    } else {
      printText(true);
    }
  }

  /** Prints what would be made, or its document, and then what is to be said about it. */
  void printPlanned() {
    if (call.has(NewHost.PRINT_XML)) {
      call.output().print(plan.xml());
    } else if (call.json()) {
      printJson(false);
    } else {
      printText(false);
    }
    NewHost.tell(call, plan, options);
  }

  private void printText(boolean made) {
    NestedHostSpec spec = plan.spec();
    if (made) {
      call.output().extra("Host '" + spec.name() + "' created\n\n");
    }
    Fields fields = new Fields(LABEL_WIDTH);
    settings().forEach((label, value) -> fields.add(label + ":", value));
    String when = made ? "Done:" : "Would do:";
    for (String step : steps) {
      fields.add(when, step);
      when = "";
    }
    if (typed != null) {
      fields.add("Type:", "Shift+O at the installer's first screen, then: " + typed);
    }
    fields.add("URI:", uriOrAdvice());
    if (made) {
      String label = "Next:";
      for (String command : next.all()) {
        fields.add(label, command);
        label = "";
      }
    }
    call.output().print(fields.toString());
  }

  private String uriOrAdvice() {
    return next.address() == null
        ? "esx://root@ADDRESS/ with the ADDRESS that `vireo nest wait %s` or its screen shows"
            .formatted(plan.spec().name())
        : next.address().uri();
  }

  private Map<String, String> settings() {
    NestedHostSpec spec = plan.spec();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("ESXi", spec.esxi().text());
    settings.put("Machine", spec.machine() + ", " + spec.firmware().text());
    settings.put("Memory", spec.memory().mib() + " MiB");
    settings.put("VCPUs", Integer.toString(spec.vcpus()));
    settings.put("Disk", spec.disk().path() + " (" + spec.diskBus() + ")");
    if (spec.datastore() != null) {
      settings.put("Datastore", spec.datastore().path().toString());
    }
    if (spec.installerIso() != null) {
      settings.put("ISO", spec.installerIso().toString());
    }
    if (spec.installerUsb() != null) {
      settings.put("USB", spec.installerUsb().toString());
    }
    settings.put("Network", spec.network().text() + " (" + spec.nicModel() + ")");
    return settings;
  }

  private void printJson(boolean made) {
    NestedHostSpec spec = plan.spec();
    JsonWriter json =
        new JsonWriter()
            .object()
            .key("name")
            .value(spec.name())
            .key("made")
            .value(made)
            .key("started")
            .value(made && options.start())
            .key("esxi")
            .value(spec.esxi().text())
            .key("machine")
            .value(spec.machine())
            .key("firmware")
            .value(spec.firmware().text())
            .key("memoryMiB")
            .value(spec.memory().mib())
            .key("vcpus")
            .value(spec.vcpus())
            .key("disk")
            .value(spec.disk().path().toString())
            .key("diskBus")
            .value(spec.diskBus())
            .key("datastore")
            .value(spec.datastore() == null ? null : text(spec.datastore().path()))
            .key("iso")
            .value(text(spec.installerIso()))
            .key("usb")
            .value(text(spec.installerUsb()))
            .key("network")
            .value(spec.network().text())
            .key("nic")
            .value(spec.nicModel())
            .key("serialLog")
            .value(spec.serialLog().toString());
    strings(json, "steps", steps);
    strings(json, "warnings", plan.warnings(options));
    strings(json, "unchecked", NewHost.unchecked(plan));
    strings(json, "refusals", NewHost.refusals(plan, options));
    strings(json, "next", made ? next.all() : List.of());
    json.key("typed").value(typed);
    HostAddress address = next.address();
    json.key("uri").value(address == null ? null : address.uri());
    call.print(json.key("xml").value(plan.xml()).endObject());
  }

  private static @Nullable String text(@Nullable Path file) {
    return file == null ? null : file.toString();
  }

  private static void strings(JsonWriter json, String key, List<String> values) {
    json.key(key).array();
    values.forEach(json::value);
    json.endArray();
  }
}
