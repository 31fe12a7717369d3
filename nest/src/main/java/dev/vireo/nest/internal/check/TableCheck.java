package dev.vireo.nest.internal.check;

import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.LabDisk;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.check.HostCheckResult;
import dev.vireo.nest.check.HostCheckResult.Check;
import dev.vireo.nest.internal.Sources;
import dev.vireo.nest.version.Choice;
import dev.vireo.nest.version.Choices;
import dev.vireo.nest.version.EsxiVersion;
import dev.vireo.nest.version.Need;
import java.util.ArrayList;
import java.util.List;

/** Holds a wanted host against what is known about its ESXi version. */
public final class TableCheck {

  private final NestedHostSpec spec;
  private final List<HostCheckResult> results = new ArrayList<>();

  private TableCheck(NestedHostSpec spec) {
    this.spec = spec;
  }

  public static List<HostCheckResult> of(NestedHostSpec spec) {
    TableCheck check = new TableCheck(spec);
    EsxiVersion esxi = spec.esxi();
    check.choice(Check.MACHINE, "machine type", esxi.machine(), spec.machineFamily());
    check.choice(Check.FIRMWARE, "firmware", esxi.firmware(), spec.firmware().text());
    check.choice(Check.NIC, "network interface", esxi.nic(), spec.nicModel());
    check.choice(Check.DISK, "disk bus", esxi.diskBus(), spec.diskBus());
    check.memory();
    check.vcpus();
    if (spec.disk() instanceof LabDisk.NewImage image) {
      check.results.addAll(disk(esxi, image.path().toString(), image.size()));
    }
    return List.copyOf(check.results);
  }

  /** Holds a disk that ESXi is to be installed on against what its version wants. */
  static List<HostCheckResult> disk(EsxiVersion esxi, String path, DataSize size) {
    Need<DataSize> need = esxi.disk();
    if (size.compareTo(need.minimum()) < 0) {
      return List.of(
          HostCheckResult.knownBad(
              Check.DISK,
              "the disk %s has %s, and ESXi %s needs %s (%s)"
                  .formatted(path, text(size), esxi.text(), text(need.minimum()), need.reason()),
              null));
    }
    if (size.compareTo(need.usual()) < 0) {
      return List.of(
          HostCheckResult.warn(
              Check.DISK,
              "the disk %s has %s, and %s is usual for ESXi %s (%s)"
                  .formatted(path, text(size), text(need.usual()), esxi.text(), need.reason()),
              null));
    }
    return List.of();
  }

  private void choice(Check check, String what, Choices choices, String value) {
    Choice known =
        choices
            .find(value)
            .orElse(
                new Choice(
                    value,
                    Choice.Rating.UNTRIED,
                    "nothing is known about it",
                    Sources.UNCONFIRMED));
    String esxi = spec.esxi().text();
    switch (known.rating()) {
      case WORKS -> {}
      case UNTRIED ->
          results.add(
              HostCheckResult.warn(
                  check,
                  "%s %s is not known to work with ESXi %s: %s"
                      .formatted(what, value, esxi, known.reason()),
                  "known to work: " + choices.recommended()));
      case FAILS ->
          results.add(
              HostCheckResult.knownBad(
                  check,
                  "%s %s does not work with ESXi %s: %s"
                      .formatted(what, value, esxi, known.reason()),
                  "use " + choices.recommended()));
    }
  }

  private void memory() {
    Need<DataSize> need = spec.esxi().memory();
    if (spec.memory().compareTo(need.minimum()) < 0) {
      results.add(
          HostCheckResult.knownBad(
              Check.MEMORY,
              "%s of memory are too little for ESXi %s: it needs %s (%s)"
                  .formatted(
                      text(spec.memory()), spec.esxi().text(), text(need.minimum()), need.reason()),
              null));
    } else if (spec.memory().compareTo(need.usual()) < 0) {
      results.add(
          HostCheckResult.warn(
              Check.MEMORY,
              "%s of memory are less than the %s that ESXi %s should have (%s)"
                  .formatted(
                      text(spec.memory()), text(need.usual()), spec.esxi().text(), need.reason()),
              null));
    }
  }

  private void vcpus() {
    Need<Integer> need = spec.esxi().vcpus();
    if (spec.vcpus() < need.minimum()) {
      results.add(
          HostCheckResult.knownBad(
              Check.CORES,
              "%d processors are too few for ESXi %s: it needs %d (%s)"
                  .formatted(spec.vcpus(), spec.esxi().text(), need.minimum(), need.reason()),
              null));
    } else if (spec.vcpus() < need.usual()) {
      results.add(
          HostCheckResult.warn(
              Check.CORES,
              "%d processors are less than the %d that ESXi %s should have (%s)"
                  .formatted(spec.vcpus(), need.usual(), spec.esxi().text(), need.reason()),
              null));
    }
  }

  /** An amount in the largest unit that shows it exactly, from MiB on. */
  public static String text(DataSize size) {
    long mib = size.mib();
    return mib % 1024 == 0 ? mib / 1024 + " GiB" : mib + " MiB";
  }
}
