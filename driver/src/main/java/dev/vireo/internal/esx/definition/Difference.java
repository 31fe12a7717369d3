package dev.vireo.internal.esx.definition;

import dev.vireo.DefinitionChange;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.model.domain.Devices;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.Graphics;
import dev.vireo.vim.ApiVersion;
import dev.vireo.vim.types.VirtualDeviceConfigSpec;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDiff;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxSecrets;
import dev.vireo.vmx.VmxToDomain;
import dev.vireo.vmx.VmxUpdate;
import dev.vireo.vmx.WrittenVmx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What makes another domain of one that is there: a spec for what specs can say, and an edit of the
 * VMX file for the rest. Of a machine that is not off, the file is left alone, and what cannot
 * change live waits.
 *
 * @param changes all that changes, and what of it waits
 * @param spec what to reconfigure now; empty for nothing
 * @param edited the file with what is to be edited now; empty for nothing
 * @param warnings what of the wanted domain is left out
 */
record Difference(
    List<DefinitionChange> changes,
    Optional<VirtualMachineConfigSpec> spec,
    Optional<VmxDocument> edited,
    List<String> warnings) {

  /**
   * Compares.
   *
   * @param options how the domain's file is read
   * @param api what the server speaks
   */
  static Difference between(
      CurrentDomain current,
      WantedDomain wanted,
      ReadOptions options,
      ApiVersion api,
      Attempt attempt) {
    return new ConversionErrors(attempt.function(), "")
        .get(() -> {
          VmxDocument file = VmxDocument.parse(current.file());
          DomainDefinition before = new VmxToDomain(options).convert(file).domain();
          DomainDefinition after = completed(wanted.definition(), before);
          WrittenVmx written = new VmxUpdate(options).apply(file, after);
          DeviceSpecs devices =
              new DeviceSpecs(current, file, written.document(), options.fileNames());
          return new Comparison(current, api, file, written, after, devices).difference();
        });
  }

  /**
   * What the XML leaves out and is not meant to take away: the uuids that older clients do not
   * show, and passwords, which are only shown when asked for.
   */
  private static DomainDefinition completed(DomainDefinition wanted, DomainDefinition before) {
    Devices devices = wanted.devices();
    return wanted.toBuilder()
        .uuid(before.uuid())
        .hardwareUuid(
            wanted.hardwareUuid() == null || !Objects.equals(before.uuid(), wanted.uuid())
                ? before.hardwareUuid()
                : wanted.hardwareUuid())
        .generationId(wanted.generationId() == null ? before.generationId() : wanted.generationId())
        .devices(
            devices.toBuilder()
                .graphics(withPasswords(devices.graphics(), before.devices().graphics()))
                .build())
        .build();
  }

  private static List<Graphics> withPasswords(List<Graphics> wanted, List<Graphics> before) {
    List<Graphics> completed = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Graphics each = wanted.get(i);
      boolean kept = each.password() == null && i < before.size();
      completed.add(kept ? each.toBuilder().password(before.get(i).password()).build() : each);
    }
    return completed;
  }

  /** Sorts the changes of one domain. */
  private record Comparison(
      CurrentDomain current,
      ApiVersion api,
      VmxDocument file,
      WrittenVmx written,
      DomainDefinition after,
      DeviceSpecs deviceSpecs) {

    Difference difference() {
      VmxDocument whole = written.document();
      List<VmxDiff.Difference> all = VmxDiff.between(file, whole);
      Map<String, VirtualDeviceConfigSpec> devices = deviceSpecs.of(all);
      Set<String> bySpec = SpecKeys.in(all, api);
      bySpec.addAll(DeviceSpecs.keys(all, devices.keySet()));
      Set<String> waiting = waiting(all, bySpec, devices);
      Set<String> now = new HashSet<>(bySpec);
      now.removeAll(waiting);
      devices.keySet().removeIf(device -> waits(device, all, waiting));
      boolean edits = current.isOff() && all.stream().anyMatch(each -> !bySpec.contains(key(each)));
      return new Difference(
          all.stream().map(each -> change(each, waiting)).toList(),
          now.isEmpty() ? Optional.empty() : Optional.of(spec(now, devices, edits)),
          edits ? Optional.of(withoutSpecs(whole, bySpec)) : Optional.empty(),
          written.warnings().stream().map(Object::toString).toList());
    }

    private static boolean waits(String device, List<VmxDiff.Difference> all, Set<String> waiting) {
      return all.stream()
          .filter(each -> each.device().equals(device))
          .anyMatch(each -> waiting.contains(key(each)));
    }

    /** The spec; where nothing is edited before, it is for what was compared, and nothing later. */
    private VirtualMachineConfigSpec spec(
        Set<String> keys, Map<String, VirtualDeviceConfigSpec> devices, boolean afterAnEdit) {
      VirtualMachineConfigSpec.Builder spec =
          SpecKeys.spec(keys, after, written.document())
              .deviceChange(List.copyOf(devices.values()));
      return afterAnEdit || current.changeVersion().isEmpty()
          ? spec.build()
          : spec.changeVersion(current.changeVersion()).build();
    }

    private Set<String> waiting(
        List<VmxDiff.Difference> all,
        Set<String> bySpec,
        Map<String, VirtualDeviceConfigSpec> devices) {
      Set<String> waiting = new HashSet<>();
      for (VmxDiff.Difference each : all) {
        VirtualDeviceConfigSpec device = devices.get(each.device());
        boolean live =
            device == null
                ? bySpec.contains(key(each)) && SpecKeys.isLive(each, all, current)
                : current.isOn() && DeviceSpecs.isLive(each.device(), device);
        if (!current.isOff() && !live) {
          waiting.add(key(each));
        }
      }
      return waiting;
    }

    /** The edited file, in which what a spec changes stands as before. */
    private VmxDocument withoutSpecs(VmxDocument whole, Set<String> bySpec) {
      VmxDocument.Editor edit = whole.edit();
      for (String key : bySpec) {
        String before = file.get(key);
        if (before == null) {
          edit.remove(key);
        } else {
          edit.set(key, before);
        }
      }
      return edit.apply();
    }

    private static String key(VmxDiff.Difference difference) {
      return SpecKeys.folded(difference.key());
    }

    private static DefinitionChange change(VmxDiff.Difference difference, Set<String> waiting) {
      boolean hidden = difference.isSecret();
      return new DefinitionChange(
          difference.key(),
          hidden && difference.left() != null ? VmxSecrets.HIDDEN : difference.left(),
          hidden && difference.right() != null ? VmxSecrets.HIDDEN : difference.right(),
          waiting.contains(key(difference)));
    }
  }
}
