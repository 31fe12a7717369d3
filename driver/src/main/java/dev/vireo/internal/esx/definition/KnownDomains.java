package dev.vireo.internal.esx.definition;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.UuidText;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.spi.DomainEntry;
import dev.vireo.vim.VimException;
import dev.vireo.vim.property.ObjectProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The domains of a host, for whom one of them is meant by a definition. */
final class KnownDomains {

  private static final System.Logger LOG = System.getLogger(KnownDomains.class.getName());

  private final String function;
  private final List<Known> all = new ArrayList<>();

  private record Known(DomainEntry entry, @Nullable UUID bios) {}

  /**
   * @param function the libvirt function, for errors
   * @param machines with {@link MachineIdentity#paths} and {@link MachineIdentity#BIOS_UUID_PATH}
   */
  KnownDomains(String function, HostContext host, List<ObjectProperties> machines) {
    this.function = function;
    for (ObjectProperties machine : machines) {
      try {
        all.add(new Known(host.identity().read(machine), bios(machine)));
      } catch (VimException | LibvirtException e) {
        // The host itself refuses a name that such a machine has.
        LOG.log(System.Logger.Level.DEBUG, "Cannot be compared: " + machine.object(), e);
      }
    }
  }

  private static @Nullable UUID bios(ObjectProperties machine) {
    String text = machine.find(MachineIdentity.BIOS_UUID_PATH, String.class);
    return text == null ? null : UuidText.parse(text).orElse(null);
  }

  /**
   * The domain that is to become as it is wanted: the one that has its uuid, or else its BIOS uuid,
   * by which libvirt before 12.4 calls it. Empty when the wanted one is new.
   *
   * @throws LibvirtException {@link ErrorCode#OPERATION_FAILED} when another domain has its name,
   *     or several have the uuid
   */
  Optional<DomainEntry> meantBy(WantedDomain wanted) {
    UUID uuid = wanted.uuid();
    Optional<DomainEntry> same = uuid == null ? Optional.empty() : withUuid(uuid, wanted.name());
    for (Known known : all) {
      DomainEntry entry = known.entry();
      if (entry.name().equals(wanted.name()) && same.filter(entry::equals).isEmpty()) {
        throw taken(entry);
      }
    }
    return same;
  }

  private Optional<DomainEntry> withUuid(UUID uuid, String name) {
    Optional<DomainEntry> own =
        all.stream().map(Known::entry).filter(each -> each.uuid().equals(uuid)).findFirst();
    if (own.isPresent()) {
      return own;
    }
    List<DomainEntry> copies =
        all.stream().filter(each -> uuid.equals(each.bios())).map(Known::entry).toList();
    if (copies.size() > 1) {
      return Optional.of(
          copies.stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow(() -> ambiguous(uuid, copies.size())));
    }
    return copies.stream().findFirst();
  }

  private LibvirtException taken(DomainEntry entry) {
    return EsxError.builder(
            ErrorCode.OPERATION_FAILED,
            "domain '" + entry.name() + "' already exists with uuid " + entry.uuid())
        .operation(function)
        .object(entry.name())
        .hint(
            "to change that domain, give the XML its uuid; to have another one, give it another"
                + " name")
        .build();
  }

  private LibvirtException ambiguous(UUID uuid, int count) {
    return EsxError.builder(
            ErrorCode.OPERATION_FAILED, count + " domains have the BIOS UUID '" + uuid + "'")
        .operation(function)
        .hint("give the XML the instance UUID of the one that is meant, which 'domuuid' prints")
        .build();
  }
}
