package dev.vireo.nest;

import dev.vireo.model.domain.DataSize;
import java.util.ArrayList;
import java.util.List;

/** Holds a wanted host against what is known about its ESXi version. */
final class TableCheck {

  private final NestedHostSpec spec;
  private final List<Objection> objections = new ArrayList<>();

  private TableCheck(NestedHostSpec spec) {
    this.spec = spec;
  }

  static List<Objection> of(NestedHostSpec spec) {
    TableCheck check = new TableCheck(spec);
    EsxiVersion esxi = spec.esxi();
    check.choice("machine type", esxi.machine(), spec.machineFamily());
    check.choice("firmware", esxi.firmware(), spec.firmware().text());
    check.choice("network interface", esxi.nic(), spec.nicModel());
    check.choice("disk bus", esxi.diskBus(), spec.diskBus());
    check.ideNeedsPc();
    check.memory();
    check.vcpus();
    if (spec.disk() instanceof LabDisk.NewImage image) {
      check.objections.addAll(disk(esxi, image.path().toString(), image.size()));
    }
    return List.copyOf(check.objections);
  }

  /** Holds a disk that ESXi is to be installed on against what its version wants. */
  static List<Objection> disk(EsxiVersion esxi, String path, DataSize size) {
    Need<DataSize> need = esxi.disk();
    if (size.compareTo(need.minimum()) < 0) {
      return List.of(
          Objection.knownBad(
              "the disk %s has %s, and ESXi %s needs %s (%s)"
                  .formatted(path, text(size), esxi.text(), text(need.minimum()), need.reason())));
    }
    if (size.compareTo(need.usual()) < 0) {
      return List.of(
          Objection.warning(
              "the disk %s has %s, and %s is usual for ESXi %s (%s)"
                  .formatted(path, text(size), text(need.usual()), esxi.text(), need.reason())));
    }
    return List.of();
  }

  private void choice(String what, Choices choices, String value) {
    Choice known =
        choices
            .find(value)
            .orElse(Choice.untried(value, "nothing is known about it", Sources.UNCONFIRMED));
    String esxi = spec.esxi().text();
    switch (known.rating()) {
      case WORKS -> {}
      case UNTRIED ->
          objections.add(
              Objection.warning(
                  "%s %s is not known to work with ESXi %s: %s; known to work: %s"
                      .formatted(what, value, esxi, known.reason(), choices.recommended())));
      case FAILS ->
          objections.add(
              Objection.knownBad(
                  "%s %s does not work with ESXi %s: %s; use %s"
                      .formatted(what, value, esxi, known.reason(), choices.recommended())));
    }
  }

  private void ideNeedsPc() {
    if (spec.diskBus().equals("ide") && spec.machineFamily().equals("q35")) {
      objections.add(
          Objection.impossible(
              "disk bus ide needs machine type pc: q35 has no IDE controller; use sata"));
    }
  }

  private void memory() {
    Need<DataSize> need = spec.esxi().memory();
    if (spec.memory().compareTo(need.minimum()) < 0) {
      objections.add(
          Objection.knownBad(
              "%s of memory are too little for ESXi %s: it needs %s (%s)"
                  .formatted(
                      text(spec.memory()),
                      spec.esxi().text(),
                      text(need.minimum()),
                      need.reason())));
    } else if (spec.memory().compareTo(need.usual()) < 0) {
      objections.add(
          Objection.warning(
              "%s of memory are less than the %s that ESXi %s should have (%s)"
                  .formatted(
                      text(spec.memory()), text(need.usual()), spec.esxi().text(), need.reason())));
    }
  }

  private void vcpus() {
    Need<Integer> need = spec.esxi().vcpus();
    if (spec.vcpus() < need.minimum()) {
      objections.add(
          Objection.knownBad(
              "%d processors are too few for ESXi %s: it needs %d (%s)"
                  .formatted(spec.vcpus(), spec.esxi().text(), need.minimum(), need.reason())));
    } else if (spec.vcpus() < need.usual()) {
      objections.add(
          Objection.warning(
              "%d processors are less than the %d that ESXi %s should have (%s)"
                  .formatted(spec.vcpus(), need.usual(), spec.esxi().text(), need.reason())));
    }
  }

  /** An amount in the largest unit that shows it exactly, from MiB on. */
  static String text(DataSize size) {
    long mib = size.mib();
    return mib % 1024 == 0 ? mib / 1024 + " GiB" : mib + " MiB";
  }
}
