package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainDefinitionBuilder;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxEscapes;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Name, description and the uuids. */
final class Identity {

  private static final UUID ZERO = new UUID(0, 0);
  private static final String BIOS = "uuid.bios";
  private static final String INSTANCE = "vc.uuid";
  private static final String GENERATION = "vm.genid";
  private static final String GENERATION_LOW = "vm.genidX";
  private static final String NAME = "displayName";
  private static final String DESCRIPTION = "annotation";

  private Identity() {}

  static void read(Reading reading, DomainDefinitionBuilder domain) {
    Section file = reading.general();
    domain.name(unescaped(file, NAME, VmxEscapes::unescapeDisplayName));
    domain.description(unescaped(file, DESCRIPTION, VmxEscapes::unescapeAnnotation));
    readUuids(reading, domain);
    long high = file.whole(GENERATION, 0);
    long low = file.whole(GENERATION_LOW, 0);
    if (high != 0 || low != 0) {
      domain.generationId(new UUID(high, low));
    }
  }

  private static @Nullable String unescaped(
      Section file, String key, UnaryOperator<String> unescape) {
    VmxEntry entry = file.entry(key);
    if (entry == null) {
      return null;
    }
    try {
      return XmlCharacters.only(unescape.apply(entry.value()));
    } catch (IllegalArgumentException e) {
      file.warn(key, "has an incomplete escape and is shown as it stands: " + e.getMessage());
      return XmlCharacters.only(entry.value());
    }
  }

  private static void readUuids(Reading reading, DomainDefinitionBuilder domain) {
    UUID bios = uuid(reading.general(), BIOS);
    UUID instance = reading.options().legacyUuid() ? null : uuid(reading.general(), INSTANCE);
    if (instance == null) {
      domain.uuid(bios == null ? ZERO : bios);
      return;
    }
    domain.uuid(instance);
    domain.hardwareUuid(instance.equals(bios) ? null : bios);
  }

  private static @Nullable UUID uuid(Section file, String key) {
    String text = file.text(key);
    if (text == null) {
      return null;
    }
    UUID uuid = UuidText.parse(text);
    if (uuid == null) {
      file.warn(key, "is not a uuid and was left out");
    }
    return uuid;
  }

  static void plan(Plan plan) {
    DomainDefinition domain = plan.domain();
    plan.add(
        "uuid",
        Arrays.asList(domain.uuid(), domain.hardwareUuid(), domain.generationId()),
        out -> writeUuids(domain, plan.target().writesInstanceUuid(), out));
    String name = domain.name();
    if (name != null) {
      plan.add("name", name, out -> out.setEscaped(NAME, VmxEscapes.escapeDisplayName(name)));
    }
    String description = domain.description();
    if (description != null && !description.isEmpty()) {
      plan.add(
          "description",
          description,
          out -> out.setEscaped(DESCRIPTION, VmxEscapes.escapeAnnotation(description)));
    }
  }

  private static void writeUuids(DomainDefinition domain, boolean writesInstance, Output out) {
    UUID uuid = known(domain.uuid());
    UUID hardware = known(domain.hardwareUuid());
    UUID bios = hardware == null ? uuid : hardware;
    if (bios == null) {
      out.set("uuid.action", "create");
    } else {
      out.set(BIOS, UuidText.format(bios));
    }
    if (uuid != null && (writesInstance || hardware != null)) {
      out.set(INSTANCE, UuidText.format(uuid));
    }
    UUID generation = known(domain.generationId());
    if (generation != null) {
      out.set(GENERATION, generation.getMostSignificantBits());
      out.set(GENERATION_LOW, generation.getLeastSignificantBits());
    }
  }

  private static @Nullable UUID known(@Nullable UUID uuid) {
    return ZERO.equals(uuid) ? null : uuid;
  }
}
