package dev.vireo.cli.verb.vmx;

import dev.vireo.cli.Amounts;
import dev.vireo.cli.CommandException;
import dev.vireo.model.domain.Cpu;
import dev.vireo.model.domain.DataSize;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainDefinitionBuilder;
import dev.vireo.model.domain.MemoryTuning;
import dev.vireo.model.domain.OperatingSystem;
import dev.vireo.model.domain.Vcpus;
import dev.vireo.vmx.VmxDocument;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** New values for properties of a machine, and what they mean for the others. */
final class VmxSettings {
  private static final int MAX_PROCESSORS = 1 << 20;

  private final Map<VmxProperty, String> values;

  private VmxSettings(Map<VmxProperty, String> values) {
    this.values = values;
  }

  /**
   * Reads them.
   *
   * @param words each {@code PROPERTY=VALUE}
   * @throws CommandException when one is no property, has no value, or is there twice
   */
  static VmxSettings parse(List<String> words) {
    Map<VmxProperty, String> values = new EnumMap<>(VmxProperty.class);
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        throw new CommandException("'" + word + "' is not PROPERTY=VALUE")
            .withHint("write it like memory=4GiB");
      }
      String name = word.substring(0, equals);
      VmxProperty property = VmxProperty.named(name);
      if (property == null) {
        throw new CommandException("there is no property '" + name + "'")
            .withHint("the properties are " + VmxProperty.names());
      }
      String value = word.substring(equals + 1);
      if (value.isBlank() && property != VmxProperty.DESCRIPTION) {
        throw new CommandException("property '" + name + "' needs a value");
      }
      if (values.put(property, value) != null) {
        throw new CommandException("property '" + name + "' is there twice");
      }
    }
    return new VmxSettings(values);
  }

  /**
   * A domain with the values.
   *
   * @param file what the domain was read from
   * @throws CommandException when a value means nothing, or contradicts another one
   */
  DomainDefinition apply(DomainDefinition domain, VmxDocument file) {
    DomainDefinitionBuilder builder = domain.toBuilder();
    String name = values.get(VmxProperty.NAME);
    if (name != null) {
      builder.name(name);
    }
    String description = values.get(VmxProperty.DESCRIPTION);
    if (description != null) {
      builder.description(description.isEmpty() ? null : description);
    }
    String memory = values.get(VmxProperty.MEMORY);
    if (memory != null) {
      setMemory(builder, domain, memory, file);
    }
    if (values.containsKey(VmxProperty.VCPU) || values.containsKey(VmxProperty.CORES)) {
      setProcessors(builder, domain);
    }
    String firmware = values.get(VmxProperty.FIRMWARE);
    if (firmware != null) {
      builder.os(withFirmware(domain.os(), firmware));
    }
    return builder.build();
  }

  /**
   * The file with the guest's system, of which a domain shows no more than the word size.
   *
   * @throws CommandException when the value is no name of a system
   */
  VmxDocument applyGuestOs(VmxDocument file) {
    String guest = values.get(VmxProperty.GUEST_OS);
    if (guest == null) {
      return file;
    }
    if (!guest.matches("[A-Za-z0-9._-]+")) {
      throw new CommandException("'" + guest + "' is no name of a system for guest-os")
          .withHint("write it like debian12-64");
    }
    return file.edit().set("guestOS", guest).apply();
  }

  /** Limit and guarantee stay what the file says, as far as the memory reaches. */
  private static void setMemory(
      DomainDefinitionBuilder builder, DomainDefinition domain, String text, VmxDocument file) {
    DataSize memory = new DataSize(Amounts.bytesOf("memory", text));
    builder.memory(memory).currentMemory(atMost(memory, mib(file, "sched.mem.max")));
    MemoryTuning tuning = domain.memoryTuning();
    DataSize minimum = mib(file, "sched.mem.minsize");
    if (tuning != null && minimum != null) {
      builder.memoryTuning(tuning.toBuilder().minGuarantee(atMost(memory, minimum)).build());
    }
  }

  private static DataSize atMost(DataSize memory, @Nullable DataSize limit) {
    return limit == null || limit.compareTo(memory) > 0 ? memory : limit;
  }

  /** An amount in a file; null when it has none. */
  private static @Nullable DataSize mib(VmxDocument file, String key) {
    Long amount = number(file.get(key));
    return amount == null || amount <= 0 ? null : DataSize.ofMib(amount);
  }

  private static @Nullable Long number(@Nullable String text) {
    try {
      return text == null ? null : Long.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private void setProcessors(DomainDefinitionBuilder builder, DomainDefinition domain) {
    Vcpus old = domain.vcpus();
    int count = positive(VmxProperty.VCPU, old.maximum());
    builder.vcpus(old.toBuilder().maximum(count).current(null).build());
    Cpu cpu = domain.cpu();
    Cpu.Topology topology = cpu == null ? null : cpu.topology();
    int cores = cores(topology, old.maximum(), count);
    builder.cpu(
        cores == 1
            ? null
            : (cpu == null ? Cpu.builder() : cpu.toBuilder())
                .topology(Cpu.Topology.builder(count / cores, cores, 1).dies(1).build())
                .build());
  }

  /** How many processors a socket has: as many as before where that fits. */
  private int cores(Cpu.@Nullable Topology old, int oldCount, int count) {
    int before = old == null ? 1 : old.cores();
    boolean said = values.containsKey(VmxProperty.CORES);
    int cores = said || before < oldCount ? positive(VmxProperty.CORES, before) : count;
    if (before == 1 && !said) {
      cores = 1;
    }
    if (count % cores != 0) {
      throw new CommandException(count + " processors do not fill sockets of " + cores)
          .withHint("give vcpu and cores that fit, such as cores=1");
    }
    return cores;
  }

  private int positive(VmxProperty property, int otherwise) {
    String text = values.get(property);
    if (text == null) {
      return otherwise;
    }
    Long number = number(text);
    if (number == null || number <= 0 || number > MAX_PROCESSORS) {
      throw new CommandException("'" + text + "' is no number for " + property.text())
          .withHint("write 1 or more");
    }
    return number.intValue();
  }

  private static OperatingSystem withFirmware(OperatingSystem os, String firmware) {
    if (!firmware.equals("bios") && !firmware.equals("efi")) {
      throw new CommandException("'" + firmware + "' is not one of bios, efi for firmware");
    }
    boolean efi = firmware.equals("efi");
    return os.toBuilder()
        .firmware(firmware)
        .firmwareFeatures(efi ? os.firmwareFeatures() : List.of()) // secure boot needs EFI
        .loader(efi ? os.loader() : null)
        .build();
  }
}
