package dev.vireo.model.internal.domain;

import dev.vireo.model.domain.Clock;
import dev.vireo.model.domain.Features;
import dev.vireo.model.domain.PowerManagement;
import dev.vireo.model.internal.xml.ElementOrder;
import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.ElementWriter;
import dev.vireo.model.internal.xml.Values;
import org.jspecify.annotations.Nullable;

/** {@code <features>}, {@code <clock>} and {@code <pm>}. */
final class MachineXml {

  private static final ElementOrder FEATURES =
      ElementOrder.attributes()
          .elements(
              "acpi",
              "apic",
              "pae",
              "hap",
              "viridian",
              "privnet",
              "hyperv",
              "kvm",
              "pvspinlock",
              "capabilities",
              "pmu",
              "vmport",
              "gic",
              "smm",
              "ioapic",
              "hpt",
              "vmcoreinfo",
              "htm",
              "nested-hv",
              "msrs",
              "ccf-assist",
              "xen",
              "cfpc",
              "sbbc",
              "ibs",
              "tcg");

  private static final ElementOrder KVM =
      ElementOrder.attributes().elements("hidden", "hint-dedicated", "poll-control");

  private static final ElementOrder CLOCK =
      ElementOrder.attributes("offset", "adjustment", "basis", "timezone", "start")
          .elements("timer");

  private static final ElementOrder TIMER =
      ElementOrder.attributes("name", "present", "tickpolicy", "track", "frequency", "mode")
          .elements("catchup");

  private static final ElementOrder POWER =
      ElementOrder.attributes().elements("suspend-to-mem", "suspend-to-disk");

  private MachineXml() {}

  static Features readFeatures(ElementReader in) {
    in.inOrder(FEATURES);
    return new Features(
        in.flag("acpi"),
        in.flag("apic"),
        in.flag("pae"),
        readChoice(in.child("vmport"), "state"),
        readKvmHidden(in),
        in.extras());
  }

  private static @Nullable Boolean readKvmHidden(ElementReader in) {
    ElementReader kvm = in.child("kvm");
    return kvm == null ? null : readChoice(kvm.inOrder(KVM).child("hidden"), "state");
  }

  private static @Nullable Boolean readChoice(@Nullable ElementReader in, String name) {
    return in == null ? null : Values.choice(in, name);
  }

  static void writeFeatures(ElementWriter out, Features features) {
    out.start("features", FEATURES, features.extras());
    out.flag("acpi", features.acpi());
    out.flag("apic", features.apic());
    out.flag("pae", features.pae());
    if (features.kvmHidden() != null) {
      out.start("kvm", KVM);
      out.start("hidden").attribute("state", Values.onOff(features.kvmHidden())).end();
      out.end();
    }
    if (features.vmport() != null) {
      out.start("vmport").attribute("state", Values.onOff(features.vmport())).end();
    }
    out.end();
  }

  static Clock readClock(ElementReader in) {
    in.inOrder(CLOCK);
    return new Clock(
        in.attribute("offset"), in.children("timer", MachineXml::readTimer), in.extras());
  }

  private static Clock.Timer readTimer(ElementReader in) {
    in.inOrder(TIMER);
    return new Clock.Timer(
        in.required("name"), Values.choice(in, "present"), in.attribute("tickpolicy"), in.extras());
  }

  static void writeClock(ElementWriter out, Clock clock) {
    out.start("clock", CLOCK, clock.extras()).attribute("offset", clock.offset());
    for (Clock.Timer timer : clock.timers()) {
      out.start("timer", TIMER, timer.extras())
          .attribute("name", timer.name())
          .attribute("present", Values.yesNo(timer.present()))
          .attribute("tickpolicy", timer.tickPolicy())
          .end();
    }
    out.end();
  }

  static PowerManagement readPower(ElementReader in) {
    in.inOrder(POWER);
    return new PowerManagement(
        readChoice(in.child("suspend-to-mem"), "enabled"),
        readChoice(in.child("suspend-to-disk"), "enabled"));
  }

  static void writePower(ElementWriter out, PowerManagement power) {
    out.start("pm", POWER);
    writeState(out, "suspend-to-mem", power.suspendToMem());
    writeState(out, "suspend-to-disk", power.suspendToDisk());
    out.end();
  }

  private static void writeState(ElementWriter out, String name, @Nullable Boolean enabled) {
    if (enabled != null) {
      out.start(name).attribute("enabled", Values.yesNo(enabled)).end();
    }
  }
}
